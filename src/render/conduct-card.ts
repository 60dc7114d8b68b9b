import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import { hasEnded } from '../domain/case/case.ts';
import {
  type Conduct,
  type ConductLevel,
  knowsTheLaw,
  mayKnowConduct,
  standingConduct,
} from '../domain/case/conduct.ts';
import { caseNumber } from '../domain/ids.ts';
import { hasRole, type Person } from '../domain/people.ts';
import type { Card, CardBlock, Step } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { aside, bold, buttons, card, heading, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { termLabel } from './labels.ts';
import type { Reading } from './reading.ts';
import { dayText, momentText } from './time.ts';

/** The customer's words are opened by a press, not by passing by. */
export const isFolded = (c: FiledCase, r: Reading): boolean => standingConduct(c.conduct, r.now) !== null;

/** Where the words would stand. */
export const foldedLine = (r: Reading): CardBlock =>
  line(bold(r.words.protection.care), text(` · ${r.words.protection.folded}`));

export const conductTypes = (types: readonly string[], r: Reading): string =>
  types.map((code) => termLabel('conduct', code, r)).join(', ');

/** Contact is limited: `서면으로만 연락 · 11/30(월)까지`; null: it is not. */
export function limitText(c: FiledCase, r: Reading): string | null {
  const limit = standingConduct(c.conduct, r.now)?.limit;
  return limit === undefined
    ? null
    : r.words.protection.limit(r.words.protection.measures[limit.measure], dayText(limit.until, r));
}

/** Folded words in place of the words: whoever goes on leaves a trace. */
export function foldedCard(record: CaseRecord, part: number, r: Reading): Card {
  const { care, folded } = r.words.protection;
  const open = part > 0 ? actionFor('unfold', record, r, String(part)) : actionFor('unfold', record, r);
  return card(`${care} · ${folded}`, [foldedLine(r), ...buttons([open])]);
}

/** Somebody has had enough for today. */
export function restCard(who: string, cases: number, r: Reading): Card {
  const { title, said } = r.words.protection.rest;
  const sentence = said(who, cases);
  return card(`${title} · ${sentence}`, [line(bold(title), text(` · ${sentence}`))]);
}

/** The next steps that this person may take on the ladder from a flag to a limit, and back. */
function nextSteps(conduct: Conduct | null, c: FiledCase, person: Person): readonly Step[] {
  const isLead = hasRole(person, 'csLead');
  if (conduct === null) return isLead || hasRole(person, 'csAgent') ? ['flag'] : [];
  const mayRaise = isLead && (conduct.level > 1 || conduct.by.id !== person.id);
  const raise: Partial<Record<ConductLevel, Step>> = { 1: 'confirm-flag', ...(hasEnded(c) ? {} : { 2: 'limit' }) };
  const up = conduct.proposed === undefined ? raise[conduct.level] : undefined;
  const agrees = conduct.proposed !== undefined && knowsTheLaw(person) && conduct.proposed.by.id !== person.id;
  return [
    ...(up !== undefined && mayRaise ? [up] : []),
    ...(agrees ? (['agree-limit'] as const) : []),
    ...(isLead ? (['lift'] as const) : []),
  ];
}

/** What is flagged, for whoever may know it. */
function standing(conduct: Conduct, r: Reading): readonly CardBlock[] {
  const w = r.words.protection;
  const { limit, proposed } = conduct;
  return [
    line(text(`${w.types(conductTypes(conduct.types, r))} · ${w.evidence(inLine(conduct.evidence, 200))}`)),
    ...(proposed === undefined ? [] : [line(text(w.proposed(proposed.by.name)))]),
    ...(limit === undefined
      ? []
      : [
          line(
            text(
              `${w.limit(w.measures[limit.measure], dayText(limit.until, r))} · ${w.appeal(inLine(limit.appeal, 200))}`,
            ),
          ),
        ]),
    aside(text(w.until(momentText(conduct.until, r)))),
  ];
}

/**
 * The company's policy at the moment of need: who does what and when at the level where this case is, and the next
 * permitted step as a button. Not a link to a manual.
 */
export function conductCard(record: CaseRecord, person: Person, r: Reading): Card {
  const w = r.words.protection;
  const c = record.state;
  const flag = standingConduct(c.conduct, r.now);
  const known = flag !== null && mayKnowConduct(person, flag) ? flag : null;
  const level = known?.level ?? 0;
  const steps = r.playbook.protection.policy.filter((step) => step.level === level);
  const title = w.title(caseNumber(record.id));
  const said = flag !== null && known === null ? w.care : w.level(w.levels[level]);
  const policy = steps.map(({ who, when, label }, i) =>
    line(text(w.step(i + 1, who[r.locale], when[r.locale], label[r.locale]))),
  );
  // Somebody who may not know of the flag may not raise it either.
  const next: readonly Step[] = flag !== null && known === null ? [] : nextSteps(known, c, person);
  const repeat: readonly Step[] = hasRole(person, 'csLead') && !hasEnded(c) ? ['repeat'] : [];
  return card(`${title} · ${said}`, [
    heading(title),
    line(bold(said)),
    ...(known === null ? [] : standing(known, r)),
    ...(policy.length === 0 ? [line(text(w.noPolicy))] : policy),
    aside(text(w.merits)),
    ...buttons([...next, ...repeat, 'protect' as const].map((step) => actionFor(step, record, r)).slice(0, 5)),
  ]);
}
