import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiledCase } from '../../../src/domain/case/case.ts';
import type { CaseCommandOf } from '../../../src/domain/case/commands.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import type { RecordedEvent } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import type { Said } from '../../../src/domain/case/note.ts';
import { noteNow, readableLog } from '../../../src/domain/case/thread-notes.ts';
import { causationId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { react } from '../../../src/domain/react.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import { later, masked, offered, toClosed, toRouted, toWorking } from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const said = (message: string): Said => ({ platform: 'slack', tenant: 'T1', conversation: 'C1', message });
type Heard = CaseCommandOf<'HearNote'>['data'];
const note = (text: string | null, asOf: Instant, message = '1.1'): Heard => ({
  said: said(message),
  text: text === null ? null : masked(text),
  asOf,
  files: 0,
  permalink: null,
});

/** What a case has heard, one after the other; what says nothing new is dropped. */
function hearing(states: readonly Heard[]): { readonly log: readonly RecordedEvent[]; readonly after: FiledCase } {
  let after = caseAfter(...toWorking);
  const log: RecordedEvent[] = [];
  for (const data of states) {
    const decided = decide(press('HearNote', people.duri, data), after, aPlaybook);
    if (!decided.ok) continue;
    for (const event of decided.value) {
      after = evolve(after, event) as FiledCase;
      log.push({ version: log.length + 1, causationId: causationId(`c${log.length}`), event });
    }
  }
  return { log, after };
}

describe('what is written under a card', () => {
  it('is a note of the case, by whoever wrote it, at any time', () => {
    given(...toClosed)
      .when(press('HearNote', people.yuna, note('사진이 더 있습니다', later(1))))
      .then({
        type: 'NoteHeard',
        at: later(120),
        by: refOf(people.yuna),
        data: { said: said('1.1'), text: masked('사진이 더 있습니다'), asOf: later(1) },
      });
  });

  it('is no note where nothing was said and nothing hangs on it', () => {
    given(...toWorking)
      .when(press('HearNote', people.yuna, note(' ', later(1))))
      .refuses({ type: 'NothingChanged' });
    given(...toWorking)
      .when(press('HearNote', people.yuna, { ...note('', later(1)), files: 2 }))
      .leaves({ status: 'working' });
  });

  it('is owed to every thread where people talk about the case, and moves no card', () => {
    const after = caseAfter(...toRouted, offered(quality));
    const decided = decide(press('HearNote', people.duri, note('급합니다', later(9))), after, aPlaybook);
    const [event] = decided.ok ? decided.value : [];
    if (event === undefined) throw new Error('nothing was heard');
    expect(react(event, after)).toEqual(
      [logistics, quality].map((department) => ({
        type: 'note',
        audience: { to: 'department', department },
        said: said('1.1'),
      })),
    );
  });

  it('reads as it read last, in whatever order and however often chat tells it', () => {
    const states = fc.array(
      fc.record({
        message: fc.constantFrom('1.1', '1.2', '1.3'),
        text: fc.option(fc.constantFrom('하나', '둘', '셋'), { freq: 3 }),
        asOf: fc.integer({ min: 1, max: 6 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(states, (told) => {
        const { log, after } = hearing(told.map(({ message, text, asOf }) => note(text, instant(asOf), message)));
        for (const message of ['1.1', '1.2', '1.3']) {
          const about = told.filter((t) => t.message === message);
          const newest = Math.max(...about.map((t) => t.asOf));
          const expected = about.find((t) => t.asOf === newest)?.text;
          expect(noteNow(log, said(message))?.text).toBe(expected);
        }
        const heardAgain = hearing([...told, ...told].map((t) => note(t.text, instant(t.asOf), t.message)));
        expect(heardAgain.log).toHaveLength(log.length);
        expect(heardAgain.after).toEqual(after);
      }),
    );
  });
});

describe('the history of a case', () => {
  it('shows a note once, where it was written, as it reads now', () => {
    const { log } = hearing([
      note('사진이 있습니다', instant(1), '1.1'),
      note('통화했습니다', instant(2), '1.2'),
      note('사진이 석 장 있습니다', instant(3), '1.1'),
    ]);
    expect(readableLog(log).map(({ event }) => 'text' in event.data && event.data.text)).toEqual([
      '사진이 석 장 있습니다',
      '통화했습니다',
    ]);
  });

  it('says nothing of what was taken back', () => {
    const { log } = hearing([note('홍길동 010', instant(1)), note(null, instant(2))]);
    expect(log).toHaveLength(2);
    expect(readableLog(log)).toEqual([]);
  });

  it('says whose note it is, whoever took part in changing it', () => {
    const { log } = hearing([note('하나', instant(1)), note('둘', instant(2))]);
    expect(noteNow(log, said('1.1'))).toMatchObject({ by: refOf(people.duri), isEdited: true });
  });
});
