import { type CaseRecord, type DecisionRequest, departmentHolding } from '../../domain/case/case.ts';
import type { CardBlock } from '../../ports/card.ts';
import type { Page } from '../../ports/case-queries.ts';
import { actionFor } from '../actions.ts';
import { changeAction } from '../change-actions.ts';
import { changeTitle } from '../change-lines.ts';
import { bold, buttons, line, text } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import { departmentName } from '../labels.ts';
import type { Told } from '../lessons.ts';
import type { Reading } from '../reading.ts';

/** What waits for an executive, longest first. */
export type Decisions = {
  readonly deciding: Page;
  /** Process changes that wait for a direction. */
  readonly directing: { readonly changes: readonly Told[]; readonly total: number };
};

/** Decisions that a screen holds. */
const decided = 3;

/** What only an executive can decide, each with its buttons; the rest is counted. */
export function decisions({ deciding, directing }: Decisions, quiet: boolean, r: Reading): readonly CardBlock[] {
  const w = r.words.digests;
  const total = deciding.total + directing.total;
  if (total === 0) return [line(text(quiet ? `${w.noDecision} ${w.noDanger}` : w.noDecision))];
  const cases = deciding.cases.slice(0, decided);
  const changes = directing.changes.slice(0, decided - cases.length);
  const left = total - cases.length - changes.length;
  return [
    line(bold(w.decisions(total)), text(left > 0 ? ` ${w.moreDecisions(left)}` : '')),
    ...cases.flatMap((record, i) => decision(record, i + 1, r)),
    ...changes.flatMap((told, i) => direction(told, cases.length + i + 1, r)),
  ];
}

/** A problem so far along that an executive says what is to become of it. */
function direction({ record, problem }: Told, n: number, r: Reading): readonly CardBlock[] {
  const { proposal, department } = record.state;
  const cost = proposal?.cost ?? null;
  const what = [
    inLine(changeTitle(record, problem, r), 40),
    ...(cost === null ? [] : [inLine(cost, 24)]),
    departmentName(department, r),
  ].join(' · ');
  return [
    line(text(r.words.digests.decision(n, what))),
    ...buttons([changeAction('direct-change', record, r), changeAction('change', record, r)]),
  ];
}

function decision(record: CaseRecord, n: number, r: Reading): readonly CardBlock[] {
  const { state: c } = record;
  if (c.status !== 'deciding') return [];
  const w = r.words.digests;
  const what = [
    inLine(c.request.question, 40),
    ...costOf(c.request),
    ...(departmentHolding(c) === null ? [] : [departmentName(c.department, r)]),
  ].join(' · ');
  return [
    line(text(w.decision(n, what))),
    ...buttons([
      ...c.request.options.map((option, i) => ({
        ...actionFor('decide', record, r, String(i)),
        label: inLine(option.label, 24),
        ...(i === c.request.recommended ? { style: 'primary' as const } : {}),
      })),
      { ...actionFor('brief', record, r), label: w.brief },
    ]),
  ];
}

/** What the recommended way costs; where nobody knows, the executive reads it in the brief. */
function costOf({ options, recommended }: DecisionRequest): readonly string[] {
  const cost = options[recommended]?.cost ?? null;
  return cost === null ? [] : [inLine(cost, 24)];
}
