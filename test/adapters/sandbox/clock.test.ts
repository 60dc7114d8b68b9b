import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileJournal } from '../../../adapters/sandbox/journal.ts';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { ClockRefusal, movableClock } from '../../../adapters/sandbox/movable-clock.ts';
import type { ClockView, PageEvent } from '../../../adapters/sandbox/protocol.ts';
import { clientOf, errorOf, modal, openStage, openWorkspace, seed } from './workspace.ts';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;
const week = 7 * day;
const start = Date.UTC(2026, 10, 26, 9);

/** A week in a minute. */
const hurry = 10_080;

const refusalOf = (move: () => void): string => {
  try {
    move();
    return 'none';
  } catch (fault) {
    return fault instanceof ClockRefusal ? fault.code : String(fault);
  }
};

describe('a clock that a person moves', () => {
  let real = start;
  let kept = 0;
  const save = (offset: number): void => {
    kept = offset;
  };
  const open = () => movableClock(() => real, { load: () => kept, save });
  beforeEach(() => {
    real = start;
    kept = 0;
  });

  it('goes with the real one until somebody moves it, and with it again afterwards', () => {
    const clock = open();
    real += second;
    expect(clock.now()).toBe(start + second);
    clock.move(hour);
    expect(clock.now()).toBe(start + hour + second);
    clock.to(start + week);
    real += second;
    expect(clock.state()).toMatchObject({ now: start + week + second, rate: 1, until: null });
  });

  it('lets a week go by in a minute, and then goes on at the usual pace', () => {
    const clock = open();
    clock.run(hurry, start + week);
    real += 30 * second;
    expect(clock.state()).toMatchObject({ now: start + week / 2, rate: hurry, until: start + week });
    real += 30 * second;
    expect(clock.now()).toBe(start + week);
    real += 10 * second;
    expect(clock.state()).toMatchObject({ now: start + week + 10 * second, rate: 1, until: null });
  });

  it('stops where it is', () => {
    const clock = open();
    clock.run(hurry, null);
    real += second;
    clock.stop();
    real += second;
    expect(clock.state()).toMatchObject({ now: start + hurry * second + second, rate: 1 });
  });

  it('hurries on after a leap, and not past its end', () => {
    const clock = open();
    clock.run(hurry, start + week);
    clock.move(day);
    real += second;
    expect(clock.now()).toBe(start + day + hurry * second);
    clock.to(start + week + day);
    real += second;
    expect(clock.state()).toMatchObject({ now: start + week + day + second, rate: 1 });
  });

  it.each([
    ['backwards', (clock: ReturnType<typeof open>) => clock.move(-1)],
    ['backwards', (clock: ReturnType<typeof open>) => clock.to(start - 1)],
    ['backwards', (clock: ReturnType<typeof open>) => clock.run(hurry, start - 1)],
    ['too_far', (clock: ReturnType<typeof open>) => clock.move(11 * 366 * day)],
    ['not_a_time', (clock: ReturnType<typeof open>) => clock.move(Number.NaN)],
    ['not_a_time', (clock: ReturnType<typeof open>) => clock.move(Number.POSITIVE_INFINITY)],
    ['not_a_rate', (clock: ReturnType<typeof open>) => clock.run(0.5, null)],
    ['not_a_rate', (clock: ReturnType<typeof open>) => clock.run(-hurry, null)],
  ] as const)('refuses what is %s, and stays where it is', (code, move) => {
    const clock = open();
    expect(refusalOf(() => move(clock))).toBe(code);
    expect(clock.state()).toMatchObject({ now: start, rate: 1 });
  });

  it('hurries no further than ten years when nobody stops it', () => {
    const clock = open();
    clock.run(hurry, null);
    real += 30 * day;
    expect(clock.now()).toBe(Math.floor(start + 10 * 366 * day + (30 * day - (10 * 366 * day) / hurry)));
  });

  it('goes on after a restart from where it was', () => {
    open().move(week);
    real += hour;
    expect(open().now()).toBe(start + week + hour);
  });

  it('is found at the usual pace after a restart in a hurry, exactly where it was when it was closed in peace', () => {
    const before = open();
    before.run(hurry, start + week);
    real += second;
    before.close();
    const after = open();
    real += second;
    expect(after.state()).toMatchObject({ now: start + hurry * second + second, rate: 1 });
  });

  it('never shows an earlier time after a crash than anybody saw before it', () => {
    const before = open();
    before.run(hurry, start + week);
    for (let passed = 0; passed < 61 * second; passed += 137) {
      real = start + passed;
      const seen = before.now();
      const found = open().now();
      expect(found).toBeGreaterThanOrEqual(seen);
      expect(found - seen).toBeLessThanOrEqual(hurry * second);
    }
  });

  it('falls back no further than the real clock that is set back while it hurries', () => {
    const clock = open();
    clock.run(hurry, start + week);
    real -= second;
    expect(start - clock.now()).toBe(second);
  });

  it('tells of every movement, and not of one that was refused', () => {
    const clock = open();
    const turns: number[] = [];
    clock.watch(() => turns.push(clock.state().turn));
    clock.move(hour);
    clock.run(hurry, null);
    clock.stop();
    clock.stop();
    refusalOf(() => clock.move(-1));
    expect(turns).toHaveLength(3);
    expect(new Set(turns).size).toBe(3);
  });
});

