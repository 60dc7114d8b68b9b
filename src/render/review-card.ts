import type { Card } from '../ports/card.ts';
import { aside, bold, buttons, card, line, text } from './drawing.ts';
import { general } from './general-action.ts';
import type { Reading } from './reading.ts';

/** Once a quarter: do our words still fit what customers say? */
export function reviewCard(year: number, quarter: number, r: Reading): Card {
  const { quarter: title, review, now } = r.words.opinion;
  const { taxonomies, severity } = r.playbook;
  const causes = taxonomies.rootCauses.reduce((sum, { children }) => sum + children.length, 0);
  const counts = now(taxonomies.channels.length, taxonomies.wants.length, causes, severity.signals.length);
  return card(`${title(year, quarter)} · ${review}`, [
    line(bold(title(year, quarter))),
    line(text(review)),
    aside(text(counts)),
    ...buttons([general('quiet', r), general('opinion', r)]),
  ]);
}
