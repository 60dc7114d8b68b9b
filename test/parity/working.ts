import type { Step } from '../../src/ports/card.ts';
import { plans } from '../support/stages.ts';
import { step } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';

const atLogistics = { who: 'hana', where: 'logistics' } as const;

/** What an owner does until a case is fixed. */
export const working = {
  start: step('start', 'starts work, with a plan and a day', {
    ...atLogistics,
    from: 'acknowledged',
    enter: (stage) => ({ plan: '완충재를 두 겹으로', eta: stage.now() + 24 * 3_600_000 }),
    event: 'WorkStarted',
  }),
  contain: step('contain', 'stops the damage before the cause is known', {
    ...atLogistics,
    from: 'acknowledged',
    filed: { signals: ['D2'] },
    enter: { measure: '같은 상자에 든 상품의 출고를 멈췄습니다' },
    event: 'CaseContained',
  }),
  hold: step('hold', 'lets a case wait, with a reason and an end', {
    ...atLogistics,
    from: 'working',
    enter: (stage) => ({ reason: 'parts', until: stage.day(5), nextUpdate: stage.day(2) }),
    event: 'CaseHeld',
  }),
  resume: step('resume', 'goes on with a case that waited', {
    ...atLogistics,
    from: 'held',
    event: 'CaseResumed',
  }),
  'ask-decision': step('ask-decision', 'asks an executive to choose between options', {
    ...atLogistics,
    from: 'working',
    enter: (stage) => plans.ask(stage),
    event: 'DecisionRequested',
  }),
  decide: step('decide', 'decides between the options of a department', {
    from: 'deciding',
    who: 'dain',
    where: 'logistics',
    enter: { choice: '0', reason: '깨지지 않는 것이 먼저입니다' },
    event: 'DecisionMade',
  }),
  obstacle: step('obstacle', 'says what stands in the way', {
    ...atLogistics,
    from: 'working',
    enter: { text: '완충재 예산이 없습니다' },
    event: 'ObstacleRaised',
  }),
  'answer-obstacle': step('answer-obstacle', 'answers whoever is stuck, from the private word about it', {
    from: 'stuck',
    who: 'sechan',
    where: 'private',
    enter: { text: '이번 주에 예산을 배정했습니다' },
    event: 'ObstacleAnswered',
  }),
  fix: step('fix', 'reports what was done, with evidence and the cause', {
    ...atLogistics,
    from: 'working',
    enter: plans.fix,
    event: 'CaseFixed',
  }),
} satisfies Partial<Record<Step, Scenario>>;
