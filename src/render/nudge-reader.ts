import type { FiledCase } from '../domain/case/case.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Nudge, Reader } from '../domain/notices.ts';
import { departmentOf, type Playbook, personOf } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import { rungReaders } from '../domain/sla/responsible.ts';
import { clockIn } from '../domain/sla/sla-clock.ts';
import { ladderOf, type RungTarget, termsOf } from '../domain/sla/terms.ts';

/** As what somebody is reminded: whoever owes the step, leads them, leads CS, or stands behind the departments. */
export type ReminderTo = Exclude<RungTarget, 'thread'>;

/** Who stands in for somebody is reminded as the one they stand in for: the first whom the rung reaches. */
export function remindedAs(nudge: Nudge, c: FiledCase, recipient: PersonId, playbook: Playbook): ReminderTo {
  const terms = termsOf(nudge.clock, c.sla.terms, playbook.sla);
  const ladder = terms === null ? [] : ladderOf(nudge.clock, terms);
  const rung = ladder.find(({ at }) => at === nudge.rung) ?? ladder.at(-1);
  const targets = (rung?.to ?? []).filter((target) => target !== 'thread');
  const own = targets.find((target) =>
    rungReaders(clockIn(nudge), [target], c).some((reader) => isOneOf(reader, recipient, playbook)),
  );
  return own ?? targets[0] ?? 'owner';
}

function isOneOf(reader: Reader, id: PersonId, playbook: Playbook): boolean {
  const person = personOf(playbook, id);
  const has = (role: (typeof reader & { to: 'role' })['role']): boolean => person?.roles.includes(role) ?? false;
  switch (reader.to) {
    case 'person':
      return reader.person === id;
    case 'role':
      return has(reader.role) && (reader.department === null || person?.department === reader.department);
    case 'duty': {
      const duty = departmentOf(playbook, reader.department)?.duty ?? [];
      // Without a rota the lead is on duty.
      return duty.includes(id) || (duty.length === 0 && person?.department === reader.department && has('deptLead'));
    }
    default:
      return unreachable(reader);
  }
}
