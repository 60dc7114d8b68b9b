import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard, summaryOf } from '../../../adapters/teams/adaptive-card.ts';
import type { AdaptiveCard, CardAction } from '../../../adapters/teams/card-json.ts';
import { decodePress } from '../../../adapters/teams/press-code.ts';
import { caseId } from '../../../src/domain/ids.ts';
import type { Action, Card, CardBlock } from '../../../src/ports/card.ts';
import { bytesOf, lintCard, mostBytes } from '../../support/lint-adaptive-card.ts';
import { action, card } from '../slack/arbitraries.ts';

const runs = { numRuns: 150, interruptAfterTimeLimit: 20_000 };
const cardOf = (...blocks: Card['blocks']): Card => ({ fallback: 'VOC-0142', blocks });
const surfaces = [
  { dialogs: true },
  { dialogs: false },
  { dialogs: true, where: 'dialog' },
  { dialogs: true, where: 'home' },
] as const;
const acknowledge: Action = { label: '확인', press: { step: 'acknowledge', caseId: caseId(142) } };
const note: Action = { label: '메모', press: { step: 'note', caseId: caseId(142) } };
const nth = (n: number): Action => ({ label: `작업 ${n}`, press: { step: 'history', caseId: caseId(n) } });
const confirm = { title: '종결', text: '되돌릴 수 없습니다.', yes: '종결하기', no: '그만두기' };

