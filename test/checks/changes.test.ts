import { describe, expect, it } from 'vitest';
import { drawBulletin } from '../../src/app/draw-bulletin.ts';
import type { ChangeRecord } from '../../src/domain/change/change.ts';
import { changeId } from '../../src/domain/ids.ts';
import { days, plus } from '../../src/domain/instant.ts';
import { type Month, monthIn, readMonth } from '../../src/domain/month.ts';
import { dayIn as dayOf } from '../../src/domain/zone.ts';
import type { Step } from '../../src/ports/card.ts';
import type { FormValues } from '../../src/ports/form.ts';
import { changeWordCard } from '../../src/render/change-word.ts';
import { reading } from '../../src/render/reading.ts';
import { dayText } from '../../src/render/time.ts';
import { cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed } from '../support/stages.ts';

const day = 24 * 3_600_000;
const complaint = (n: number, signals: readonly string[] = ['B2'], more: FormValues = {}) => ({
  customer: `customer${n}@shop.test`,
  signals,
  experience: `유리병이 깨져서 왔다 ${n}`,
  ...more,
});

/** Files the next complaint and links it with the first. */
async function another(door: FrontDoor, n: number, who = n, signals: readonly string[] = ['B2']): Promise<void> {
  await filed(complaint(who, signals), door);
  await door.press('duri', 'same', n, '1');
  await door.count();
}
async function piled(count: number, signals: readonly string[] = ['B2']): Promise<FrontDoor> {
  const door = await filed(complaint(1, signals));
  for (let n = 2; n <= count; n += 1) await another(door, n, n, signals);
  return door;
}

const dayIn = (door: FrontDoor, days: number): string => new Date(door.now() + days * day).toISOString().slice(0, 10);
const load = async (door: FrontDoor, id = 1): Promise<ChangeRecord> => {
  const record = await door.changes.load(changeId(id));
  if (record === null) throw new Error(`there is no change ${id}`);
  return record;
};
const does = (door: FrontDoor, who: string, step: Step, values: FormValues = {}, arg = '1') =>
  door.does(who, step, 1, values, arg);
const tries = async (door: FrontDoor, who: string, step: Step, values: FormValues = {}, arg = '1'): Promise<string> => {
  const reply = await door.press(who, step, 1, arg);
  return textOf(reply.type === 'open-form' ? await door.send(who, reply, values) : reply);
};
/** Everything said to somebody in private about changes. */
const toldOfChanges = async (door: FrontDoor, who: string): Promise<string> => {
  const said: string[] = [];
  for (const { id, messages } of door.changes.commits) {
    for (const { notice, person } of messages) {
      if (notice.type !== 'change-word' || person !== who) continue;
      const record = await load(door, id);
      const r = reading('ko', shipped.zone, shipped, shipped.taxonomies, door.now());
      said.push(
        cardText(changeWordCard(notice.event, record, await door.clusters.view(record.state.cluster), person, r)),
      );
    }
  }
  return said.join('\n');
};

const proposal = {
  title: '유리병에 종이 완충재 두 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '파손 불만이 4분의 1로',
  notices: '병마다 종이 완충재',
};

/** From a proposal to a change in force. */
async function deployed(door: FrontDoor): Promise<void> {
  await does(door, 'hana', 'propose', proposal);
  await does(door, 'sechan', 'accept-change', { owner: 'hana' });
  await does(door, 'hana', 'plan-change', { due: dayIn(door, 14), what1: '완충재 두 겹 적용', due1: dayIn(door, 7) });
  await does(door, 'hana', 'finish-action', { evidence: '작업 지시서 12호' }, '1.1');
  await does(door, 'hana', 'deploy-change', { evidence: '전 센터 적용 사진 3장' });
}

/** Days go by; every look finds what is due. */
async function daysPass(door: FrontDoor, days: number): Promise<void> {
  for (let n = 0; n < days; n += 1) {
    door.pass(day);
    await door.clusters.dayPassed();
    await door.count();
  }
}

