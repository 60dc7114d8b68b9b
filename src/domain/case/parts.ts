import type { DepartmentCode, MaskedText } from '../ids.ts';
import type { Filed, FiledCase, InWork, Owned } from './case.ts';

/** What every filed case carries, without what belongs to the status it leaves. */
export function filedPart(c: FiledCase): Filed {
  return {
    filedAt: c.filedAt,
    filer: c.filer,
    customerOwner: c.customerOwner,
    voice: c.voice,
    customer: c.customer,
    permalink: c.permalink,
    taxonomy: c.taxonomy,
    assessment: c.assessment,
    hops: c.hops,
    seenBy: c.seenBy,
    ...(c.seenByDesk === undefined ? {} : { seenByDesk: c.seenByDesk }),
    binding: c.binding,
    reopened: c.reopened,
    dissatisfied: c.dissatisfied,
    obstacles: c.obstacles,
    decisions: c.decisions,
    callback: c.callback,
    notes: c.notes,
    ...(c.heard === undefined ? {} : { heard: c.heard }),
    sla: c.sla,
    ...(c.struggles === undefined ? {} : { struggles: c.struggles }),
    ...(c.promises === undefined ? {} : { promises: c.promises }),
    ...(c.earlier === undefined ? {} : { earlier: c.earlier }),
    ...(c.reach === undefined ? {} : { reach: c.reach }),
    ...(c.alikes === undefined ? {} : { alikes: c.alikes }),
    ...(c.surge === undefined ? {} : { surge: c.surge }),
    ...(c.notAlike === undefined ? {} : { notAlike: c.notAlike }),
    ...(c.cluster === undefined ? {} : { cluster: c.cluster }),
    ...(c.weighed === undefined ? {} : { weighed: c.weighed }),
    ...(c.changeAnswer === undefined ? {} : { changeAnswer: c.changeAnswer }),
    ...(c.asksAfresh === undefined ? {} : { asksAfresh: c.asksAfresh }),
    ...(c.cameBack === undefined ? {} : { cameBack: c.cameBack }),
    ...(c.contained === undefined ? {} : { contained: c.contained }),
    ...(c.remedies === undefined ? {} : { remedies: c.remedies }),
    ...(c.position === undefined ? {} : { position: c.position }),
    ...(c.conduct === undefined ? {} : { conduct: c.conduct }),
    ...(c.protections === undefined ? {} : { protections: c.protections }),
    ...(c.verdict === undefined ? {} : { verdict: c.verdict }),
    ...(c.praised === undefined ? {} : { praised: c.praised }),
    ...(c.unnamed === undefined ? {} : { unnamed: c.unnamed }),
    ...(c.splitFrom === undefined ? {} : { splitFrom: c.splitFrom }),
    ...(c.splits === undefined ? {} : { splits: c.splits }),
  };
}

/** A department states its position, or says nothing new. */
export const stated = (department: DepartmentCode, text: MaskedText | undefined): Pick<Filed, 'position'> =>
  text === undefined ? {} : { position: { department, text } };

export function ownedPart(c: Owned): Owned {
  const { department, owner, acknowledgedBy, acknowledgedAt, eta } = c;
  return { department, owner, acknowledgedBy, acknowledgedAt, eta };
}

export const workPart = (c: InWork): InWork => ({ ...ownedPart(c), plan: c.plan });

/** The department's card is there from now on: it must keep up, also after the case has moved. */
export const seenAlsoBy = (c: FiledCase, department: DepartmentCode): Pick<Filed, 'seenBy'> => ({
  seenBy: c.seenBy.includes(department) ? c.seenBy : [...c.seenBy, department],
});
