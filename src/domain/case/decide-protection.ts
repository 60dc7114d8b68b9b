import { mustHaveRole } from './authority.ts';
import type { FiledCase } from './case.ts';
import { isPerson } from './case.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, refused } from './decision.ts';
import { maySee } from './visibility.ts';

/**
 * One press, no form, no reason: whoever is on the case may stop, at any moment and in any status. Nobody is asked
 * whether it was bad enough.
 */
export function askProtection(c: FiledCase, { person, by, at, playbook }: Asked): Decision {
  if (!maySee(person, c)) return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
  const requests = c.protections ?? [];
  const mine = requests.find((p) => p.answer === null && isPerson(p.by, person.id));
  if (mine !== undefined) return refused({ type: 'ProtectionStands', at: mine.at });
  const request = { number: requests.length + 1, by, at, answer: null };
  return happened({ type: 'ProtectionAsked', at, by, data: { request, target: playbook.sla.common.protection } });
}

/** A CS lead takes over; the VOC desk where no lead is there. */
export function answerProtection({ number }: DataOf<'AnswerProtection'>, c: FiledCase, asked: Asked): Decision {
  const { person, by, at } = asked;
  const objection = mustHaveRole(person, 'csLead', 'vocDesk');
  if (objection !== null) return refused(objection);
  const request = (c.protections ?? []).find((p) => p.number === number);
  if (request === undefined) return refused({ type: 'NoSuchRequest' });
  const { answer } = request;
  if (answer !== null) return refused({ type: 'ProtectionAnswered', by: answer.by, at: answer.at });
  if (isPerson(request.by, person.id)) return refused({ type: 'OwnRequest' });
  return happened({ type: 'ProtectionAnswered', at, by, data: { number } });
}