describe('the clock of a workspace', () => {
  let folder = '';
  let sandbox: ListeningSandbox;
  let real = start;
  const path = () => join(folder, 'sandbox.jsonl');
  const open = async (extra: object = {}) => {
    sandbox = await openWorkspace({ persist: fileJournal(path()), now: () => real, ...extra });
  };
  const monday = Date.UTC(2026, 10, 30);
  const jumps = () => [
    { key: 'business-day', label: { ko: '다음 영업일 09:00', en: 'Next business day, 09:00' }, at: monday },
    { key: 'gone', label: { ko: '지난 때', en: 'The past' }, at: start - 1 },
  ];
  beforeEach(() => {
    real = start;
    folder = mkdtempSync(join(tmpdir(), 'clock-'));
  });
  afterEach(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const look = async () => (await (await fetch(`${sandbox.origin}/sandbox/page/clock`)).json()) as ClockView;
  const ask = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${sandbox.origin}/sandbox/page/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as { ok?: boolean; error?: string } };
  };
  const post = async () =>
    Number((await clientOf(sandbox).chat.postMessage({ channel: 'C0VOC', text: '말' })).ts) * 1000;

  it('is moved by an hour, and what is said next is said then', async () => {
    await open();
    expect(await post()).toBe(start);
    expect(await ask({ by: hour })).toMatchObject({ status: 200, body: { ok: true, clock: { now: start + hour } } });
    expect(sandbox.clock.now()).toBe(start + hour);
    expect(await post()).toBe(start + hour);
  });

  it('is moved to a moment that means something to the company, as long as that is to come', async () => {
    await open({ jumps });
    expect((await look()).jumps.map(({ key }) => key)).toEqual(['business-day']);
    expect((await ask({ to: 'gone', as: 'U0JUN' })).body.error).toBe(
      'That moment has already passed. Choose again from the menu of the clock.',
    );
    expect((await ask({ to: 'business-day' })).status).toBe(200);
    expect(await look()).toMatchObject({ now: monday, zone: 'Asia/Seoul', jumps: [] });
    expect((await ask({ to: 'business-day' })).body.error).toContain('이미 지났습니다');
  });

  it('shows the zone of the company', async () => {
    await open({ seed: { ...seed, zone: 'Europe/Berlin' } });
    expect((await look()).zone).toBe('Europe/Berlin');
  });

  it('hurries for a week and is stopped on the way', async () => {
    await open();
    await ask({ rate: hurry, for: week });
    real += second;
    expect(await look()).toMatchObject({ now: start + hurry * second, rate: hurry, until: start + week });
    await ask({ rate: 1 });
    real += second;
    expect(await look()).toMatchObject({ now: start + hurry * second + second, rate: 1, until: null });
  });

  it.each([
    [{ by: -hour }],
    [{ by: 0 }],
    [{ by: '1' }],
    [{ by: 11 * 366 * day }],
    [{ to: 7 }],
    [{ to: 'elsewhere' }],
    [{ rate: 0 }],
    [{ rate: 'fast' }],
    [{ rate: hurry, for: -1 }],
    [{ by: hour, to: 'business-day' }],
    [{}],
    [[]],
    [null],
  ])('refuses %j with a sentence in the person’s language, and stays', async (body) => {
    await open({ jumps });
    const sentence = async (as: string) => {
      const { status, body: answer } = await ask(body !== null && !Array.isArray(body) ? { ...body, as } : body);
      expect(status).toBe(400);
      return answer.error ?? '';
    };
    expect(await sentence('U0HANA')).toMatch(/[가-힣].*\.$/);
    if (body !== null && !Array.isArray(body)) expect(await sentence('U0JUN')).toMatch(/^[ -~]+\.$/);
    expect(sandbox.clock.now()).toBe(start);
  });

  it('is moved by nobody from another page or another machine’s name', async () => {
    await open();
    expect((await ask({ by: hour }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ by: hour }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(sandbox.clock.now()).toBe(start);
  });

  it('tells every open window that it was moved, whoever moved it', async () => {
    await open();
    const listening = new AbortController();
    const { body } = await fetch(`${sandbox.origin}/sandbox/page/events?as=U0JUN`, { signal: listening.signal });
    const heard: PageEvent[] = [];
    const told = (async () => {
      const reader = (body as ReadableStream<Uint8Array>).getReader();
      let text = '';
      while (heard.length < 2) {
        const { value, done } = await reader.read();
        if (done) return;
        text += new TextDecoder().decode(value);
        heard.length = 0;
        for (const [, line] of text.matchAll(/^data: (.*)$/gm)) heard.push(JSON.parse(line ?? ''));
      }
    })();
    await ask({ by: hour, as: 'U0HANA' });
    sandbox.clock.move(hour);
    await told;
    listening.abort();
    expect(heard).toEqual([{ type: 'workspace' }, { type: 'workspace' }]);
  });

  it('goes on after a restart from where it was, at the usual pace', async () => {
    await open();
    await ask({ by: week });
    await ask({ rate: hurry, for: week });
    real += second;
    const said = await post();
    await sandbox.stop();
    expect(readFileSync(path(), 'utf8')).toContain('"clock"');
    real += hour;
    await open();
    expect(await look()).toMatchObject({ now: start + week + hurry * second + hour, rate: 1 });
    expect(await post()).toBeGreaterThan(said);
  });

  it('gives every message a later time stamp, also in a hurry', async () => {
    await open();
    await ask({ rate: hurry, for: week });
    const stamps: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      stamps.push(await post());
      if (n % 2 === 1) real += 61 * second;
    }
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
    expect(stamps.at(-1)).toBeGreaterThan(start + week);
  });
});

