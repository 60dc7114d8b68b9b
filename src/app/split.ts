import type { CaseRecord } from '../domain/case/case.ts';
import { decide } from '../domain/case/decide.ts';
import { caseId, causationId } from '../domain/ids.ts';
import { voiceKinds } from '../domain/intake/voice.ts';
import type { Playbook } from '../domain/playbook.ts';
import { dayIn } from '../domain/zone.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import { fieldErrors, rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { reader } from './form-values.ts';
import type { Intent } from './interpret.ts';
import { type ReceiveDeps, readingOf } from './receive-deps.ts';
import { stamp } from './take-step.ts';

/**
 * One text that is two things becomes two cases that point at each other. The new one is filed first; then the old one
 * learns of it, under a cause that follows from the first, so that a form sent twice makes one of each.
 */
export async function splitForm(
  deps: ReceiveDeps,
  asked: Asked,
  values: FormValues,
  context: Readonly<Record<string, string>>,
): Promise<Reply> {
  const record = await deps.store.load(caseId(Number(context['caseId'])));
  const reading = readingOf(deps, asked.known, record);
  if (record === null) return refusal(rejectionText({ type: 'NoSuchCase' }, reading));
  const may = decide(stamp({ type: 'RecordSplit', data: { into: null } }, asked), record.state, deps.playbook);
  if (!may.ok && may.error.type !== 'InvalidInput') return refusal(rejectionText(may.error, reading));

  const half = stamp(otherHalf(values, record, asked, deps.playbook), asked);
  const filed = await deps.handle({ caseId: null, command: half, original: null });
  if (filed.type === 'rejected') {
    const { rejection } = filed;
    const errors = rejection.type === 'InvalidInput' ? fieldErrors(rejection.problems, 'split', reading) : {};
    return { type: 'field-errors', errors: atFields(errors, values, rejectionText(rejection, reading)) };
  }
  const link = stamp({ type: 'RecordSplit', data: { into: filed.record.id } }, asked);
  const meta = { ...link.meta, causationId: causationId(`${link.meta.causationId}:split`) };
  await deps.handle({ caseId: record.id, command: { ...link, meta }, original: null });
  return { type: 'done', card: null, home: null };

  function refusal(sentence: string): Reply {
    return { type: 'field-errors', errors: atFields({}, values, sentence) };
  }
}

/** The same customer, channel and day; the part of the words that somebody left, and what it is. */
function otherHalf(values: FormValues, { id, state }: CaseRecord, { known }: Asked, playbook: Playbook): Intent {
  const form = reader(values, playbook, known.person);
  const kind = voiceKinds.find((k) => k === form.raw('kind') && k !== state.voice.kind) ?? null;
  return {
    type: 'FileCase',
    data: {
      kind,
      channel: state.voice.channel,
      touchpoint: state.voice.touchpoint,
      words: form.text('words'),
      experience: form.text('experience'),
      wants: form.list('wants'),
      opinion: null,
      product: null,
      masked: {},
      customer: state.customer,
      permalink: state.permalink,
      signals: [],
      department: form.raw('department') === 'desk' ? null : form.department('department'),
      struggled: [],
      waited: null,
      reach: state.reach ?? null,
      earlier: [],
      particulars: { splitFrom: id, experienced: dayIn(state.voice.experiencedAt ?? state.filedAt, playbook.zone) },
    },
  };
}
