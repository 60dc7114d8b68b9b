import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdaptiveCard, Input } from '../../../adapters/teams/card-json.ts';
import { carriedBy, formIn } from '../../../adapters/teams/carried.ts';
import { drawForm, type FormOptions, taskContinue, taskMessage, taskNotice } from '../../../adapters/teams/dialogs.ts';
import { halfMoments, valuesOf } from '../../../adapters/teams/form-state.ts';
import type { Field, Form, FormValues } from '../../../src/ports/form.ts';
import { lintCard } from '../../support/lint-adaptive-card.ts';
import { form as anyForm } from '../slack/arbitraries.ts';

const options: FormOptions = { locale: 'ko', zone: 'Asia/Seoul', formId: 'form-1', where: 'dialog' };
/** A window is not bound to what a message may hold. */
const inWindow = 200_000;
const formOf = (...fields: readonly Field[]): Form => ({
  step: 'file',
  title: 'VOC 등록',
  submit: '등록',
  cancel: '취소',
  intro: [{ type: 'line', spans: [{ type: 'text', text: 'VOC-0142', bold: true }] }],
  outro: [{ type: 'quote', text: '가려진 말' }],
  fields,
  context: { permalink: 'https://teams.microsoft.com/l/message/19:a/1' },
});
const choices = [
  { value: 'logistics', label: '물류' },
  { value: 'product, new', label: '상품' },
];
const base = { label: '이름', required: true } as const;
const text: Field = { ...base, name: 'words', type: 'text', multiline: true, maxLength: 3_000 };
const select: Field = { ...base, name: 'department', type: 'select', choices };
const several: Field = { ...base, name: 'wants', type: 'multiSelect', choices };
const moment: Field = { ...base, name: 'eta', type: 'moment' };
const tick: Field = { ...base, name: 'same', type: 'checkbox', choice: { value: 'yes', label: '같은 건' } };

const inputsIn = (card: AdaptiveCard): readonly Input[] =>
  card.body.flatMap((element): readonly Input[] => {
    if (element.type === 'ColumnSet') return element.columns.flatMap(({ items }) => items as readonly Input[]);
    return element.type.startsWith('Input.') ? [element as Input] : [];
  });
const dataOf = (card: AdaptiveCard, n = 0): Record<string, unknown> => {
  const button = card.actions?.[n];
  return button !== undefined && 'data' in button ? { ...button.data } : {};
};
/** What Teams sends when a person presses a button with the form as it stands. */
function sentBack(card: AdaptiveCard, changed: Record<string, string> = {}, n = 0): Record<string, unknown> {
  const inputs = inputsIn(card).map((input) => [input.id, 'value' in input ? String(input.value ?? '') : '']);
  return JSON.parse(JSON.stringify({ ...dataOf(card, n), ...Object.fromEntries(inputs), ...changed }));
}
const readBack = (data: Record<string, unknown>): FormValues =>
  valuesOf(data, carriedBy(data)?.fields ?? [], options.zone);
const said = (card: AdaptiveCard): string => JSON.stringify(card.body);