describe('a pile of look-alikes', () => {
  it('S0-19 at 경계 asks the department for a change, with a due time, once', async () => {
    const door = await piled(9);
    expect(door.changes.commits).toEqual([]);
    await another(door, 10);
    expect((await load(door)).state).toMatchObject({ status: 'demanded', department: 'logistics' });
    await another(door, 11);
    expect(door.changes.commits).toHaveLength(1);
    expect(await toldOfChanges(door, 'sechan')).toContain('같은 문제 10명으로 하인리히 경계에 이르렀습니다');
    expect(textOf(await door.press('hana', 'change', 1, '1'))).toContain('제안 기다림');
  });

  it('an S1 among them is 심각, and an executive is asked', async () => {
    const door = await piled(2, ['A3']);
    const { state } = await load(door);
    expect(state.direction).not.toBeNull();
    expect(await toldOfChanges(door, 'dain')).toContain('임원의 결정이 필요합니다');
    await does(door, 'dain', 'direct-change', { reason: '고객이 다쳤습니다' });
    expect((await load(door)).state.sponsor?.id).toBe('dain');
  });

  it('is refused only with a number, a share or a rule, and executives hear of it', async () => {
    const door = await piled(10);
    expect(await tries(door, 'sechan', 'decline-change', { reason: '소수 의견입니다' })).toContain(
      '근거(건수·비율·규정)',
    );
    expect(await tries(door, 'hana', 'decline-change', { reason: '파손율 0.1 %입니다' })).toContain('부서장');
    await does(door, 'sechan', 'decline-change', {
      reason: '출고 12만 건에 10건, 0.01 %이며 새 상자가 다음 주에 옵니다',
    });
    expect(await toldOfChanges(door, 'dain')).toContain('불채택했습니다');
    await another(door, 11);
    expect((await load(door)).state.status).toBe('declined');
    expect(await door.changes.load(changeId(2))).toBeNull();
  });

  it('nobody judges their own proposal: what the lead of the department proposes goes to the executives', async () => {
    const door = await filed(complaint(1));
    expect(
      textOf(await door.press('sechan', 'propose', 1).then((form) => door.send('sechan', form, proposal))),
    ).toContain('임원이 채택할지');
    expect(await toldOfChanges(door, 'sechan')).toBe('');
    expect(await toldOfChanges(door, 'dain')).toContain('채택하거나 근거를 적어 불채택해 주세요');
    expect(textOf(await door.press('hana', 'change', 1, '1'))).toContain('임원 · 채택 또는 불채택');
    expect(await tries(door, 'sechan', 'accept-change', { owner: 'hana' })).toContain('다른 사람이 정합니다');
    await does(door, 'dain', 'accept-change', { owner: 'hana' });
    expect((await load(door)).state.owner?.id).toBe('hana');
  });

  it('while it is watched the card says until when, and when the figures are told next', async () => {
    const door = await piled(10);
    await deployed(door);
    const day = (n: number) => dayText(dayOf(plus(door.now(), days(n)), shipped.zone), r());
    const r = () => reading('ko', shipped.zone, shipped, shipped.taxonomies, door.now());
    const card = textOf(await door.press('hana', 'change', 1, '1'));
    expect(card).toContain('지켜보기(3번 가운데 0번 확인, 다음 ');
    expect(card).toContain(`${day(90)}까지`);
  });

  it('S0-26 repeated questions suggest better information, not another answer', async () => {
    const door = await filed({ ...complaint(1, []), kind: 'inquiry' });
    for (const n of [2, 3, 4]) {
      await filed({ ...complaint(n, []), kind: 'inquiry' }, door);
      await door.press('duri', 'same', n, '1');
      await door.count();
    }
    const form = await door.press('hana', 'propose', 4);
    expect(form).toMatchObject({ type: 'open-form' });
    if (form.type !== 'open-form') return;
    expect(form.form.fields.find(({ name }) => name === 'means')).toMatchObject({ initial: ['information'] });
    expect(JSON.stringify(form.form.intro)).toContain('안내를 보완');
  });
});

