import type { AuthorityLeft } from '../domain/case/authority-limits.ts';
import type { FiledCase } from '../domain/case/case.ts';
import type { RemedyEvent } from '../domain/case/evolve-remedy.ts';
import { givenIn, openRequest } from '../domain/case/remedies.ts';
import type { Remedy } from '../domain/case/remedy.ts';
import { termOf } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import { inLine } from './excerpt.ts';
import { amountText } from './labels.ts';
import type { Reading } from './reading.ts';

export const wonText = (won: number, r: Reading): string => r.words.glossary.won(amountText(won, r));

/** `환불·보상금 30,000원`, `방문`. A code that the playbook does not name any more stands for itself. */
export function remedyText({ what, amount }: Pick<Remedy, 'what' | 'amount'>, r: Reading): string {
  const label = termOf(r.playbook.authority.remedies, what)?.label[r.locale] ?? what;
  return r.words.remedies.of(label, amount === null ? '' : wonText(amount, r));
}

/** What it rests on, and the how many-th it is for this customer. */
const detailsOf = (remedy: Remedy, r: Reading): string =>
  `${remedyText(remedy, r)}${r.words.remedies.basis(inLine(remedy.basis, 200))}${againText(remedy, r)}`;

/** Paying the same customer again is said wherever it is decided; '' where it is the first time. */
function againText({ elsewhere, amount }: Remedy, r: Reading): string {
  if (elsewhere === undefined || amount === null) return '';
  const { days } = r.playbook.authority;
  return r.words.remedies.again(days, elsewhere.times + 1, wonText(elsewhere.amount + amount, r));
}

/** What such an event says, without who did it. */
export function remedySentence(event: RemedyEvent, r: Reading): string {
  const w = r.words.remedies;
  switch (event.type) {
    case 'RemedyGranted':
      return w.granted(detailsOf(event.data.remedy, r));
    case 'RemedyRequested': {
      const { remedy } = event.data;
      const of = (remedy.before ?? []).slice(0, 1).map((role) => r.words.glossary.roles[role]);
      return w.requested(detailsOf(remedy, r), of.join());
    }
    case 'RemedyApproved': {
      const said = remedyText(event.data, r);
      return event.data.reason === null ? w.approved(said) : w.changed(said, inLine(event.data.reason, 300));
    }
    case 'RemedyDeclined':
      return w.declined(remedyText(event.data, r), inLine(event.data.reason, 300));
    case 'RemedyWithdrawn':
      return w.withdrawn(remedyText(event.data, r), inLine(event.data.reason, 300));
    default:
      return unreachable(event);
  }
}

/** What waits for an answer, and what it rests on; null: nothing does. */
export function requestLine(c: FiledCase, r: Reading): string | null {
  const open = openRequest(c);
  return open === null ? null : r.words.remedies.waiting(detailsOf(open, r), open.by.name);
}

/** What the customer has been given and what is asked for, short enough for a card; null: nothing of either. */
export function remedyLine(c: FiledCase, r: Reading): string | null {
  const w = r.words.remedies;
  const open = openRequest(c);
  const given = givenIn(c);
  const last = given.at(-1);
  const parts = [
    ...(open === null ? [] : [w.waiting(remedyText(open, r), open.by.name)]),
    ...(last === undefined
      ? []
      : [`${w.given(given.map((one) => remedyText(one, r)).join(', '))}${open === null ? againText(last, r) : ''}`]),
  ];
  return parts.length === 0 ? null : inLine(parts.join(' · '), 200);
}

/** What somebody may still give on a case without asking. */
export function leftText(left: AuthorityLeft | null, r: Reading): string {
  const w = r.words.remedies.left;
  if (left === null) return w.none;
  const { inCase, toCustomer } = left;
  const parts = [
    ...(inCase === null ? [] : [w.inCase(wonText(inCase, r))]),
    ...(toCustomer === null ? [] : [w.toCustomer(wonText(toCustomer, r), r.playbook.authority.days)]),
  ];
  return parts.length === 0 ? w.unlimited : w.left(parts.join(' · '));
}
