import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventType } from '../../src/domain/case/events.ts';
import { customerKey } from '../../src/domain/ids.ts';
import type { Notice } from '../../src/domain/notices.ts';
import type { Role } from '../../src/domain/people.ts';
import { react } from '../../src/domain/react.ts';
import { it as itDepartment, logistics, people, product, quality } from '../support/a-playbook.ts';
import {
  accepted,
  acknowledged,
  adjudicated,
  adjudicationOpened,
  closed,
  countersigned,
  decisionMade,
  decisionRequested,
  declined,
  filed,
  fixed,
  held,
  later,
  obstacleAnswered,
  obstacleRaised,
  offered,
  ofTier,
  refusedBy,
  reopened,
  replied,
  routedTo,
  toAcknowledged,
  toClosed,
  toFixed,
  toReplied,
  toRouted,
  toWorking,
  voidProposed,
} from '../support/case-events.ts';
import { caseAfter } from '../support/given.ts';
import { walks } from '../support/walks.ts';

/** What the last of these events owes, in short: `card logistics`, `story desk`, `word duri`, `word role:csLead`. */
function owed(...events: readonly CaseEvent[]): readonly string[] {
  const last = events.at(-1);
  if (last === undefined) return [];
  return react(last, caseAfter(...events)).map(inShort);
}

function inShort({ type, audience }: Notice): string {
  switch (audience.to) {
    case 'kudos':
    case 'executives':
      return `${type} ${audience.to}`;
    case 'desk':
      return `${type} desk`;
    case 'department':
      return `${type} ${audience.department}`;
    case 'person':
      return `${type} ${audience.person}`;
    case 'role':
      return `${type} ${inRole(audience.role, audience.department)}`;
    case 'duty':
      return `${type} duty:${audience.department}`;
  }
}

const inRole = (role: Role, department: string | null): string =>
  department === null ? `role:${role}` : `role:${role}:${department}`;
const words = (...events: readonly CaseEvent[]) => owed(...events).filter((notice) => notice.startsWith('word'));
const channels = (...events: readonly CaseEvent[]) => owed(...events).filter((notice) => !notice.startsWith('word'));

describe('where a case is shown', () => {
  it('a filed case shows a card in its department, and nowhere else; the filer gets a receipt', () => {
    const [filing] = toRouted;
    if (filing === undefined) throw new Error('a filing');
    expect(react(filing, caseAfter(...toRouted)).map(inShort)).toEqual(['card logistics', 'word duri']);
    expect(owed(...toRouted)).toEqual(['card logistics']);
  });

  it('S3-12 a case nobody could place shows a card on the desk; no department is pinged', () => {
    expect(owed(filed())).toEqual(['card desk', 'word duri', 'word role:vocDesk']);
  });

  it('when the desk has routed it both cards are true, and both threads say so', () => {
    expect(owed(filed(), routedTo(logistics, people.aram, later(15)))).toEqual([
      'card logistics',
      'card desk',
      'story logistics',
      'story desk',
    ]);
  });

  it('the card follows every step; the thread tells it where the case is held', () => {
    expect(channels(...toAcknowledged)).toEqual(['card logistics', 'story logistics']);
    expect(channels(...toClosed)).toEqual(['card logistics', 'story logistics']);
  });

  it('S0-12 an offer shows the case to the other department, and both threads tell of it', () => {
    const both = ['card logistics', 'card quality', 'story logistics', 'story quality'];
    expect(channels(...toAcknowledged, offered())).toEqual(both);
    expect(channels(...toAcknowledged, offered(), declined(people.yuna, quality, logistics))).toEqual(both);
  });

  it('once taken, the old card says where it went, and the story goes on with the new department', () => {
    const taken = [...toAcknowledged, offered(), accepted()];
    expect(channels(...taken)).toEqual(['card logistics', 'card quality', 'story quality', 'story logistics']);
    expect(channels(...taken, obstacleRaised(people.yuna))).toEqual([
      'card logistics',
      'card quality',
      'story quality',
    ]);
  });

  it('a disputed case is shown on the desk, and its story is told there until it is settled', () => {
    const disputed = [...toAcknowledged, offered(), adjudicationOpened(logistics, [quality, product], people.hana)];
    expect(channels(...disputed)).toEqual([
      'card logistics',
      'card quality',
      'card desk',
      'story logistics',
      'story desk',
    ]);
    expect(channels(...disputed, obstacleRaised())).toContain('story desk');
    expect(channels(...disputed, adjudicated(itDepartment))).toEqual([
      'card logistics',
      'card quality',
      'card it',
      'card desk',
      'story logistics',
      'story quality',
      'story it',
    ]);
  });

  it('a card the desk once showed stays true to the end', () => {
    const byDesk = [filed(), routedTo(logistics, people.aram, later(5)), acknowledged()];
    expect(channels(...byDesk)).toContain('card desk');
    expect(channels(...byDesk)).not.toContain('story desk');
    expect(channels(...toWorking, refusedBy(), reopened())).toContain('card desk');
  });

  it('who looked at the original is nobody’s news', () => {
    const viewed: CaseEvent = { ...closed(people.eunsol), type: 'OriginalViewed', data: { reason: '' as never } };
    expect(owed(...toWorking, viewed)).toEqual([]);
  });
});