describe('a process change', () => {
  it('S2-16 training alone is no prevention where many suffer, with something else it may help', async () => {
    const door = await piled(10);
    const trained = { ...proposal, means: ['training'] };
    expect(await tries(door, 'hana', 'propose', trained)).toContain('제도·절차 변경을 함께 적어 주세요');
    await does(door, 'hana', 'propose', { ...proposal, means: ['training', 'process'] });
    expect((await load(door)).state.proposal?.means).toEqual(['process', 'training']);
  });

  it('S4-16 a cause that lies with people asks who helps them along', async () => {
    const door = await piled(10);
    const people = { ...proposal, rootCause: 'people/attitude' };
    expect(await tries(door, 'hana', 'propose', people)).toContain('누가 어떻게 함께할지');
    await does(door, 'hana', 'propose', { ...people, coaching: '두 주 동안 선임이 함께 응대' });
  });

  it('may be proposed of a single case, and is never accepted by who proposed it', async () => {
    const door = await filed(complaint(1));
    await door.does('hana', 'propose', 1, { ...proposal, department: 'logistics' });
    expect((await door.case(1)).state.cluster).toBe(1);
    expect(await tries(door, 'hana', 'accept-change', { owner: 'hana' })).toContain('부서장');
    const own = await filed(complaint(1));
    await own.does('sechan', 'propose', 1, { ...proposal, department: 'logistics' });
    expect(await tries(own, 'sechan', 'accept-change', { owner: 'hana' })).toContain('다른 사람이 정합니다');
    await does(own, 'dain', 'accept-change', { owner: 'hana' });
  });

  it('takes effect only when what removes the cause is done', async () => {
    const door = await piled(10);
    await does(door, 'hana', 'propose', proposal);
    await does(door, 'sechan', 'accept-change', { owner: 'hana' });
    await does(door, 'hana', 'plan-change', { due: dayIn(door, 14), what1: '완충재 두 겹 적용', due1: dayIn(door, 7) });
    expect(await tries(door, 'hana', 'deploy-change', { evidence: '사진 3장' })).toContain(
      '시정할 일이 남아 있습니다: 1번',
    );
    expect(await tries(door, 'hana', 'finish-action', { evidence: '' }, '1.1')).toContain('적어 주세요');
  });

  it('S0-29 whoever filed it hears what changed, and is thanked', async () => {
    const door = await piled(10);
    await deployed(door);
    expect(await toldOfChanges(door, 'duri')).toMatch(
      /접수하신 VOC로 바뀌었습니다: 유리병에 종이 완충재 두 겹.*고맙습니다/,
    );
  });

  it('is proven when few came back in ninety days, by somebody other than its owner', async () => {
    const door = await piled(10);
    await deployed(door);
    expect(await tries(door, 'aram', 'verify-change', {})).toContain('아직 지켜보는 중입니다');
    await daysPass(door, 92);
    const { state } = await load(door);
    expect(state.deployment).toMatchObject({ baseline: 10, told: 3 });
    expect(await toldOfChanges(door, 'hana')).toContain('시행 30일: 같은 불만 10 → 0명(▼100 %)');
    expect(await toldOfChanges(door, 'aram')).toContain('지켜보는 기간이 끝났습니다');
    expect(await tries(door, 'hana', 'verify-change', {})).toContain('VOC 조정관');
    await does(door, 'aram', 'verify-change', {});
    expect((await load(door)).state).toMatchObject({ status: 'effective', effect: { total: 0, allowed: 8 } });
  });

  it('S0-03 is a lesson then, found by its words and read in at most six lines', async () => {
    const door = await piled(10);
    await deployed(door);
    const lessons = async (words: string) => textOf(await door.command('junseo', `사례 ${words}`.trim()));
    const read = async (words: string) => {
      const reply = await door.command('junseo', `사례 ${words}`.trim());
      return reply.type === 'say' ? reply.card : null;
    };
    expect(await lessons('완충재')).toBe('사례 0');
    await daysPass(door, 92);
    await does(door, 'aram', 'verify-change', {});
    for (const words of ['', '완충재', '종이 완충재', '포장', 'packaging', '물류 4분의1']) {
      expect(await lessons(words), words).toBe('사례 1');
    }
    const card = await read('완충재');
    const lines = (card?.blocks ?? []).filter(({ type }) => type === 'line').map((block) => JSON.stringify(block));
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(card && cardText(card)).toMatch(
      /문제 유리병이 깨져서 왔다 1[\s\S]*원인 .*포장[\s\S]*바꾼 것 유리병에 종이 완충재 두 겹 · 물류/,
    );
    expect(card && cardText(card)).toContain('시행 전 30일 10명 → 시행 뒤 90일 동안 0명');
    const none = await read('배달 지연');
    expect(none && cardText(none)).toContain('찾는 사례가 없습니다');
  });

  it('S0-02 the month ends with one post: what was heard, what became different, who did it, and what it came to', async () => {
    const door = await piled(10);
    await deployed(door);
    await daysPass(door, 92);
    await does(door, 'aram', 'verify-change', {});
    await filed(complaint(30, ['B2'], { experience: '영수증 글씨가 안 보인다' }), door);
    await door.does('hana', 'propose', 11, { ...proposal, title: '영수증 글씨 두 배', department: 'logistics' });
    await does(door, 'sechan', 'accept-change', { owner: 'hana' }, '2');
    await does(door, 'hana', 'plan-change', { due: dayIn(door, 14), what1: '글꼴', due1: dayIn(door, 7) }, '2');
    await does(door, 'hana', 'finish-action', { evidence: '작업 지시서 13호' }, '2.1');
    await does(door, 'hana', 'deploy-change', { evidence: '영수증 사진 3장' }, '2');
    const month = monthIn(door.now(), shipped.zone);
    const post = async (of: Month) => {
      const addressed = {
        place: { platform: 'slack', tenant: 'T1', kind: 'channel', id: 'C0ALL' },
        person: null,
      } as const;
      const drawn = await drawBulletin(
        {
          ...door,
          drawDigest: async () => null,
          store: { load: async () => null },
          directory: { known: async () => null },
          playbook: shipped,
          readingFor: (locale, zone) => reading(locale, zone, shipped, shipped.taxonomies, door.now()),
        },
        { outboxId: '1', addressed } as never,
        { type: 'bulletin', audience: { to: 'kudos', department: null }, bulletin: { about: 'changed', month: of } },
      );
      return drawn === null ? null : cardText(drawn.card);
    };
    const said = (await post(month)) ?? '';
    expect(said).toContain('2027년 2월 VOC로 바뀐 것');
    expect(said).toContain('물류 · ‘유리병이 깨져서 왔다 1’ → 유리병에 종이 완충재 두 겹 · 같은 불만 10 → 0명');
    expect(said).toContain('물류 · ‘영수증 글씨가 안 보인다’ → 영수증 글씨 두 배');
    expect(await post(readMonth('2026-01') as Month)).toBeNull();
  });

  it('S4-12 a year after it took effect, whoever looks after it is asked once whether it still delights', async () => {
    const door = await piled(10);
    await deployed(door);
    await daysPass(door, 92);
    await does(door, 'aram', 'verify-change', {});
    await daysPass(door, 272);
    expect(await toldOfChanges(door, 'hana')).not.toContain('아직 기쁜 일인가요');
    await daysPass(door, 4);
    const asked = (await toldOfChanges(door, 'hana')).split('아직 기쁜 일인가요').length - 1;
    expect(asked).toBe(1);
    expect(textOf(await door.press('junseo', 'review-change', 1, '1.ordinary'))).toContain('담당자 김하나');
    await door.press('hana', 'review-change', 1, '1.ordinary');
    expect((await load(door)).state.review?.answer).toMatchObject({ appeal: 'ordinary', by: { id: 'hana' } });
    const shown = await door.press('hana', 'change', 1, '1');
    expect(shown.type === 'say' ? cardText(shown.card) : '').toContain('이제 당연한 일');
  });

  it('relapses when half as many as before complain again: it reopens by itself and tells everybody who ever filed', async () => {
    const door = await piled(10);
    await deployed(door);
    await daysPass(door, 3);
    for (const n of [11, 12, 13, 14]) await another(door, n);
    expect((await load(door)).state.status).toBe('deployed');
    await another(door, 15);
    expect((await load(door)).state).toMatchObject({ status: 'doing', round: 2, relapses: [{ why: 'many' }] });
    expect(await toldOfChanges(door, 'duri')).toContain('접수하신 VOC로 바꾼 것이 충분하지 않았습니다');
    expect(await toldOfChanges(door, 'hana')).toContain('시행한 개선이 다시 열렸습니다');
  });

  it('relapses with a single emergency, and with a customer who goes through it again', async () => {
    for (const [who, signals] of [
      [99, ['A3']],
      [3, ['B1']],
    ] as const) {
      const door = await piled(10);
      await deployed(door);
      door.pass(day);
      await another(door, 11, who, signals);
      expect((await load(door)).state.status).toBe('doing');
    }
  });

  it('what a customer went through before it took effect is no relapse, however late it is filed; the day after, it is', async () => {
    const filedLate = async (experienced: string): Promise<FrontDoor> => {
      const door = await piled(10);
      await deployed(door);
      const deployedOn = (await load(door)).state.deployment?.deployedAt ?? 0;
      expect(new Date(deployedOn).toISOString()).toContain('2026-11-23');
      await daysPass(door, 10);
      await filed(complaint(3, ['B2'], { experienced }), door);
      await door.press('duri', 'same', 11, '1');
      await door.count();
      return door;
    };
    const before = await filedLate('2026-11-23');
    expect((await load(before)).state).toMatchObject({ status: 'deployed', relapses: [] });
    expect(cardText(await before.card(11, 'logistics'))).toContain('겪은 날 11/23(월)');
    const after = await filedLate('2026-11-24');
    expect((await load(after)).state).toMatchObject({ status: 'doing', relapses: [{ why: 'again', cases: [11] }] });
    const atOnce = await filedLate('');
    expect((await load(atOnce)).state.relapses).toHaveLength(1);
    expect(cardText(await atOnce.card(11, 'logistics'))).not.toContain('겪은 날');
  });

  it('a single major case is no relapse, but its owner hears of it the same day', async () => {
    const door = await piled(10);
    await deployed(door);
    door.pass(day);
    await another(door, 11, 11, ['B2', 'C2']);
    expect((await load(door)).state).toMatchObject({ status: 'deployed', warned: [11] });
    expect(await toldOfChanges(door, 'hana')).toContain('아직 재발은 아니지만');
  });

  it('S2-16 for what has relapsed once, training alone is refused whatever the gauge says', async () => {
    const door = await filed(complaint(1));
    await door.does('hana', 'propose', 1, { ...proposal, means: ['training'], department: 'logistics' });
    await does(door, 'sechan', 'accept-change', { owner: 'hana' });
    await does(door, 'hana', 'plan-change', { due: dayIn(door, 14), what1: '작업자 교육', due1: dayIn(door, 7) });
    await does(door, 'hana', 'finish-action', { evidence: '교육 출석부' }, '1.1');
    await does(door, 'hana', 'deploy-change', { evidence: '교육 출석부' });
    door.pass(day);
    await another(door, 2, 1);
    expect((await load(door)).state.relapses).toMatchObject([{ why: 'again' }]);
    const form = await door.press('jiho', 'propose', 2);
    const said = await door.send('jiho', form, { ...proposal, means: ['training'], department: 'logistics' });
    expect(textOf(said)).toContain('제도·절차 변경을 함께');
  });

  it('goes on when its owner has left: the lead names another', async () => {
    const door = await piled(10);
    await deployed(door);
    expect(await tries(door, 'hana', 'change-owner', { owner: 'jiho' })).toContain('부서장');
    await does(door, 'sechan', 'change-owner', { owner: 'jiho' });
    expect((await load(door)).state.owner?.id).toBe('jiho');
  });

  it('reminds whoever owes the next step, and climbs the ladder', async () => {
    const door = await piled(10);
    await daysPass(door, 40);
    const reached = (await door.changes.history(changeId(1))).flatMap(({ event }) =>
      event.type === 'ChangeNudged' || event.type === 'ChangeEscalated' ? [event.data.rung] : [],
    );
    expect(reached).toEqual([80, 100, 150, 200]);
    const owed = door.changes.commits.flatMap(({ nudges }) => nudges.map(({ person }) => person));
    expect(owed).toContain('sechan');
    expect(owed).toContain('dain');
  });

  it('a stranger to the department reads nothing of its cases by proposing', async () => {
    const door = await filed(complaint(1));
    expect(textOf(await door.press('yuna', 'propose', 1))).toContain('접수자');
  });

  it('is listed for whoever works on it', async () => {
    const door = await piled(10);
    expect(textOf(await door.command('sechan', '개선'))).toBe('개선과제 1');
    expect(textOf(await door.command('hana', 'CHG-0001'))).toContain('제안 기다림');
  });
});