describe('a workspace that leaps a week', () => {
  it('ends no permission to open a modal, no response address and no signature', async () => {
    let trigger = '';
    let url = '';
    const stage = await openStage();
    const { sandbox, app } = stage;
    app.command('/voc', async ({ ack, body }) => {
      trigger = body.trigger_id;
      url = body.response_url;
      await ack();
    });
    await sandbox.act({ as: 'U0HANA', do: 'command', conversation: 'C0VOC', text: '/voc' });
    sandbox.clock.move(week);
    expect(await errorOf(clientOf(sandbox).views.open({ trigger_id: trigger, view: modal('접수') }))).toBe('ok');
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers, body: JSON.stringify({ text: '답' }) })).status).toBe(200);
    // Bolt refuses a request that was signed more than five minutes ago, or ahead.
    url = '';
    expect(await sandbox.act({ as: 'U0HANA', do: 'command', conversation: 'C0VOC', text: '/voc' })).toEqual({
      ok: true,
    });
    expect(url).not.toBe('');
    await stage.stop();
  });

  it('lets nobody call more often', async () => {
    const sandbox = await openWorkspace({ now: () => start });
    const client = clientOf(sandbox);
    const say = () => errorOf(client.chat.postMessage({ channel: 'C0VOC', text: '말' }));
    for (let n = 0; n < 5; n += 1) expect(await say()).toBe('ok');
    sandbox.clock.move(week);
    expect(await say()).not.toBe('ok');
    await sandbox.stop();
  });

  it('tells the app of what happens there with the time that is there', async () => {
    const stage = await openStage({ now: Date.now });
    const told: { event_time: number; ts: string }[] = [];
    stage.app.event('app_mention', async ({ body, event }) => {
      told.push({ event_time: body.event_time, ts: event.ts });
    });
    stage.sandbox.clock.move(week);
    await stage.sandbox.act({ as: 'U0HANA', do: 'say', conversation: 'C0VOC', threadTs: null, text: '@메아리 안녕' });
    await expect.poll(() => told.length).toBe(1);
    const soon = (Date.now() + week) / 1000;
    expect(Math.abs(Number(told[0]?.ts) - soon)).toBeLessThan(60);
    expect(Math.abs((told[0]?.event_time ?? 0) - soon)).toBeLessThan(60);
    await stage.stop();
  });
});
