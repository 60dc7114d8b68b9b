import type { ContextBlock, RichTextElement } from '@slack/types';
import { unreachable } from '../../src/domain/result.ts';
import type { Span } from '../../src/ports/card.ts';
import { clip, escaped, neverBlank, pieces, shown } from './text.ts';

/** What may still be written before Slack's total for one surface is spent. */
export type Budget = { take: (text: string, max: number) => string };

const perElement = 3_000;
const longestUrl = 3_000;

/** Rich text reads nothing into a text: no mention, no link, no `*`, no `:smile:`. */
export function richText(spans: readonly Span[], budget: Budget): RichTextElement[] {
  return spans.flatMap((span): RichTextElement[] => {
    switch (span.type) {
      case 'text':
        return literal(budget.take(span.text, perElement * 2), span.bold === true);
      case 'person':
        return literal(budget.take(span.person.name, 200), true);
      case 'when':
        return literal(budget.take(span.text, 200), false);
      case 'link': {
        const text = budget.take(span.text, 500);
        return isLink(span.url)
          ? [{ type: 'link', url: span.url, text: neverBlank(shown(text)) }]
          : literal(text, false);
      }
      default:
        return unreachable(span);
    }
  });
}

export function literal(text: string, bold: boolean): RichTextElement[] {
  return pieces(shown(text), perElement).map((piece) => ({
    type: 'text',
    text: piece,
    ...(bold ? { style: { bold: true } } : {}),
  }));
}

/** Small and grey exists only as plain text or markup: everything is plain text but our own links. */
export function contextOf(spans: readonly Span[], budget: Budget): ContextBlock | null {
  const runs: { text: string; url: string | null }[] = [];
  for (const span of spans) {
    const url = span.type === 'link' && isLink(span.url) ? span.url : null;
    const text = span.type === 'person' ? span.person.name : span.text;
    const last = runs.at(-1);
    if (url === null && last !== undefined && last.url === null) last.text += text;
    else runs.push({ text, url });
  }
  const kept = runs.filter((run) => run.text.trim() !== '').slice(0, 10);
  const elements = kept.flatMap(({ text, url }): ContextBlock['elements'] => {
    const fits = budget.take(text, url === null ? 2_000 : 300);
    if (fits === '') return [];
    return [
      url === null
        ? { type: 'plain_text', text: neverBlank(shown(fits)), emoji: false }
        : { type: 'mrkdwn', text: `<${escaped(url)}|${escaped(inert(neverBlank(shown(fits))))}>`, verbatim: true },
    ];
  });
  return elements.length === 0 ? null : { type: 'context', elements };
}

/** A link's label stands inside markup: signs that would format are shown by their look-alikes. */
const inert = (label: string): string =>
  label.replace(/[*_~`|]/g, (sign) => lookAlikes[sign] ?? ' ').replace(/\s+/g, ' ');
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ', '|': '∣' };

const isLink = (url: string): boolean => url.length <= longestUrl && /^https?:\/\/[^\s<>|]+$/.test(url);

/** Counts down from `total` characters; a text that no longer fits ends with an ellipsis. */
export function budgetOf(total: number): Budget {
  let left = total;
  return {
    take: (text, max) => {
      const taken = clip(text, Math.min(max, left));
      left -= taken.length;
      return taken;
    },
  };
}
