import { unreachable } from '../../src/domain/result.ts';
import type { Span } from '../../src/ports/card.ts';
import type { RichTextBlock, TextRun } from './card-json.ts';
import { clipTo, literal, sizeOf } from './text.ts';

/** What may still be written before Teams' limit for one card is reached, in units of JSON. */
export type Budget = {
  /** Room for something of this size is taken, if there is any. */
  spend: (size: number) => boolean;
  /** As much of a text as fits beside what carries it. */
  take: (text: string, max: number, carrier: number) => string;
};

/** Counts down from `room`; a text that no longer fits ends with an ellipsis. */
export function budgetOf(room: number): Budget {
  let left = room;
  return {
    spend: (size) => {
      if (size > left) return false;
      left -= size;
      return true;
    },
    take: (text, max, carrier) => {
      const taken = clipTo(text, Math.min(max, left - carrier));
      if (taken !== '') left -= carrier + sizeOf(taken) - 2;
      return taken;
    },
  };
}

type Look = Omit<TextRun, 'type' | 'text' | 'selectAction'>;
const longestUrl = 2_000;

/** Runs read nothing into a text: no Markdown, no mention, no date. */
export function runsOf(spans: readonly Span[], look: Look, budget: Budget): readonly TextRun[] {
  return spans.flatMap((span): readonly TextRun[] => {
    switch (span.type) {
      case 'text':
        return run(span.text, span.bold === true ? { ...look, weight: 'Bolder' } : look, budget);
      case 'person':
        return run(span.person.name, { ...look, weight: 'Bolder' }, budget, 200);
      case 'when':
        return run(span.text, look, budget, 200);
      case 'link':
        return isLink(span.url) ? linked(span, look, budget) : run(span.text, look, budget, 500);
      default:
        return unreachable(span);
    }
  });
}

export function run(text: string, look: Look, budget: Budget, max = Number.POSITIVE_INFINITY): readonly TextRun[] {
  const empty: TextRun = { type: 'TextRun', text: '', ...look };
  const fits = budget.take(literal(text), max, sizeOf(empty) + 1);
  return fits === '' ? [] : [{ ...empty, text: fits }];
}

function linked({ url, text }: Extract<Span, { type: 'link' }>, look: Look, budget: Budget): readonly TextRun[] {
  const selectAction = { type: 'Action.OpenUrl', url } as const;
  const empty: TextRun = { type: 'TextRun', text: '', ...look, color: 'Accent', underline: true, selectAction };
  const fits = budget.take(literal(text), 500, sizeOf(empty) + 1);
  return fits === '' ? run(text, look, budget, 500) : [{ ...empty, text: fits }];
}

const isLink = (url: string): boolean => url.length <= longestUrl && /^https:\/\/[^\s<>|"\\]+$/.test(url);

/** One line; null where there is nothing to be read. */
export function lineOf(inlines: readonly TextRun[], spacing: RichTextBlock['spacing']): RichTextBlock | null {
  if (inlines.every(({ text }) => text.trim() === '')) return null;
  return { type: 'RichTextBlock', inlines, ...(spacing === undefined ? {} : { spacing }) };
}
