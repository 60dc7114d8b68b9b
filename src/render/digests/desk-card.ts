import type { DigestName } from '../../domain/digests.ts';
import type { Action, Card } from '../../ports/card.ts';
import { bold, buttons, card, heading, line, text } from '../drawing.ts';
import { general } from '../general-action.ts';
import type { Reading } from '../reading.ts';
import { clockText } from '../time.ts';

export type DeskEntry = { readonly name: DigestName; readonly comes: boolean };

/** What somebody is sent, when it comes, and what can be done about it. */
export function deskCard(
  entries: readonly DeskEntry[],
  views: readonly ('figures' | 'scorecards' | 'scorecard')[],
  r: Reading,
): Card {
  const w = r.words.digests.desk;
  if (entries.length === 0) return card(w.none, [line(text(w.none))]);
  return card(`${w.title}: ${entries.map(({ name }) => r.words.digests.names[name]).join(', ')}`, [
    heading(w.title),
    ...entries.flatMap(({ name, comes }) => [
      line(bold(r.words.digests.names[name]), text(` ${comes ? w.comes(whenText(name, r)) : w.paused}`)),
      ...buttons(actionsOf(name, comes, r)),
    ]),
    ...buttons(views.map((view) => general(view, r))),
  ]);
}

const whenText = (name: DigestName, r: Reading): string => {
  const { when } = r.words.digests.desk;
  const at = clockText(r.playbook.digests.at);
  return name === 'today' || name === 'customers' ? when[name] : when[name](at);
};

function actionsOf(name: DigestName, comes: boolean, r: Reading): readonly Action[] {
  const w = r.words.digests.desk;
  const said = r.words.digests.names[name];
  return [
    { ...general('preview-digest', r, name), label: w.preview(said) },
    { ...general('send-digest', r, name), label: w.send(said) },
    comes
      ? { ...general('pause-digest', r, name), label: w.pause(said) }
      : { ...general('want-digest', r, name), label: w.want(said) },
  ];
}
