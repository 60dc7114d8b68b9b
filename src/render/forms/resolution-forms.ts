import { authorityLeft, mostOf } from '../../domain/case/authority-limits.ts';
import { type CaseRecord, type FiledCase, verdicts } from '../../domain/case/case.ts';
import { givenIn, unspent } from '../../domain/case/remedies.ts';
import type { CustomerSum } from '../../domain/case/remedy.ts';
import type { VoiceKind } from '../../domain/intake/voice.ts';
import type { Person } from '../../domain/people.ts';
import type { Choice, Field, Form } from '../../ports/form.ts';
import { notReachableNow } from '../reach-text.ts';
import type { Reading } from '../reading.ts';
import { wonText } from '../remedy-lines.ts';
import { rootCauseChoices, termChoices } from './choices.ts';
import { choice, momentField, numberField, oneLine, pick, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';
import { struggledField } from './progress-forms.ts';
import { justNow } from './starting-times.ts';

const wentWrong: readonly VoiceKind[] = ['complaint', 'claim'];
const mayBePaid: readonly VoiceKind[] = ['complaint', 'claim', 'inquiry', 'requirement'];

/** What each kind of voice has to answer for: a complaint its cause, an inquiry whether something was not said. */
function fieldsOfKind(kind: VoiceKind, pay: readonly Field[], r: Reading): readonly Field[] {
  const f = r.words.fields;
  const cause = select('rootCause', f.rootCause, rootCauseChoices(r), { required: wentWrong.includes(kind) });
  const missing = pick('informationMissing', f.informationMissing, [choice('yes', f.yes), choice('no', f.no)]);
  return [...(kind === 'inquiry' ? [missing] : []), cause, ...(mayBePaid.includes(kind) ? pay : [])];
}

/** What has been given already stands there; a fix can tell of that much, and of what the owner may give. */
function payFields(c: FiledCase, person: Person, sum: CustomerSum, r: Reading): readonly Field[] {
  const f = r.words.fields;
  const left = authorityLeft(person, c, sum, r.playbook);
  const most = left === null ? 0 : mostOf(left);
  const given = unspent(c);
  const upTo = most === null ? '' : ` ${r.words.remedies.left.inFix(wonText(given + most, r))}`;
  const last = givenIn(c).findLast(({ inFix, amount }) => inFix !== true && amount !== null);
  return [
    numberField('amount', f.amount, 0, {
      hint: `${f.amountHint}${upTo}`,
      required: false,
      ...(given > 0 ? { initial: given } : {}),
    }),
    oneLine('basis', f.basis, {
      hint: f.basisHint,
      required: false,
      max: 300,
      ...(last === undefined ? {} : { initial: last.basis }),
    }),
  ];
}

/** Where no money is asked for, no fix that pays is offered. */
function fixTypeChoices(kind: VoiceKind, r: Reading): readonly Choice[] {
  const paid = r.playbook.taxonomies.fixTypes.filter((t) => t.compensates).map((t) => t.code);
  return termChoices('fixTypes', r).filter((c) => mayBePaid.includes(kind) || !paid.includes(c.value));
}

/** An apology is no fix: the question is what was solved, and how one can see it. */
export function fixForm(record: CaseRecord, person: Person, sum: CustomerSum, r: Reading): Form {
  const f = r.words.fields;
  const { kind } = record.state.voice;
  const fields = [
    select('fixType', f.fixType, fixTypeChoices(kind, r)),
    prose('done', f.done),
    prose('evidence', f.evidence, { hint: f.evidenceHint }),
    ...fieldsOfKind(kind, payFields(record.state, person, sum, r), r),
    momentField('doneAt', f.doneAt, null, { hint: f.afterwardsHint, required: false }),
  ];
  return caseForm('fix', record, fields, r, { says: [r.words.forms.solve] });
}

/** Who struggled to reach us is thanked for it. */
const hasWaited = ({ state }: CaseRecord): boolean => (state.struggles?.waited ?? 0) > 0;

export function replyForm(record: CaseRecord, r: Reading): Form {
  const f = r.words.fields;
  const fields = [
    select('channel', f.replyChannel, termChoices('replyChannels', r)),
    momentField('toldAt', f.toldAt, justNow(r)),
    prose('gist', f.gist),
    pick(
      'verdict',
      f.verdict,
      verdicts.map((v) => choice(v, r.words.glossary.verdicts[v])),
    ),
    numberField('attempts', f.attempts, 0, {
      hint: f.attemptsHint(r.playbook.limits.contactAttempts),
      required: false,
    }),
    pick('again', r.words.happyCall.again, [choice('yes', f.yes), choice('no', f.no)], { required: false }),
    struggledField(r),
  ];
  return caseForm('reply', record, fields, r, {
    says: [
      notReachableNow(record.state, r) ?? '',
      hasWaited(record) ? r.words.care.thankForWaiting : r.words.forms.thank,
    ],
  });
}

export const reopenForm = (record: CaseRecord, r: Reading): Form =>
  caseForm('reopen', record, [prose('reason', r.words.fields.reason)], r);
