import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/domain/intake/redaction.ts';
import { suggest } from '../../src/domain/intake/suggest.ts';
import { caseCard } from '../../src/render/case-card.ts';
import { wordsCard, wordsParts } from '../../src/render/case-views.ts';
import { filingForm } from '../../src/render/filing-form.ts';
import { aPlaybook, logistics } from '../support/a-playbook.ts';
import { cases, filed, ko, recordOf } from './cases-of-every-status.ts';
import { blockText, linesOf } from './plain.ts';

type Voice = { readonly index: number; readonly text: string };
const voices: readonly Voice[] = readFileSync(new URL('../fixtures/voc-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const shown = ({ text }: Voice) => {
  const { text: words, found } = redact(text);
  const record = recordOf({ ...cases.routed, voice: { ...filed.voice, words } });
  return { words, found, record, card: caseCard(record, { to: 'department', department: logistics }, ko) };
};

describe('the forty voices', () => {
  it('S3-10: all open a filing form, whatever their style, and no character is lost', () => {
    expect(voices).toHaveLength(40);
    for (const { text } of voices) {
      const { text: masked, found } = redact(text);
      const suggestion = suggest(text, aPlaybook);
      const form = filingForm({ words: text, permalink: null, typed: {}, suggestion, found, masked, context: {} }, ko);
      const parts = form.fields.filter((f) => /^words\d*$/.test(f.name));
      expect(parts.map((f) => ('initial' in f ? f.initial : '')).join('')).toBe(text);
      expect(form.outro.map(blockText).join('\n').length).toBeLessThan(800);
    }
  });

  it('S3-10: none makes a card of more than eight lines, or of more than 600 characters of quote', () => {
    for (const voice of voices) {
      const { card } = shown(voice);
      expect(linesOf(card).length, String(voice.index)).toBeLessThanOrEqual(8);
      const quotes = card.blocks.filter((b) => b.type === 'quote').map(blockText);
      for (const quote of quotes) expect(quote.length, String(voice.index)).toBeLessThanOrEqual(600);
    }
  });

  it('are quoted as they came, injections included, and never as anything but literal text', () => {
    for (const voice of voices) {
      const { card, words } = shown(voice);
      const spans = card.blocks.flatMap((b) => (b.type === 'line' || b.type === 'aside' ? b.spans : []));
      expect(spans.filter((s) => s.type === 'link').map((s) => s.url)).toEqual([filed.permalink]);
      const quote = card.blocks.find((b) => b.type === 'quote');
      const said = quote === undefined ? '' : blockText(quote);
      expect(words.startsWith(said.replace(/…$/, '')), String(voice.index)).toBe(true);
    }
  });

  it('can be read whole, one press away', () => {
    for (const voice of voices) {
      const { record, words } = shown(voice);
      const parts = Array.from({ length: wordsParts(record) }, (_, i) => wordsCard(record, i, ko));
      const quotes = parts.flatMap((c) => c.blocks.filter((b) => b.type === 'quote').map(blockText));
      expect(quotes.join(''), String(voice.index)).toBe(words);
    }
  });
});
