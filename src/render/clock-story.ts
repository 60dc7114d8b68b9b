import type { CaseEventOf, RungReached } from '../domain/case/events.ts';
import { unreachable } from '../domain/result.ts';
import { dueAt } from '../domain/sla/clock-times.ts';
import { clockIn } from '../domain/sla/sla-clock.ts';
import { clockName, clockNameOf, dutyName } from './clock-names.ts';
import { struggledText } from './effort-lines.ts';
import { inLine } from './excerpt.ts';
import { termLabel } from './labels.ts';
import { reachSaid } from './reach-text.ts';
import type { Reading } from './reading.ts';
import { momentText } from './time.ts';

/** Events that time brings, or that answer it. */
export type ClockEvent = CaseEventOf<
  | 'CustomerContacted'
  | 'CaseContained'
  | 'ProgressConfirmed'
  | 'CaseNudged'
  | 'CaseEscalated'
  | 'NudgesSnoozed'
  | 'NewDueSet'
  | 'StatutoryAttached'
  | 'StatutoryDischarged'
  | 'DuesMoved'
>;

const short = (words: string): string => inLine(words, 300);
const percents = (rungs: readonly number[]): string => rungs.map((rung) => `${rung} %`).join(', ');

/** The moment first; then who was told. Of who was late, nothing. */
function rungSentence(reached: RungReached, r: Reading): string {
  const { rung, dueAt: due, to, skipped } = reached;
  const w = r.words.story;
  const name = clockName(clockIn(reached), r);
  const when = momentText(due, r);
  const said = rung >= 100 ? w.pastDue(name, when) : rung === 50 ? w.halfway(name, when) : w.rung(name, rung, when);
  const told = to.filter((target) => target !== 'thread').map((target) => r.words.glossary.rungTargets[target]);
  return [
    said,
    told.length === 0 ? '' : w.told(told.join(', ')),
    skipped.length === 0 ? '' : w.standsFor(percents(skipped)),
  ].join('');
}

function attachedSentence({ code, since, target }: CaseEventOf<'StatutoryAttached'>['data'], r: Reading): string {
  const w = r.words.story;
  const due = dueAt({ name: 'statutory', from: since, target, hours: { of: 'company' }, reached: 0 }, r.playbook);
  const until = due === null ? '' : w.statutoryDue(momentText(due, r));
  return `${w.statutory(dutyName(code, r), momentText(since, r))}${until}`;
}

/** What such an event says, without who did it. */
export function clockSentence(event: ClockEvent, r: Reading): string {
  const w = r.words.story;
  switch (event.type) {
    case 'CustomerContacted': {
      const { channel, contactedAt, gist } = event.data;
      const said = w.contacted(termLabel('replyChannels', channel, r), momentText(contactedAt, r), short(gist));
      return `${said}${struggledText(event.data.struggles, r)}${reachSaid(event.data.reach, r)}`;
    }
    case 'CaseContained':
      return w.contained(short(event.data.measure));
    case 'ProgressConfirmed':
      return w.progress(event.data.note === null ? '' : short(event.data.note));
    case 'CaseNudged':
    case 'CaseEscalated':
      return rungSentence(event.data, r);
    case 'NudgesSnoozed': {
      const { clock, until, reason } = event.data;
      return w.snoozed(clockNameOf(clock, r), momentText(until, r), short(reason));
    }
    case 'NewDueSet': {
      const { clock, until, reason } = event.data;
      return w.newDue(clockNameOf(clock, r), momentText(until, r), short(reason));
    }
    case 'StatutoryAttached':
      return attachedSentence(event.data, r);
    case 'StatutoryDischarged':
      return w.statutoryDone(dutyName(event.data.code, r), short(event.data.note));
    case 'DuesMoved': {
      const moves = event.data.moves.map(({ clock, from, to }) =>
        w.dueMove(clockNameOf(clock, r), momentText(from, r), momentText(to, r)),
      );
      return w.duesMoved(moves.join(', '));
    }
    default:
      return unreachable(event);
  }
}
