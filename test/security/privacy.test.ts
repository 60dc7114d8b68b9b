import { describe, expect, it } from 'vitest';
import { findable } from '../../db/projection.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { RecordedEvent } from '../../src/domain/case/events.ts';
import { ofCases } from '../../src/domain/export/tables.ts';
import { squeeze } from '../../src/domain/find-text.ts';
import { day, type Instant } from '../../src/domain/instant.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { type Step, steps } from '../../src/ports/card.ts';
import type { Form, FormValues } from '../../src/ports/form.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { formFor } from '../../src/render/case-forms.ts';
import { reading } from '../../src/render/reading.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans, stages } from '../support/stages.ts';

/** What a hurried person pastes into any field there is. */
const pasted = '연락처 010-9876-5432, leak@customer.example, 900101-1234567, 4111-1111-1111-1111';
const traces = ['9876-5432', 'leak@customer', '900101-1234567', '4111-1111-1111-1111'];
/** Written in whatever way. */
const tracesIn = (text: string): readonly string[] =>
  traces.filter((trace) => text.includes(trace) || squeeze(text).includes(squeeze(trace)));

/** What an export says of a case, table by table. */
function tablesOf(record: CaseRecord | undefined, history: readonly RecordedEvent[], now: Instant) {
  if (record === undefined) throw new Error('no such case');
  return ofCases.flatMap(({ rows }) => rows({ record, history, root: null }, { playbook: shipped, now }));
}

const textFields = (form: Form): readonly string[] =>
  form.fields.filter((field) => field.type === 'text').map((field) => field.name);

/** Steps whose forms ask for words, and the names of those fields: nobody may forget one. */
async function askedFor(): Promise<ReadonlyMap<Step, readonly string[]>> {
  const door = await stages.working();
  const record = await door.case(1);
  const [person] = shipped.people;
  if (person === undefined) throw new Error('nobody works here');
  const r = reading('ko', 'Asia/Seoul', shipped, shipped.taxonomies, door.now());
  const forms = steps.map((step) => [step, formFor(step, record, person, r)] as const);
  return new Map(
    forms.flatMap(([step, form]) => (form && textFields(form).length > 0 ? [[step, textFields(form)]] : [])),
  );
}

/** Pastes personal data into every field of words that a form has, and keeps what came back. */
function careless(door: FrontDoor) {
  const replies: Reply[] = [];
  const filledIn = new Map<Step, readonly string[]>();
  return {
    replies,
    filledIn,
    does: async (who: string, step: Step, id: number, values: FormValues = {}, arg?: string) => {
      const opened = await door.press(who, step, id, arg);
      if (opened.type !== 'open-form') throw new Error(`${who} could not ${step}: ${textOf(opened)}`);
      const own = new Set(['into']);
      const words = textFields(opened.form).filter((name) => !own.has(name));
      const poisoned = Object.fromEntries(words.map((name) => [name, `${values[name] ?? '적은 말'} ${pasted}`]));
      const answer = await door.send(who, opened, { ...values, ...poisoned });
      replies.push(answer);
      if (answer.type !== 'done') throw new Error(`${who} could not ${step}: ${textOf(answer)}`);
      filledIn.set(step, textFields(opened.form));
    },
  };
}

