import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unrepeated } from '../support/teams/local-cloud.ts';
import { caught, type Stage, teamsStage } from '../support/teams/stage.ts';

let clock = 1_800_000_000_000;
let stage: Stage;
const place = (name: string): string => stage.double.place(name);
const texts = (name: string): readonly string[] => stage.double.read(place(name)).map((m) => m.text);

beforeAll(async () => {
  stage = await teamsStage(async () => undefined, { now: () => clock });
});
afterAll(() => stage.stop());
beforeEach(() => {
  clock += 3_600_000;
});

describe('the pace that Teams allows', () => {
  it('is seven a second in a channel, its threads counted together', async () => {
    const head = await stage.postIn(place('물류'), '머리');
    const client = stage.another(unrepeated);
    for (let i = 0; i < 7; i++) await stage.send(i % 2 === 0 ? place('물류') : String(head['id']), `글 ${i}`, client);
    expect(await caught(stage.send(String(head['id']), '여덟째', client))).toMatchObject({ statusCode: 429 });
    expect(texts('물류')).not.toContain('여덟째');
    await stage.send(place('품질'), '다른 채널', client);
    clock += 2_000;
    await stage.send(place('물류'), '이제 됩니다', client);
  });

  it('is sixty in half a minute', async () => {
    const client = stage.another(unrepeated);
    for (let i = 0; i < 60; i++) {
      clock += 400;
      await stage.send(place('물류'), `글 ${i}`, client);
    }
    clock += 400;
    expect(await caught(stage.send(place('물류'), '예순한째', client))).toMatchObject({ statusCode: 429 });
  });

  it('passes faster where time is scaled', async () => {
    const quick = await teamsStage(async () => undefined, { timeScale: 0.001, now: () => clock });
    const client = quick.another(unrepeated);
    for (let i = 0; i < 20; i++) {
      clock += 1;
      await quick.send(quick.double.place('물류'), `글 ${i}`, client);
    }
    await quick.stop();
  });
});
