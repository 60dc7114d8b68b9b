import { type CaseRecord, hasEnded } from '../domain/case/case.ts';
import type { CaseCommand } from '../domain/case/commands.ts';
import { decide } from '../domain/case/decide.ts';
import type { CaseRejection } from '../domain/case/rejections.ts';
import { sumOf } from '../domain/case/remedies.ts';
import type { CustomerSum } from '../domain/case/remedy.ts';
import { type CaseId, caseId, parseCaseNumber, personId } from '../domain/ids.ts';
import { days, plus } from '../domain/instant.ts';
import { type PersonRef, refOf } from '../domain/people.ts';
import type { Press, Step } from '../ports/card.ts';
import type { Form, FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import { formFor } from '../render/case-forms.ts';
import { originalCard, sentenceCard } from '../render/case-views.ts';
import { fieldErrors, rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { startingValues } from './form-values.ts';
import type { Handled } from './handle-command.ts';
import { type Intent, interpret } from './interpret.ts';
import { type ReceiveDeps, readingOf } from './receive-deps.ts';

type Context = Readonly<Record<string, string>>;

/** Stamps an intent with who, when and why: from here on nothing reads a clock. */
export const stamp = (intent: Intent, { interaction, known }: Asked): CaseCommand => ({
  ...intent,
  meta: { actor: { type: 'person', person: known.person }, at: interaction.at, causationId: interaction.id },
});

/**
 * A press on a case. A step that needs words opens its form, but only for somebody who may take it now: the others
 * learn at once who did it or who may, not after filling in a form. What is asked for that is the form as it opens.
 */
export async function press(deps: ReceiveDeps, asked: Asked, { step, caseId: id, arg }: Press): Promise<Reply> {
  const record = id === null ? null : await deps.store.load(id);
  if (record === null) return { type: 'say', card: sentence(deps, asked, null, { type: 'NoSuchCase' }) };
  const sum = await sumFor(deps, asked, step, record);
  const form = formFor(step, record, asked.known.person, readingOf(deps, asked.known, record), arg, sum);
  const untouched = form === null ? {} : startingValues(form);
  const context = form?.context ?? (arg === undefined ? {} : { number: arg });
  const intent = await intentOf(deps, asked, step, untouched, record.id, context, sum);
  if (intent === null) {
    return { type: 'say', card: await deps.show.caseView(asked.known, step, record, arg ?? null) };
  }
  if (form === null) return afterPress(deps, asked, await order(deps, asked, record.id, intent, record));
  const decided = decide(stamp(intent, asked), record.state, deps.playbook);
  if (!decided.ok && !isForTheFormToMend(decided.error)) {
    return { type: 'say', card: sentence(deps, asked, record, decided.error) };
  }
  return { type: 'open-form', form: rememberingHome(form, asked) };
}

/** A form that was opened from Home says so when it comes back: then Home is drawn again. */
export const rememberingHome = (form: Form, { interaction }: Asked): Form =>
  interaction.surface === 'home' ? { ...form, context: { ...form.context, surface: 'home' } } : form;

/** Something is missing, or nothing is different yet: the form that opens is where that changes. */
const isForTheFormToMend = ({ type }: CaseRejection): boolean => type === 'InvalidInput' || type === 'NothingChanged';

/** A filled-in form of a case. Whatever is refused, the form stays open with what was typed. */
export async function submit(
  deps: ReceiveDeps,
  asked: Asked,
  step: Step,
  values: FormValues,
  context: Context,
): Promise<Reply> {
  const id = caseId(Number(context['caseId']));
  const sum = await sumFor(deps, asked, step, isOfMoney(step) ? await deps.store.load(id) : null);
  const intent = await intentOf(deps, asked, step, values, id, context, sum);
  if (intent === null) return { type: 'done', card: null, home: null };
  const handled = await order(deps, asked, id, intent);
  const reading = readingOf(deps, asked.known, handled.record);
  if (handled.type === 'rejected') {
    const { rejection } = handled;
    const errors = rejection.type === 'InvalidInput' ? fieldErrors(rejection.problems, step, reading) : {};
    return { type: 'field-errors', errors: atFields(errors, values, rejectionText(rejection, reading)) };
  }
  const home = context['surface'] === 'home' ? await deps.show.home(asked.known) : null;
  const card = step === 'original' ? await original(deps, asked, handled.record) : null;
  return { type: 'done', card, home };
}

async function afterPress(deps: ReceiveDeps, asked: Asked, handled: Handled): Promise<Reply> {
  if (handled.type === 'rejected') {
    return { type: 'say', card: sentence(deps, asked, handled.record, handled.rejection) };
  }
  if (asked.interaction.surface === 'home') return { type: 'home', card: await deps.show.home(asked.known) };
  return { type: 'nothing' };
}

const order = (deps: ReceiveDeps, asked: Asked, id: CaseId, intent: Intent, seen?: CaseRecord): Promise<Handled> =>
  deps.handle({ caseId: id, command: stamp(intent, asked), original: null, ...(seen === undefined ? {} : { seen }) });

async function intentOf(
  deps: ReceiveDeps,
  { interaction, known }: Asked,
  step: Step,
  values: FormValues,
  id: CaseId,
  context: Context,
  sum: CustomerSum,
): Promise<Intent | null> {
  const into = step === 'merge' && typeof values['into'] === 'string' ? parseCaseNumber(values['into']) : null;
  const other = into === null ? null : await deps.store.load(into);
  const target = other === null ? null : { id: other.id, customer: other.state.customer, ended: hasEnded(other.state) };
  const { playbook } = deps;
  const people = await named(deps, values);
  const { at } = interaction;
  return interpret(step, values, { caseId: id, presser: known.person, people, playbook, at, context, target, sum });
}

const isOfMoney = (step: Step): boolean =>
  step === 'fix' || step === 'remedy' || step === 'approve-remedy' || step === 'change-remedy';

/** What the customer of a case was given in others: read for the steps that give, and as new as the press. */
async function sumFor(
  deps: ReceiveDeps,
  { interaction }: Asked,
  step: Step,
  record: CaseRecord | null,
): Promise<CustomerSum> {
  const since = plus(interaction.at, days(-deps.playbook.authority.days));
  const customer = record?.state.customer ?? null;
  const isAsked = record !== null && customer !== null && isOfMoney(step);
  return sumOf(isAsked ? await deps.queries.givenTo(customer, record.id) : [], since);
}

/** The people a form names; some may be outside the playbook. */
async function named(deps: ReceiveDeps, values: FormValues): Promise<readonly PersonRef[]> {
  const ids = ['owner', 'caller'].map((field) => values[field]).filter((id) => typeof id === 'string' && id !== '');
  const known = await Promise.all(ids.map((id) => deps.directory.known(personId(String(id)))));
  return known.flatMap((k) => (k === null ? [] : [refOf(k.person)]));
}

const sentence = (deps: ReceiveDeps, { known }: Asked, record: CaseRecord | null, rejection: CaseRejection) =>
  sentenceCard(rejectionText(rejection, readingOf(deps, known, record)));

/** Only after the look is in the log is the envelope opened. */
async function original(deps: ReceiveDeps, { known }: Asked, record: CaseRecord) {
  const sealed = await deps.store.original(record.id);
  const text = sealed === null ? null : deps.vault.open(sealed);
  return originalCard(record, text, readingOf(deps, known, record));
}
