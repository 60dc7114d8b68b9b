import { type FiledCase, offerOf } from '../domain/case/case.ts';
import { isChangeAnswered } from '../domain/case/change-answer.ts';
import { owesHappyCall } from '../domain/case/happy-call.ts';
import { unreachable } from '../domain/result.ts';
import type { Step } from '../ports/card.ts';
import { isContainable } from './time-steps.ts';

/** Steps in order of likelihood: `main` as buttons, `more` in the menu. */
export type Steps = { readonly main: readonly Step[]; readonly more: readonly Step[] };

export const views: readonly Step[] = [
  'alike',
  'note',
  'protect',
  'conduct',
  'split',
  'severity',
  'customer',
  'why',
  'history',
  'clocks',
  'original',
  'connect',
];

/** The VOC desk's own next steps; null where the next step is somebody else's. */
export function deskSteps(c: FiledCase): Steps | null {
  switch (c.status) {
    case 'new':
      return { main: ['route', 'void'], more: ['merge', 'withdraw', 'obstacle', ...views] };
    case 'adjudication':
      return { main: ['adjudicate'], more: ['withdraw', 'obstacle', ...views] };
    case 'refused':
      return c.countersigned ? null : { main: ['countersign', 'overturn'], more: ['reopen', ...views] };
    default:
      return null;
  }
}

/** What the accountable department can do. While an offer is open it goes on working, but waits for nobody else. */
export function holderSteps(c: FiledCase): Steps {
  const offered = offerOf(c) !== null;
  const transfer: readonly Step[] = offered || c.binding ? [] : ['transfer'];
  switch (c.status) {
    case 'new':
    case 'adjudication':
      return { main: ['obstacle'], more: views };
    case 'routed':
      return { main: ['acknowledge', ...transfer], more: ['obstacle', 'refuse', 'merge', 'withdraw', ...views] };
    case 'acknowledged':
      return {
        main: ['start', ...(isContainable(c) ? (['contain'] as const) : []), ...transfer],
        more: ['remedy', 'obstacle', 'reassign', 'refuse', 'merge', 'withdraw', ...views],
      };
    case 'working':
      return {
        main: ['fix', ...(offered ? [] : (['hold'] as const)), ...transfer],
        more: [
          'remedy',
          ...(offered ? [] : (['ask-decision'] as const)),
          'obstacle',
          'reassign',
          'refuse',
          'withdraw',
          ...views,
        ],
      };
    case 'held':
      return { main: ['resume', 'obstacle'], more: ['remedy', 'reassign', 'withdraw', ...views] };
    case 'deciding':
      return { main: ['decide'], more: ['remedy', 'obstacle', 'reassign', 'withdraw', ...views] };
    case 'fixed':
      return { main: ['reply', 'reopen'], more: ['remedy', 'obstacle', 'withdraw', ...views] };
    case 'replied':
      return isChangeAnswered(c)
        ? { main: ['close', 'reopen'], more: ['remedy', 'obstacle', ...views] }
        : { main: ['propose', 'no-change', 'close'], more: ['reopen', 'remedy', 'obstacle', ...views] };
    case 'refused':
      return { main: ['reopen'], more: views };
    case 'closed':
      return {
        main: owesHappyCall(c) ? ['happy-call'] : [],
        more: ['reopen', 'alike', 'note', 'protect', 'why', 'history', 'clocks', 'original'],
      };
    case 'settled':
      return {
        main: [],
        more: [
          ...(c.work === null ? [] : (['reopen'] as const)),
          'note',
          'protect',
          'split',
          'history',
          'clocks',
          'original',
        ],
      };
    case 'merged':
    case 'withdrawn':
    case 'void':
      return { main: [], more: ['why', 'history', 'clocks', 'original'] };
    default:
      return unreachable(c);
  }
}
