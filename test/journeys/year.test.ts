import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import type { ChangeEvent, ChangeEventOf, ChangeEventType } from '../../src/domain/change/events.ts';
import { changeNumber } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { quietLog } from '../support/quiet-log.ts';
import { chance } from '../support/seeded.ts';
import { type Lived, liveThrough, titleOf } from '../support/year/live.ts';
import { dateOf, dayNumber, dayOf, momentOn } from '../support/year/office-days.ts';
import type { Plot } from '../support/year/plot.ts';
import { firstDay, yearOf } from '../support/year/plots.ts';
import { type Recount, recount } from '../support/year/recount.ts';
import { warningsOf } from '../support/year/warnings.ts';

/**
 * Twenty problems over a year: told by customers, linked by people, changed, watched, and some of them come back. What
 * each plot must lead to is counted by hand (`recount.ts`), and compared with what Meari did.
 */
describe('a year of problems', () => {
  const plots = yearOf(chance(7));
  const changed = plots.filter(({ rounds }) => rounds.length > 0);
  let fresh: Fresh;
  let hanbit: Company;
  let lived: Lived;
  let db: Database;
  let logs: ReadonlyMap<Plot, readonly ChangeEvent[]>;
  let counted: ReadonlyMap<Plot, Recount>;

  beforeAll(async () => {
    fresh = await freshDatabase('postgres');
    db = await openDatabase({ ...fresh, log: quietLog() });
    const time = movedTime(momentOn(dayNumber(firstDay), 9 * 60));
    hanbit = await company({ ...fresh, clock: time.now, gapMs: 0 });
    // Slack's pace is on trial elsewhere.
    hanbit.sandbox.faults.set({ rateLimits: false });
    lived = await liveThrough(plots, hanbit, time);
    const read = changed.map(async (plot) => [plot, (await history(plot)).map(({ event }) => event)] as const);
    logs = new Map(await Promise.all(read));
    counted = new Map(changed.map((plot) => [plot, recount(plot, lived.looks)]));
  }, 180_000);
  afterAll(async () => {
    await hanbit.stop();
    await db.close();
    await fresh.remove();
  });

  const idOf = (plot: Plot) => {
    const id = lived.changes.get(plot);
    if (id === undefined) throw new Error(`nothing was changed about ${plot.name}`);
    return id;
  };
  const history = async (plot: Plot) => (await hanbit.replicas[0]?.changes.history(idOf(plot))) ?? [];
  const events = <T extends ChangeEventType>(plot: Plot, type: T): readonly ChangeEventOf<T>[] =>
    (logs.get(plot) ?? []).filter((event): event is ChangeEventOf<T> => event.type === type);
  const on = ({ at }: ChangeEvent): string => dateOf(dayOf(at));
  const byHand = (plot: Plot): Recount => counted.get(plot) ?? { relapses: [], marks: [], verdicts: [] };
  const startOf = (date: string): number => momentOn(dayNumber(date), 0);
  /** One line a problem, so that a difference says which. */
  const each = (said: (plot: Plot) => unknown) => Object.fromEntries(changed.map((plot) => [plot.name, said(plot)]));

  it('is written so that each way to relapse, and each way not to, happens', () => {
    const written = changed.filter(({ must }) => must !== null);
    const found = (plot: Plot) => ({
      relapses: byHand(plot).relapses.map(({ why }) => why),
      verdicts: byHand(plot).verdicts.map(({ outcome }) => outcome),
    });
    expect(Object.fromEntries(written.map((plot) => [plot.name, found(plot)]))).toEqual(
      Object.fromEntries(written.map(({ name, must }) => [name, must])),
    );
  });

  it('every relapse is found on the day on which it becomes one, and nothing else is taken for one', () => {
    expect(each((plot) => events(plot, 'ChangeRelapsed').map((event) => `${on(event)} ${event.data.why}`))).toEqual(
      each((plot) => byHand(plot).relapses.map(({ day, why }) => `${dateOf(day)} ${why}`)),
    );
  });

  it('a relapse names cases that were gone through since the change, and that still count', () => {
    for (const plot of changed) {
      const told = [...plot.told, ...(plot.apart?.told ?? [])];
      for (const { at, data } of events(plot, 'ChangeRelapsed')) {
        const since = Math.max(
          ...plot.rounds.filter(({ deployed }) => deployed <= at).map((r) => r.inForce ?? r.deployed),
        );
        const possible = told.filter((one) => one.at > since && one.linkedAt !== null && one.voidAt === undefined);
        expect(possible.map((one) => lived.cases.get(one))).toEqual(expect.arrayContaining([...data.cases]));
      }
    }
  });

  it('everybody who ever filed it is told of each relapse, once', () => {
    const heard = ({ person, plot }: { readonly person: string; readonly plot: Plot }): number => {
      const { chat, locale } = hanbit.playbook.people.find(({ id }) => id === person) ?? { chat: {} };
      const { word, story } = wordsIn(locale ?? 'ko').changes;
      const [opened = ''] = story.relapsed('', 0).split(/[:(]/);
      return hanbit.sandbox.state
        .messages(`D${chat.slack?.slice(1)}`)
        .filter(
          ({ text }) =>
            text.includes(word.relapsed(titleOf(plot))) || text.startsWith(`${changeNumber(idOf(plot))}: ${opened}`),
        ).length;
    };
    for (const plot of changed) {
      const people = new Set(plot.told.map(({ filer }) => filer));
      const told = Object.fromEntries([...people].map((person) => [person, heard({ person, plot })]));
      const expected = [...people].map((person) => {
        const times = byHand(plot).relapses.filter(({ filers }) => filers.includes(person)).length;
        return [person, times];
      });
      expect({ [plot.name]: told }).toEqual({ [plot.name]: Object.fromEntries(expected) });
    }
  });

  it('the figures of each watch are told on the first working day from day 30, 60 and 90 on', () => {
    expect(each((plot) => events(plot, 'WatchRead').map((e) => `${on(e)} ${e.data.before} → ${e.data.since}`))).toEqual(
      each((plot) => byHand(plot).marks.map((m) => `${dateOf(m.day)} ${m.before} → ${m.since}`)),
    );
  });

  it('what held, and what held in part, is said on day 90, or 180 where few complained before', () => {
    expect(
      each((plot) =>
        events(plot, 'EffectVerified').map((event) => {
          const { outcome, total, allowed } = event.data.effect;
          return `${on(event)} ${outcome}: ${total} of ${allowed}`;
        }),
      ),
    ).toEqual(
      each((plot) =>
        byHand(plot).verdicts.map(
          ({ day, outcome, total, allowed }) => `${dateOf(day)} ${outcome}: ${total} of ${allowed}`,
        ),
      ),
    );
  });

  it('how many complaints became changes is said at the head of the list, each quarter as the logs say', async () => {
    const quarters = ['2026-10-01', '2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01'];
    const [said, recounted]: [string[], string[]] = [[], []];
    for (const [i, { at, text }] of lived.lists.entries()) {
      const [from = '', to = ''] = quarters.slice(i);
      const { warned, changed, open } = await warningsOf(db, startOf(from), startOf(to), at);
      const title = `불만→변화 전환 ${from.slice(0, 4)}년 ${Number(from.slice(5, 7)) / 3 + 2 / 3}분기: `;
      const share = warned < 5 ? '' : ` (${Math.round((changed * 100) / warned)} %)`;
      const left = open === 0 ? '' : ` · ${open}개는 아직 기한 전`;
      const figure = `주의에 이른 문제 ${warned}개 가운데 ${changed}개를 20영업일 안에 개선과제로 채택${share}${left}`;
      recounted.push(title + (warned === 0 ? '주의에 이른 문제가 없습니다' : figure));
      said.push(text.split('\n').find((line) => line.startsWith('불만')) ?? '');
    }
    expect(said).toHaveLength(5);
    expect(said).toEqual(recounted);
  });
});
