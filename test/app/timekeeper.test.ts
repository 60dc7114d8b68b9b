import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type TimekeeperDeps, timekeeper } from '../../src/app/timekeeper.ts';
import { caseId } from '../../src/domain/ids.ts';
import { type Duration, instant } from '../../src/domain/instant.ts';
import type { DueCase } from '../../src/ports/due-list.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { quietLog } from '../support/quiet-log.ts';

/** A day on which nothing is due; `slow`: a look takes until `answer` is called. */
function day({ slow = false }: { readonly slow?: boolean } = {}) {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const log = quietLog();
  const seen = { looks: 0, atOnce: 0, most: 0 };
  let broken: string | null = null;
  let ending = (): void => {};
  let due: readonly DueCase[] = [];
  const ask = async <T>(what: string, answer: T): Promise<T> => {
    asked.push(what);
    await turn();
    if (broken === what) throw Object.assign(new Error('away'), { code: 'DATABASE_UNREACHABLE' });
    return answer;
  };
  const unused = () => {
    throw new Error('not asked for here');
  };
  const deps: TimekeeperDeps = {
    holidays: {
      refresh: async () => {
        seen.looks += 1;
        seen.atOnce += 1;
        seen.most = Math.max(seen.most, seen.atOnce);
        if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
        return ask('calendars', undefined as never);
      },
    },
    dueList: {
      claim: () => ask('due', due),
      outdated: () => ask('outdated', []),
      repair: () => ask('repair', 2),
      recount: unused,
      broke: async () => {},
      state: () => ask('list', { overdueMs: 5_000, due: 3, broken: 1 }),
    },
    count: async () => 0,
    issue: async () => {},
    changes: { load: unused },
    nudges: {
      people: async () => {
        const answer = await ask('nudges', { people: [], at: instant(0) });
        seen.atOnce -= 1;
        ending();
        return answer;
      },
      of: unused,
      settle: unused,
      state: () => ask('waiting', { waiting: 7, lateMs: 250 }),
    },
    store: {
      load: async () => {
        throw new Error('this case cannot be read');
      },
    },
    handle: unused,
    directory: { placesOf: unused },
    playbook: aPlaybook,
    calendars: () => 1,
    now: () => instant(0),
    ahead: () => 0 as Duration,
    kick: () => {},
    log,
  };
  return {
    ...timekeeper(deps),
    asked,
    seen,
    log,
    answer: () => waiting.splice(0).forEach((go) => void go()),
    breaks: (what: string | null) => {
      broken = what;
      seen.atOnce = 0;
    },
    /** Runs where a look has nothing left to ask. */
    atTheEnd: (then: () => void) => {
      ending = then;
    },
    falls: (cases: readonly DueCase[]) => {
      due = cases;
    },
  };
}

const quiet = async (): Promise<void> => {
  for (let i = 0; i < 50; i += 1) await turn();
};

describe('keeping the time of all cases', () => {
  it('looks with today’s calendars: first what is due, then what they have moved, then who is to be reminded', async () => {
    const { tick, asked } = day();
    await tick();
    expect(asked).toEqual(['calendars', 'due', 'outdated', 'nudges']);
  });

  it('looks once at a time, and a storm of rings during a look asks for one more', async () => {
    const { kick, seen, answer } = day({ slow: true });
    for (let i = 0; i < 1_000; i += 1) kick();
    await quiet();
    expect(seen.looks).toBe(1);
    answer();
    for (let i = 0; i < 1_000; i += 1) kick();
    await quiet();
    answer();
    await quiet();
    answer();
    await quiet();
    expect(seen).toMatchObject({ looks: 2, most: 1 });
  });

  it('who asks during a look waits for one that began after asking', async () => {
    const { kick, tick, seen, answer } = day({ slow: true });
    kick();
    await quiet();
    let done = false;
    const ticked = tick().then(() => {
      done = true;
    });
    answer();
    await quiet();
    expect({ looks: seen.looks, done }).toEqual({ looks: 2, done: false });
    answer();
    await ticked;
    expect(seen.looks).toBe(2);
  });

  it('hears a ring at whatever moment it comes, also when a look is just ending', async () => {
    const ring = async (kick: () => void, steps: number): Promise<void> => {
      for (let i = 0; i < steps; i += 1) await null;
      kick();
    };
    for (let steps = 0; steps < 20; steps += 1) {
      const { tick, kick, asked, atTheEnd } = day();
      atTheEnd(() => {
        atTheEnd(() => {});
        void ring(kick, steps);
      });
      await tick();
      await quiet();
      expect({ steps, looks: asked.filter((what) => what === 'nudges').length }).toEqual({ steps, looks: 2 });
    }
  });

  it.each(['calendars', 'due', 'outdated', 'nudges'])(
    'outlives that %s cannot be asked, and looks again at the next ring',
    async (what) => {
      const { tick, breaks, asked, log } = day();
      breaks(what);
      await tick();
      expect(log.lines).toEqual([{ level: 'error', what: 'looking at the time broke; the next ring looks again' }]);
      breaks(null);
      asked.length = 0;
      await tick();
      expect(asked).toEqual(['calendars', 'due', 'outdated', 'nudges']);
      expect(log.lines).toHaveLength(1);
    },
  );

  it('a case that cannot be read keeps nobody from being reminded', async () => {
    const { tick, falls, asked, log } = day();
    falls([{ caseId: caseId(1), due: { kind: 'resume', at: instant(0) }, at: instant(1) }]);
    await tick();
    expect(log.lines).toEqual([
      { level: 'error', what: 'a case broke while its time passed; it is tried again later' },
    ]);
    expect(asked).toEqual(['calendars', 'due', 'outdated', 'nudges']);
  });

  it('stops when the look under way is over, and begins no other', async () => {
    const { kick, tick, stop, seen, asked, answer } = day({ slow: true });
    kick();
    await quiet();
    kick();
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await quiet();
    expect(stopped).toBe(false);
    answer();
    await stopping;
    expect(asked.at(-1)).toBe('nudges');
    kick();
    await tick();
    await quiet();
    expect(seen.looks).toBe(1);
  });

  it('says what waits, and what it has put right', async () => {
    const { state, repair, log } = day();
    expect(await state()).toEqual({ due: 3, broken: 1, overdueMs: 5_000, nudges: 7, lateMs: 250 });
    expect(await repair()).toBe(2);
    expect(log.lines).toEqual([{ level: 'warn', what: 'the due list was put right' }]);
  });
});
