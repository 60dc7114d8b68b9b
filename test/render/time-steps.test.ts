import { describe, expect, it } from 'vitest';
import type { CaseRecord, FiledCase } from '../../src/domain/case/case.ts';
import type { Person } from '../../src/domain/people.ts';
import type { SlaClock } from '../../src/domain/sla/sla-clock.ts';
import type { Card, Step } from '../../src/ports/card.ts';
import { caseCard, caseCardFor } from '../../src/render/case-card.ts';
import type { Reading } from '../../src/render/reading.ts';
import { logistics, people, quality } from '../support/a-playbook.ts';
import { asPerson, at, cases, en, filed, ko, masked, offer, recordOf } from './cases-of-every-status.ts';
import { buttonsOf, menuOf } from './plain.ts';
import { readAt, withAnother } from './timed-cases.ts';

const inLogistics = { to: 'department', department: logistics } as const;
const stepsOf = (card: Card): readonly Step[] => [...buttonsOf(card), ...menuOf(card)].map((a) => a.press.step);
const inChannel = (c: FiledCase, r: Reading = ko) => stepsOf(caseCard(recordOf(c), inLogistics, r));
const mainFor = (c: FiledCase, who: Person) => buttonsOf(caseCardFor(recordOf(c), who, ko)).map((a) => a.press.step);
const duri = asPerson(people.duri);
const mirae = asPerson(people.mirae);
const overdue = readAt(ko, '2026-11-27 10:00');
const duty = (of: string): SlaClock => ({
  name: 'statutory',
  of,
  from: at(-60),
  target: { unit: 'wall', minutes: 72 * 60 },
  hours: { of: 'company' },
  reached: 0,
});

describe('what the clocks of a case call for', () => {
  it('the customer can be contacted from the moment a department has it until there is an answer', () => {
    for (const status of ['routed', 'acknowledged', 'working', 'held', 'deciding'] as const) {
      expect(inChannel(cases[status]), status).toContain('contact');
    }
    expect(stepsOf(caseCard(recordOf(cases.adjudication), { to: 'desk' }, ko))).toContain('contact');
    for (const status of ['fixed', 'replied', 'closed', 'refused', 'withdrawn'] as const) {
      expect(inChannel(cases[status]), status).not.toContain('contact');
    }
  });

  it('who talks to the customer finds that first; for the others it stays in the menu', () => {
    expect(mainFor(cases.working, duri)).toEqual(['contact', 'fix', 'hold']);
    expect(mainFor(cases.routed, duri)[0]).toBe('contact');
    expect(mainFor(cases.working, asPerson(people.hana))[0]).toBe('fix');
    expect(mainFor(cases.working, asPerson(people.sora))[0]).toBe('fix');
    expect(mainFor(cases.fixed, duri)[0]).toBe('reply');
  });

  it('who talks to the customer of their own department’s case still finds its next step first', () => {
    const own = { ...cases.acknowledged, department: people.duri.department ?? logistics };
    expect(mainFor(own, duri).slice(0, 2)).toEqual(['start', 'contact']);
  });

  it('nothing that was pushed out of the buttons is lost', () => {
    const card = caseCardFor(recordOf(cases.working), duri, ko);
    expect(menuOf(card).map((a) => a.press.step)).toContain('transfer');
  });

  it('containing is for what is urgent or major, until somebody has said so', () => {
    expect(inChannel(cases.acknowledged).slice(0, 2)).toEqual(['start', 'contain']);
    expect(inChannel(cases.working)).toContain('contain');
    expect(inChannel({ ...cases.working, contained: masked('출고를 멈춤') })).not.toContain('contain');
    const minor = { ...cases.working.assessment, tier: 'S3' as const };
    expect(inChannel({ ...cases.working, assessment: minor })).not.toContain('contain');
    for (const status of ['routed', 'held', 'fixed'] as const)
      expect(inChannel(cases[status])).not.toContain('contain');
  });

  it('a new date is offered only when the first has passed', () => {
    expect(inChannel(cases.working)).not.toContain('new-due');
    expect(inChannel(cases.working, overdue)).toContain('new-due');
    expect(inChannel(cases.fixed, overdue)).not.toContain('new-due');
  });

  it('a duty can be attached while a case is open, and said to be met while it runs', () => {
    for (const c of [cases.routed, cases.fixed, cases.replied]) expect(inChannel(c)).toContain('statutory');
    for (const c of [cases.closed, cases.withdrawn]) expect(inChannel(c)).not.toContain('statutory');
    expect(inChannel(cases.replied)).not.toContain('statutory-done');
    const two = withAnother(withAnother(cases.replied, duty('privacy_leak')), duty('ftc_many_petitions'));
    const done = menuOf(caseCard(recordOf(two), inLogistics, ko)).filter((a) => a.press.step === 'statutory-done');
    expect(done.map((a) => [a.press.arg, a.label])).toEqual([
      ['privacy_leak', '법정 기한 완료: 개인정보 유출 신고·통지'],
      ['ftc_many_petitions', '법정 기한 완료: 공정위 민원다발 소명'],
    ]);
  });

  it('where nothing is timed, no clock is offered', () => {
    const untimed = { ...cases.replied, sla: filed.sla };
    expect(inChannel(untimed)).not.toContain('statutory');
    expect(inChannel(untimed)).not.toContain('clocks');
    expect(inChannel(cases.replied)).toContain('clocks');
  });

  it('whoever is offered the case answers that, and is asked for nothing else', () => {
    const card = caseCard(recordOf({ ...cases.working, offer }), { to: 'department', department: quality }, overdue);
    for (const step of ['contact', 'contain', 'new-due', 'statutory'] as const)
      expect(stepsOf(card)).not.toContain(step);
  });

  it('the reminder’s own buttons are not on the card', () => {
    for (const c of Object.values(cases)) {
      expect(inChannel(c, overdue)).not.toContain('progress');
      expect(inChannel(c, overdue)).not.toContain('snooze');
    }
  });
});

