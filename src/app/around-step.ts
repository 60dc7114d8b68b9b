import { type CaseRecord, hasEnded, wasAnswered } from '../domain/case/case.ts';
import type { EarlierCase } from '../domain/case/commands.ts';
import { sumOf } from '../domain/case/remedies.ts';
import type { CustomerSum } from '../domain/case/remedy.ts';
import { type CaseId, parseCaseNumber, personId } from '../domain/ids.ts';
import { days, type Instant, plus } from '../domain/instant.ts';
import { type PersonRef, refOf } from '../domain/people.ts';
import type { Step } from '../ports/card.ts';
import type { FormValues } from '../ports/form.ts';
import type { Asked } from './asked.ts';
import { type Intent, interpret } from './interpret.ts';
import type { ReceiveDeps } from './receive-deps.ts';

/** More numbers than that in one field are a paste gone wrong. */
const mostNamed = 10;

export type Context = Readonly<Record<string, string>>;

/** What a form came back with, and what is known around it that the form does not say, as a command; null: it only looks. */
export async function intentOf(
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
  const isPraisedAway = step === 'share' || step === 'keep' ? await praisedAway(deps, id, at) : false;
  const earlier = step === 'repeat' ? await answersNamed(deps, values) : [];
  return interpret(step, values, {
    caseId: id,
    presser: known.person,
    people,
    playbook,
    at,
    context,
    target,
    sum,
    isPraisedAway,
    earlier,
  });
}

export const isOfMoney = (step: Step): boolean =>
  step === 'fix' || step === 'remedy' || step === 'approve-remedy' || step === 'change-remedy';

/** What the customer of a case was given in others: read for the steps that give, and as new as the press. */
export async function sumFor(
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

async function praisedAway(deps: ReceiveDeps, id: CaseId, at: Instant): Promise<boolean> {
  const praised = (await deps.store.load(id))?.state.praised;
  return praised === undefined ? false : deps.away.isAway(praised.id, at);
}

/** Cases that a form names by their numbers, as answers given before. */
async function answersNamed(deps: ReceiveDeps, values: FormValues): Promise<readonly EarlierCase[]> {
  const named = typeof values['earlier'] === 'string' ? values['earlier'].split(/[\s,]+/) : [];
  const ids = named.slice(0, mostNamed).flatMap((number) => parseCaseNumber(number) ?? []);
  const records = await Promise.all(ids.map((id) => deps.store.load(id)));
  return records.flatMap((r) =>
    r === null ? [] : [{ id: r.id, customer: r.state.customer, isAnswered: wasAnswered(r.state) }],
  );
}

/** The people a form names; some may be outside the playbook. */
async function named(deps: ReceiveDeps, values: FormValues): Promise<readonly PersonRef[]> {
  const ids = ['owner', 'caller'].map((field) => values[field]).filter((id) => typeof id === 'string' && id !== '');
  const known = await Promise.all(ids.map((id) => deps.directory.known(personId(String(id)))));
  return known.flatMap((k) => (k === null ? [] : [refOf(k.person)]));
}
