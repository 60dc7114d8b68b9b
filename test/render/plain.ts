import type { Card, CardBlock, Span } from '../../src/ports/card.ts';
import type { Form } from '../../src/ports/form.ts';

const spanText = (s: Span): string => (s.type === 'person' ? s.person.name : s.text);

export const blockText = (b: CardBlock): string => {
  switch (b.type) {
    case 'heading':
    case 'quote':
      return b.text;
    case 'line':
    case 'aside':
      return b.spans.map(spanText).join('');
    case 'divider':
      return '';
    case 'picture':
      return b.alt;
    case 'actions':
      return [...b.actions, ...b.overflow].map((a) => a.label).join(' ');
  }
};

/** Everything a person can read on a card. */
export const cardText = (c: Card): string => c.blocks.map(blockText).join('\n');
/** Lines of text, buttons apart. */
export const linesOf = (c: Card): readonly string[] =>
  c.blocks.filter((b) => b.type !== 'actions' && b.type !== 'divider').map(blockText);
export const buttonsOf = (c: Card) => c.blocks.flatMap((b) => (b.type === 'actions' ? b.actions : []));
export const menuOf = (c: Card) => c.blocks.flatMap((b) => (b.type === 'actions' ? b.overflow : []));
export const labelsOf = (c: Card): readonly string[] => buttonsOf(c).map((a) => a.label);

export const formText = (f: Form): string =>
  [
    f.title,
    f.submit,
    f.cancel,
    ...[...f.intro, ...f.outro].map(blockText),
    ...f.fields.flatMap((field) => [
      field.label,
      field.hint ?? '',
      ...('choices' in field ? field.choices.map((c) => c.label) : []),
    ]),
  ].join('\n');
