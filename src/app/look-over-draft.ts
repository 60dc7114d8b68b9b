import type { CaseRecord } from '../domain/case/case.ts';
import { caseId } from '../domain/ids.ts';
import { checkDraft, type DraftContext } from '../domain/learning/draft-check.ts';
import { hasRole, type Person } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Form, FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import { draftForm } from '../render/forms/draft-form.ts';
import { wantsLabel } from '../render/labels.ts';
import type { Reading } from '../render/reading.ts';
import { rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { type ReceiveDeps, readingOf } from './receive-deps.ts';
import { rememberingHome } from './take-step.ts';

/** Whoever may talk to the customer of this case. */
function mayDraft(person: Person, { callback }: CaseRecord['state']): boolean {
  return hasRole(person, 'csAgent', 'csLead') || callback?.caller.id === person.id;
}

/** [답장 살펴보기]: the sheet for a draft. */
export async function openDraft(deps: ReceiveDeps, asked: Asked, id: number | null): Promise<Reply> {
  const record = id === null ? null : await deps.store.load(caseId(id));
  const refusal = refused(record, asked, deps);
  if (record === null || refusal !== null) return { type: 'say', card: sentenceCard(refusal ?? '') };
  return {
    type: 'open-form',
    form: rememberingHome(draftForm(record, null, readingOf(deps, asked.known, record)), asked),
  };
}

/** The same sheet again, with what is worth another look. The draft is neither kept nor sent anywhere. */
export async function lookOverDraft(
  deps: ReceiveDeps,
  asked: Asked,
  values: FormValues,
  context: Form['context'],
): Promise<Reply> {
  const record = await deps.store.load(caseId(Number(context['caseId'])));
  const refusal = refused(record, asked, deps);
  if (record === null || refusal !== null) return { type: 'field-errors', errors: { draft: refusal ?? '' } };
  const r = readingOf(deps, asked.known, record);
  const typed = values['draft'];
  const draft = typeof typed === 'string' ? typed : '';
  if (draft.trim() === '') return { type: 'field-errors', errors: { draft: r.words.fieldProblems.required } };
  const warnings = checkDraft(draft, deps.playbook.care.drafts, contextOf(record, deps.playbook, r));
  return { type: 'redraw-form', form: { ...draftForm(record, { draft, warnings }, r), context } };
}

function refused(record: CaseRecord | null, { known }: Asked, deps: ReceiveDeps): string | null {
  const r = readingOf(deps, known, record);
  if (record === null) return rejectionText({ type: 'NoSuchCase' }, r);
  if (mayDraft(known.person, record.state)) return null;
  return rejectionText({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } }, r);
}

function contextOf({ state }: CaseRecord, playbook: Playbook, r: Reading): DraftContext {
  const { words, experience, product, opinion, wants } = state.voice;
  const names = [
    ...playbook.people.map(({ name }) => name),
    ...playbook.departments.flatMap(({ name }) => Object.values(name)),
  ];
  return { names, onCase: [words, experience, product ?? '', opinion ?? '', wantsLabel(wants, r)].join('\n') };
}
