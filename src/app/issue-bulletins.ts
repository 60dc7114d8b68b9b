import { type Choices, issuesDue } from '../domain/digests.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Bulletins } from '../ports/bulletins.ts';
import type { DigestBook } from '../ports/figures.ts';
import type { Address } from './address.ts';

export type IssueBulletins = () => Promise<void>;

/** Owes what should have been told by now. Asked at every look at the time, by every replica: each is owed once, and after that costs nothing. */
export function issueBulletinsWith(deps: {
  readonly bulletins: Bulletins;
  readonly digestBook: Pick<DigestBook, 'choices'>;
  /** Whether figures can be told by now. */
  readonly tallied: () => Promise<boolean>;
  /** Keeps the sums of the weeks that a digest tells of. */
  readonly keepWeeks: () => Promise<void>;
  readonly address: Address;
  readonly playbook: Playbook;
  readonly now: Clock;
  /** Something is owed to a chat now. */
  readonly kick: () => void;
}): IssueBulletins {
  const { bulletins, address, playbook, now, kick } = deps;
  const settled = new Set<string>();
  return async () => {
    const at = now();
    // Whoever may be told anything: what is left of it is what anybody chose.
    if (issuesDue(at, playbook, () => true).every(({ key }) => settled.has(key))) return;
    if (!(await deps.tallied())) return;
    const choices = choicesOf(await deps.digestBook.choices());
    const due = issuesDue(at, playbook, choices);
    for (const { key, notices } of due) {
      if (settled.has(key)) continue;
      const { messages } = await address(notices, at);
      if (await bulletins.owe(key, messages)) {
        if (key.startsWith('weekly:')) await deps.keepWeeks();
        kick();
      }
      settled.add(key);
    }
    for (const { key } of issuesDue(at, playbook, () => true)) settled.add(key);
  };
}

export function choicesOf(all: Awaited<ReturnType<DigestBook['choices']>>): Choices {
  const chosen = new Map(all.map(({ subject, digest, wanted }) => [`${subject}/${digest}`, wanted]));
  return (subject, digest) => chosen.get(`${subject}/${digest}`) ?? null;
}
