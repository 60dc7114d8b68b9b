import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

export type Running = {
  readonly url: string;
  readonly pid: number;
  /** Everything it said, on both streams. */
  readonly said: () => string;
  /** Resolves when it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  readonly isGone: () => boolean;
};

/** How a process ended that never got ready. */
export type Refused = { readonly code: number | null; readonly said: string };

/** Meari as operators run it, built and in a process of its own; resolves when it is ready, or when it has given up. */
export function startMeari(env: Readonly<Record<string, string>>): Promise<Running | Refused> {
  if (!existsSync(main)) throw new Error('dist is missing: `npm run build` makes it, and `npm test` runs that first');
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that is broken off leaves nobody behind.
  const takeAlong = () => child.kill('SIGKILL');
  process.once('exit', takeAlong);
  let said = '';
  let gone = false;
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      gone = true;
      process.off('exit', takeAlong);
      done(code);
    });
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      const url = readyAt(line);
      if (url === null || child.pid === undefined) return;
      const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
        child.kill(signal);
        await ended;
      };
      resolve({ url, pid: child.pid, said: () => said, end, isGone: () => gone });
    });
    ended.then((code) => resolve({ code, said }));
  });
}

export const isRunning = (started: Running | Refused): started is Running => 'url' in started;

function readyAt(line: string): string | null {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('url' in said)) return null;
    return 'msg' in said && said.msg === 'ready' ? String(said.url) : null;
  } catch {
    return null;
  }
}

/** So many processes of one Meari, of which any may be killed; each that falls is started anew. */
export function crew(env: Readonly<Record<string, string>>, size: number) {
  const members: (Running | null)[] = Array.from({ length: size }, () => null);
  const coming = new Set<Promise<void>>();
  const refusals: Refused[] = [];
  let turn = 0;
  let kills = 0;
  let closing = false;

  function hire(place: number): Promise<void> {
    const arrival = startMeari(env).then(async (started) => {
      if (isRunning(started)) {
        if (closing) await started.end('SIGTERM');
        else members[place] = started;
        return;
      }
      refusals.push(started);
      // Who looks after processes tries again.
      if (!closing && refusals.length < 10) setTimeout(() => void hire(place), 1_000);
    });
    coming.add(arrival);
    return arrival.finally(() => coming.delete(arrival));
  }
  const present = () => members.filter((m): m is Running => m !== null && !m.isGone());

  return {
    start: () => Promise.all(members.map((_, place) => hire(place))),
    /** Who takes the next delivery; an address where nobody listens while all are down. */
    next: (): string => {
      const up = present();
      return `${up[turn++ % up.length]?.url ?? 'http://127.0.0.1:9'}/slack/events`;
    },
    /** Kills one that is up, and starts another in its place at once. */
    kill: async (chance: number): Promise<void> => {
      const victim = present()[Math.floor(chance * present().length)];
      if (victim === undefined) return;
      const place = members.indexOf(victim);
      members[place] = null;
      kills += 1;
      await victim.end('SIGKILL');
      void hire(place);
    },
    kills: () => kills,
    present,
    refusals,
    stop: async (): Promise<void> => {
      closing = true;
      await Promise.all(coming);
      await Promise.all(present().map((member) => member.end('SIGTERM')));
    },
  };
}
