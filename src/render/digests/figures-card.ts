import { filedChange } from '../../domain/figures/headline.ts';
import { type Openable, openable } from '../../domain/figures/openable.ts';
import type { PeriodFigures } from '../../domain/figures/period-figures.ts';
import type { Share } from '../../domain/figures/share.ts';
import { caseNumber } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Card } from '../../ports/card.ts';
import type { Page } from '../../ports/case-queries.ts';
import type { WeekRow } from '../../ports/figures.ts';
import { actionFor } from '../actions.ts';
import { sparkline } from '../cluster-lines.ts';
import { aside, buttons, card, heading, labelled, line, text } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import { general } from '../general-action.ts';
import { caseHead } from '../labels.ts';
import type { Reading } from '../reading.ts';
import { momentText } from '../time.ts';
import { changeText, meanChange, meanText, paired, shareChange, shareText, workedText } from './figure-text.ts';
import { returnedText } from './week-headline.ts';

/** Weeks that a row of bars shows. */
const trendWeeks = 13;
const pressed = 5;

export type AllFigures = {
  readonly figures: PeriodFigures;
  readonly waiting: { readonly total: number; readonly oldest: Instant | null };
  readonly weeks: readonly WeekRow[];
  /** Changes that did not hold, of those of ninety days. */
  readonly relapses: Share;
};

/** Every figure of a period, each with a button to the cases behind it. `about`: the week or month they are of. */
export function figuresCard(
  { figures: f, waiting, weeks, relapses }: AllFigures,
  title: string,
  about: string,
  r: Reading,
): Card {
  const { digests: d } = r.words;
  const w = d.figures;
  const filed = d.filed(f.filed.now, changeText(filedChange(f), 'percent', r));
  const trend = weeks.slice(-trendWeeks).map(({ sums }) => sums['filed'] ?? 0);
  const lines: readonly {
    readonly of: 'speed' | 'depth' | 'other';
    readonly key: Openable | null;
    readonly said: string;
  }[] = [
    {
      of: 'other',
      key: 'filed',
      said: trend.length < 2 ? filed : `${filed} · ${w.trend(trend.length, sparkline(trend))}`,
    },
    { of: 'depth', key: 'returned', said: `${returnedText(f, r)} · ${w.relapses(shareText(relapses, r))}` },
    { of: 'other', key: 'effort', said: d.trend(meanText(f.effort.now, r), meanChange(f.effort, r)) },
    { of: 'other', key: 'explained', said: shareText(f.explained, r) },
    { of: 'other', key: 'answered', said: shareText(f.answered, r) },
    { of: 'speed', key: 'onTime', said: d.trend(shareText(f.onTime.now, r), shareChange(f.onTime, r)) },
    {
      of: 'speed',
      key: 'acknowledged',
      said: d.trend(shareText(f.acknowledged.now, r), shareChange(f.acknowledged, r)),
    },
    ...(f.spread === null
      ? []
      : [
          {
            of: 'speed' as const,
            key: 'spread' as const,
            said: w.spreadText(workedText(f.spread.median, r), workedText(f.spread.p90, r), f.spread.n),
          },
        ]),
    { of: 'other', key: 'leaving', said: String(f.leaving) },
    {
      of: 'other',
      key: null,
      said: w.waitingText(waiting.total, waiting.oldest === null ? null : momentText(waiting.oldest, r)),
    },
  ];
  const label = (key: Openable | null): string => (key === null ? w.waiting : figureName(key, r));
  const keys = lines.flatMap(({ key }) => (key === null ? [] : [key]));
  const toCases = (key: Openable) => ({ ...general('behind', r, `${key}.${about}`), label: buttonName(key, r) });
  return card(`${w.title(title)}: ${filed}`, [
    heading(w.title(title)),
    ...paired(lines.map(({ of, key, said }) => ({ of, block: line(...labelled(label(key), said)) }))),
    aside(text(`${w.open} ${momentText(r.now, r)}`)),
    ...buttons(keys.slice(0, pressed).map(toCases)),
    ...buttons(keys.slice(pressed).map(toCases)),
  ]);
}

export const figureName = (key: Openable, r: Reading): string => r.words.digests.figures[key];

/** A share is opened at what it lacks. */
function buttonName(key: Openable, r: Reading): string {
  const w = r.words.digests.figures;
  return key !== 'returned' && openable[key].kept === false ? `${figureName(key, r)}: ${w.misses}` : figureName(key, r);
}

/** The cases behind a figure. */
export function behindCard(key: Openable, { cases, total }: Page, title: string, r: Reading): Card {
  const w = r.words.digests.figures;
  const head = `${w.behind(buttonName(key, r), total)} · ${title}`;
  return card(head, [
    heading(head),
    ...(total === 0 ? [line(text(w.nothingBehind))] : []),
    ...cases.map((record) => line(text(`${caseHead(record, r)} · ${inLine(record.state.voice.experience, 80)}`))),
    ...buttons(
      cases.slice(0, pressed).map((record) => ({ ...actionFor('show', record, r), label: caseNumber(record.id) })),
    ),
    ...(total > cases.length ? [aside(text(r.words.digests.today.more(total - cases.length)))] : []),
  ]);
}
