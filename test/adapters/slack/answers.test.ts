import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/ports/card.ts';
import type { Form } from '../../../src/ports/form.ts';
import { fixture, type Payload } from './fixture.ts';
import { type Running, runningAdapter } from './running-adapter.ts';

const card = (fallback: string): Card => ({ fallback, blocks: [{ type: 'quote', text: fallback }] });
const form: Form = {
  step: 'file',
  title: 'VOC 등록',
  submit: '등록',
  cancel: '취소',
  intro: [],
  outro: [],
  fields: [{ type: 'text', name: 'words', label: '고객의 말', required: true, multiline: true, maxLength: 3_000 }],
  context: {},
};
const here = (name: string, api: Running['api'], change: Payload = {}): Payload => ({
  ...fixture(name),
  response_url: api.responseUrl,
  ...change,
});

describe('an answer in Slack', () => {
  let running: Running;
  beforeAll(async () => {
    running = await runningAdapter();
  });
  afterAll(() => running.stop());
  beforeEach(() => {
    running.api.calls.length = 0;
    running.log.length = 0;
    running.reply(async () => ({ type: 'nothing' }));
  });
  const { parse } = JSON;
  const viewOf = (call: { body: Readonly<Record<string, unknown>> } | undefined) => parse(String(call?.body['view']));

  it('to a command is seen by that person only, and reaches nobody else', async () => {
    running.reply(async () => ({ type: 'say', card: card('이미 김하나 님이 확인했습니다(10:12). <!here>') }));
    await running.send(here('command', running.api));
    const [call] = await running.api.wait('response_url');
    expect(call?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      text: '이미 김하나 님이 확인했습니다(10:12). &lt;!here&gt;',
    });
  });

  it('to a command for Home is seen where it was typed, and Home is drawn too', async () => {
    running.reply(async () => ({ type: 'home', card: card('할 일 1건') }));
    await running.send(here('command', running.api));
    const [said] = await running.api.wait('response_url');
    expect(said?.body).toMatchObject({ response_type: 'ephemeral', text: '할 일 1건' });
    const [drawn] = await running.api.wait('views.publish');
    expect(viewOf(drawn)).toMatchObject({ type: 'home' });
  });

  it('finds another way when the response_url is spent', async () => {
    running.reply(async () => ({ type: 'say', card: card('다른 길') }));
    await running.send({ ...fixture('block-actions-message'), response_url: 'http://127.0.0.1:1/spent' });
    const [call] = await running.api.wait('chat.postEphemeral');
    expect(call?.body).toMatchObject({ channel: 'C0LOGI', user: 'U0KIMHANA' });
  });

  it('to a mention stays in its thread, and goes private where the person cannot be answered', async () => {
    running.reply(async () => ({ type: 'say', card: card('등록하시겠습니까?') }));
    await running.send(fixture('app-mention'));
    await running.api.wait('chat.postEphemeral');
    running.api.answer('chat.postEphemeral', { ok: false, error: 'user_not_in_channel' });
    await running.send(fixture('app-mention'));
    const [told] = await running.api.wait('chat.postMessage');
    expect(told?.body).toMatchObject({ channel: 'D0KIM', unfurl_links: 'false', parse: 'none' });
    running.api.answer('chat.postEphemeral', { ok: true });
  });

  it('to a shortcut, which has no place, is told in private', async () => {
    running.reply(async () => ({ type: 'say', card: card('도움말') }));
    await running.send(fixture('shortcut'));
    await running.api.wait('chat.postMessage');
    expect(running.api.calls.map((call) => call.method)).toEqual(['conversations.open', 'chat.postMessage']);
  });

  it('to a press on Home is told in private', async () => {
    running.reply(async () => ({ type: 'say', card: card('이미 마감된 건입니다.') }));
    await running.send(fixture('block-actions-home'));
    const [told] = await running.api.wait('chat.postMessage');
    expect(told?.body['channel']).toBe('D0KIM');
  });

  it('opens a form, on top of the one in which the person stands', async () => {
    running.reply(async () => ({ type: 'open-form', form }));
    await running.send(fixture('shortcut'));
    const [opened] = await running.api.wait('views.open');
    expect(opened?.body['trigger_id']).toBe('8008.1.short');
    expect(viewOf(opened)).toMatchObject({ type: 'modal', callback_id: 'form:file' });

    const inModal = {
      ...fixture('block-actions-refresh'),
      actions: [{ action_id: 'press:words:0', value: 'words|142' }],
    };
    await running.send(inModal);
    await running.api.wait('views.push');
  });

  it('says so when the window could not be opened in time', async () => {
    running.reply(async () => ({ type: 'open-form', form }));
    running.api.answer('views.open', { ok: false, error: 'expired_trigger_id' });
    await running.send(here('command', running.api));
    const [call] = await running.api.wait('response_url');
    expect(String(call?.body['text'])).toContain('한 번 더 눌러 주세요');
    running.api.answer('views.open', { ok: true });
  });

  it('draws an open form again, unless it was drawn again meanwhile', async () => {
    running.reply(async () => ({ type: 'redraw-form', form }));
    await running.send(fixture('block-actions-refresh'));
    const [call] = await running.api.wait('views.update');
    expect(call?.body).toMatchObject({ view_id: 'V0FORM', hash: '1795651290.formhash' });
    running.api.answer('views.update', { ok: false, error: 'hash_conflict' });
    await running.send(fixture('block-actions-refresh'));
    await running.api.wait('views.update', 2);
    await sleep(50);
    expect(running.log.filter((line) => line.level !== 'info' && line.what !== 'slack sdk')).toEqual([]);
    running.api.answer('views.update', { ok: true });
  });

  it('draws Home', async () => {
    running.reply(async () => ({ type: 'home', card: card('기다리는 일 없음') }));
    await running.send(fixture('app-home-opened'));
    const [call] = await running.api.wait('views.publish');
    expect(call?.body['user_id']).toBe('U0KIMHANA');
    expect(viewOf(call)).toMatchObject({ type: 'home' });
  });

  it('in a window is shown on top of it', async () => {
    running.reply(async () => ({ type: 'say', card: card('고객의 말 전체') }));
    await running.send({
      ...fixture('block-actions-refresh'),
      actions: [{ action_id: 'press:words:0', value: 'words|142' }],
    });
    const [call] = await running.api.wait('views.push');
    expect(viewOf(call)).toMatchObject({ type: 'modal', close: { text: '닫기' } });
  });
});