describe('who is told in private', () => {
  const byBada = filed({ filer: people.bada });
  const from = (history: readonly CaseEvent[]) => [byBada, ...history.slice(1)];

  it('S0-29 the filer hears of every milestone', () => {
    expect(words(...from(toAcknowledged))).toEqual(['word bada']);
    expect(words(...from(toAcknowledged), offered(), accepted())).toEqual(['word bada']);
    expect(words(...from(toWorking), held())).toEqual(['word bada']);
    expect(words(...from(toFixed))).toEqual(['word duri', 'word bada']);
    expect(words(...from(toReplied))).toEqual(['word bada', 'word role:csLead']);
    expect(words(...from(toClosed))).toEqual(['word bada']);
    expect(words(...from(toClosed), reopened())).toEqual(['word hana', 'word bada']);
    expect(words(...from(toWorking), refusedBy())).toEqual(['word bada', 'word role:vocDesk']);
  });

  it('not of the small steps between', () => {
    expect(words(...from(toRouted))).toEqual([]);
    expect(words(...from(toWorking))).toEqual([]);
    expect(words(...from(toAcknowledged), offered())).toEqual([]);
  });

  it('a filer who also talks to the customer gets one word', () => {
    expect(words(...toFixed)).toEqual(['word duri']);
  });

  it('nobody is told what they did themselves', () => {
    expect(words(...toReplied)).toEqual(['word role:csLead']);
    expect(words(...toClosed, reopened())).toEqual(['word hana']);
  });

  it('whoever is named hears of it: as owner, as caller', () => {
    const event = acknowledged();
    if (event.type !== 'CaseAcknowledged') throw new Error('an acknowledgement');
    const { id, name } = people.jiho;
    const callback = { caller: { id: people.sora.id, name: people.sora.name }, at: later(60) };
    const naming = { ...event, data: { ...event.data, owner: { id, name }, callback } };
    expect(words(...toRouted, naming)).toEqual(['word duri', 'word jiho', 'word sora']);
  });

  it('an S1 is brought before the department lead', () => {
    const urgent = filed({ assessment: ofTier('S1') });
    expect(react(urgent, caseAfter(urgent, routedTo())).map(inShort)).toContain('word role:deptLead:logistics');
    expect(words(urgent, routedTo())).toEqual([]);
    expect(words(urgent, routedTo(logistics, people.aram, later(3)))).toEqual(['word role:deptLead:logistics']);
  });

  it('S4-07 an obstacle goes to the department lead; the answer to the owner and to whoever raised it', () => {
    expect(words(...toWorking, obstacleRaised())).toEqual(['word role:deptLead:logistics']);
    const raised = obstacleRaised(people.jiho);
    expect(words(...toWorking, raised, obstacleAnswered())).toEqual(['word hana', 'word jiho']);
  });

  it('S1-10 a question goes to the executives, the decision to the owner, to who asked and to who talks to the customer', () => {
    expect(words(...toWorking, decisionRequested())).toEqual(['word role:executive']);
    expect(words(...toWorking, decisionRequested(), decisionMade())).toEqual(['word hana', 'word duri']);
    const asked = decisionRequested(people.sechan);
    const made = decisionMade();
    if (made.type !== 'DecisionMade') throw new Error('a decision');
    const decision = { ...made.data.decision, askedBy: { id: people.sechan.id, name: people.sechan.name } };
    expect(words(...toWorking, asked, { ...made, data: { decision } })).toEqual([
      'word hana',
      'word sechan',
      'word duri',
    ]);
  });

  it('a dispute, a refusal and a void go to the VOC desk', () => {
    expect(words(...toAcknowledged, adjudicationOpened(logistics, [quality], people.hana))).toEqual([
      'word role:vocDesk',
    ]);
    expect(words(...toWorking, refusedBy())).toContain('word role:vocDesk');
    const named = filed({ customer: customerKey('anna') });
    expect(words(named, voidProposed())).toEqual(['word role:vocDesk', 'word role:csLead']);
  });

  it('a refusal that stands is for the customer owner to tell', () => {
    expect(words(...from(toWorking), refusedBy(), countersigned())).toEqual(['word duri', 'word bada']);
  });

  it('the owner hears of what others did to the case: overturned, resumed by the clock, handed to them', () => {
    const overturned: CaseEvent = { ...closed(people.aram), type: 'RefusalOverturned', data: { reason: '' as never } };
    expect(words(...toWorking, refusedBy(), overturned)).toEqual(['word hana']);
    const resumed: CaseEvent = { type: 'CaseResumed', at: later(900), by: null, data: {} };
    expect(words(...toWorking, held(), resumed)).toEqual(['word hana']);
    expect(words(...toWorking, held(), { ...closed(people.hana), type: 'CaseResumed', data: {} })).toEqual([]);
    const { id, name } = people.jiho;
    const handed: CaseEvent = { ...closed(people.sechan), type: 'OwnerReassigned', data: { owner: { id, name } } };
    expect(words(...toWorking, handed)).toEqual(['word jiho']);
  });

  it('the department lead hears when a case becomes an S1', () => {
    const raised = (tier: 'S1' | 'S2'): CaseEvent => ({
      ...closed(people.duri),
      type: 'SeverityReassessed',
      data: { assessment: ofTier(tier), reason: '' as never },
    });
    expect(words(...toWorking, raised('S1'))).toEqual(['word role:deptLead:logistics']);
    expect(words(...toWorking, raised('S2'))).toEqual([]);
  });

  it('a dissatisfied customer brings one word to each; at the second time both leads are asked', () => {
    const once = [...from(toFixed), replied('dissatisfied')];
    expect(words(...once)).toEqual([]);
    expect(words(...once, reopened('dissatisfied'))).toEqual(['word hana', 'word bada']);
    const twice = [...once, reopened('dissatisfied'), fixed(), replied('dissatisfied'), reopened('dissatisfied')];
    expect(words(...twice)).toEqual(['word hana', 'word bada', 'word role:csLead', 'word role:deptLead:logistics']);
  });
});

const leavesCardsAlone: readonly CaseEventType[] = [
  'OriginalViewed',
  'NoteHeard',
  'WordsUnfolded',
  'FilerSeen',
  'LimitProposed',
  'ProtectionAsked',
  'ProtectionAnswered',
];

it('whatever happens, nobody hears of their own step but the filing, nobody twice, and every card stays true', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      for (const { events, after } of steps) {
        if (after.status === 'unfiled') continue;
        for (const event of events) {
          const notices = react(event, after);
          const people = notices.flatMap(({ audience }) => (audience.to === 'person' ? [audience.person] : []));
          expect(new Set(people).size).toBe(people.length);
          if (event.type !== 'CaseFiled') expect(people).not.toContain(event.by?.id);
          const short = notices.map(inShort);
          expect(new Set(short).size).toBe(short.length);
          if (leavesCardsAlone.includes(event.type)) continue;
          for (const department of after.seenBy) expect(short).toContain(`card ${department}`);
          if (after.status === 'new' || after.status === 'adjudication') expect(short).toContain('card desk');
        }
      }
    }),
    { numRuns: 150 },
  );
});
