import { describe, expect, it } from 'vitest';
import { assess } from '../../src/domain/intake/triage.ts';
import { type VoiceKind, voiceKinds } from '../../src/domain/intake/voice.ts';
import { refOf } from '../../src/domain/people.ts';
import { type Step, steps } from '../../src/ports/card.ts';
import type { Field, Form } from '../../src/ports/form.ts';
import { formFor } from '../../src/render/case-forms.ts';
import { aPlaybook, people, quality } from '../support/a-playbook.ts';
import { asPerson, cases, en, everyRecord, filed, ko, masked, now, offer, recordOf } from './cases-of-every-status.ts';
import { blockText, formText } from './plain.ts';

const hana = asPerson(people.hana);
const sechan = asPerson(people.sechan);
const everyForm: readonly Form[] = [ko, en].flatMap((r) =>
  everyRecord.flatMap((record) => steps.flatMap((step) => formFor(step, record, hana, r) ?? [])),
);
const field = (form: Form | null, name: string): Field => {
  const found = form?.fields.find((f) => f.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};
const names = (form: Form | null) => form?.fields.map((f) => f.name) ?? [];
const values = (f: Field) => ('choices' in f ? f.choices.map((c) => c.value) : []);
const ofKind = (kind: VoiceKind) => recordOf({ ...cases.working, voice: { ...filed.voice, kind } });

describe('every form', () => {
  it('S0-13: is one screen with at most five required fields', () => {
    expect(everyForm.length).toBeGreaterThan(400);
    for (const form of everyForm) {
      expect(form.fields.filter((f) => f.required).length).toBeLessThanOrEqual(5);
      expect(new Set(names(form)).size).toBe(form.fields.length);
    }
  });

  it('fits the narrowest platform: titles, choices, texts', () => {
    for (const form of everyForm) {
      for (const words of [form.title, form.submit, form.cancel]) expect(words.length).toBeLessThanOrEqual(24);
      expect(JSON.stringify(form.context).length).toBeLessThanOrEqual(2500);
      for (const f of form.fields) {
        if (f.type === 'text') expect(f.maxLength).toBeLessThanOrEqual(3000);
        if (!('choices' in f)) continue;
        expect(f.choices.length).toBeGreaterThan(0);
        expect(f.choices.length).toBeLessThanOrEqual(100);
        for (const c of f.choices) expect(c.label.length).toBeLessThanOrEqual(75);
        const initial = 'initial' in f ? [f.initial].flat() : [];
        for (const value of initial) expect(values(f)).toContain(value);
      }
    }
  });

  it('says at its top which case it is and what the customer went through', () => {
    for (const form of everyForm) {
      const top = form.intro.map(blockText).join('\n');
      expect(top).toContain('VOC-0413');
      expect(top).toContain(filed.voice.experience);
      expect(form.context['caseId']).toBe('413');
    }
  });

  it('S2-07: never asks for age, sex, income or education', () => {
    for (const form of everyForm) {
      expect(formText(form)).not.toMatch(/나이|연령|성별|소득|학력|\bage\b|gender|\bsex\b|income|education/i);
    }
  });

  it('carries the name of its step', () => {
    for (const step of steps) {
      const form = formFor(step, recordOf(cases.working), hana, ko);
      if (form) expect(form.step).toBe(step);
    }
  });
});

describe('acknowledging', () => {
  const calm = assess('inquiry', [], aPlaybook.severity);

  it('is one press where nothing presses and nobody needs a call', () => {
    const record = recordOf({ ...cases.routed, assessment: calm });
    expect(formFor('acknowledge', record, hana, ko)).toBeNull();
    expect(formFor('accept', recordOf({ ...cases.working, assessment: calm, offer }), hana, ko)).toBeNull();
  });

  it('S0-23: asks for the caller and the time of the call where a human is needed', () => {
    const form = formFor('acknowledge', recordOf(cases.routed), hana, ko);
    expect(form?.fields.filter((f) => f.required).map((f) => f.name)).toEqual(['owner', 'eta', 'caller', 'callbackAt']);
    expect(field(form, 'owner')).toMatchObject({ initial: hana.id });
    expect(field(form, 'caller')).toMatchObject({ initial: filed.customerOwner.id });
    expect(form?.intro.map(blockText).join()).toContain('사람이 전화해야 하는 건입니다');
  });

  it('proposes times still to come, in working hours', () => {
    const form = formFor('acknowledge', recordOf(cases.routed), hana, ko);
    for (const name of ['eta', 'callbackAt']) {
      const f = field(form, name);
      expect(f.type === 'moment' && Number(f.initial)).toBeGreaterThan(now);
    }
    const evening = { ...ko, now: (now + 10 * 3_600_000) as typeof now };
    const late = field(formFor('acknowledge', recordOf(cases.routed), hana, evening), 'callbackAt');
    expect(late).toMatchObject({ initial: String(Date.parse('2026-11-24T01:00Z')) });
  });

  it('leaves the time open in a calm case that needs a call', () => {
    const assessment = assess('complaint', ['B1'], aPlaybook.severity);
    const form = formFor('acknowledge', recordOf({ ...cases.routed, assessment }), hana, ko);
    expect(field(form, 'eta')).toMatchObject({ required: false });
    expect(field(form, 'eta')).not.toHaveProperty('initial');
  });

  it('offers the presser even where the playbook does not know them', () => {
    const guest = { ...hana, id: 'guest' as typeof hana.id, name: '손님' };
    const form = formFor('acknowledge', recordOf(cases.routed), guest, ko);
    expect(values(field(form, 'owner'))).toContain('guest');
    expect(values(field(form, 'owner'))).toContain(people.jiho.id);
    expect(values(field(form, 'owner'))).not.toContain(people.yuna.id);
  });

  it('offers the people of the department that takes a transfer', () => {
    const form = formFor('accept', recordOf({ ...cases.working, offer }), asPerson(people.yuna), ko);
    expect(values(field(form, 'owner'))).toEqual([people.yuna.id, people.dongmin.id]);
  });
});

describe('handing over', () => {
  it('S4-05: no excuse is among the reasons, for a transfer or for a refusal', () => {
    const record = recordOf(cases.working);
    const offered = ['transfer', 'refuse'].flatMap((step) => {
      const reason = field(formFor(step as Step, record, sechan, ko), 'reason');
      return 'choices' in reason ? reason.choices.map((c) => c.label) : [];
    });
    expect(offered.length).toBeGreaterThan(3);
    expect(offered.join()).not.toMatch(/담당 아님|소수 의견|원래 그렇|인력 부족|고객 과실/);
  });

  it('counts the hops, and says when the desk will decide instead', () => {
    const intro = (hops: number) =>
      formFor('transfer', recordOf({ ...cases.working, hops }), hana, ko)
        ?.intro.map(blockText)
        .join(' ');
    expect(intro(0)).toContain('2번 가운데 1번째 이관입니다');
    expect(intro(2)).toContain('이미 2번 이관됐습니다');
  });

  it('offers every department but the one that hands over', () => {
    const transfer = field(formFor('transfer', recordOf(cases.working), hana, ko), 'department');
    expect(values(transfer)).not.toContain('logistics');
    const back = formFor('return', recordOf({ ...cases.working, offer }), asPerson(people.yuna), ko);
    expect(values(field(back, 'department'))).not.toContain(quality);
  });
});

describe('fixing', () => {
  it('S1-01: an apology is no fix', () => {
    const types = field(formFor('fix', ofKind('complaint'), hana, ko), 'fixType');
    expect('choices' in types && types.choices.map((c) => c.label).join()).not.toContain('사과');
    expect(types.label).toBe('무엇을 해결했나요?');
  });

  it('asks each kind what it has to answer for', () => {
    const required = (kind: VoiceKind) =>
      formFor('fix', ofKind(kind), hana, ko)
        ?.fields.filter((f) => f.required)
        .map((f) => f.name);
    expect(required('complaint')).toEqual(['fixType', 'done', 'evidence', 'rootCause']);
    expect(required('claim')).toEqual(['fixType', 'done', 'evidence', 'rootCause']);
    expect(required('inquiry')).toEqual(['fixType', 'done', 'evidence', 'informationMissing']);
    expect(required('suggestion')).toEqual(['fixType', 'done', 'evidence']);
  });

  it('S0-25: has a place for the basis wherever a fix can pay', () => {
    for (const kind of voiceKinds) {
      const form = formFor('fix', ofKind(kind), hana, ko);
      const pays = values(field(form, 'fixType')).includes('refunded');
      expect(names(form).includes('basis')).toBe(pays);
      expect(names(form).includes('amount')).toBe(pays);
    }
    expect(names(formFor('fix', ofKind('claim'), hana, ko))).toContain('basis');
  });

  it('names root causes on two levels', () => {
    const causes = field(formFor('fix', ofKind('complaint'), hana, ko), 'rootCause');
    expect(values(causes)).toContain('product/packaging');
    expect('choices' in causes && causes.choices[0]?.label).toBe('제품 › 포장');
  });
});

describe('the other forms', () => {
  it('puts the options of a decision with what they cost, and takes the pressed one', () => {
    const form = formFor('decide', recordOf(cases.deciding), asPerson(people.dain), ko, '1');
    expect(form?.intro.map(blockText).join('\n')).toContain('1) 바꾼다 · 비용 월 410만 원 · 고객에게: 파손이 준다');
    const choice = field(form, 'choice');
    expect(choice).toMatchObject({ initial: '1' });
    expect('choices' in choice && choice.choices[0]?.label).toBe('바꾼다 (추천)');
    expect(formFor('decide', recordOf(cases.working), asPerson(people.dain), ko)).toBeNull();
  });

  it('answers the obstacle that was pressed, else the oldest open one', () => {
    const by = refOf(hana);
    const obstacles = [1, 2].map((number) => ({ number, text: masked(`막힘 ${number}`), by, at: now, answer: null }));
    const record = recordOf({ ...cases.working, obstacles });
    expect(formFor('answer-obstacle', record, sechan, ko, '2')?.context['number']).toBe('2');
    expect(formFor('answer-obstacle', record, sechan, ko)?.context['number']).toBe('1');
    expect(formFor('answer-obstacle', record, sechan, ko)?.intro.map(blockText).join()).toContain('막힘 1');
  });

  it('S2-04: a refusal asks why the expectation was not reasonable, and for evidence', () => {
    const form = formFor('refuse', recordOf(cases.working), sechan, ko);
    expect(form?.fields.every((f) => f.required)).toBe(true);
    expect(names(form)).toEqual(['reason', 'evidence', 'explanation', 'whyUnreasonable']);
  });

  it('ticks the confirmed signals, and offers none that the machine sets', () => {
    const ticks = field(formFor('severity', recordOf(cases.working), hana, ko), 'signals');
    expect(ticks).toMatchObject({ initial: ['B1', 'F1', 'H2'] });
    expect(values(ticks)).not.toContain('I1');
  });

  it('lets the second person void with one press', () => {
    const voidProposed = { by: refOf(asPerson(people.aram)), reason: masked('광고') };
    expect(formFor('void', recordOf({ ...cases.new, voidProposed }), asPerson(people.hangyeol), ko)).toBeNull();
    expect(names(formFor('void', recordOf(cases.new), asPerson(people.aram), ko))).toEqual(['reason']);
  });

  it.each(['resume', 'close', 'countersign', 'show', 'history', 'why', 'words', 'help'] as const)(
    '%s asks nothing',
    (step) => expect(formFor(step, recordOf(cases.working), hana, ko)).toBeNull(),
  );
});
