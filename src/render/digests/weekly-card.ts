import type { CaseRecord } from '../../domain/case/case.ts';
import type { ChangeRecord } from '../../domain/change/change.ts';
import { headlineOf } from '../../domain/figures/headline.ts';
import type { PeriodFigures } from '../../domain/figures/period-figures.ts';
import type { Day } from '../../domain/instant.ts';
import type { Card, CardBlock } from '../../ports/card.ts';
import type { Page } from '../../ports/case-queries.ts';
import type { ClusterView } from '../../ports/clusters.ts';
import type { Thanked } from '../../ports/figures.ts';
import type { Picture } from '../../ports/picture.ts';
import { clusterName, sparkline } from '../cluster-lines.ts';
import { aside, bold, buttons, card, heading, line, text } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import { general } from '../general-action.ts';
import type { Told } from '../lessons.ts';
import { pictureText } from '../picture-text.ts';
import type { Reading } from '../reading.ts';
import { momentText } from '../time.ts';
import { type Decisions, decisions } from './decision-lines.ts';
import {
  type FigureLine,
  labelled,
  meanChange,
  meanText,
  paired,
  rangeText,
  shareChange,
  shareText,
} from './figure-text.ts';
import { headlineText, returnedText, tellsOfReturns } from './week-headline.ts';

/** What the executives' screen is drawn from. */
export type Overview = Decisions & {
  readonly figures: PeriodFigures;
  readonly critical: Page;
  /** S2 of which something is past due. */
  readonly overdue: number;
  /** The problem that has come furthest along, and what is done about it. */
  readonly worst: { readonly problem: ClusterView; readonly change: ChangeRecord | null } | null;
  readonly changes: {
    readonly proposed: number;
    readonly deployed: number;
    readonly effective: number;
    readonly relapsed: readonly Told[];
  };
  /** Signals that a customer may be leaving, by code. */
  readonly leaving: readonly { readonly code: string; readonly count: number }[];
  readonly renewals: number;
  readonly drifting: number;
  /** `total` counts what nobody has answered. */
  readonly obstructed: Page;
  readonly thanked: readonly Thanked[];
};

export type Week = { readonly from: Day; readonly to: Day };

const obstaclesNamed = 2;
/** A signal's own words, where they are few enough for a line. */
const shortLabel = 14;

/** The week on one phone screen: what only an executive can decide, then what came back, then how fast. */
export function weeklyCard(o: Overview, week: Week, r: Reading): Card {
  const w = r.words.digests;
  const title = w.weekTitle(rangeText(week.from, week.to, r));
  return overviewCard(title, o, r, {
    asOf: w.asOf(momentText(r.now, r)),
    picture: funnelOf(o, w.picture.title(rangeText(week.from, week.to, r)), r),
    more: [],
    actions: [
      { ...general('figures', r, week.from), label: w.all },
      { ...general('scorecards', r), label: w.byDepartment },
    ],
  });
}

type Around = {
  readonly asOf: string;
  readonly picture: Picture;
  /** Between the figures and what was done well. */
  readonly more: readonly CardBlock[];
  readonly actions: Parameters<typeof buttons>[0];
};

/** The order is fixed: nothing that can wait stands before what cannot. */
export function overviewCard(title: string, o: Overview, r: Reading, around: Around): Card {
  const { figures: f } = o;
  const relapses = o.changes.relapsed.length;
  const headline = headlineOf(f, relapses);
  const sentence = headlineText(headline, f, relapses, r);
  const figures = paired([
    returnedLine(o, !tellsOfReturns(headline), r),
    effortLine(f, r),
    changesLine(o, r),
    speedLine(f, r),
  ]);
  const quiet = isQuiet(o);
  return card(`${title}: ${sentence}`, [
    heading(title),
    line(text(sentence)),
    ...decisions(o, quiet, r),
    ...(quiet ? [] : [dangerLine(o, r)]),
    ...figures,
    ...around.more,
    ...(quiet ? [] : [quietLine(o, r), ...(f.praised === 0 ? [] : [praiseLine(o, r)])]),
    { type: 'picture', picture: around.picture, alt: pictureText(around.picture) },
    aside(text(`${inARow(around.picture, r)} · ${around.asOf}`)),
    ...buttons(around.actions),
  ]);
}

/** The mission in one picture: what became of the week's complaints. Every number of it stands in the words as well. */
function funnelOf({ figures: f, changes }: Overview, title: string, r: Reading): Picture {
  const counts = {
    filed: f.filed.now,
    acknowledged: f.acknowledged.now.of,
    fixed: f.spread?.n ?? 0,
    answered: f.answered.of,
    proposed: changes.proposed,
    deployed: changes.deployed,
    effective: changes.effective,
  };
  const { steps } = r.words.digests.picture;
  const labelled = Object.entries(steps) as readonly (readonly [keyof typeof counts, string])[];
  return { type: 'funnel', title, steps: labelled.map(([step, label]) => ({ label, count: counts[step] })) };
}

/** What a picture shows as one small line. */
function inARow(picture: Picture, r: Reading): string {
  if (picture.type === 'funnel') return picture.steps.map(({ label, count }) => `${label} ${count}`).join(' → ');
  const { unit, bars } = picture;
  if (bars.length === 0) return r.words.digests.noProblem;
  const said = bars.map(({ label, count, note }) => `${label} ${count}${note === '' ? '' : `(${note})`}`);
  return `${picture.title}(${unit}): ${said.join(', ')}`;
}