describe('a form in Teams', () => {
  it('is taken by Teams whatever it asks, in a window and in a card', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom('dialog', 'card'), fc.constantFrom('ko', 'en'), (any, where, locale) => {
        expect(lintCard(drawForm(any, { ...options, where, locale }), inWindow)).toEqual([]);
      }),
      { numRuns: 150, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('brings back its step and its context, and nothing that is not ours', () => {
    const carried = carriedBy(sentBack(drawForm(formOf(text), options)));
    expect(carried).toMatchObject({ act: 'submit', id: 'form-1', step: 'file', context: formOf().context });
    for (const meari of [
      {},
      { do: 'submit' },
      { do: 'submit', id: 'a', form: { step: 'explode' } },
      { do: 'x', id: 'a' },
    ]) {
      expect(carriedBy({ meari })).toBeNull();
    }
    expect(carriedBy({ meari: { do: 'submit', id: '<script>', form: { step: 'file' } } })).toBeNull();
  });

  it('comes back as it stands when nobody touches it', () => {
    const whole = formOf(
      { ...text, initial: '배송이\n2주째 "안" 와요' },
      { ...select, initial: 'product, new' },
      { ...several, initial: ['logistics', 'product, new'] },
      { ...moment, initial: '1795680000000' },
      { ...tick, initial: true },
      { ...base, name: 'day', type: 'day', initial: '2026-11-26' },
      { ...base, name: 'count', type: 'number', min: 1, initial: 3 },
    );
    expect(readBack(sentBack(drawForm(whole, options)))).toEqual({
      words: '배송이\n2주째 "안" 와요',
      department: 'product, new',
      wants: ['logistics', 'product, new'],
      eta: '1795680000000',
      same: 'yes',
      day: '2026-11-26',
      count: '3',
    });
  });

  it('comes back empty where nothing was filled in', () => {
    const empty = formOf(text, select, several, moment, tick, { ...base, name: 'count', type: 'number', min: 0 });
    const values = { words: '', department: '', wants: [], eta: '', same: '', count: '' };
    expect(readBack(sentBack(drawForm(empty, options)))).toEqual(values);
    expect(readBack(dataOf(drawForm(empty, options)))).toEqual(values);
  });

  it('asks for a moment as a day and a time of the company’s own zone', () => {
    const card = drawForm(formOf({ ...moment, initial: '1795680000000' }), options);
    expect(inputsIn(card)).toMatchObject([
      { type: 'Input.Date', value: '2026-11-26', label: '이름' },
      { type: 'Input.Time', value: '17:00', label: '이름 (시:분)' },
    ]);
    const later = sentBack(card, { 'field:eta:time': '18:30' });
    expect(readBack(later)).toEqual({ eta: String(1_795_680_000_000 + 90 * 60_000) });
  });

  it('keeps half a moment for the next drawing, and lets it be noticed', () => {
    const data = sentBack(drawForm(formOf(moment), options), { 'field:eta:day': '2026-11-26' });
    const values = readBack(data);
    expect(values).toEqual({ eta: '2026-11-26' });
    expect(halfMoments(values, carriedBy(data)?.fields ?? [])).toEqual(['eta']);
    expect(halfMoments({ eta: '1795680000000' }, [{ name: 'eta', type: 'moment' }])).toEqual([]);
    expect(halfMoments({ eta: '' }, [{ name: 'eta', type: 'moment' }])).toEqual([]);
    const again = drawForm(formOf(moment), { ...options, typed: values });
    expect(inputsIn(again)).toMatchObject([{ value: '2026-11-26' }, { type: 'Input.Time' }]);
    const noDay = readBack(sentBack(again, { 'field:eta:day': '', 'field:eta:time': '18:30' }));
    expect(inputsIn(drawForm(formOf(moment), { ...options, typed: noDay }))).toMatchObject([{}, { value: '18:30' }]);
  });

  it('lets an optional choice be taken back', () => {
    const card = drawForm(formOf({ ...select, required: false, initial: 'logistics' }), options);
    expect(readBack(sentBack(card, { 'field:department': '(none)' }))).toEqual({ department: '' });
  });

  it('has long lists searched, short ones opened, and two or three shown', () => {
    const many = Array.from({ length: 21 }, (_, i) => ({ value: `${i}`, label: `${i}부` }));
    const style = (field: Field) =>
      inputsIn(drawForm(formOf(field), options)).map((input) => 'style' in input && input.style)[0];
    expect(style({ ...select, choices: many } as Field)).toBe('filtered');
    expect(style(select)).toBe('compact');
    expect(style({ ...select, type: 'pick' } as Field)).toBe('expanded');
    expect(style(several)).toBe('expanded');
    expect(style({ ...several, choices: many } as Field)).toBe('compact');
  });

  it('says at the field what is wrong and keeps everything typed, the form coming back with what was sent', () => {
    const sent = sentBack(drawForm(formOf({ ...text, initial: '처음' }, several), options), {
      'field:words': '**고친** 말',
    });
    const again = formIn(sent);
    const errors = { words: '조금 더 적어 주세요.', elsewhere: '다시 눌러 주세요.' };
    const card = drawForm(again as Form, { ...options, typed: readBack(sent), errors });
    expect(lintCard(card)).toEqual([]);
    expect(readBack(sentBack(card))).toEqual(readBack(sent));
    expect(said(card)).toContain('VOC-0142');
    expect(said(card)).toContain('가려진 말');
    const at = (words: string) => card.body.findIndex((element) => JSON.stringify(element).includes(words));
    expect(at('조금 더 적어 주세요.')).toBe(at('"field:words"') + 1);
    expect(at('다시 눌러 주세요.')).toBeLessThan(at('"field:words"'));
    expect(JSON.stringify(card.body[at('조금 더')])).toContain('Attention');
  });

  it('shows what was cleared as cleared', () => {
    const card = drawForm(formOf({ ...text, initial: '처음' }, { ...several, initial: ['logistics'] }), {
      ...options,
      typed: { words: '', wants: [] },
    });
    expect(readBack(sentBack(card))).toEqual({ words: '', wants: [] });
  });

  it('checks required fields in the client, but for a form that can be drawn again half empty', () => {
    expect(inputsIn(drawForm(formOf(text), options))).toMatchObject([
      { isRequired: true, errorMessage: '이 칸을 채워 주세요.' },
    ]);
    const refreshing = drawForm(formOf({ ...text, refreshes: true }, { ...select, required: false }), options);
    expect(inputsIn(refreshing)).toMatchObject([{ label: '이름 *' }, { label: '이름' }]);
    expect(JSON.stringify(refreshing)).not.toContain('isRequired');
    expect(refreshing.actions).toMatchObject([
      { type: 'Action.Submit', title: '등록', style: 'positive' },
      { type: 'Action.Submit', title: '다시 제안' },
    ]);
    const data = sentBack(refreshing, { 'field:words': '늦어요' }, 1);
    expect(carriedBy(data)).toMatchObject({ act: 'refresh', field: 'words', step: 'file', context: formOf().context });
    expect(readBack(data)).toEqual({ words: '늦어요', department: '' });
  });

  it('answers in place in a card, also for clients of long ago', () => {
    const card = drawForm(formOf(text), { ...options, where: 'card' });
    expect(card.actions).toMatchObject([
      { type: 'Action.Execute', verb: 'submit', fallback: { type: 'Action.Submit' } },
    ]);
    expect(card.body[0]).toMatchObject({ type: 'TextBlock', text: 'VOC 등록' });
  });

  it('shows choices as they were written, also where a client would read Markdown', () => {
    const hostile = [
      { value: 'a', label: '**굵게** [은행](http://evil.example)' },
      { value: 'b', label: '1. 하나' },
      { value: 'c', label: '이메일 kim_ha_na@example.com' },
    ];
    const [input] = inputsIn(drawForm(formOf({ ...several, choices: hostile } as Field), options));
    const titles = input?.type === 'Input.ChoiceSet' ? input.choices.map(({ title }) => title) : [];
    expect(titles[0]).toBe('∗∗굵게∗∗ ［은행］(http:\u2060//evil.example)');
    expect(titles[1]?.replaceAll('\u2060', '')).toBe('1. 하나');
    expect(titles[2]).toBe('이메일 kim＿ha＿na@example.com');
  });

  it('never cuts what somebody typed: words around it give way', () => {
    const typed = { words: '가'.repeat(3_000), words2: '나'.repeat(3_000), words3: '다'.repeat(3_000) };
    const fields = Object.keys(typed).map((name): Field => ({ ...text, name }));
    const long = { ...formOf(...fields), outro: [{ type: 'quote', text: '라'.repeat(9_000) } as const] };
    const card = drawForm(long, { ...options, typed });
    expect(readBack(sentBack(card))).toEqual(typed);
    expect(said(card)).toContain('라');
    expect(said(card)).not.toContain('라'.repeat(2_000));
  });

  it('opens in a window of its size, and says so where the words are too long for one', () => {
    expect(taskContinue(formOf(text), options)).toMatchObject({
      task: {
        type: 'continue',
        value: {
          title: 'VOC 등록',
          height: 'medium',
          width: 'medium',
          card: { contentType: 'application/vnd.microsoft.card.adaptive' },
        },
      },
    });
    const typed = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`words${i}`, '가'.repeat(3_000)]));
    const endless = formOf(...Object.keys(typed).map((name): Field => ({ ...text, name })));
    expect(taskContinue(endless, { ...options, typed })).toMatchObject({ task: { type: 'message' } });
  });

  it('gives way to a card or a sentence when there is nothing to fill in', () => {
    const notice = taskNotice({ fallback: '이미 확인했습니다', blocks: [] }, 'ko');
    expect(notice).toMatchObject({ task: { type: 'continue', value: { title: '메아리' } } });
    expect(taskMessage('접수했습니다')).toEqual({ task: { type: 'message', value: '접수했습니다' } });
  });

  it('makes nothing of a form that has lost its shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        expect(() => carriedBy({ meari: { do: 'submit', id: 'a', form: junk } })).not.toThrow();
        const form = formIn({
          meari: { form: { step: 'file', title: 't', submit: 's', cancel: 'c', fields: junk, intro: junk } },
        });
        if (form !== null) expect(() => drawForm(form, options)).not.toThrow();
      }),
    );
  });
});
