import { describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/ports/form.ts';
import { cardText } from '../render/plain.ts';
import { frontDoor } from '../support/front-door.ts';
import { type FrontDoor, filed } from '../support/stages.ts';

const entered: FormValues = {
  channel: 'staff',
  kind: 'complaint',
  experience: '계단에서 미끄러졌다',
  wants: ['refund'],
  signals: [],
};

/** Case 1 from 박두리 to logistics; case 2 from a reporter, somebody outside the playbook, to quality. */
async function company(): Promise<FrontDoor> {
  const door = await filed({}, frontDoor());
  const form = await door.command('reporter', '계단에서 미끄러졌어요');
  await door.send('reporter', form, { ...entered, department: 'quality' });
  return door;
}

const found = async (door: FrontDoor, who: string, text: string): Promise<readonly string[]> => {
  const reply = await door.command(who, text);
  if (reply.type !== 'say') throw new Error(`${who} got ${reply.type}`);
  return [...new Set(cardText(reply.card).match(/VOC-000\d/g) ?? [])].sort();
};

describe('what a search shows', () => {
  it('is the whole company’s to who serves its customers', async () => {
    const door = await company();
    expect(await found(door, 'mirae', '찾기')).toEqual(['VOC-0001', 'VOC-0002']);
  });

  it('is a member’s own department’s, whatever department is asked for', async () => {
    const door = await company();
    expect(await found(door, 'hana', '찾기')).toEqual(['VOC-0001']);
    expect(await found(door, 'hana', '찾기 quality')).toEqual(['VOC-0001']);
    expect(await found(door, 'yuna', '찾기')).toEqual(['VOC-0002']);
  });

  it('is a reporter’s own, and only what was searched for', async () => {
    const door = await company();
    expect(await found(door, 'reporter', '찾기 미끄러')).toEqual(['VOC-0002']);
    expect(await found(door, 'reporter', '찾기 계란')).toEqual([]);
    expect(await found(door, 'another-reporter', '찾기 미끄러')).toEqual([]);
  });

  it('no case of others opens by its number', async () => {
    const door = await company();
    for (const [who, id] of [
      ['yuna', 1],
      ['reporter', 1],
      ['hana', 2],
    ] as const) {
      for (const step of ['show', 'history', 'why', 'words'] as const) {
        const reply = await door.press(who, step, id);
        expect(JSON.stringify(reply)).not.toMatch(/계란|미끄러/);
      }
      expect(JSON.stringify(await door.command(who, `VOC-${id}`))).not.toMatch(/계란|미끄러/);
    }
  });
});
