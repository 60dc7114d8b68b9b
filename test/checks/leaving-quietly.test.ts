import { describe, expect, it } from 'vitest';
import { cardText } from '../render/plain.ts';
import { labelledVoice, labelledVoices } from '../support/fixtures.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { type FrontDoor, filed } from '../support/stages.ts';

const day = 24 * 3_600_000;
const file = (door: FrontDoor, index: number): Promise<FrontDoor> => {
  const voice = labelledVoice(index);
  const signals = voice.signals.map(({ code }) => code);
  return filed(
    { words: voice.text, channel: voice.channel, kind: voice.kind, department: voice.department, signals },
    door,
  );
};
const listFor = async (door: FrontDoor, who: string, word = '조용한'): Promise<string> => {
  const reply = await door.command(who, word);
  return reply.type === 'say' ? cardText(reply.card) : textOf(reply);
};

describe('who leaves quietly', () => {
  it('S3-09 the ironic post and "just tell me when my contract ends" are on the list, however small they are', async () => {
    const door = frontDoor();
    for (const index of [23, 36, 9]) await file(door, index);
    const list = await listFor(door, 'mirae');
    expect(list).toContain('조용한 이탈 신호 2');
    expect(list).toContain('VOC-0001');
    expect(list).toContain('VOC-0002');
    expect(list).not.toContain('VOC-0003');
    expect((await door.case(2)).state.assessment.tier).toBe('S4');
    expect(await listFor(door, 'helen', 'quiet')).toContain('Leaving quietly 2');
  });

  it('S3-09 of the forty voices those two are on it, and whoever is loud is not', async () => {
    const door = frontDoor();
    const ofCustomers = labelledVoices.filter(({ severity }) => severity !== 'none');
    for (const { index } of ofCustomers) await file(door, index);
    const list = await listFor(door, 'aram');
    const listed = [...list.matchAll(/VOC-(\d{4})/g)].map((hit) => ofCustomers[Number(hit[1]) - 1]?.index);
    expect(listed).toEqual(expect.arrayContaining([23, 36]));
    for (const index of listed) {
      const { severity, kind, signals } = labelledVoice(index ?? 0);
      expect(severity === 'S4' || kind === 'inquiry').toBe(true);
      expect(signals.some(({ code }) => code.startsWith('H'))).toBe(true);
    }
  });

  it('S3-09 after ninety days it is history, and nobody else’s department reads it', async () => {
    const door = frontDoor();
    await file(door, 36);
    expect(await listFor(door, 'hana')).not.toContain('VOC-0001');
    door.pass(91 * day);
    expect(await listFor(door, 'mirae')).toContain('지난 90일 동안');
  });

  it('S3-09 is a press away for those who look after customers', async () => {
    const door = frontDoor();
    const home = await door.says('mirae', { type: 'home' });
    expect(JSON.stringify(home)).toContain('"quiet"');
    expect(JSON.stringify(await door.says('hana', { type: 'home' }))).not.toContain('"quiet"');
    expect(textOf(await door.press('mirae', 'quiet', null))).toContain('조용한 이탈 신호');
  });
});