/** Nothing to decide, nothing in danger, and nobody leaving without a word. */
const isQuiet = (o: Overview): boolean =>
  o.deciding.total +
    o.directing.total +
    o.critical.total +
    o.overdue +
    o.renewals +
    o.drifting +
    o.obstructed.total +
    o.figures.leaving ===
  0;

function dangerLine({ critical, overdue }: Overview, r: Reading): CardBlock {
  const w = r.words.digests;
  const [first] = critical.cases;
  const said =
    first === undefined
      ? ''
      : w.criticalSaid(inLine(first.state.voice.experience, 34), isContacted(first) ? w.contacted : w.notContacted);
  return line(...labelled(w.now, w.critical(critical.total, said), w.overdue(overdue)));
}

const isContacted = ({ state }: CaseRecord): boolean =>
  state.sla.clocks.some(({ name, ended }) => name === 'contact' && ended?.met === true);

function returnedLine({ worst, figures: f }: Overview, withRate: boolean, r: Reading): FigureLine {
  const w = r.words.digests;
  const parts = [...(withRate ? [w.returned(returnedText(f, r))] : []), ...worstParts(worst, r)];
  return { of: 'depth', block: line(...labelled(w.again, ...parts)) };
}

function worstParts(worst: Overview['worst'], r: Reading): readonly string[] {
  const w = r.words.digests;
  const counted = worst?.problem.figures ?? null;
  if (worst === null || counted === null) return [w.noProblem];
  const { level, percent } = counted.gauge;
  const status = worst.change === null ? w.noChange : w.hasChange(r.words.changes.statuses[worst.change.state.status]);
  return [
    w.problem(inLine(clusterName(worst.problem), 24), counted.customers),
    `${w.gauge(percent, level === null ? null : r.words.learning.levels[level])} ${sparkline(counted.weeks)}`,
    status,
  ];
}

function effortLine({ effort, explained }: PeriodFigures, r: Reading): FigureLine {
  const w = r.words.digests;
  const parts =
    effort.now.n === 0
      ? [w.noneClosed]
      : [w.perCase(meanText(effort.now, r), meanChange(effort, r)), w.explained(shareText(explained, r))];
  return { of: 'other', block: line(...labelled(w.effort, ...parts)) };
}

function changesLine({ changes: { deployed, effective, relapsed } }: Overview, r: Reading): FigureLine {
  const w = r.words.digests;
  const names = relapsed.map(({ problem }) => inLine(clusterName(problem), 20)).slice(0, 2);
  const parts = [w.deployed(deployed), w.effective(effective), w.relapsed(relapsed.length, names.join(', '))];
  return { of: 'other', block: line(...labelled(w.changes, ...parts)) };
}

function speedLine({ onTime, acknowledged }: PeriodFigures, r: Reading): FigureLine {
  const w = r.words.digests;
  const parts = [
    ...(onTime.now.all === 0 ? [] : [w.trend(w.onTime(shareText(onTime.now, r)), shareChange(onTime, r))]),
    ...(acknowledged.now.all === 0
      ? []
      : [w.trend(w.acknowledged(shareText(acknowledged.now, r)), shareChange(acknowledged, r))]),
  ];
  return { of: 'speed', block: line(...labelled(w.speed, ...(parts.length === 0 ? [w.noneDue] : parts))) };
}

function quietLine(o: Overview, r: Reading): CardBlock {
  const w = r.words.digests;
  const parts = [
    ...(o.figures.leaving === 0 ? [] : [w.leaving(leavingLabel(o.leaving, r), o.figures.leaving)]),
    ...(o.renewals === 0 ? [] : [w.renewals(o.renewals)]),
    ...(o.drifting === 0 ? [] : [w.drifting(o.drifting)]),
  ];
  const said = o.obstructed.cases.flatMap(({ state }) => state.obstacles.filter(({ answer }) => answer === null));
  const named = said.slice(0, obstaclesNamed).map(({ text }) => inLine(text, 12));
  const stuck = o.obstructed.total === 0 ? [] : [text('   '), bold(w.obstacles(o.obstructed.total, named.join(', ')))];
  return line(...labelled(w.quiet, ...(parts.length === 0 ? [w.nothingQuiet] : parts)), ...stuck);
}

/** One sort of signal is called by its name. */
function leavingLabel(leaving: Overview['leaving'], r: Reading): string | null {
  const [first, ...others] = leaving;
  const rule = r.playbook.severity.signals.find(({ code }) => code === first?.code);
  const label = others.length > 0 ? null : (rule?.label[r.locale] ?? null);
  return label === null || label.length > shortLabel + (r.locale === 'en' ? 12 : 0) ? null : label;
}

function praiseLine({ figures: { praised }, thanked }: Overview, r: Reading): CardBlock {
  const w = r.words.digests;
  const [first, ...others] = thanked;
  const teams = new Set(others.map(({ department }) => department).filter((d) => d !== first?.department));
  const parts = [w.thanks(praised), ...(first === undefined ? [] : [w.thanked(inLine(first.name, 20), teams.size)])];
  return line(...labelled(w.well, ...parts));
}
