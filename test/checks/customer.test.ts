import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { react } from '../../src/domain/react.ts';
import { cardText, labelsOf } from '../render/plain.ts';
import { people } from '../support/a-playbook.ts';
import { textOf } from '../support/front-door.ts';
import { filed, plans, stages } from '../support/stages.ts';
import { walks } from '../support/walks.ts';

const fail = (): never => {
  throw new Error('nobody was told');
};
const employees = new Set<string>(Object.values(people).map((p) => p.id));

describe('the customer and the machine', () => {
  it('S0-21 whatever happens, what is owed goes to departments, the desk and employees, never to a customer', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { events, after } of steps) {
          if (after.status === 'unfiled') continue;
          for (const { audience } of events.flatMap((event) => react(event, after))) {
            expect(['department', 'desk', 'person', 'role', 'duty', 'kudos']).toContain(audience.to);
            if (audience.to === 'person') expect(employees).toContain(audience.person);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('S0-22 time alone answers nobody and decides nothing: it reminds, ends a hold, and closes where the customer is content', () => {
    const byTime = ['CaseNudged', 'CaseEscalated', 'ConductLifted', 'CaseResumed', 'CaseClosed', 'DuesMoved'];
    const seen = new Set<string>();
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { command, before, events, after } of steps) {
          if (command.meta.actor.type === 'person') continue;
          for (const { type } of events) expect(byTime).toContain(seen.add(type) && type);
          const closes = events.some((event) => event.type === 'CaseClosed');
          if (closes) expect(after).toMatchObject({ status: 'closed', reply: { verdict: 'accepted' } });
          if (!closes && before.status !== 'held') expect(after.status).toBe(before.status);
        }
      }),
      { numRuns: 200 },
    );
    expect([...seen]).toContain('CaseEscalated');
  });

  it('S3-08 S1-09 what is fixed stays open until the customer has spoken, and closes with their verdict', async () => {
    const door = await stages.fixed();
    expect(textOf(await door.press('mirae', 'close', 1))).toBe(
      '고객 회신이 아직 없습니다. 회신 후 종결할 수 있습니다.',
    );
    await door.does('duri', 'reply', 1, plans.reply);
    await door.does('mirae', 'close', 1);
    expect((await door.case(1)).state).toMatchObject({ status: 'closed', reply: { verdict: 'accepted' } });
    const last = (await door.words('duri')).at(-1);
    expect(last?.fallback).toContain('고객 반응: 수용');
  });

  it('S3-04 two customers are never made one: the press is answered by what to do instead', async () => {
    const door = await filed({ customer: '010-0000-1234' });
    await filed({ customer: '010-0000-5678' }, door);
    const form = await door.press('duri', 'merge', 1);
    expect(textOf(await door.send('duri', form, { into: 'VOC-2', sameIncident: ['yes'] }))).toContain('다른 고객의 건');
    expect((await door.case(1)).state.status).toBe('routed');
  });

  it('S1-10 an executive decides from the message itself, with two or three options as buttons', async () => {
    const door = await stages.deciding();
    const word = (await door.words('dain')).at(-1);
    if (word === undefined) throw new Error('the executive heard nothing');
    expect(labelsOf(word)).toEqual(['1) 바꾼다', '2) 그대로 둔다']);
    await door.does('dain', 'decide', 1, { reason: '파손이 줄어듭니다' }, '0');
    expect((await door.case(1)).state).toMatchObject({ status: 'working', decisions: [{ choice: '바꾼다' }] });
  });

  it('S1-10 each option says what it costs and what the customer feels of it, also where nobody knows', async () => {
    const door = await stages.working();
    const about = { cost1: '월 410만 원', effect1: '파손이 준다' };
    await door.does('sechan', 'ask-decision', 1, { ...plans.ask(door), ...about });
    const word = cardText((await door.words('dain')).at(-1) ?? fail());
    expect(word).toContain('1) 바꾼다 · 비용 월 410만 원 · 고객에게: 파손이 준다');
    expect(word).toContain('2) 그대로 둔다 · 비용 미정 · 고객에게: 미정');
  });

  it('S1-10 the decision reaches the owner, who asked, and who talks to the customer', async () => {
    const door = await stages.working();
    await door.does('sechan', 'ask-decision', 1, plans.ask(door));
    await door.does('dain', 'decide', 1, { reason: '파손이 줄어듭니다' }, '0');
    for (const who of ['hana', 'sechan', 'duri']) {
      expect(cardText((await door.words(who)).at(-1) ?? fail())).toContain(
        '결정했습니다: 바꾼다. 이유: 파손이 줄어듭니다',
      );
    }
  });
});

/** What people read that is not among the words: the playbook, the practice workspace, the guides. The lexicon holds customers' words. */
const texts = ['playbook', 'adapters', 'docs', 'README.ko.md', 'src/render'].flatMap(function read(
  path: string,
): readonly string[] {
  if (statSync(path).isDirectory()) {
    return readdirSync(path).flatMap((name) => (name === 'node_modules' ? [] : read(join(path, name))));
  }
  return /\.(ts|tsx|yaml|md)$/.test(path) && !path.endsWith('lexicon.yaml') ? [path] : [];
});

describe('words outside the bot’s own', () => {
  it('S0-07 S4-18 no file that people read belittles a customer or blames a department', () => {
    expect(texts.length).toBeGreaterThan(50);
    const unkind = /진상|블랙 ?컨슈머|민원인|귀책|독촉|위반|고객 통제|단순 불만|소수 의견|사과 완료|조속히|빠른 시일/;
    for (const path of texts) expect(readFileSync(path, 'utf8'), path).not.toMatch(unkind);
  });
});
