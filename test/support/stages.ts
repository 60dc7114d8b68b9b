import type { Status } from '../../src/domain/case/case.ts';
import type { FormValues } from '../../src/ports/form.ts';
import { frontDoor } from './front-door.ts';

export type FrontDoor = ReturnType<typeof frontDoor>;

const hour = 3_600_000;
const day = (door: Pick<FrontDoor, 'now'>, n: number): string =>
  new Date(door.now() + n * 24 * hour).toISOString().slice(0, 10);

/** 박두리 files case 1 for logistics; `values` override what she enters. */
export async function filed(values: FormValues = {}, door: FrontDoor = frontDoor()): Promise<FrontDoor> {
  const words = values['words'] ?? '새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요.';
  const form = await door.command('duri', String(words));
  const answer = await door.send('duri', form, {
    channel: 'phone',
    kind: 'complaint',
    experience: '계란 절반이 깨져 왔다',
    wants: ['refund'],
    department: 'logistics',
    signals: [],
    ...values,
  });
  if (answer.type !== 'done') throw new Error(`not filed: ${JSON.stringify(answer)}`);
  return door;
}

export const plans = {
  start: (door: Pick<FrontDoor, 'at'>) => ({ plan: '완충재를 두 겹으로', eta: door.at(24 * hour) }),
  fix: {
    fixType: 'solved',
    done: '완충재를 두 겹으로 바꿨습니다',
    evidence: '사진 3장',
    rootCause: 'product/packaging',
  },
  reply: { channel: 'phone', gist: '새 포장으로 다시 보냈습니다', verdict: 'accepted' },
  refuse: {
    reason: 'facts_differ',
    evidence: '출고 사진 3건',
    explanation: '출고 때 찍은 사진을 함께 보여 드립니다',
    whyUnreasonable: '출고 때는 깨지지 않았습니다',
  },
  ask: (door: Pick<FrontDoor, 'now'>) => ({
    question: '완충재를 바꿀까요?',
    option1: '바꾼다',
    option2: '그대로 둔다',
    recommended: '0',
    neededBy: day(door, 2),
  }),
  verdict: { verdict: 'accepted', reason: '다음 판에 넣기로 했습니다' },
  toQuality: { department: 'quality', reason: 'other_cause', why: '완충재 규격은 품질에서 정합니다' },
};

const acknowledged = async () => {
  const door = await filed();
  await door.does('hana', 'acknowledge', 1);
  return door;
};
const working = async () => {
  const door = await acknowledged();
  await door.does('hana', 'start', 1, plans.start(door));
  return door;
};
const fixed = async () => {
  const door = await working();
  await door.does('hana', 'fix', 1, plans.fix);
  return door;
};
const replied = async () => {
  const door = await fixed();
  await door.does('duri', 'reply', 1, plans.reply);
  return door;
};
const after = async (before: () => Promise<FrontDoor>, step: (door: FrontDoor) => Promise<unknown>) => {
  const door = await before();
  await step(door);
  return door;
};

/** A company in which case 1 stands at this status, brought there by presses and forms alone. */
export const stages: Readonly<Record<Status, () => Promise<FrontDoor>>> = {
  new: () => filed({ department: 'desk' }),
  routed: () => filed(),
  acknowledged,
  working,
  held: () =>
    after(working, (d) => d.does('hana', 'hold', 1, { reason: 'parts', until: day(d, 5), nextUpdate: day(d, 2) })),
  adjudication: () =>
    after(filed, async (d) => {
      await d.does('hana', 'transfer', 1, plans.toQuality);
      await d.does('yuna', 'return', 1, { department: 'product', why: '규격은 맞았습니다' });
      await d.does('hana', 'transfer', 1, plans.toQuality);
      await d.does('yuna', 'return', 1, { department: 'product', why: '규격은 맞았습니다' });
    }),
  deciding: () => after(working, (d) => d.does('hana', 'ask-decision', 1, plans.ask(d))),
  fixed,
  replied,
  closed: () => after(replied, (d) => d.does('mirae', 'close', 1)),
  refused: () => after(filed, (d) => d.does('sechan', 'refuse', 1, plans.refuse)),
  merged: () =>
    after(
      () => filed({ customer: '010-0000-1234' }),
      async (d) => {
        await filed({ customer: '010-0000-1234' }, d);
        await d.does('aram', 'merge', 1, { into: 'VOC-2', sameIncident: ['yes'] });
      },
    ),
  withdrawn: () => after(filed, (d) => d.does('duri', 'withdraw', 1, { words: '이제 괜찮아요', cause: '포장' })),
  settled: () =>
    after(
      () => filed({ kind: 'suggestion' }),
      async (d) => {
        await d.does('hana', 'acknowledge', 1);
        await d.does('hana', 'verdict', 1, plans.verdict);
      },
    ),
  void: () =>
    after(
      () => filed({ department: 'desk' }),
      (d) => d.does('aram', 'void', 1, { reason: '광고 문자' }),
    ),
};
