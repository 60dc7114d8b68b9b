import fc from 'fast-check';
import { caseId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import { type Action, type Card, type CardBlock, type Span, steps } from '../../../src/ports/card.ts';
import type { Choice, Field, Form } from '../../../src/ports/form.ts';
import type { Picture } from '../../../src/ports/picture.ts';

/** What customers, and people who mean harm, may write. */
const hostile = [
  '<!here> <!channel>',
  '<@U0KIMHANA> 지금 답해 주세요',
  '<https://evil.example|은행 로그인>',
  'https://evil.example/path?q=1&b=2',
  '*굵게* _기울임_ ~취소~ `코드` ```블록```',
  ':tada: :rotating_light:',
  '&lt;b&gt; &amp;amp; <b>',
  '👨‍👩‍👧‍👦 이모지 \uD83D',
  '\u0000\u0007\u202E거꾸로\u202C',
  '   \n\n  ',
  '가'.repeat(4_000),
];
const words = (max: number) =>
  fc.oneof(fc.string({ maxLength: max }), fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: max }));

const span: fc.Arbitrary<Span> = fc.oneof(
  words(300).chain((text) => fc.constantFrom<Span>({ type: 'text', text }, { type: 'text', text, bold: true })),
  words(40).map((name): Span => ({ type: 'person', person: { id: 'P1' as never, name } })),
  words(40).map((text): Span => ({ type: 'when', at: instant(1_790_000_000_000), text })),
  fc
    .tuple(words(80), fc.constantFrom('https://a.example/p?x=1&y=2', 'javascript:alert(1)', 'https://a|b>', ''))
    .map(([text, url]): Span => ({ type: 'link', url, text })),
);

export const action: fc.Arbitrary<Action> = fc.record(
  {
    label: words(100),
    press: fc.record(
      {
        step: fc.constantFrom(...steps),
        caseId: fc.option(fc.integer({ min: 1, max: 999_999 }).map(caseId), { nil: null }),
        arg: words(200),
      },
      { requiredKeys: ['step', 'caseId'] },
    ),
    style: fc.constantFrom('primary', 'danger'),
    confirm: fc.record({ title: words(120), text: words(400), yes: words(40), no: words(40) }),
  },
  { requiredKeys: ['label', 'press'] },
) as fc.Arbitrary<Action>;

const bar = fc.record({ label: words(60), count: fc.nat({ max: 1_000_000 }), note: words(12) });
const picture: fc.Arbitrary<Picture> = fc.oneof(
  fc.record({ type: fc.constant('funnel' as const), title: words(60), steps: fc.array(bar, { maxLength: 7 }) }),
  fc.record({
    type: fc.constant('pareto' as const),
    title: words(60),
    bars: fc.array(bar, { maxLength: 8 }),
    unit: words(20),
  }),
);

const block: fc.Arbitrary<CardBlock> = fc.oneof(
  words(200).map((text): CardBlock => ({ type: 'heading', text })),
  fc.array(span, { maxLength: 8 }).map((spans): CardBlock => ({ type: 'line', spans })),
  fc.array(span, { maxLength: 14 }).map((spans): CardBlock => ({ type: 'aside', spans })),
  words(1_000).map((text): CardBlock => ({ type: 'quote', text })),
  fc.constant<CardBlock>({ type: 'divider' }),
  fc.tuple(picture, words(300)).map(([picture, alt]): CardBlock => ({ type: 'picture', picture, alt })),
  fc
    .tuple(fc.array(action, { maxLength: 5 }), fc.array(action, { maxLength: 12 }))
    .map(([actions, overflow]): CardBlock => ({ type: 'actions', actions, overflow })),
);

export const card: fc.Arbitrary<Card> = fc.record({
  fallback: words(300),
  blocks: fc.array(block, { maxLength: 70 }),
});

const choices = (max: number) =>
  fc.uniqueArray(fc.record({ value: fc.string({ minLength: 1, maxLength: 60 }), label: words(90) }), {
    maxLength: max,
    selector: (c: Choice) => c.value,
  });
const base = { label: words(60), hint: words(100), required: fc.boolean(), refreshes: fc.boolean() };
const mayLack = ['hint', 'refreshes', 'initial', 'placeholder'];
const fieldOf = (type: Field['type'], model: Record<string, fc.Arbitrary<unknown>>) => {
  const all: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type), ...base, ...model };
  return fc.record(all, { requiredKeys: Object.keys(all).filter((key) => !mayLack.includes(key)) });
};

const field = fc.oneof(
  fieldOf('text', {
    multiline: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 5_000 }),
    initial: words(100),
    placeholder: words(200),
  }),
  fieldOf('number', { min: fc.integer({ min: 0, max: 9 }), initial: fc.nat() }),
  fieldOf('select', { choices: choices(150), initial: fc.string() }),
  fieldOf('multiSelect', { choices: choices(12), initial: fc.array(fc.string()) }),
  fieldOf('pick', { choices: choices(14), initial: fc.string() }),
  fieldOf('checkbox', { choice: fc.record({ value: fc.constant('yes'), label: words(90) }), initial: fc.boolean() }),
  fieldOf('day', { initial: fc.constantFrom('2026-11-26', '', 'soon') }),
  fieldOf('moment', { initial: fc.constantFrom('1795680000000', '', '12', 'x') }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Omit<Field, 'name'>>;

export const form: fc.Arbitrary<Form> = fc
  .record({
    step: fc.constantFrom(...steps),
    title: words(40),
    submit: words(30),
    cancel: words(30),
    intro: fc.array(block, { maxLength: 6 }),
    fields: fc.array(field, { maxLength: 14 }),
    outro: fc.array(block, { maxLength: 6 }),
    context: fc.dictionary(fc.constantFrom('caseId', 'permalink', 'surface'), fc.string({ maxLength: 200 })),
  })
  .map((f) => ({ ...f, fields: f.fields.map((x, i) => ({ ...x, name: `field${i}` }) as Field) }));