describe('a form that was sent in Slack', () => {
  let running: Running;
  beforeAll(async () => {
    running = await runningAdapter();
  });
  afterAll(() => running.stop());
  beforeEach(() => {
    running.api.calls.length = 0;
  });
  const submit = async (change: Payload = {}) => {
    const answer = await running.send({ ...fixture('view-submission'), ...change });
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  };

  it('that did its work closes, and Home is drawn again where it was opened', async () => {
    running.reply(async () => ({ type: 'done', card: null, home: card('홈') }));
    expect(await submit()).toEqual({ response_action: 'clear' });
    await running.api.wait('views.publish');
  });

  it('that asked to see something shows it here and leaves no copy', async () => {
    running.reply(async () => ({ type: 'done', card: card('원문'), home: null }));
    const view = { ...(fixture('view-submission')['view'] as Payload), callback_id: 'form:original' };
    expect(await submit({ view })).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    expect(running.api.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('that cannot be taken stays open with a sentence at the field', async () => {
    const errors = { department: '부서를 골라 주세요.' };
    running.reply(async () => ({ type: 'field-errors', errors }));
    expect(await submit()).toEqual({
      response_action: 'errors',
      errors: { 'department~1x2y3z': '부서를 골라 주세요.' },
    });
  });

  it('that is answered with words keeps what was typed beneath them', async () => {
    running.reply(async () => ({ type: 'say', card: card('이미 마감된 건입니다.') }));
    expect(await submit()).toMatchObject({ response_action: 'push' });
  });

  it('that is saved slowly says so before Slack gives up, and is the same filing when sent again', async () => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    running.received.length = 0;
    running.reply(async () => {
      await slow;
      return { type: 'done', card: null, home: null };
    });
    const began = Date.now();
    const first = await submit();
    const took = Date.now() - began;
    expect(took).toBeGreaterThan(2_300);
    expect(took).toBeLessThan(2_950);
    expect(first).toMatchObject({ response_action: 'errors', errors: { words: expect.stringContaining('다시 눌러') } });
    expect(running.api.calls).toEqual([]);
    finish();
    expect(await submit({ trigger_id: 'pressed again' })).toEqual({ response_action: 'clear' });
    expect(new Set(running.received.map(({ id }) => id)).size).toBe(1);
  });

  it('speaks the language of the person where Slack knows it', async () => {
    running.reply(() => sleep(3_000, { type: 'nothing' as const }));
    const user = { id: 'U0KIMHANA', locale: 'en-US' };
    expect(JSON.stringify(await submit({ user }))).toContain('Saving takes longer');
  });

  it('is not lost when the front door itself breaks', async () => {
    running.reply(() => Promise.reject(new Error('broken')));
    expect(await submit()).toMatchObject({ response_action: 'errors' });
  });
});
