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
    // As if everybody wanted everything: what is left of it is what anybody chose.
    const keys = issuesDue(at, playbook, () => true).map(({ key }) => key);
    if (keys.every((key) => settled.has(key))) return;
    if (!(await deps.tallied())) return;
    const choices = choicesOf(await deps.digestBook.choices());
    let isWeekTold = false;
    for (const { key, notices } of issuesDue(at, playbook, choices)) {
      if (settled.has(key)) continue;
      const { messages } = await address(notices, at);
      if (await bulletins.owe(key, messages)) {
        isWeekTold ||= notices.some(({ bulletin }) => bulletin.about === 'weekly');
        kick();
      }
      settled.add(key);
    }
    // Once, for however many calendars it was told by.
    if (isWeekTold) await deps.keepWeeks();
    for (const key of keys) settled.add(key);
  };
}

export function choicesOf(all: Awaited<ReturnType<DigestBook['choices']>>): Choices {
  const chosen = new Map(all.map(({ subject, digest, wanted }) => [`${subject}/${digest}`, wanted]));
  return (subject, digest) => chosen.get(`${subject}/${digest}`) ?? null;
}
