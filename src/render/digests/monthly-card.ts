import type { Share } from '../../domain/figures/share.ts';
import type { Conversion } from '../../domain/learning/conversion.ts';
import { firstDayOf, type Month } from '../../domain/month.ts';
import { partsOfDay } from '../../domain/zone.ts';
import type { Card, CardBlock } from '../../ports/card.ts';
import type { ClusterView } from '../../ports/clusters.ts';
import type { Picture } from '../../ports/picture.ts';
import { clusterName } from '../cluster-lines.ts';
import { line } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import { general } from '../general-action.ts';
import { amountText, termLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import { momentText } from '../time.ts';
import { labelled, shareText } from './figure-text.ts';
import { type Overview, overviewCard } from './weekly-card.ts';

/** What a month adds to the screen of a week. */
export type MonthOverview = Overview & {
  readonly refused: number;
  /** Suggestions, and those of which something was accepted. */
  readonly ideas: { readonly filed: number; readonly adopted: number };
  /** What was given to make good. `again`: problems that are paid for again and again. */
  readonly paid: { readonly won: number; readonly times: number; readonly again: number };
  readonly conversion: Conversion;
  /** Acknowledged here by somebody, in time or late, of what was to be: the others went on elsewhere, or not at all. */
  readonly used: Share;
  /** Codes of what customers wanted in the quarter, most frequent first. */
  readonly wants: readonly { readonly code: string; readonly count: number }[];
  /** The problems most customers had, most first. */
  readonly problems: readonly ClusterView[];
};

const ranked = 3;

/** The same screen for a month, and what was not done, what was paid, and what customers wanted. */
export function monthlyCard(o: MonthOverview, month: Month, r: Reading): Card {
  const w = r.words.digests;
  const { year, month: of } = partsOfDay(firstDayOf(month));
  return overviewCard(w.monthTitle(year, of), o, r, {
    asOf: w.asOfMonth(momentText(r.now, r)),
    picture: paretoOf(o, w.picture.pareto(year, of), r),
    more: monthLines(o, r),
    actions: [
      { ...general('figures', r, month), label: w.all },
      { ...general('scorecards', r, month), label: w.byDepartment },
      general('refusals', r, month),
    ],
  });
}

/** The problems most customers had, each with how far along it is. */
function paretoOf({ problems }: MonthOverview, title: string, r: Reading): Picture {
  const bars = problems.flatMap((problem) => {
    const { figures } = problem;
    if (figures === null) return [];
    const { level } = figures.gauge;
    const note = level === null ? '' : r.words.learning.levels[level];
    return [{ label: inLine(clusterName(problem), 24), count: figures.customers, note }];
  });
  return { type: 'pareto', title, bars, unit: r.words.digests.picture.customers };
}

function monthLines(
  { refused, ideas, paid, conversion, used, wants, figures }: MonthOverview,
  r: Reading,
): readonly CardBlock[] {
  const w = r.words.digests.month;
  const share: Share = { of: conversion.changed, all: conversion.warned };
  return [
    line(
      ...labelled(
        w.refused,
        w.refusals(refused),
        ...(conversion.warned === 0 ? [] : [w.conversion(shareText(share, r))]),
      ),
    ),
    ...(paid.times === 0
      ? []
      : [
          line(
            ...labelled(
              w.money,
              w.paid(amountText(paid.won, r), paid.times),
              ...(paid.again === 0 ? [] : [w.paidAgain(paid.again)]),
            ),
          ),
        ]),
    line(
      ...labelled(
        w.heard,
        w.around(shareText(figures.around, r)),
        w.ideas(ideas.filed, ideas.adopted),
        ...(used.all === 0 ? [] : [w.used(shareText(used, r))]),
        ...(wants.length === 0 ? [] : [w.wants(wantsText(wants, r)), otherText(wants, r)]),
      ),
    ),
  ];
}

const wantsText = (wants: MonthOverview['wants'], r: Reading): string =>
  wants
    .slice(0, ranked)
    .map(({ code, count }) => `${termLabel('wants', code, r)} ${count}`)
    .join(', ');

/** Percent of wishes that fit no word: above it the words no longer fit the customers. */
const tooMany = 5;

function otherText(wants: MonthOverview['wants'], r: Reading): string {
  const all = wants.reduce((sum, { count }) => sum + count, 0);
  const of = wants.find(({ code }) => code === 'other')?.count ?? 0;
  return r.words.digests.month.other(shareText({ of, all }, r), of * 100 > all * tooMany);
}