describe('the fullest menu', () => {
  const stuck = { number: 1, text: masked('예산'), by: filed.filer, at: filed.filedAt, answer: null };
  const long = { ...filed.voice, words: masked('가'.repeat(4_000)) };
  const money = { number: 1, what: 'money', amount: 30_000, basis: masked('약관'), by: filed.filer, at: filed.filedAt };
  const remedies = [money, { ...money, number: 2, before: ['csLead', 'deptLead'] as const }];
  const full = (c: FiledCase): CaseRecord =>
    recordOf(
      withAnother(
        withAnother({ ...c, hops: 0, voice: long, obstacles: [stuck], remedies }, duty('privacy_leak')),
        duty('x'),
      ),
    );
  const openOnes = Object.values(cases).filter((c) => !['closed', 'merged', 'withdrawn', 'void'].includes(c.status));
  const everybody = Object.values(people).map(asPerson);

  it('S3-10: has at most thirteen entries, whoever reads it, and the way to a person is always among them', () => {
    for (const c of openOnes) {
      for (const r of [overdue, readAt(en, '2026-11-27 10:00')]) {
        const cards = [caseCard(full(c), inLogistics, r), ...everybody.map((who) => caseCardFor(full(c), who, r))];
        for (const card of cards) {
          expect(menuOf(card).length, stepsOf(card).join()).toBeLessThanOrEqual(13);
          expect(buttonsOf(card).length).toBeLessThanOrEqual(3);
          expect(new Set(stepsOf(card).filter((s) => s !== 'statutory-done')).size).toBe(
            stepsOf(card).filter((s) => s !== 'statutory-done').length,
          );
          if (stepsOf(card).includes('note')) expect(stepsOf(card)).toContain('connect');
        }
      }
    }
  });

  it('leaves out what this reader would not take: each finds their own on the card they ask for', () => {
    const found = (who: Person) => stepsOf(caseCardFor(full(cases.working), who, overdue));
    expect(found(mirae)).toEqual(
      expect.arrayContaining(['contact', 'withdraw', 'original', 'statutory', 'statutory-done']),
    );
    expect(found(asPerson(people.eunsol))).toEqual(expect.arrayContaining(['original', 'statutory', 'statutory-done']));
    const sechan = found(asPerson(people.sechan));
    expect(sechan).toEqual(
      expect.arrayContaining(['refuse', 'reassign', 'new-due', 'ask-decision', 'answer-obstacle']),
    );
    expect(found(asPerson(people.hana))).toEqual(expect.arrayContaining(['contain', 'obstacle', 'note', 'words']));
  });
});
