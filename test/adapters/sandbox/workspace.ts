import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type ListeningSandbox, listenSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import type { SandboxOptions } from '../../../adapters/sandbox/sandbox.ts';
import type { SandboxSeed } from '../../../adapters/sandbox/seed.ts';

export const seed: SandboxSeed = {
  team: { id: 'T0DAON', name: '다온리빙', domain: 'daon' },
  users: [
    { id: 'U0HANA', name: '김하나', title: { ko: 'CS', en: 'CS' }, email: 'hana@daon.example', locale: 'ko' },
    { id: 'U0JUN', name: '이준', title: { ko: '물류', en: 'Logistics' }, email: 'jun@daon.example', locale: 'en' },
  ],
  channels: [
    { id: 'C0VOC', name: 'voc' },
    { id: 'C0LOGIS', name: '물류' },
    { id: 'C0ALONE', name: 'alone', withoutApp: true },
    { id: 'C0OLD', name: 'old', archived: true },
  ],
  bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: '메아리' },
  commands: [
    { command: '/voc', hint: '접수' },
    { command: '/slow', hint: '' },
  ],
  shortcuts: [
    { callbackId: 'file', name: 'VOC로 접수', type: 'message' },
    { callbackId: 'new', name: 'VOC 접수', type: 'global' },
  ],
};

export const botToken = 'xoxb-test';
export const appToken = 'xapp-test';
export const signingSecret = 'a secret of the test';

type Options = Partial<Omit<SandboxOptions, 'origin' | 'deliverTo'>> & { readonly deliverTo?: () => string };

/** A workspace of its own for one test. */
export const openWorkspace = (options: Options = {}): Promise<ListeningSandbox> =>
  listenSandbox({
    base: '/sandbox',
    deliverTo: () => 'http://127.0.0.1:9/nobody',
    seed,
    signingSecret,
    botToken,
    appToken,
    pageDir: null,
    ...options,
  });

export const clientOf = (sandbox: ListeningSandbox, token = botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: quiet,
  });

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export type Stage = { readonly sandbox: ListeningSandbox; readonly app: App; readonly stop: () => Promise<void> };

/** A workspace with a real Bolt app in it, over HTTP or over a socket. */
export const openStage = async (options: Options & { readonly socketMode?: boolean } = {}): Promise<Stage> => {
  let port = 0;
  const sandbox = await openWorkspace({ deliverTo: () => `http://127.0.0.1:${port}/slack/events`, ...options });
  const app = new App({
    token: botToken,
    logger: quiet,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, logger: quiet },
    ...(options.socketMode === true ? { socketMode: true, appToken } : { signingSecret }),
  });
  const server = await app.start(0);
  if (options.socketMode !== true) port = (server as { address: () => { port: number } }).address().port;
  return {
    sandbox,
    app,
    stop: async () => {
      await app.stop();
      await sandbox.stop();
    },
  };
};

/** The name of Slack's error, or 'ok'. */
export const errorOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'ok';
  } catch (error) {
    const data = (error as { data?: { error?: string } }).data;
    return data?.error ?? (error as { code?: string }).code ?? String(error);
  }
};

export const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

export const button = (actionId: string, text = '확인') => ({
  type: 'actions' as const,
  block_id: 'steps',
  elements: [
    { type: 'button' as const, action_id: actionId, text: { type: 'plain_text' as const, text }, value: 'VOC-0001' },
  ],
});

export const askTitle = {
  type: 'input' as const,
  block_id: 'title',
  label: { type: 'plain_text' as const, text: '제목' },
  element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 10 },
};

export const modal = (title: string, extra: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'filing',
  title: { type: 'plain_text' as const, text: title },
  submit: { type: 'plain_text' as const, text: '접수' },
  blocks: [askTitle],
  ...extra,
});

export const typed = (text: string) => ({ title: { text: { type: 'plain_text_input', value: text } } });
