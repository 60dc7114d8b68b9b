import { describe, expect, it } from 'vitest';
import { validateBlocks, wordsIn } from '../../../adapters/sandbox/validate/validate-blocks.ts';
import { validateView } from '../../../adapters/sandbox/validate/validate-view.ts';
import { askTitle, button, clientOf, errorOf, modal, openWorkspace, section } from './workspace.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (text: string, value = text) => ({ text: plain(text), value });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, extra: object = {}) => ({ type: 'input', label: plain('제목'), element, ...extra });
const select = (extra: object) => ({ type: 'static_select', placeholder: plain('선택'), ...extra });
const ready = (text: string) => ({ type: 'button', text: plain(text) });

describe('blocks as Slack takes them', () => {
  it.each([
    ['a card', [section('본문'), { type: 'divider' }, button('ack'), { type: 'context', elements: [plain('근거')] }]],
    ['3,000 characters, counted as people do', [section('😀'.repeat(3000))]],
    ['fields', [{ type: 'section', fields: times(10, (n) => plain(`칸 ${n}`)) }]],
    ['an overflow menu', [actions({ type: 'overflow', options: times(5, (n) => option(`${n}`)) })]],
    ['a picture', [{ type: 'image', image_url: 'https://a.example/a.png', alt_text: '사진' }]],
    ['an uploaded picture', [{ type: 'image', slack_file: { id: 'F1' }, alt_text: '그림' }]],
    ['25 buttons', [actions(...times(25, (n) => ready(`${n}`)))]],
    ['a typed message', [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }]],
    ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: '칸' }]] }]],
  ])('pass: %s', (_what, blocks) => {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  });

  it.each([
    ['51 blocks', times(51, () => section('x')), 'no more than 50 items allowed [json-pointer:/blocks]'],
    ['a nonsense type', [{ type: 'nonsense' }], 'unsupported type: nonsense [json-pointer:/blocks/0/type]'],
    [
      'a type inherited from nowhere',
      [{ type: 'toString' }],
      'unsupported type: toString [json-pointer:/blocks/0/type]',
    ],
    ['a block without type', [{ text: 'x' }], 'missing required field: type [json-pointer:/blocks/0]'],
    [
      '3,001 characters',
      [section('x'.repeat(3001))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a picture of no file',
      [{ type: 'image', slack_file: {}, alt_text: '그림' }],
      'must provide either id or url [json-pointer:/blocks/0/slack_file]',
    ],
    [
      'a picture from two places',
      [{ type: 'image', slack_file: { id: 'F1' }, image_url: 'https://a.example/a.png', alt_text: '그림' }],
      'must provide either image_url or slack_file [json-pointer:/blocks/0]',
    ],
    [
      'a picture that nobody can be told of',
      [{ type: 'image', slack_file: { id: 'F1' } }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    ['an empty section', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ['a section of nothing', [{ type: 'section' }], 'must provide either text or fields [json-pointer:/blocks/0]'],
    [
      '11 fields',
      [{ type: 'section', fields: times(11, () => plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field of 2,001',
      [{ type: 'section', fields: [plain('x'.repeat(2001))] }],
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'a header of 151',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      '26 actions',
      [actions(...times(26, (n) => ready(`${n}`)))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    ['no actions', [actions()], 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      '11 context elements',
      [{ type: 'context', elements: times(11, () => plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a button text of 76',
      [actions(ready('x'.repeat(76)))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a button value of 2,001',
      [actions({ ...ready('x'), value: 'x'.repeat(2001) })],
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'a button url of 3,001',
      [actions({ ...ready('x'), url: `https://${'x'.repeat(3000)}` })],
      'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
    ],
    [
      'an unknown button style',
      [actions({ ...ready('x'), style: 'blue' })],
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a field Slack does not know',
      [{ ...section('x'), colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'an action id of 256',
      [actions({ ...ready('x'), action_id: 'x'.repeat(256) })],
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      '101 options',
      [actions(select({ options: times(101, (n) => option(`${n}`)) }))],
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'an option text of 76',
      [actions(select({ options: [option('x'.repeat(76), 'x')] }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    ],
    [
      'six overflow options',
      [actions({ type: 'overflow', options: times(6, (n) => option(`${n}`)) })],
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'a first choice that is no choice',
      [actions(select({ options: [option('a')], initial_option: option('b') }))],
      'initial option must be one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'neither options nor groups',
      [actions(select({}))],
      'must provide either options or option_groups [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a confirmation title of 101',
      [
        actions({
          ...ready('x'),
          confirm: { title: plain('x'.repeat(101)), text: plain('x'), confirm: plain('y'), deny: plain('n') },
        }),
      ],
      'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
    ],
    [
      'an initial value above the field’s own limit',
      [input({ type: 'plain_text_input', max_length: 5, initial_value: '여섯글자입니다' })],
      'initial_value must be less than 6 characters [json-pointer:/blocks/0/element]',
    ],
    [
      'an initial value of 3,001',
      [input({ type: 'plain_text_input', initial_value: 'x'.repeat(3001) })],
      'must be less than 3001 characters [json-pointer:/blocks/0/element/initial_value]',
    ],
    [
      'a date that is none',
      [input({ type: 'datepicker', initial_date: '26/11/2026' })],
      'must be in YYYY-MM-DD format [json-pointer:/blocks/0/element/initial_date]',
    ],
    [
      'a text input among the buttons',
      [actions({ type: 'plain_text_input' })],
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'the same block id twice',
      [
        { ...section('a'), block_id: 'x' },
        { ...section('b'), block_id: 'x' },
      ],
      'block_id "x" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'the same action id twice in a block',
      [actions({ ...ready('a'), action_id: 'x' }, { ...ready('b'), action_id: 'x' })],
      'action_id "x" already exists [json-pointer:/blocks/0/elements]',
    ],
    [
      'a markdown block of 12,001',
      [{ type: 'markdown', text: 'x'.repeat(12_001) }],
      'must be less than 12001 characters [json-pointer:/blocks/0/text]',
    ],
  ])('are refused: %s', (_what, blocks, problem) => {
    expect(validateBlocks(blocks, 'message')).toContain(problem);
  });

  it('are counted together by what people read', () => {
    expect(wordsIn([section('네글자다'), button('id', '확인')])).toBe(6);
  });

  it('answer a refused call with what is wrong and where', async () => {
    const sandbox = await openWorkspace();
    const { chat } = clientOf(sandbox);
    const post = (blocks: object[]) => chat.postMessage({ channel: 'C0VOC', text: 'x', blocks: blocks as never });
    await expect(post([section('x'.repeat(3001))])).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    expect(await errorOf(post(times(5, () => section('가'.repeat(2640)))))).toBe('ok');
    expect(await errorOf(post(times(5, () => section('가'.repeat(2641)))))).toBe('msg_blocks_too_long');
    const { ts = '' } = await chat.postMessage({ channel: 'C0VOC', text: 'x' });
    const update = chat.update({ channel: 'C0VOC', ts, text: 'x', blocks: [{ type: 'nonsense' } as never] });
    expect(await errorOf(update)).toBe('invalid_blocks');
    await sandbox.stop();
  });
});

describe('views as Slack takes them', () => {
  it.each([
    ['a form', modal('고객의 소리', { private_metadata: 'x'.repeat(3000) })],
    ['100 blocks', modal('길다', { blocks: times(100, () => section('x')) })],
  ])('pass: %s', (_what, view) => {
    expect(validateView(view, 'modal')).toEqual([]);
  });

  it.each([
    ['a title of 25', modal('가'.repeat(25)), 'must be less than 25 characters [json-pointer:/view/title/text]'],
    [
      '101 blocks',
      modal('x', { blocks: times(101, () => section('x')) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'a private note of 3,001',
      modal('x', { private_metadata: 'x'.repeat(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a callback id of 256',
      modal('x', { callback_id: 'x'.repeat(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'a submit text of 25',
      modal('x', { submit: plain('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a question nobody can answer',
      { type: 'modal', title: plain('x'), blocks: [askTitle] },
      'missing required field: submit [json-pointer:/view]',
    ],
    ['a Home tab for a modal', { type: 'home', blocks: [] }, 'unsupported type: home [json-pointer:/view/type]'],
    [
      'two fields that both want the focus',
      modal('x', {
        blocks: [
          input({ type: 'plain_text_input', action_id: 'a', focus_on_load: true }),
          input({ type: 'plain_text_input', action_id: 'b', focus_on_load: true }),
        ],
      }),
      'only one element can have focus_on_load set to true [json-pointer:/view/blocks]',
    ],
  ])('are refused: %s', (_what, view, problem) => {
    expect(validateView(view, 'modal')).toContain(problem);
  });
});
