import type { ThreadNote } from '../domain/case/thread-notes.ts';
import type { Platform } from '../domain/playbook.ts';
import type { Card, Span } from '../ports/card.ts';
import { aside, bold, card, line, spaced, text } from './drawing.ts';
import { clip, inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';

const platformNames: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' };

/** More than anybody types into a thread; what is longer can be read where it was written. */
const room = 2_500;

/** What somebody wrote under another card of the case, with their name; `here`: the platform on which it is read. */
export function noteCard(note: ThreadNote, here: Platform, r: Reading): Card {
  const { said, by, files, permalink, isEdited } = note;
  const { elsewhere, edited, takenBack } = r.words.notes;
  const name = by === null ? r.words.story.system : r.words.glossary.person(by.name);
  const who = said.platform === here ? name : elsewhere(name, platformNames[said.platform]);
  if (note.text === null) return card(takenBack(name), [aside(text(takenBack(name)))]);
  const hung: readonly (readonly Span[])[] = files === 0 ? [] : [[text(r.words.notes.files(files))]];
  const source: readonly (readonly Span[])[] =
    permalink === null ? [] : [[{ type: 'link', url: permalink, text: r.words.views.source }]];
  const about = [...(isEdited ? [[text(edited)]] : []), ...hung, ...source];
  const words = note.text.trim();
  return card(inLine(`${who}: ${words}`, 300), [
    line(bold(who)),
    ...(words === '' ? [] : [line(text(clip(words, room)))]),
    ...(about.length === 0 ? [] : [aside(...spaced(about))]),
  ]);
}
