import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports/interaction.ts';
import { buttonsOf, cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans, stages } from '../support/stages.ts';

const day = 24 * 3_600_000;
const read = (reply: Reply): string => {
  if (reply.type !== 'say') throw new Error(`no list: ${textOf(reply)}`);
  return cardText(reply.card);
};
const refuses = async (door: FrontDoor, id: number) => {
  await filed({}, door);
  await door.does('sechan', 'refuse', id, plans.refuse);
};

describe('what was refused this month', () => {
  it('S2-04 is read by executives with reason, evidence, why the expectation was not reasonable, and who signed', async () => {
    const door = await stages.refused();
    const before = read(await door.command('dain', '불수용'));
    for (const part of [
      'VOC-0001',
      '사실과 다름',
      plans.refuse.evidence,
      plans.refuse.whyUnreasonable,
      '오세찬 님이 올림',
    ]) {
      expect(before).toContain(part);
    }
    expect(before).toContain('2026년 11월 불수용 1건');
    expect(before).toContain('동의를 기다립니다');
    await door.does('aram', 'countersign', 1);
    expect(read(await door.command('aram', '불수용'))).toContain('조아람 님이 동의');
    expect(read(await door.command('laura', 'refusals'))).toContain('signed by 조아람');
  });

  it('is for executives and the VOC desk; others hear who reads it', async () => {
    const door = await stages.refused();
    for (const who of ['duri', 'sechan', 'hana']) {
      const answer = await door.command(who, '불수용');
      expect(textOf(answer)).toContain('임원');
      expect(textOf(answer)).not.toContain('VOC-0001');
    }
  });

  it('counts a month from midnight to midnight, shows the month before by a button, and forgets what was taken back', async () => {
    const door = await stages.refused();
    door.pass(8 * day);
    await refuses(door, 2);
    await refuses(door, 3);
    await door.does('aram', 'overturn', 3, { reason: '사진이 다른 건입니다' });
    const now = await door.command('dain', '불수용');
    expect(read(now)).toContain('2026년 12월 불수용 1건');
    expect(read(now)).not.toContain('VOC-0001');
    const before = now.type === 'say' ? buttonsOf(now.card).find(({ label }) => label === '앞 달') : undefined;
    expect(before?.press).toMatchObject({ step: 'refusals', arg: '2026-11' });
    expect(read(await door.press('dain', 'refusals', null, '2026-11'))).toContain('VOC-0001');
    expect(read(await door.command('dain', '불수용 2026-10'))).toContain('남아 있는 건이 없습니다');
  });

  it('is one press away from the Home of those who read it, and of nobody else', async () => {
    const door = await stages.refused();
    const steps = async (who: string) => {
      const home = await door.says(who, { type: 'home' });
      return home.type === 'home' ? buttonsOf(home.card).map(({ press }) => press.step) : [];
    };
    expect(await steps('dain')).toContain('refusals');
    expect(await steps('aram')).toContain('refusals');
    expect(await steps('duri')).not.toContain('refusals');
  });

  it('a customer’s words that begin with the command word are still a voice', async () => {
    const door = await stages.refused();
    const form = await door.command('duri', '불수용이라고 해서 다시 전화했어요');
    expect(form.type).toBe('open-form');
  });
});