describe('personal data typed anywhere', () => {
  it('reaches no event, no case, no message that is owed, no search, no export, no card and no story', async () => {
    const said = {
      words: `계란이 깨졌어요. ${pasted}`,
      experience: `깨져 왔다 ${pasted}`,
      opinion: `교환이 빠릅니다 ${pasted}`,
    };
    const door = await filed({ ...said, department: 'desk', customer: '010-9876-5432' });
    const { does, filledIn, replies } = careless(door);
    await does('aram', 'route', 1, { department: 'logistics' });
    await does('hana', 'transfer', 1, plans.toQuality);
    await does('yuna', 'return', 1, { department: 'product' });
    await does('hana', 'transfer', 1, plans.toQuality);
    await does('yuna', 'return', 1, { department: 'product' });
    await does('aram', 'adjudicate', 1, { department: 'logistics' });
    await door.does('hana', 'acknowledge', 1);
    await does('hana', 'start', 1, plans.start(door));
    await does('hana', 'obstacle', 1);
    await does('sechan', 'answer-obstacle', 1, {}, '1');
    await does('hana', 'severity', 1, { signals: ['B1'] });
    await does('hana', 'note', 1);
    await does('hana', 'contain', 1);
    await does('hana', 'snooze', 1, { until: 'hour' }, 'fix');
    await does('duri', 'contact', 1, { channel: 'phone', contactedAt: door.at(0) });
    await does('duri', 'remedy', 1, { amount: '50000' });
    await does('mirae', 'change-remedy', 1, { amount: '40000' }, '1');
    await does('duri', 'remedy', 1, { amount: '50000' });
    await does('mirae', 'decline-remedy', 1, {}, '2');
    await does('duri', 'withdraw-remedy', 1, {}, '1');
    await door.does('duri', 'statutory', 1, { code: 'privacy_leak' });
    await does('mirae', 'statutory-done', 1, {}, 'privacy_leak');
    door.pass(30 * 86_400_000);
    await does('sechan', 'new-due', 1, { until: door.at(86_400_000) }, 'fix');
    await does('hana', 'ask-decision', 1, plans.ask(door));
    await does('dain', 'decide', 1, {}, '0');
    await does('hana', 'fix', 1, plans.fix);
    await does('duri', 'reply', 1, { ...plans.reply, toldAt: door.at(0) });
    await does('duri', 'reopen', 1);
    await filed({ ...said }, door);
    await does('sechan', 'refuse', 2, plans.refuse);
    await does('aram', 'overturn', 2);
    await does('duri', 'withdraw', 2);
    await filed({ ...said, department: 'desk' }, door);
    await does('aram', 'void', 3);

    await filed({ ...said, conduct: [] }, door);
    await does('duri', 'split', 4, { kind: 'suggestion', wants: ['refund'], experience: '앱에는 정시라고 나왔다' });
    await does('duri', 'flag', 4, { types: ['verbal_abuse'] });
    await does('mirae', 'confirm-flag', 4, { isWarned: ['yes'] });
    await does('mirae', 'limit', 4, {
      measure: 'writtenOnly',
      until: addDays(day(dayIn(door.now(), shipped.zone)), 4),
    });
    await door.does('eunsol', 'agree-limit', 4);
    await does('mirae', 'lift', 4);
    const again = { ...said, customer: '010-2222-3333', signals: ['D2'] };
    for (const id of [6, 7]) {
      await filed(again, door);
      await door.does('hana', 'acknowledge', id, {
        caller: 'duri',
        callbackAt: door.at(3_600_000),
        eta: door.at(86_400_000),
      });
      await does('hana', 'start', id, plans.start(door));
      await does('hana', 'fix', id, plans.fix);
      await does('duri', 'reply', id, { ...plans.reply, toldAt: door.at(0) });
      await does('sechan', 'no-change', id);
      await door.does('mirae', 'close', id);
    }
    await does('duri', 'happy-call', 6, { answer: 'solved', again: 'no' });
    await filed(again, door);
    await does('mirae', 'repeat', 8, { noNewFacts: ['yes'], earlier: 'VOC-6, VOC-7' });
    await filed({ ...said, kind: 'suggestion' }, door);
    await door.does('hana', 'acknowledge', 9);
    await does('hana', 'verdict', 9, plans.verdict);

    await does('aram', 'original', 1);

    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const cases = await Promise.all(all.map((id) => door.case(id)));
    const places = {
      cases: cases.map((record) => ({ ...record.state, customer: null })),
      owed: door.owed().map(({ notice }) => notice),
      history: await Promise.all(all.map((id) => door.history(id))),
      search: cases.map((record) => findable(record.state).text),
      cards: await Promise.all(['logistics', 'quality', 'desk'].map((place) => door.card(1, place))),
      exported: await Promise.all(all.map(async (id, i) => tablesOf(cases[i], await door.history(id), door.now()))),
      stories: await Promise.all(all.map((id) => door.story(id))),
      words: await Promise.all(['duri', 'hana', 'aram', 'sechan', 'dain'].map((who) => door.words(who))),
      // The look at the original is what it is for, and is shown to that person only.
      replies: replies.slice(0, -1),
    };
    for (const [place, held] of Object.entries(places)) {
      const text = JSON.stringify(held, (key, value: unknown) => (key === 'customer' ? null : value));
      expect([place, tracesIn(text)]).toEqual([place, []]);
      if (place !== 'replies') expect([place, text.length > 200]).toEqual([place, true]);
    }
    expect(filledIn.size).toBeGreaterThan(15);
    const forgotten = [...(await askedFor())].filter(([step]) => !filledIn.has(step)).map(([step]) => step);
    // A merge asks for the number of another case and nothing else; a draft goes back to whoever wrote it, and nowhere else.
    expect(forgotten).toEqual(['merge', 'draft']);
  });

  it('what may never be stored is not even in the sealed original', async () => {
    const door = await filed({ words: `계란이 깨졌어요. ${pasted}` });
    const shown = await door.press('aram', 'original', 1);
    const seen = JSON.stringify(await door.send('aram', shown, { reason: '전화해야 합니다' }));
    expect(seen).toContain('010-9876-5432');
    expect(seen).not.toContain('900101-1234567');
    expect(seen).not.toContain('4111-1111-1111-1111');
  });

  it('is no word of the lexicon: it is neither kept nor repeated, in whichever form or search it is pasted', async () => {
    const door = await filed();
    const opened = [
      await door.press('aram', 'add-word', null, '계란'),
      await door.press('aram', 'new-group', null),
      await door.press('aram', 'remove-word', null, '계란'),
    ];
    const replies: Reply[] = [await door.command('aram', '사전 010-9876-5432 leak@customer.example')];
    for (const trace of [pasted, ...pasted.replace(/^\S+ /, '').split(', ')]) {
      for (const form of opened)
        replies.push(await door.send('aram', form, { words: `오리알, ${trace}`, word: trace }));
      replies.push(await door.press('aram', 'lexicon', null, trace));
    }
    expect(replies.filter(({ type }) => type === 'done')).toEqual([]);
    expect(door.lexicon.edits()).toEqual([]);
    expect(tracesIn(JSON.stringify(replies))).toEqual([]);
    expect(textFields(opened.flatMap((reply) => (reply.type === 'open-form' ? [reply.form] : []))[0] as Form)).toEqual([
      'words',
    ]);
  });

  it('a search for it is answered without repeating it', async () => {
    const door = await filed();
    const reply = await door.command('duri', `찾기 ${pasted}`);
    expect(tracesIn(JSON.stringify(reply))).toEqual([]);
  });
});
