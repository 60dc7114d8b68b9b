import type { FiledCase } from '../../src/domain/case/case.ts';
import { departmentHolding, ownerOf } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { snoozeChoices } from '../../src/domain/case/commands.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { days, minutes, plus } from '../../src/domain/instant.ts';
import { isLead } from '../../src/domain/people.ts';
import { dueAt } from '../../src/domain/sla/clock-times.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { isRunning, keyOf } from '../../src/domain/sla/sla-clock.ts';
import { aPlaybook, people } from './a-playbook.ts';
import { press } from './case-commands.ts';
import type { Press } from './likely-presses.ts';
import { everybody, nth } from './likely-presses.ts';

/** What people do about time, and what time does by itself: one of it. */
export function timelyPress(c: FiledCase, n: number, at: Instant): CaseCommand {
  const go: Press = (type, by, data = {}) => press(type, by, data, at);
  // The rest of `n`, so that what is done and how it is done vary apart.
  const m = Math.floor(n / 9);
  const owner = everybody.find((p) => p.id === ownerOf(c)?.id) ?? people.gyuri;
  const holding = departmentHolding(c);
  const lead = everybody.find((p) => holding !== null && isLead(p, holding)) ?? people.aram;
  const running = c.sla.clocks.filter(isRunning);
  const clock = running.length === 0 ? 'fix' : keyOf(nth(running, m));
  const due = nextDue(c, aPlaybook);
  const told = Object.fromEntries(
    running.flatMap((r) => {
      const is = dueAt(r, aPlaybook);
      return is === null ? [] : [[keyOf(r), plus(is, minutes(m % 2))]];
    }),
  );
  return nth(
    [
      go('ContactCustomer', nth([people.duri, people.garam], m), { contactedAt: at }),
      go('ContainCase', owner),
      go('ConfirmProgress', owner),
      go('SnoozeNudges', nth([owner, lead, people.duri], m), { clock, until: nth(snoozeChoices, m) }),
      go('SetNewDue', lead, { clock, until: plus(at, days(2)) }),
      go('AttachStatutory', nth([people.duri, people.eunsol], m), {
        code: nth(aPlaybook.sla.statutory, m).code,
        since: c.filedAt,
      }),
      go('DischargeStatutory', people.mirae, { code: nth(aPlaybook.sla.statutory, m).code }),
      go('RecountDues', 'clock', { told }),
      ...(due === null ? [] : [go('RunTimer', 'clock', { expected: due })]),
    ],
    n,
  );
}
