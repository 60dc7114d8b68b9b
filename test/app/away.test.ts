import { describe, expect, it } from 'vitest';
import { drawForm } from '../../adapters/slack/modals.ts';
import { day } from '../../src/domain/instant.ts';
import { cardText, labelsOf, linesOf } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { lintView } from '../support/lint-blocks.ts';

/** The clock of the front door stands on Monday 2026-11-23. */
const week = { from: '2026-11-24', until: '2026-11-28' };
type Door = ReturnType<typeof frontDoor>;

const sets = async (door: Door, who: string, values: Record<string, string>) =>
  door.send(who, await door.press(who, 'away', null), values);
const heard = (door: Door, who: string): readonly string[] =>
  door.calls.filter(({ to }) => to === who).map(({ card }) => card.fallback);

describe('/voc 부재', () => {
  it('opens a form that says, sent as it opens, that I am away today', async () => {
    const door = frontDoor();
    const form = await door.command('hana', '부재');
    const answer = await door.send('hana', form, {});
    expect(textOf(answer)).toBe(
      '김하나 님의 부재를 등록했습니다: 11/23(월). 그동안 알림은 오세찬 님이 받습니다. 담당은 그대로입니다.',
    );
    expect((await door.absences.current(day('2026-11-23')))[0]).toMatchObject({ person: 'hana', delegate: null });
  });

  it('tells the delegate and the lead in private, and me who was told', async () => {
    const door = frontDoor();
    const answer = await sets(door, 'hana', { ...week, delegate: 'jiho' });
    expect(heard(door, 'jiho')).toEqual(['11/24(화)~11/28(토) 김하나 님 대신 알림을 받습니다.']);
    expect(heard(door, 'sechan')).toEqual(['11/24(화)~11/28(토) 김하나 님이 자리를 비웁니다.']);
    expect(heard(door, 'hana')).toEqual([]);
    expect(answer.type === 'done' && answer.card !== null && cardText(answer.card)).toMatch(/알린 사람: .*서지호 님/);
  });

  it('names whom it could not reach, so that I tell them myself', async () => {
    const door = frontDoor();
    door.cutOff();
    const answer = await sets(door, 'hana', { ...week, delegate: 'jiho' });
    expect(answer.type === 'done' && answer.card !== null && cardText(answer.card)).toContain(
      '전하지 못한 사람: 오세찬 님, 서지호 님. 직접 알려 주세요.',
    );
  });

  it('is the same absence when the form is sent again, and nobody is told twice', async () => {
    const door = frontDoor();
    const form = await door.press('hana', 'away', null);
    const first = await door.send('hana', form, { ...week, delegate: 'jiho' });
    const again = await door.send('hana', form, { ...week, delegate: 'jiho' });
    expect(textOf(again)).toBe(textOf(first));
    expect(again.type).toBe('done');
    expect(heard(door, 'jiho')).toHaveLength(1);
  });

  it('shows me, who am away, until when and who stands in, and ends it with one press', async () => {
    const door = frontDoor();
    await sets(door, 'hana', { ...week, delegate: 'jiho' });
    const shown = await door.command('hana', '부재');
    if (shown.type !== 'say') throw new Error(shown.type);
    expect(linesOf(shown.card)).toEqual(['부재', '김하나 · 11/24(화)~11/28(토) · 알림 서지호 님']);
    expect(labelsOf(shown.card)).toEqual(['복귀', '부재 등록']);
    expect(textOf(await door.press('hana', 'back', null, '1'))).toContain('알림은 다시 김하나 님에게 갑니다');
    expect(heard(door, 'jiho').at(-1)).toContain('부재(11/24(화)~11/28(토))가 끝났습니다');
    expect(heard(door, 'sechan')).toHaveLength(2);
    expect(textOf(await door.press('hana', 'back', null, '1'))).toContain('이미 끝난 부재입니다');
    expect((await door.command('hana', 'away')).type).toBe('open-form');
  });

  it('lets a department lead set it for a member, who is told and may end it', async () => {
    const door = frontDoor();
    const answer = await sets(door, 'sechan', { ...week, person: 'hana' });
    expect(textOf(answer)).toContain('김하나 님의 부재를 등록했습니다');
    expect(heard(door, 'hana')).toEqual(['오세찬 님이 부재를 등록했습니다: 11/24(화)~11/28(토).']);
    expect(heard(door, 'sechan')).toEqual([]);
    expect(textOf(await door.command('sechan', '부재'))).toContain('김하나');
    expect(textOf(await door.press('hana', 'back', null, '1'))).toContain('끝냈습니다');
  });

  it('offers nobody else’s absence to a member, and refuses it whatever the form says', async () => {
    const door = frontDoor();
    const form = await door.command('jiho', '부재');
    expect(form.type === 'open-form' && form.form.fields.map(({ name }) => name)).toEqual([
      'from',
      'until',
      'delegate',
    ]);
    expect(textOf(await door.send('jiho', form, { ...week, person: 'hana' }))).toContain('우리 부서 사람의 부재만');
    await sets(door, 'hana', week);
    expect(textOf(await door.press('jiho', 'back', null, '1'))).toContain('우리 부서 사람의 부재만');
    expect(await door.absences.current(day('2026-11-23'))).toHaveLength(1);
  });

  it('refuses, at the field, days in the wrong order, days that are over and two absences on one day', async () => {
    const door = frontDoor();
    await sets(door, 'hana', { ...week, delegate: 'jiho' });
    const refused = async (who: string, values: Record<string, string>) => textOf(await sets(door, who, values));
    expect(await refused('yuna', { from: '2026-11-26', until: '2026-11-25' })).toMatch(/^until: 첫날보다 앞선 날/);
    expect(await refused('yuna', { from: '2026-11-16', until: '2026-11-20' })).toMatch(/^until: 이미 지난 날/);
    expect(await refused('yuna', { from: '', until: '2026-11-20' })).toMatch(/^from: 하나를 골라/);
    expect(await refused('hana', { from: '2026-11-28', until: '2026-11-30' })).toMatch(
      /^from: 이미 등록한 부재와 겹칩니다\(11\/24\(화\)~11\/28\(토\)\)/,
    );
    expect(await door.absences.current(day('2026-11-16'))).toHaveLength(1);
  });

  it('takes as delegate neither the person, nor somebody away on those days, nor somebody who may not see the cases', async () => {
    const door = frontDoor();
    await sets(door, 'jiho', { from: '2026-11-27', until: '2026-11-27' });
    const refused = async (values: Record<string, string>) => textOf(await sets(door, 'sechan', values));
    expect(await refused({ ...week, delegate: 'sechan' })).toMatch(/^delegate: 본인은/);
    expect(await refused({ ...week, delegate: 'jiho' })).toBe(
      'delegate: 서지호 님도 부재입니다(11/27(금)). 다른 사람을 골라 주세요.',
    );
    expect(await refused({ ...week, delegate: 'yuna' })).toMatch(/^delegate: 목록에 없는 값/);
    expect(await refused({ from: '2026-11-24', until: '2026-11-26', delegate: 'jiho' })).toContain(
      '서지호 님이 받습니다',
    );
  });

  it('leaves a customer’s voice that begins with the word alone', async () => {
    const reply = await frontDoor().command('hana', '부재중이라고 반송됐어요');
    expect(reply.type === 'open-form' && reply.form.step).toBe('file');
  });

  it('draws forms that Slack takes, in both languages', async () => {
    const door = frontDoor();
    for (const who of ['hana', 'sechan', 'daniel', 'grace', 'dain', 'guest']) {
      const form = await door.command(who, 'away');
      if (form.type !== 'open-form') throw new Error(form.type);
      expect(lintView(drawForm(form.form), 'modal'), who).toEqual([]);
      expect(form.form.fields.filter(({ required }) => required).length).toBeLessThanOrEqual(3);
    }
  });
});
