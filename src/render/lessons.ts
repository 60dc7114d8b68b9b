import type { ChangeRecord } from '../domain/change/change.ts';
import { squeeze, terms } from '../domain/find-text.ts';
import { changeNumber } from '../domain/ids.ts';
import { locales } from '../domain/playbook.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import type { Lesson } from '../ports/change-store.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { changeAction } from './change-actions.ts';
import { changeTitle, meansText } from './change-lines.ts';
import { clusterName } from './cluster-lines.ts';
import { aside, buttons, card, heading, labelled, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { departmentName, rootCauseLabel } from './labels.ts';
import type { Reading } from './reading.ts';

/** Whether a lesson has every word of a search in it: in what was said, in what was changed, or in what either is called. */
export function tellsOf({ record: { state }, said }: Lesson, search: string, r: Reading): boolean {
  const { proposal } = state;
  if (proposal === null) return false;
  const { title, effect, notices, rootCause, touchpoint, means } = proposal;
  const called = locales.flatMap((locale) => {
    const inThat: Reading = { ...r, locale };
    return [
      rootCauseLabel(rootCause.l1, rootCause.l2, inThat),
      meansText(means, inThat),
      departmentName(state.department, inThat),
    ];
  });
  const stage = touchpoint === null ? '' : r.words.glossary.touchpoints[touchpoint];
  const own = squeeze([title, effect, notices ?? '', stage, ...called].join(' '));
  return terms(search).every((term) => said.includes(term) || own.includes(term));
}

export type Told = { readonly record: ChangeRecord; readonly problem: ClusterView };

/** Problem, cause, change and result of what was solved for good. `total`: how many there are. */
export function lessonsCard(lessons: readonly Told[], total: number, r: Reading): Card {
  const w = r.words.changes.lists;
  const title = `${w.lessons} ${total}`;
  return card(title, [
    heading(title),
    ...(lessons.length === 0 ? [line(text(w.noLessons))] : []),
    ...lessons.flatMap((lesson) => lessonPart(lesson, r)),
    ...(total > lessons.length ? [aside(text(w.moreLessons(total - lessons.length)))] : []),
  ]);
}

function lessonPart({ record, problem }: Told, r: Reading): readonly CardBlock[] {
  const { lesson, result } = r.words.changes.lists;
  const { proposal, deployment, effect, department } = record.state;
  const watched = deployment?.marks.at(-1) ?? 0;
  const cause = proposal === null ? [] : [rootCauseLabel(proposal.rootCause.l1, proposal.rootCause.l2, r)];
  return [
    line(...labelled(lesson.problem, clusterName(problem))),
    ...cause.map((label) => line(...labelled(lesson.cause, label))),
    line(...labelled(lesson.change, `${changeTitle(record, problem, r)} · ${departmentName(department, r)}`)),
    ...(deployment === null || effect === null
      ? []
      : [line(...labelled(lesson.result, result(deployment.baseline, effect.total, watched)))]),
    ...(effect === null || effect.note === null ? [] : [aside(text(inLine(effect.note, 200)))]),
    ...buttons([{ ...changeAction('change', record, r), label: changeNumber(record.id) }]),
  ];
}
