import { type Touchpoint, touchpoints } from '../domain/intake/voice.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import type { Scope, Tagged, TouchpointCount, TouchpointView } from '../ports/case-queries.ts';
import { aside, bold, buttons, card, heading, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { general } from './general-action.ts';
import { departmentName, termLabel } from './labels.ts';
import type { Reading } from './reading.ts';

const nothing = (touchpoint: Touchpoint | null): TouchpointCount => ({
  touchpoint,
  open: 0,
  lately: 0,
  changes: 0,
  likes: [],
  hates: [],
});

/**
 * The five moments of contact in one look: what is open, what came lately, whether anybody is changing it, what customers
 * like and hate there. A moment that brings cases and that nobody has touched says so. Cases of which nobody said where it
 * broke have a line of their own, so that the open ones always sum to all of them.
 */
export function touchpointsCard({ counts, isWhole }: TouchpointView, within: Scope, r: Reading): Card {
  const w = r.words.lists.touchpoints;
  const of = (touchpoint: Touchpoint | null) => counts.find((count) => count.touchpoint === touchpoint);
  const unsaid = of(null);
  const lines = [
    ...touchpoints.map((touchpoint) => of(touchpoint) ?? nothing(touchpoint)),
    ...(unsaid === undefined || unsaid.open + unsaid.lately === 0 ? [] : [unsaid]),
  ];
  const open = lines.reduce((sum, count) => sum + count.open, 0);
  const title = w.title(whereText(within, r), open);
  return card(title, [
    heading(title),
    ...lines.map((count) => touchpointLine(count, r)),
    ...(isWhole ? [] : [aside(text(w.cut))]),
    ...buttons([general('changes', r)]),
  ]);
}

function whereText({ department, filer }: Scope, r: Reading): string {
  if (department !== null) return departmentName(department, r);
  const { everywhere, own } = r.words.lists.touchpoints;
  return filer === undefined ? everywhere : own;
}

function touchpointLine({ touchpoint, open, lately, changes, likes, hates }: TouchpointCount, r: Reading): CardBlock {
  const w = r.words.lists.touchpoints;
  const { days } = r.playbook.learning.gauge;
  const name = touchpoint === null ? w.unsaid : r.words.glossary.touchpoints[touchpoint];
  // A change always names its touchpoint, or is for all of them: there is none for "nobody said".
  const worked = changes === 0 && open + lately > 0 ? w.unchanged(days) : w.changes(changes);
  const parts = [
    w.open(open),
    w.lately(days, lately),
    ...(touchpoint === null ? [] : [worked]),
    ...tags(w.likes, likes, r),
    ...tags(w.hates, hates, r),
  ];
  return line(bold(name), text(` ${parts.join(' · ')}`));
}

/** A code in its words; what a filer wrote themselves stands as it is. */
const tags = (label: string, all: readonly Tagged[], r: Reading): readonly string[] =>
  all.length === 0
    ? []
    : [`${label} ${all.map(({ tag, cases }) => `${inLine(termLabel('aspects', tag, r), 30)} ${cases}`).join(', ')}`];
