import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard, drawHome } from '../../../adapters/slack/blocks.ts';
import { decodePress } from '../../../adapters/slack/press-code.ts';
import { caseId } from '../../../src/domain/ids.ts';
import type { Action, Card } from '../../../src/ports/card.ts';
import { lintBlocks, lintView } from '../../support/lint-blocks.ts';
import { action, card } from './arbitraries.ts';

const runs = { numRuns: 150, interruptAfterTimeLimit: 20_000 };
const cardOf = (...blocks: Card['blocks']): Card => ({ fallback: 'VOC-0142', blocks });
const acknowledge: Action = { label: '확인', press: { step: 'acknowledge', caseId: caseId(142) } };
const nth = (n: number): Action => ({
  label: `작업 ${n}`,
  press: { step: 'note', caseId: caseId(142), arg: String(n) },
});

/** Every object that Slack would read as markup. */
function markupIn(x: unknown): readonly string[] {
  if (Array.isArray(x)) return x.flatMap(markupIn);
  if (typeof x !== 'object' || x === null) return [];
  const own = 'type' in x && x.type === 'mrkdwn' && 'text' in x ? [String(x.text)] : [];
  return [...own, ...Object.values(x).flatMap(markupIn)];
}

/** All texts a person reads, in order. */
function readIn(blocks: readonly KnownBlock[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

/** Every second picture was not taken. */
const attachedOf = ({ blocks }: Card) =>
  new Map(blocks.flatMap((b, i) => (b.type === 'picture' ? [[b.picture, i % 2 === 0 ? 'F0PICTURE' : null]] : [])));

describe('a card in Slack', () => {
  it('is taken by Slack whatever stands in it', () => {
    fc.assert(
      fc.property(card, (any) => {
        const { text, blocks } = drawCard(any, attachedOf(any));
        expect(lintBlocks(blocks, 'message', text)).toEqual([]);
        expect(lintView(drawHome(any), 'home')).toEqual([]);
      }),
      runs,
    );
  });

  it('never lets a text be read as markup, but for links of our own whose label is inert', () => {
    fc.assert(
      fc.property(card, (any) => {
        const { text, blocks } = drawCard(any, attachedOf(any));
        for (const markup of markupIn(blocks)) expect(markup).toMatch(/^<https?:\/\/[^\s<>|]+\|[^<>|*_~`]*>$/);
        expect(text).not.toMatch(/[<>]/);
        expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
      }),
      runs,
    );
  });

  it.each(['<!here>', '<@U0KIMHANA>', '<https://evil.example|은행>', 'https://evil.example', '*굵게* `code` :tada:'])(
    'shows %s as the customer wrote it, and calls nobody',
    (words) => {
      const { blocks } = drawCard(cardOf({ type: 'quote', text: words }, { type: 'heading', text: words }));
      expect(blocks[0]).toEqual({
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }],
      });
      expect(blocks[1]).toEqual({ type: 'header', text: { type: 'plain_text', text: words, emoji: false } });
    },
  );

  it('shows a rant of four thousand characters whole', () => {
    const rant = `처음 ${'가나다라 '.repeat(790)} 끝`;
    const { blocks } = drawCard(cardOf({ type: 'quote', text: rant }));
    expect(readIn(blocks).replaceAll('\n', '')).toBe(rant);
  });

  it('cuts words before buttons when Slack would refuse the whole', () => {
    const long = { type: 'quote', text: '가'.repeat(12_000) } as const;
    const { text, blocks } = drawCard(cardOf(long, long, { type: 'actions', actions: [acknowledge], overflow: [] }));
    expect(lintBlocks(blocks, 'message', text)).toEqual([]);
    expect(readIn(blocks)).toContain('…');
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ type: 'button' }] });
  });

  it('keeps lines that follow each other in one block', () => {
    const line = (text: string) => ({ type: 'line', spans: [{ type: 'text', text }] }) as const;
    const { blocks } = drawCard(cardOf(line('담당 김하나'), line('기한 11/26(목) 18:00까지')));
    expect(blocks).toHaveLength(1);
    expect(readIn(blocks)).toBe('담당 김하나\n\n\n기한 11/26(목) 18:00까지');
  });

  it('says the fallback where there is nothing else to show', () => {
    expect(readIn(drawCard({ fallback: '접수했습니다 <b>', blocks: [] }).blocks)).toBe('접수했습니다 <b>');
  });
});

describe('buttons in Slack', () => {
  const drawn = (actions: readonly Action[], overflow: readonly Action[] = []) =>
    drawCard(cardOf({ type: 'actions', actions, overflow })).blocks;

  it('carry the step, the case and what tells two of one step apart', () => {
    fc.assert(
      fc.property(action, (one) => {
        fc.pre((one.press.arg ?? '').length < 1_900);
        const [row] = drawn([one]);
        const button = row?.type === 'actions' && row.elements[0]?.type === 'button' ? row.elements[0] : null;
        expect(decodePress(button?.value ?? '')).toEqual(one.press);
      }),
      runs,
    );
  });

  it('cut what no button can carry, and let it be seen', () => {
    const [row] = drawn([{ label: '등록', press: { step: 'file', caseId: null, arg: '가'.repeat(3_000) } }]);
    const [button] = row?.type === 'actions' ? row.elements : [];
    expect(decodePress(button?.type === 'button' ? (button.value ?? '') : '')?.arg).toMatch(/^가{1990,}…$/);
  });

  it('read aloud name their case', () => {
    expect(drawn([acknowledge])).toMatchObject([{ elements: [{ accessibility_label: '확인, VOC-0142' }] }]);
  });

  it('ask before what cannot be taken back', () => {
    const confirm = { title: '무효 처리', text: '되돌릴 수 없습니다.', yes: '무효로 하기', no: '그만두기' };
    const [row] = drawn([{ ...acknowledge, style: 'danger', confirm }]);
    expect(row).toMatchObject({ elements: [{ style: 'danger', confirm: { deny: { text: '그만두기' } } }] });
  });

  it('hide up to five in a menu and more in a list', () => {
    const some = (n: number) => Array.from({ length: n }, (_, i) => nth(i));
    expect(drawn([acknowledge], some(5))).toMatchObject([
      { elements: [{}, { type: 'overflow', options: { length: 5 } }] },
    ]);
    const list = { type: 'static_select', placeholder: { text: '다른 작업 선택' }, options: { length: 6 } };
    expect(drawn([acknowledge], some(6))).toMatchObject([{ elements: [{}, list] }]);
    expect(drawn([acknowledge], some(1))).toMatchObject([{ elements: [{}, { type: 'button' }] }]);
  });

  it('in a menu that ask first stay buttons, because a menu asks for all its entries or none', () => {
    const confirm = { title: 't', text: 't', yes: 'y', no: 'n' };
    const [row] = drawn([], [nth(1), nth(2), { ...nth(3), confirm }]);
    expect(row).toMatchObject({
      elements: [
        { type: 'button', confirm: {} },
        { type: 'overflow', options: { length: 2 } },
      ],
    });
  });

  it('that nobody of us drew mean nothing', () => {
    for (const code of ['', 'acknowledge', 'explode|142', 'acknowledge|x', 'acknowledge|1234567890']) {
      expect(decodePress(code)).toBeNull();
    }
  });
});
