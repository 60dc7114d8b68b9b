import { describe, expect, it } from 'vitest';
import { departmentHolding, offerOf } from '../../src/domain/case/case.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import { type Action, type Step, steps, stepsWithForms } from '../../src/ports/card.ts';
import { type CardPlace, everyStep } from '../../src/render/actions.ts';
import { formFor } from '../../src/render/case-forms.ts';
import { aPlaybook, logistics, people, quality } from '../support/a-playbook.ts';
import { aRemedy } from '../support/case-events.ts';
import { asPerson, cases, everyRecord, ko, offer, recordOf } from './cases-of-every-status.ts';

const calm = assess('inquiry', [], aPlaybook.severity);
const proposed = { by: people.aram, reason: 'x', at: ko.now };
const records = [
  ...everyRecord,
  ...everyRecord.map(({ state }) => recordOf({ ...state, assessment: calm })),
  recordOf({ ...cases.working, offer }),
  recordOf({ ...cases.working, offer, assessment: calm }),
  recordOf({
    ...cases.working,
    obstacles: [{ number: 1, text: 'x', by: people.hana, at: ko.now, answer: null }] as never,
  }),
  recordOf({ ...cases.new, voidProposed: proposed as never }),
  recordOf({ ...cases.fixed, remedies: [aRemedy(people.duri, { before: ['csLead'] })] }),
  recordOf({ ...cases.fixed, remedies: [aRemedy(people.duri)] }),
  recordOf((({ changeAnswer: _given, ...rest }) => rest)(cases.replied)),
];
const places: readonly CardPlace[] = [
  { to: 'desk' },
  ...[logistics, quality].map((d) => ({ to: 'department', department: d }) as const),
];
/** Every button a case has anywhere, with the case it belongs to, and whether its press asks something. */
const buttons = records.flatMap((record) =>
  places.flatMap((place) => {
    const { main, more } = everyStep(record, place, ko, 'long', null);
    const asks = ({ press }: Action) => formFor(press.step, record, asPerson(people.hana), ko, press.arg) !== null;
    return [...main, ...more].map((action) => ({ step: action.press.step, asks: asks(action), record }));
  }),
);
const offeredSteps = new Set(buttons.map(({ step }) => step));
/** Their forms are opened by the use cases: those that belong to no case, and those about what several have in common. */
const ofNoCase: readonly Step[] = [
  ...steps.slice(steps.indexOf('change'), steps.indexOf('show')),
  'file',
  'opinion',
  'away',
  'add-holiday',
  'remove-holiday',
  'add-word',
  'new-group',
  'remove-word',
  'link',
  'name-cluster',
  'metric',
];
/** Offered by reminders and private words only. */
const elsewhere: readonly Step[] = [
  'snooze',
  'new-due',
  'statutory',
  'statutory-done',
  'return',
  'decide',
  'verdict',
  'repeat',
  'flag',
  'confirm-flag',
  'limit',
  'lift',
];
/** Offered to whoever talks to the customer, on their own look at the case. */
const care: readonly Step[] = ['draft'];

describe('the steps that always open a form', () => {
  it('open one wherever their button stands', () => {
    expect(
      buttons
        .filter(({ step, asks }) => stepsWithForms.has(step) && !asks && !ofNoCase.includes(step))
        .map(({ step }) => step),
    ).toEqual([]);
    for (const step of stepsWithForms) {
      if (ofNoCase.includes(step)) continue;
      const record = recordOf(step === 'decide' ? cases.deciding : cases.working);
      expect(formFor(step, record, asPerson(people.hana), ko), step).not.toBeNull();
    }
  });

  it('are all of them: every other button acts or shows at once, here or on another case', () => {
    const others = [...offeredSteps].filter((step) => !stepsWithForms.has(step));
    for (const step of others) {
      expect(
        buttons.some((button) => button.step === step && !button.asks),
        step,
      ).toBe(true);
    }
    expect(others).toEqual(expect.arrayContaining(['acknowledge', 'accept', 'void', 'resume', 'close', 'history']));
  });

  it('are steps that somebody can press', () => {
    const missing = [...stepsWithForms].filter(
      (s) => !offeredSteps.has(s) && !ofNoCase.includes(s) && !elsewhere.includes(s) && !care.includes(s),
    );
    expect(missing).toEqual([]);
    expect(departmentHolding(cases.working)).toBe(logistics);
    expect(offerOf({ ...cases.working, offer })?.to).toBe(quality);
  });
});
