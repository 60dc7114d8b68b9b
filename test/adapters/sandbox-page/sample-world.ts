import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { ActResult } from '../../../adapters/sandbox/protocol.ts';
import { message, type World } from './page-server.ts';

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });

/** A shop with four people, two channels and an app; an app that answers "done" to everything. */
export function sampleWorld(): World {
  return {
    workspace: {
      team: { id: 'T1', name: '온누리마켓' },
      clock: { now: Date.now(), rate: 1, until: null, turn: 1, zone: 'Asia/Seoul', jumps: [] },
      bot: { userId: 'UAPP', name: '메아리' },
      users: [
        person('UMINJI', '김민지', '고객센터 상담사', 'Customer service agent'),
        person('UHANA', '이하나', '물류 담당', 'Logistics'),
        person('UDOYUN', '박도윤', 'VOC 조정관', 'VOC desk'),
        { ...person('UALEX', 'Alex Kim', '해외 CS 담당', 'CS, overseas'), locale: 'en' },
      ],
      shortcuts: [
        { callbackId: 'file-message', name: 'VOC로 접수', type: 'message' },
        { callbackId: 'file', name: 'VOC 접수', type: 'global' },
      ],
      commands: [{ command: '/voc', hint: '[도움말 | 내 건 | 번호 | 검색어]' }],
    },
    channels: [
      { id: 'CLOG', name: 'voc-물류' },
      { id: 'CDESK', name: 'voc-조정' },
      { id: 'CALL', name: '전체' },
    ],
    unread: { CDESK: 3 },
    locales: {},
    messages: [],
    modals: {},
    homes: {},
    answer: (): ActResult => ({ ok: true }),
  };
}

function person(id: string, name: string, ko: string, en: string) {
  return { id, name, title: { ko, en }, email: `${id.toLowerCase()}@onnuri.example`, locale: 'ko' as const };
}

/** A card as the app draws it: head, the customer's words as a quote, what is owed, buttons. */
export function card(words: string): readonly KnownBlock[] {
  return [
    { type: 'header', block_id: 'head', text: plain('VOC-0142 · ◆ S2 · 불만 · 물류') },
    {
      type: 'section',
      block_id: 'owed',
      text: { type: 'mrkdwn', text: '*이하나* 님이 *11/26(목) 18:00까지* 확인해 주세요.' },
    },
    {
      type: 'rich_text',
      block_id: 'quote',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }],
    },
    {
      type: 'context',
      block_id: 'aside',
      elements: [{ type: 'mrkdwn', text: '접수 <@UMINJI> · 전화 · 전화번호 1개를 가렸습니다' }],
    },
    {
      type: 'actions',
      block_id: 'steps',
      elements: [
        { type: 'button', action_id: 'acknowledge', text: plain('확인'), style: 'primary', value: 'VOC-0142' },
        { type: 'button', action_id: 'transfer', text: plain('이관'), value: 'VOC-0142' },
        {
          type: 'button',
          action_id: 'close',
          text: plain('종결'),
          style: 'danger',
          value: 'VOC-0142',
          confirm: {
            title: plain('종결할까요?'),
            text: plain('종결하면 담당자의 할 일이 사라집니다.'),
            confirm: plain('종결'),
            deny: plain('취소'),
          },
        },
        {
          type: 'overflow',
          action_id: 'more',
          options: [
            { text: plain('보류'), value: 'hold' },
            { text: plain('이력 보기'), value: 'history' },
          ],
        },
        {
          type: 'static_select',
          action_id: 'other',
          placeholder: plain('다른 작업'),
          options: [
            { text: plain('심각도'), value: 'severity' },
            { text: plain('메모'), value: 'note' },
          ],
        },
      ],
    },
  ];
}

/** The form of the app, with every kind of field it uses; `extra` stands for what a redraw adds. */
export function filingForm(extra: readonly KnownBlock[] = []): ModalView {
  return {
    type: 'modal',
    callback_id: 'file',
    title: plain('VOC 접수'),
    submit: plain('접수'),
    close: plain('취소'),
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        label: plain('고객이 한 말'),
        hint: plain('들은 그대로 써 주세요. 개인정보는 저장 전에 가립니다.'),
        dispatch_action: true,
        element: {
          type: 'plain_text_input',
          action_id: 'words',
          multiline: true,
          max_length: 3000,
          placeholder: plain('예: 계란이 깨져서 왔어요'),
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        },
      },
      {
        type: 'input',
        block_id: 'kind',
        label: plain('종류'),
        element: {
          type: 'static_select',
          action_id: 'kind',
          options: [
            { text: plain('불만'), value: 'complaint' },
            { text: plain('보상 요구'), value: 'claim' },
            { text: plain('문의'), value: 'inquiry' },
          ],
        },
      },
      {
        type: 'input',
        block_id: 'channel',
        label: plain('들어온 길'),
        element: {
          type: 'radio_buttons',
          action_id: 'channel',
          options: [
            { text: plain('전화'), value: 'phone' },
            { text: plain('매장'), value: 'store' },
          ],
          initial_option: { text: plain('전화'), value: 'phone' },
        },
      },
      {
        type: 'input',
        block_id: 'signals',
        optional: true,
        label: plain('확인한 신호'),
        element: {
          type: 'multi_static_select',
          action_id: 'signals',
          placeholder: plain('있으면 골라 주세요'),
          options: [
            { text: plain('돈이나 물건의 손해'), value: 'B1' },
            { text: plain('같은 일을 또 겪음'), value: 'F1' },
            { text: plain('다시 안 온다고 함'), value: 'H2' },
          ],
        },
      },
      {
        type: 'input',
        block_id: 'call',
        optional: true,
        label: plain('고객에게 연락할 시각'),
        element: { type: 'datetimepicker', action_id: 'call' },
      },
      ...extra,
    ],
  };
}

