import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsByBlock, shownIn, valuesOf } from '../../../adapters/slack/form-state.ts';
import { carriedBy, drawForm } from '../../../adapters/slack/modals.ts';
import type { Field, Form } from '../../../src/ports/form.ts';
import { lintView } from '../../support/lint-blocks.ts';
import { form } from './arbitraries.ts';

const formOf = (...fields: readonly Field[]): Form => ({
  step: 'file',
  title: 'VOC 등록',
  submit: '등록',
  cancel: '취소',
  intro: [],
  outro: [],
  fields,
  context: { permalink: 'https://acme.slack.com/archives/C1/p1' },
});
const department = (initial?: string): Field => ({
  name: 'department',
  label: '담당 부서',
  required: true,
  type: 'select',
  choices: [
    { value: 'logistics', label: '물류' },
    { value: 'product', label: '상품' },
  ],
  ...(initial === undefined ? {} : { initial }),
});
const words = (initial?: string): Field => ({
  name: 'words',
  label: '고객의 말',
  required: true,
  refreshes: true,
  type: 'text',
  multiline: true,
  maxLength: 3_000,
  ...(initial === undefined ? {} : { initial }),
});
const inputs = (view: { blocks: readonly object[] }) =>
  view.blocks.filter((b): b is InputBlock & { block_id: string } => 'type' in b && b.type === 'input');
const idOf = (view: { blocks: readonly object[] }) => inputs(view)[0]?.block_id;

/** The view as Slack sends it back, with this in its first field. */
const sentBack = (view: ReturnType<typeof drawForm>, input: Record<string, unknown>) => {
  const [block] = inputs(view);
  const values = { [block?.block_id ?? '']: { [block?.element.action_id ?? '']: input } };
  return { ...view, id: 'V1', state: { values } } as unknown as Record<string, unknown>;
};

describe('a form in Slack', () => {
  it('is taken by Slack whatever it asks', () => {
    fc.assert(
      fc.property(form, (any) => {
        expect(lintView(drawForm(any), 'modal')).toEqual([]);
      }),
      { numRuns: 150, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('brings back its step and its context', () => {
    const view = drawForm(formOf(words()));
    expect(carriedBy({ ...view })).toEqual({ step: 'file', context: formOf().context });
    expect(carriedBy({ private_metadata: '{"step":"explode"}' })).toBeNull();
    expect(carriedBy({ private_metadata: 'no json' })).toBeNull();
  });

  it('shows a new suggestion in a new block, because Slack keeps what it already shows', () => {
    const first = drawForm(formOf(department('logistics')));
    const again = drawForm(formOf(department('logistics')));
    const other = drawForm(formOf(department('product')));
    expect(idOf(first)).toBe(idOf(again));
    expect(idOf(first)).not.toBe(idOf(other));
  });

  it('leaves a field alone that already shows what it should, so that typing goes on undisturbed', () => {
    const open = sentBack(drawForm(formOf(words())), { type: 'plain_text_input', value: '배송이 늦어요' });
    const kept = drawForm(formOf(words('배송이 늦어요')), shownIn(open));
    expect(idOf(kept)).toBe('words');
    const withoutStart = drawForm(formOf(words()), shownIn(open));
    expect(idOf(withoutStart)).toBe('words');
    const changed = drawForm(formOf(words('다른 말')), shownIn(open));
    expect(idOf(changed)).toMatch(/^words~/);
  });

  it('asks to be drawn again on Enter, not on every key', () => {
    const [block] = inputs(drawForm(formOf(words())));
    expect(block).toMatchObject({
      dispatch_action: true,
      element: { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
    });
  });

  it.each<[Field, Record<string, unknown>, string | readonly string[]]>([
    [words(), { type: 'plain_text_input', value: '늦어요' }, '늦어요'],
    [words(), { type: 'plain_text_input', value: null }, ''],
    [department(), { type: 'static_select', selected_option: { value: 'product' } }, 'product'],
    [department(), { type: 'static_select', selected_option: null }, ''],
    [
      { ...department(), type: 'multiSelect', name: 'wants' } as Field,
      { type: 'multi_static_select', selected_options: [{ value: 'a' }, { value: 'b' }] },
      ['a', 'b'],
    ],
    [words(), { type: 'radio_buttons', selected_option: { value: 'yes' } }, 'yes'],
    [words(), { type: 'checkboxes', selected_options: [{ value: 'yes' }] }, 'yes'],
    [words(), { type: 'checkboxes', selected_options: [] }, ''],
    [words(), { type: 'datepicker', selected_date: '2026-11-26' }, '2026-11-26'],
    [words(), { type: 'datetimepicker', selected_date_time: 1_795_680_000 }, '1795680000000'],
    [words(), { type: 'datetimepicker', selected_date_time: null }, ''],
    [words(), { type: 'number_input', value: '3' }, '3'],
  ])('reads field %# as it was filled in', (field, input, value) => {
    expect(valuesOf(sentBack(drawForm(formOf(field)), input))).toEqual({ [field.name]: value });
  });

  it('puts a sentence at the block in which the field stands now', () => {
    const view = sentBack(drawForm(formOf(department('logistics'))), { type: 'static_select', selected_option: null });
    const [blockId] = [idOf(view as never)];
    expect(errorsByBlock({ department: '부서를 골라 주세요.' }, view)).toEqual({
      [blockId ?? '']: '부서를 골라 주세요.',
    });
    expect(errorsByBlock({ elsewhere: '다시 눌러 주세요.' }, view)).toEqual({ [blockId ?? '']: '다시 눌러 주세요.' });
  });

  it('refuses a context that Slack would not carry', () => {
    expect(() => drawForm({ ...formOf(), context: { long: '가'.repeat(3_000) } })).toThrow(RangeError);
  });
});
