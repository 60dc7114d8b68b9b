import { failing, type Scorecard, statusOf } from '../../domain/figures/scorecard.ts';
import { firstDayOf, type Month } from '../../domain/month.ts';
import { partsOfDay } from '../../domain/zone.ts';
import type { Action, Card } from '../../ports/card.ts';
import { aside, bold, buttons, card, heading, line, text } from '../drawing.ts';
import { general } from '../general-action.ts';
import { departmentName } from '../labels.ts';
import type { Reading } from '../reading.ts';
import { type FigureLine, labelled, meanText, paired, shareText, workedText } from './figure-text.ts';

/** `위험 (재접수·재발·노력)`. */
export function statusText(score: Scorecard, r: Reading): string {
  const w = r.words.digests;
  const failed = failing(score).map((measure) => w.measures[measure]);
  const why = score.criticalLate ? [w.scorecard.lateCritical, ...failed] : failed;
  return w.scorecard.status(w.statuses[statusOf(score)], why.join('·'));
}

/** A department's month. Every figure of speed stands beside what came of it. */
export function scorecardCard(score: Scorecard, month: Month, r: Reading): Card {
  const w = r.words.digests.scorecard;
  const title = w.title(departmentName(score.department, r), partsOfDay(firstDayOf(month)).month);
  const status = statusText(score, r);
  return card(`${title} · ${status}`, [
    heading(`${title}   ${status}`),
    ...paired([
      {
        of: 'other',
        block: line(text(w.received(score.figures.filed.now, score.handedOver, score.taken, score.refused))),
      },
      ...pairs(score, r),
    ]),
    ...requestLines(score, r),
    line(...labelled(w.look, honestText(score, r))),
    aside(text(w.team)),
  ]);
}

function pairs({ figures: f, changes, obstacles }: Scorecard, r: Reading): readonly FigureLine[] {
  const { digests: d } = r.words;
  const w = d.scorecard;
  const answered = obstacles.all === 0 ? w.noObstacles : w.obstacles(shareText(obstacles, r));
  return [
    {
      // Both sides in one line: the one is not to be read without the other.
      of: 'speed',
      block: line(
        ...labelled(w.speed, w.pair(d.onTime(shareText(f.onTime.now, r)), d.returned(shareText(f.returned.now, r)))),
      ),
    },
    {
      of: 'depth',
      block: line(
        ...labelled(w.depth, w.pair(w.deployed(changes.deployed, changes.effective), w.relapsed(changes.relapsed))),
      ),
    },
    {
      of: 'other',
      block: line(
        ...labelled(
          w.effort,
          `${d.perCase(meanText(f.effort.now, r), '')} · ${w.explained(shareText(f.explained, r))}`,
        ),
      ),
    },
    { of: 'other', block: line(...labelled(w.attitude, `${answered} · ${w.praise(f.praised)}`)) },
  ];
}

function requestLines({ verdicts: { accepted, partly, notAccepted, minutes } }: Scorecard, r: Reading) {
  if (accepted + partly + notAccepted === 0) return [];
  const w = r.words.digests.scorecard;
  const time = minutes.n === 0 ? [] : [w.verdictTime(workedText(minutes.sum / minutes.n, r))];
  return [line(...labelled(w.requests, [w.verdicts(accepted, partly, notAccepted), ...time].join(' · ')))];
}

function honestText({ honest }: Scorecard, r: Reading): string {
  const w = r.words.digests.scorecard;
  return [
    w.lastMinute(shareText(honest.lastMinute, r)),
    w.held(shareText(honest.held, r)),
    w.unreachable(shareText(honest.unreachable, r)),
    ...(honest.reopened.of === 0 ? [] : [w.reopened(shareText(honest.reopened, r))]),
    ...(honest.lowered === 0 ? [] : [w.lowered(honest.lowered)]),
    ...(honest.voided === 0 ? [] : [w.voided(honest.voided)]),
    ...(honest.linked === 0 ? [] : [w.linked(honest.linked)]),
  ].join(' · ');
}

/** More than one screen holds is one press away. */
const listed = 20;
const pressed = 5;
const rank = { danger: 0, watch: 1, good: 2, few: 3 } as const;

/** Every department's month in a line each, those in danger first. */
export function scorecardsCard(scores: readonly Scorecard[], month: Month, r: Reading): Card {
  const w = r.words.digests.scorecard;
  const { year, month: of } = partsOfDay(firstDayOf(month));
  const title = `${w.all} · ${r.words.digests.monthTitle(year, of).split(' · ').at(-1)}`;
  const heard = scores
    .filter(({ figures }) => figures.filed.now > 0)
    .sort((a, b) => rank[statusOf(a)] - rank[statusOf(b)] || b.figures.filed.now - a.figures.filed.now);
  return card(title, [
    heading(title),
    ...(heard.length === 0 ? [line(text(w.noneYet))] : []),
    ...heard
      .slice(0, listed)
      .map((score) =>
        line(
          bold(departmentName(score.department, r)),
          text(` ${r.words.digests.filed(score.figures.filed.now, '')} · ${statusText(score, r)}`),
        ),
      ),
    ...buttons(
      heard.slice(0, pressed).map((score) => ofDepartment(score, month, r)),
      heard.slice(pressed, listed).map((score) => ofDepartment(score, month, r)),
    ),
    aside(text(w.team)),
  ]);
}

const ofDepartment = ({ department }: Scorecard, month: Month, r: Reading): Action => ({
  ...general('scorecard', r, `${department}.${month}`),
  label: departmentName(department, r),
});