/** A morning in the logistics channel, for pictures. */
export function morning(world: World): void {
  const at = (minutes: number, order: number): string =>
    `${Math.floor(Date.now() / 1000) - minutes * 60}.${String(order).padStart(6, '0')}`;
  const root = message({
    conversation: 'CLOG',
    user: 'UAPP',
    ts: at(95, 1),
    text: 'VOC-0142 · S2 · 불만 · 물류: 이하나 님이 11/26(목) 18:00까지 확인해 주세요.',
    blocks: card(
      '새벽배송으로 시킨 계란 30구가 절반 넘게 깨져서 왔어요. 박스 바닥이 다 젖었고 완충재는 종이 한 장뿐이네요. 지난달에도 똑같았는데 또 이러니까 이제 다른 데서 시키려고요. 주문번호 20261118-0012345 입니다. 연락은 010-****-1234로 주세요.',
    ),
  });
  world.messages.push(
    message({
      conversation: 'CLOG',
      user: 'UDOYUN',
      ts: at(60 * 26, 1),
      text: '내일부터 새벽배송 물량이 늘어납니다. 파손 접수는 *당일 확인* 부탁드립니다.',
    }),
    message({ conversation: 'CLOG', user: 'UHANA', ts: at(60 * 26 - 2, 2), text: '네, 확인했습니다.' }),
    message({ conversation: 'CLOG', user: 'UHANA', ts: at(60 * 26 - 3, 3), text: '포장 담당에게도 전했습니다.' }),
    root,
    message({
      conversation: 'CLOG',
      user: 'UAPP',
      threadTs: root.ts,
      ts: at(90, 2),
      text: '김민지 님이 접수했습니다.',
    }),
    message({
      conversation: 'CLOG',
      user: 'UHANA',
      threadTs: root.ts,
      ts: at(40, 3),
      text: '포장 기록을 보고 있습니다. 오늘 15:00까지 원인을 남기겠습니다.',
    }),
    message({
      conversation: 'CLOG',
      user: 'UMINJI',
      ts: at(30, 4),
      text: '고객이 오후에 다시 전화하신다고 합니다.',
      edited: true,
    }),
    message({
      conversation: 'CLOG',
      user: 'UAPP',
      onlyFor: 'UHANA',
      ts: at(2, 5),
      text: '이미 김민지 님이 확인했습니다(10:12).',
    }),
  );
  world.homes['UHANA'] = {
    viewId: 'VHOME',
    view: {
      type: 'home',
      blocks: [
        { type: 'header', block_id: 'h1', text: plain('나를 기다리는 일 2건') },
        {
          type: 'section',
          block_id: 'h2',
          text: { type: 'mrkdwn', text: '◆ S2 *VOC-0142* 계란 파손\n확인 기한 *11/26(목) 18:00*' },
          accessory: { type: 'button', action_id: 'show', text: plain('열기'), value: 'VOC-0142' },
        },
        { type: 'divider', block_id: 'h3' },
        {
          type: 'section',
          block_id: 'h4',
          text: { type: 'mrkdwn', text: '● S3 *VOC-0139* 배송 지연 문의\n처리 기한 *11/27(금) 12:00*' },
          accessory: { type: 'button', action_id: 'show', text: plain('열기'), value: 'VOC-0139' },
        },
        { type: 'header', block_id: 'h5', text: plain('내가 접수한 건') },
        {
          type: 'context',
          block_id: 'h6',
          elements: [{ type: 'mrkdwn', text: '아직 없습니다. `/voc`로 접수할 수 있습니다.' }],
        },
        {
          type: 'actions',
          block_id: 'h7',
          elements: [{ type: 'button', action_id: 'file', text: plain('VOC 접수'), style: 'primary' }],
        },
      ],
    },
  };
}
