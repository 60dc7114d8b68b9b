import type { CaseEvent, CaseEventOf } from '../domain/case/events.ts';
import { caseNumber } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import { severityLabel } from './labels.ts';
import type { Reading } from './reading.ts';

type ClusterStory = Extract<CaseEvent, { type: 'CaseLinked' | 'CaseUnlinked' | 'LikenessDenied' | 'ClusterWeighed' }>;

/** What is said of a case and its look-alikes. */
export function clusterSentence(event: ClusterStory, r: Reading): string {
  const { story } = r.words.learning;
  switch (event.type) {
    case 'CaseLinked':
      return story.linked(caseNumber(event.data.other));
    case 'CaseUnlinked':
      return story.unlinked;
    case 'LikenessDenied':
      return story.denied(caseNumber(event.data.other));
    case 'ClusterWeighed':
      return weighedSentence(event, r);
    default:
      return unreachable(event);
  }
}

function weighedSentence({ data }: CaseEventOf<'ClusterWeighed'>, r: Reading): string {
  const { story, levels } = r.words.learning;
  const severity = data.raised === undefined ? null : severityLabel(data.raised.assessment, r);
  if (data.level === null) return severity === null ? story.unlinked : story.restored(severity);
  const level = levels[data.level];
  return severity === null ? story.weighed(data.customers, level) : story.raised(data.customers, level, severity);
}
