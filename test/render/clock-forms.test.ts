import { describe, expect, it } from 'vitest';
import type { FiledCase } from '../../src/domain/case/case.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import type { Field, Form } from '../../src/ports/form.ts';
import { formFor } from '../../src/render/case-forms.ts';
import type { Reading } from '../../src/render/reading.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { asPerson, at, cases, en, filed, ko, masked, recordOf } from './cases-of-every-status.ts';
import { blockText } from './plain.ts';
import { readAt, seoul, withAnother, withClock } from './timed-cases.ts';

const hana = asPerson(people.hana);
const duri = asPerson(people.duri);
const intro = (form: Form | null) => form?.intro.map(blockText).join('\n') ?? '';
const field = (form: Form | null, name: string): Field => {
  const found = form?.fields.find((f) => f.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};
const labels = (form: Form | null, name: string): readonly string[] => {
  const f = field(form, name);
  return 'choices' in f ? f.choices.map((c) => c.label) : [];
};
const withTier = <C extends FiledCase>(c: C, tier: 'S1' | 'S4'): C => ({
  ...c,
  assessment: { ...c.assessment, tier },
});
const snooze = (c: FiledCase, r: Reading, clock = 'fix') => formFor('snooze', recordOf(c), hana, r, clock);

describe('putting a reminder off', () => {
  it('offers the three moments as they are, and the first is chosen already', () => {
    const form = snooze(cases.working, ko);
    expect(labels(form, 'until')).toEqual(['한 시간 뒤(11:00)', '오늘 16:30', '내일 09:30']);
    expect(field(form, 'until')).toMatchObject({ initial: 'hour' });
    expect(labels(snooze(cases.working, en), 'until')).toEqual(['In an hour (11:00)', 'Today 16:30', 'Tomorrow 09:30']);
    expect(form?.context).toMatchObject({ clock: 'fix' });
  });

  it('after the last bundle of a Friday only Monday and an hour are left', () => {
    const late = withTier(cases.working, 'S4');
    const c = { ...late, sla: withClock(late, 'fix', { target: { unit: 'days', days: 9 } }).sla };
    expect(labels(snooze(c, readAt(ko, '2026-11-27 16:45')), 'until')).toEqual([
      '한 시간 뒤(17:45)',
      '11/30(월) 09:30',
    ]);
  });

  it('offers nothing that would pass the due moment', () => {
    expect(labels(snooze(cases.working, readAt(ko, '2026-11-26 11:00')), 'until')).toEqual([
      '한 시간 뒤(12:00)',
      '오늘 16:30',
    ]);
    expect(labels(snooze(cases.working, readAt(ko, '2026-11-26 16:35')), 'until')).toEqual(['한 시간 뒤(17:35)']);
  });

  it('where nothing fits any more it says so, and what helps instead', () => {
    const form = snooze(cases.working, readAt(ko, '2026-11-26 17:30'));
    expect(labels(form, 'until')).toHaveLength(1);
    expect(intro(form)).toContain('처리 · 11/26(목) 18:00까지라 더 미룰 수 있는 때가 없습니다');
    expect(intro(form)).toContain('[막힌 점]');
  });

  it('an S1 waits a quarter of an hour, said as such', () => {
    expect(labels(snooze(withTier(cases.working, 'S1'), ko), 'until')).toEqual(['15분 뒤(10:15)']);
  });

  it('says of what it is, and that only the reminder waits', () => {
    expect(intro(snooze(cases.working, ko))).toContain(
      '처리 · 11/26(목) 18:00까지입니다. 알림만 미루며, 기한은 그대로입니다.',
    );
  });
});

describe('a new date', () => {
  it('stands beside the first, which stays', () => {
    const form = formFor('new-due', recordOf(cases.working), asPerson(people.sechan), readAt(ko, '2026-11-27 10:00'));
    expect(intro(form)).toContain('처리 · 처음 기한은 11/26(목) 18:00이고, 이력에 그대로 남습니다.');
    expect(form?.context).toMatchObject({ clock: 'fix' });
    const until = field(form, 'until');
    expect(until.type === 'moment' && Number(until.initial)).toBeGreaterThan(seoul('2026-11-27 10:00'));
    expect(until.hint).toContain('10영업일');
  });

  it('is about the clock that was pressed', () => {
    const form = formFor('new-due', recordOf(cases.working), asPerson(people.sechan), ko, 'rootCause');
    expect(form?.context).toMatchObject({ clock: 'rootCause' });
    expect(intro(form)).toContain('원인·재발방지');
  });
});

describe('a duty set by law', () => {
  const values = (form: Form | null) => {
    const f = field(form, 'code');
    return 'choices' in f ? f.choices.map((c) => c.value) : [];
  };
  const leak: FiledCase = { ...cases.working, assessment: assess('complaint', ['J1'], aPlaybook.severity) };
  const attached = withAnother(cases.working, {
    name: 'statutory',
    of: 'privacy_leak',
    from: at(-60),
    target: { unit: 'wall', minutes: 72 * 60 },
    hours: { of: 'company' },
    reached: 0,
  });

  it('what the signals make likely comes first, chosen; otherwise nothing is', () => {
    const food: FiledCase = { ...cases.working, assessment: assess('complaint', ['A2'], aPlaybook.severity) };
    expect(values(formFor('statutory', recordOf(food), duri, ko))).toEqual([
      'food_foreign_matter',
      'privacy_leak',
      'ftc_many_petitions',
    ]);
    expect(field(formFor('statutory', recordOf(leak), duri, ko), 'code')).toMatchObject({ initial: 'privacy_leak' });
    expect(field(formFor('statutory', recordOf(cases.working), duri, ko), 'code')).not.toHaveProperty('initial');
  });

  it('reminds and does not advise, and begins where the case did', () => {
    const form = formFor('statutory', recordOf(leak), duri, ko);
    expect(intro(form)).toContain('알림이며 법률 자문이 아닙니다.');
    expect(intro(formFor('statutory', recordOf(leak), duri, en))).toContain('not legal advice');
    expect(field(form, 'since')).toMatchObject({ initial: String(filed.filedAt) });
  });

  it('offers no duty that runs already, and no form where all of them do', () => {
    expect(values(formFor('statutory', recordOf(attached), duri, ko))).toEqual([
      'food_foreign_matter',
      'ftc_many_petitions',
    ]);
    const [one] = aPlaybook.sla.statutory;
    const only = { ...ko, playbook: { ...aPlaybook, sla: { ...aPlaybook.sla, statutory: one ? [one] : [] } } };
    expect(formFor('statutory', recordOf(attached), duri, only)).toBeNull();
  });

  it('is said to be met by name: the one that was pressed, else the one that runs', () => {
    for (const arg of ['privacy_leak', undefined]) {
      const form = formFor('statutory-done', recordOf(attached), asPerson(people.mirae), ko, arg);
      expect(intro(form)).toContain('마친 것: 개인정보 유출 신고·통지');
      expect(form?.context).toMatchObject({ code: 'privacy_leak' });
    }
  });
});

describe('what the customer and the others are told on the way', () => {
  it('a contact is by a way that reaches somebody, and was just now', () => {
    const form = formFor('contact', recordOf(cases.working), duri, ko);
    expect(labels(form, 'channel')).toEqual(['전화', '이메일']);
    expect(field(form, 'contactedAt')).toMatchObject({ initial: String(ko.now) });
  });

  it('a containment that was stated stands there to be mended', () => {
    const stated = { ...cases.working, contained: masked('출고를 멈춤') };
    expect(field(formFor('contain', recordOf(stated), hana, ko), 'measure')).toMatchObject({ initial: '출고를 멈춤' });
  });

  it('still being on it needs no form', () => {
    expect(formFor('progress', recordOf(cases.working), hana, ko)).toBeNull();
    expect(formFor('clocks', recordOf(cases.working), hana, ko)).toBeNull();
  });
});