type Node = Record<string, unknown>;
/** Every object of a card, outermost first. */
function nodesIn(x: unknown): readonly Node[] {
  if (Array.isArray(x)) return x.flatMap(nodesIn);
  if (typeof x !== 'object' || x === null) return [];
  return [x as Node, ...Object.values(x).flatMap(nodesIn)];
}
const runsIn = (drawn: AdaptiveCard) => nodesIn(drawn.body).filter((node) => node['type'] === 'TextRun');
const readIn = (drawn: AdaptiveCard): string =>
  nodesIn(drawn.body)
    .filter(({ type }) => type === 'TextRun' || type === 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n');
const rowsIn = (drawn: AdaptiveCard): readonly (readonly CardAction[])[] =>
  drawn.body.flatMap((element) => (element.type === 'ActionSet' ? [element.actions] : []));
const drawn = (actions: readonly Action[], overflow: readonly Action[] = [], dialogs = true) =>
  rowsIn(drawCard(cardOf({ type: 'actions', actions, overflow }), { dialogs }));

describe('a card in Teams', () => {
  it('is taken by Teams whatever stands in it, wherever it stands', () => {
    fc.assert(
      fc.property(card, fc.constantFrom(...surfaces), (any, surface) => {
        expect(lintCard(drawCard(any, surface))).toEqual([]);
      }),
      runs,
    );
  });

  it.each([
    '**굵게** _기울임_ `코드`',
    '[은행](http://evil.example)',
    '<at>김하나</at> 지금 답해 주세요',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what somebody may write.
    '${환불}',
    '- 하나\n- 둘\n1. 셋',
    'https://evil.example/login',
    '<b>굵게</b> &lt;i&gt;',
  ])('shows %s as the customer wrote it, and calls nobody', (words) => {
    const blocks: readonly CardBlock[] = [
      { type: 'heading', text: words },
      { type: 'line', spans: [{ type: 'text', text: words }] },
      { type: 'aside', spans: [{ type: 'when', at: 0 as never, text: words }] },
      { type: 'quote', text: words },
    ];
    const card = drawCard({ fallback: words, blocks }, { dialogs: true });
    expect(lintCard(card)).toEqual([]);
    expect(runsIn(card).map(({ text }) => text)).toEqual([words, words, words, words]);
    expect(nodesIn(card).filter(({ type }) => type === 'TextBlock')).toEqual([]);
    expect(nodesIn(card).some((node) => 'msteams' in node || 'entities' in node)).toBe(false);
  });

  it.each(['{{DATE(2026-01-01T00:00:00Z)}}', '{{ time(2026-01-01T00:00:00Z) }}'])('does not reckon %s', (words) => {
    const [text] = runsIn(drawCard(cardOf({ type: 'quote', text: words }), { dialogs: true })).map((r) =>
      String(r['text']),
    );
    expect(text).not.toContain('{{');
    expect(text?.replaceAll('\u2060', '')).toBe(words);
  });

  it('reads a heading aloud as one', () => {
    const [heading] = drawCard(cardOf({ type: 'heading', text: 'VOC-0142 · ◆ S2 중대 · 물류' }), {
      dialogs: true,
    }).body;
    expect(heading).toMatchObject({
      type: 'TextBlock',
      style: 'heading',
      wrap: true,
      text: 'VOC-0142 · ◆ S2 중대 · 물류',
    });
  });

  it('shows a rant of four thousand characters whole, with all its buttons', () => {
    const rant = `처음 ${'가나다 "라"\n'.repeat(510)} 끝`;
    const overflow = Array.from({ length: 13 }, (_, i) => nth(i + 1));
    const whole = drawCard(
      cardOf({ type: 'quote', text: rant }, { type: 'actions', actions: [acknowledge, note], overflow }),
      {
        dialogs: true,
      },
    );
    expect(rant.length).toBeGreaterThan(4_000);
    expect(readIn(whole)).toBe(rant);
    expect(rowsIn(whole)[0]).toHaveLength(15);
    expect(lintCard(whole)).toEqual([]);
  });

  it('cuts words before buttons when Teams would refuse the whole, and uses the room there is', () => {
    const long = { type: 'quote', text: '가'.repeat(12_000) } as const;
    const overflow = Array.from({ length: 13 }, (_, i) => nth(i + 1));
    const cut = drawCard(cardOf(long, long, { type: 'actions', actions: [acknowledge], overflow }), { dialogs: true });
    expect(lintCard(cut)).toEqual([]);
    expect(bytesOf(cut)).toBeGreaterThan(mostBytes * 0.95);
    expect(readIn(cut)).toContain('…');
    expect(rowsIn(cut)[0]).toHaveLength(14);
  });

  it('leaves out the last of a long list, lets it be seen, and keeps the buttons at its end', () => {
    const row = (n: number): readonly CardBlock[] => [
      { type: 'line', spans: [{ type: 'text', text: `VOC-${n} ${'늦어요 '.repeat(20)}` }] },
      { type: 'actions', actions: [nth(n), { ...nth(n), label: '보기' }], overflow: [] },
    ];
    const many = Array.from({ length: 60 }, (_, i) => row(i + 1)).flat();
    const list = drawCard(
      cardOf(...many, { type: 'actions', actions: [{ ...acknowledge, label: '등록' }], overflow: [] }),
      {
        dialogs: true,
      },
    );
    expect(lintCard(list)).toEqual([]);
    expect(readIn(list)).toContain('VOC-1 ');
    expect(readIn(list)).toMatch(/…$/);
    expect(rowsIn(list).at(-1)).toMatchObject([{ title: '등록' }]);
    expect(rowsIn(list).length).toBeGreaterThan(15);
  });

  it('draws a line where the neutral card has one, and none at its edges', () => {
    const divider = { type: 'divider' } as const;
    const line = (text: string) => ({ type: 'line', spans: [{ type: 'text', text }] }) as const;
    const { body } = drawCard(cardOf(divider, line('하나'), divider, line('둘'), divider), { dialogs: true });
    expect(body).toHaveLength(2);
    expect(body[0]).not.toHaveProperty('separator');
    expect(body[1]).toMatchObject({ separator: true });
  });

  it('leads to where a case came from, over https only', () => {
    const link = (url: string) => ({ type: 'line', spans: [{ type: 'link', url, text: '원문' }] }) as const;
    const address = 'https://teams.microsoft.com/l/message/19:a@thread.tacv2/1';
    expect(runsIn(drawCard(cardOf(link(address)), { dialogs: true }))).toMatchObject([
      { text: '원문', underline: true, selectAction: { type: 'Action.OpenUrl', url: address } },
    ]);
    for (const url of ['http://a.example', 'javascript:alert(1)', 'https://a.example/"x', '']) {
      expect(runsIn(drawCard(cardOf(link(url)), { dialogs: true }))).toEqual([{ type: 'TextRun', text: '원문' }]);
    }
  });

  it('says the fallback where there is nothing else to show, and in the notification', () => {
    expect(readIn(drawCard({ fallback: '접수했습니다 <b>', blocks: [] }, { dialogs: true }))).toBe('접수했습니다 <b>');
    expect(summaryOf({ fallback: 'VOC-0142 접수했습니다', blocks: [] })).toBe('VOC-0142 접수했습니다');
    expect(summaryOf({ fallback: ' ', blocks: [] })).toBe('…');
  });
});

describe('buttons in Teams', () => {
  it('carry the step, the case and what tells two of one step apart', () => {
    fc.assert(
      fc.property(action, fc.constantFrom(...surfaces), (one, surface) => {
        fc.pre((one.press.arg ?? '').length < 1_900);
        const [row] = rowsIn(drawCard(cardOf({ type: 'actions', actions: [one], overflow: [] }), surface));
        const [button] = row ?? [];
        const pressed = button?.type === 'Action.ShowCard' ? button.card.actions[0] : button;
        const data: unknown = JSON.parse(JSON.stringify(pressed && 'data' in pressed ? pressed.data : null));
        expect(decodePress(data)).toEqual({ press: one.press, isHome: 'where' in surface && surface.where === 'home' });
      }),
      runs,
    );
  });

  it('that always ask something open a window; the others act in place, also for clients of long ago', () => {
    const [[opens, acts] = []] = drawn([note, acknowledge]);
    expect(opens).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' }, meari: { step: 'note' } },
    });
    expect(acts).toMatchObject({
      type: 'Action.Execute',
      verb: 'press',
      data: { meari: { step: 'acknowledge', caseId: 142 } },
      fallback: { type: 'Action.Submit', title: '확인', data: { meari: { step: 'acknowledge', caseId: 142 } } },
    });
  });

  it('act in place where a client has no windows, and only submit within one', () => {
    expect(drawn([note], [], false)).toMatchObject([[{ type: 'Action.Execute', verb: 'press' }]]);
    const inWindow = drawCard(cardOf({ type: 'actions', actions: [note], overflow: [] }), {
      dialogs: true,
      where: 'dialog',
    });
    expect(rowsIn(inWindow)).toMatchObject([[{ type: 'Action.Submit', data: { meari: { step: 'note' } } }]]);
    expect(JSON.stringify(inWindow)).not.toContain('task/fetch');
  });

  it('ask before what cannot be taken back: the question unfolds, its answer is the press', () => {
    const [[asks] = []] = drawn([{ ...acknowledge, style: 'danger', confirm }]);
    expect(asks).toMatchObject({ type: 'Action.ShowCard', title: '확인', style: 'destructive' });
    expect(JSON.stringify(asks)).toContain('되돌릴 수 없습니다.');
    expect(asks?.type === 'Action.ShowCard' && asks.card.actions).toMatchObject([
      { title: '종결하기', style: 'destructive', data: { meari: { step: 'acknowledge' } } },
    ]);
  });

  it('hide in the menu what is less likely, save one alone and one that asks first', () => {
    const modes = (overflow: readonly Action[]) =>
      drawn([acknowledge], overflow)[0]?.map(({ mode }) => mode ?? 'button');
    expect(modes([nth(1), nth(2)])).toEqual(['button', 'secondary', 'secondary']);
    expect(modes([nth(1)])).toEqual(['button', 'button']);
    expect(modes([nth(1), { ...nth(2), confirm }, nth(3)])).toEqual(['button', 'button', 'secondary', 'secondary']);
  });

  it('read aloud name their case', () => {
    expect(drawn([acknowledge])).toMatchObject([[{ tooltip: '확인, VOC-0142' }]]);
  });

  it('that nobody of us drew mean nothing', () => {
    const meari = [
      {},
      { step: 'explode' },
      { step: 'note', caseId: 'x' },
      { step: 'note', caseId: -1 },
      { step: 'note', caseId: 1.5 },
    ];
    for (const data of [
      null,
      'x',
      {},
      ...meari.map((m) => ({ meari: m })),
      { meari: { do: 'submit', step: 'note' } },
    ]) {
      expect(decodePress(data)).toBeNull();
    }
  });
});
