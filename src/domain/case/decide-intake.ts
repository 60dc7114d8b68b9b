import { assess } from '../intake/triage.ts';
import { touchpoints, voiceKinds } from '../intake/voice.ts';
import { added, isEmpty, type Struggles, toldOnce } from '../learning/struggles.ts';
import { hasRole, type PersonRef, refOf } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import { termsFor } from '../sla/terms.ts';
import { mustHaveRole } from './authority.ts';
import { type Case, type FiledCase, unfiled } from './case.ts';
import { checks } from './checks.ts';
import { flagged } from './decide-conduct.ts';
import { caseParticulars, departmentOfPraise, voiceParticulars } from './decide-particulars.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';
import { unknownSignals } from './signals.ts';

/** Anybody may file. A void case goes to the VOC desk whatever department was picked: no department is bothered. */
export function fileCase(data: DataOf<'FileCase'>, current: Case, asked: Asked): Decision {
  if (current.status !== unfiled.status) return notNow('FileCase', current);
  const { playbook, person, at } = asked;
  const { particulars = {} } = data;
  const isUnnamed = data.kind === 'voe' && particulars.unnamed !== undefined;
  const by = isUnnamed ? { id: asked.by.id, name: particulars.unnamed ?? '' } : asked.by;
  const check = checks(asked);

  const kind = check.given('kind', data.kind);
  if (kind !== null && !voiceKinds.includes(kind)) check.report('kind', { type: 'unknown' });
  const channel = check.term('channel', data.channel, playbook.taxonomies.channels);
  const { touchpoint } = data;
  if (touchpoint !== null && !touchpoints.includes(touchpoint)) check.report('touchpoint', { type: 'unknown' });
  const words = check.text('words', data.words);
  const experience = check.text('experience', data.experience);
  if (data.wants.length === 0) check.report('wants', { type: 'required' });
  const wants = playbook.taxonomies.wants.filter((want) => data.wants.includes(want.code)).map((want) => want.code);
  if (data.wants.some((code) => !wants.includes(code))) check.report('wants', { type: 'unknown' });
  if (unknownSignals(data.signals, [], playbook.severity)) check.report('signals', { type: 'unknown' });
  const wanted = departmentOfPraise(data, playbook);
  const department = wanted === null ? null : check.department('department', wanted, null);
  const conduct = check.codes('conduct', particulars.conduct ?? [], playbook.taxonomies.conduct ?? []);
  const ofVoice = kind === null ? {} : voiceParticulars(kind, particulars, asked, check);
  const ofCase = kind === null ? {} : caseParticulars(kind, particulars, asked, check);
  const { waited } = data;
  if (waited !== null && (!Number.isInteger(waited) || waited < 0)) check.report('waited', { type: 'unknown' });

  if (kind === null || channel === null || words === null || experience === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  const assessment = assess(kind, data.signals, playbook.severity);
  const struggles = struggled(data, assessment.confirmed, playbook);
  const filed: CaseEvent = {
    type: 'CaseFiled',
    at,
    by,
    data: {
      voice: {
        kind,
        channel: channel.code,
        touchpoint,
        words,
        experience,
        wants,
        opinion: data.opinion,
        ...(data.product === null ? {} : { product: data.product }),
        ...ofVoice,
        masked: data.masked,
      },
      assessment,
      filer: by,
      customerOwner: hasRole(person, 'csAgent', 'csLead') && !isUnnamed ? by : customerOwnerOf(playbook, by),
      customer: data.customer,
      // The message would say who wrote it.
      permalink: isUnnamed ? null : data.permalink,
      taxonomy: playbook.taxonomies.version,
      terms: termsFor(kind, assessment, playbook.sla),
      ...ofCase,
      ...(isEmpty(struggles) ? {} : { struggles }),
      ...(waited === null ? {} : { waited }),
      ...(data.earlier.length === 0 ? {} : { earlier: data.earlier }),
      ...(data.reach === null ? {} : { reach: data.reach }),
      ...(data.alikes === undefined || data.alikes.length === 0 ? {} : { alikes: data.alikes }),
      ...(data.surge === undefined ? {} : { surge: data.surge }),
    },
  };
  const flag: readonly CaseEvent[] =
    conduct.length === 0
      ? []
      : [{ type: 'ConductFlagged', at, by, data: { conduct: flagged(conduct, experience, { ...asked, by }) } }];
  if (department === null || kind === 'void') return happened(filed, ...flag);
  return happened(filed, ...flag, { type: 'CaseRouted', at, by, data: { department, reason: null } });
}

/** What the filer ticked, how long the customer waited, and the contacts before this one that a signal stands for. */
function struggled(
  { struggled, waited }: DataOf<'FileCase'>,
  signals: readonly string[],
  { severity, care }: Playbook,
): Struggles {
  const contacts = severity.signals.filter((s) => signals.includes(s.code)).map((s) => (s.contacts ?? 1) - 1);
  const before = Math.max(0, ...contacts);
  const hasWaited = waited !== null && waited > care.effort.waitMinutes;
  return added(toldOnce(hasWaited ? [...struggled, 'waited'] : struggled), before === 0 ? {} : { contact: before });
}

/** Who talks to the customer when the filer is not in customer service. */
function customerOwnerOf(playbook: Playbook, filer: PersonRef): PersonRef {
  const others = playbook.people.filter((p) => p.id !== filer.id);
  const first = others.find((p) => hasRole(p, 'csLead')) ?? others.find((p) => hasRole(p, 'csAgent'));
  return first === undefined ? filer : refOf(first);
}

/** The VOC desk names the one department that is accountable. */
export function routeCase(data: DataOf<'RouteCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'new') return notNow('RouteCase', c);
  const objection = mustHaveRole(asked.person, 'vocDesk');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const department = check.department('department', data.department, null);
  if (department === null) return invalid(check.problems);
  return happened({ type: 'CaseRouted', at: asked.at, by: asked.by, data: { department, reason: data.reason } });
}
