import type { CaseRecord } from '../../domain/case/case.ts';
import type { Form } from '../../ports/form.ts';
import { inLine } from '../excerpt.ts';
import type { Reading } from '../reading.ts';
import { knownSignals, signalChoices } from './choices.ts';
import { momentField, prose, severalOf } from './fields.ts';
import { caseForm } from './form-head.ts';

export const obstacleForm = (record: CaseRecord, r: Reading): Form =>
  caseForm('obstacle', record, [prose('text', r.words.fields.obstacle)], r);

/** `arg`: the number of the obstacle; without it, the oldest that nobody has answered. */
export function answerObstacleForm(record: CaseRecord, arg: string | undefined, r: Reading): Form {
  const { obstacles } = record.state;
  const asked = obstacles.find((o) => String(o.number) === arg) ?? obstacles.find((o) => o.answer === null);
  const number = asked?.number ?? 0;
  return caseForm('answer-obstacle', record, [prose('text', r.words.fields.answer)], r, {
    says: asked ? [r.words.card.status.obstacle(number, inLine(asked.text, 600))] : [],
    context: { number: String(number) },
  });
}

export function severityForm(record: CaseRecord, r: Reading): Form {
  const { signals, signalsHint, reason } = r.words.fields;
  const c = record.state;
  const ticked = severalOf('signals', signals, signalChoices(c.voice.kind, r), {
    hint: signalsHint,
    required: false,
    initial: knownSignals(c, r),
  });
  return caseForm('severity', record, [ticked, prose('reason', reason)], r, { says: [r.words.forms.lowering] });
}

/** What was done without the bot is recorded afterwards, with its real time. */
export function noteForm(record: CaseRecord, r: Reading): Form {
  const { note, happenedAt, afterwardsHint } = r.words.fields;
  const when = momentField('happenedAt', happenedAt, null, { hint: afterwardsHint, required: false });
  return caseForm('note', record, [prose('text', note), when], r);
}

export const originalForm = (record: CaseRecord, r: Reading): Form =>
  caseForm('original', record, [prose('reason', r.words.fields.originalReason)], r, {
    says: [r.words.fields.originalHint],
  });
