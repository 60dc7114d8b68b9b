import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { aPlaybook } from './a-playbook.ts';
import { press } from './case-commands.ts';
import { caseAfter } from './given.ts';

/** What time brings to a case by a moment at which somebody looks for the first time. */
export function timePasses(
  until: Instant,
  history: readonly CaseEvent[],
  playbook: Playbook = aPlaybook,
): readonly CaseEvent[] {
  const c = caseAfter(...history);
  const due = nextDue(c, playbook);
  if (due === null || due.at > until) return [];
  const decided = decide(press('RunTimer', 'clock', { expected: due }, until), c, playbook);
  if (!decided.ok) throw new Error(`time was refused: ${decided.error.type}`);
  return decided.value;
}
