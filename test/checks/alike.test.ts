import { beforeEach, describe, expect, it } from 'vitest';
import { cardText, linesOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const complaint = (n: number, signals: readonly string[] = ['B1']) => ({
  customer: `customer${n}@shop.test`,
  signals,
  experience: `유리병이 깨져서 왔다 ${n}`,
});

/** So many customers with the same complaint, linked one after the other. */
async function linkedCases(count: number, signals?: readonly string[]): Promise<FrontDoor> {
  const door = await filed(complaint(1, signals));
  for (let n = 2; n <= count; n += 1) {
    await filed(complaint(n, signals), door);
    await door.press('duri', 'same', n, String(n - 1));
    await door.count();
  }
  return door;
}
const cardOf = async (door: FrontDoor, n: number): Promise<string> => cardText(await door.card(n, 'logistics'));

describe('what is the same problem', () => {
  let door: FrontDoor;
  beforeEach(async () => {
    door = await linkedCases(2);
  });

  it('S0-15 the card of the fourth look-alike of a fourth customer says: same problem, four customers, Heinrich 주의', async () => {
    const four = await linkedCases(4);
    expect(await cardOf(four, 4)).toContain('같은 문제 4명 · 90일 · 하인리히 주의');
  });

  it('S0-18 the department’s own figure stands beside count and trend, none replaces the other', async () => {
    const twelve = await linkedCases(12);
    await twelve.does('hana', 'metric', 3, { metric: '파손율 0.4 %' });
    expect(await cardOf(twelve, 12)).toMatch(
      /물류 지표: 파손율 0\.4 % · 같은 문제 12명 · 90일 · 하인리히 경계 41 %.*▲/,
    );
  });

  it('a customer who calls again is counted once', async () => {
    await filed(complaint(2), door);
    await door.press('duri', 'same', 3, '1');
    await door.count();
    expect(await cardOf(door, 3)).toContain('같은 문제 2명');
  });

  it('who finds a case less severe takes back what the others had because of it', async () => {
    const outage = await linkedCases(2, ['K2', 'B3', 'C2']);
    await filed(complaint(3), outage);
    await outage.press('duri', 'same', 3, '1');
    await outage.count();
    expect((await outage.case(3)).state.assessment.tier).toBe('S1');
    for (const n of [1, 2])
      await outage.does('mirae', 'severity', n, { signals: ['B1'], reason: '한 점포뿐이었습니다' });
    await outage.count();
    expect((await outage.case(3)).state.assessment.tier).not.toBe('S1');
  });

  it('a cluster whose other case turned out to be nobody’s voice is none once its last is taken out', async () => {
    await filed({ ...complaint(3), department: 'desk', customer: '' }, door);
    await door.press('aram', 'same', 3, '1');
    await door.does('aram', 'void', 3, { reason: '광고 문자' });
    expect((await door.case(3)).state.status).toBe('void');
    await door.press('duri', 'unlink', 2);
    expect((await door.case(1)).state.cluster).toBeUndefined();
  });

  it('linking is answered with the way back, and taking it back restores both cases exactly', async () => {
    await filed(complaint(3), door);
    await filed(complaint(4), door);
    await door.count();
    const before = [(await door.case(3)).state, (await door.case(4)).state];
    const figures = await cardOf(door, 2);
    expect(textOf(await door.press('duri', 'same', 4, '3'))).toContain('VOC-0003 건과 같은 문제로 연결했습니다');
    await door.count();
    expect(await cardOf(door, 4)).toContain('같은 문제 2명');
    expect(textOf(await door.press('duri', 'unlink', 4))).toContain('연결을 풀었습니다');
    await door.count();
    const after = [(await door.case(3)).state, (await door.case(4)).state];
    expect(after.map(({ sla: _, ...rest }) => rest)).toEqual(before.map(({ sla: _, ...rest }) => rest));
    expect(await cardOf(door, 4)).not.toContain('같은 문제');
    expect(await cardOf(door, 2)).toBe(figures);
  });

  it('a third customer raises the others, and unlinking takes the raise back', async () => {
    const before = (await door.case(1)).state.assessment;
    await filed(complaint(3), door);
    await door.press('duri', 'same', 3, '1');
    await door.count();
    expect((await door.case(1)).state.assessment).toMatchObject({ score: before.score + 5, confirmed: ['B1', 'I1'] });
    expect((await door.case(3)).state.weighed).toBe('watch');
    await door.press('duri', 'unlink', 3);
    await door.count();
    for (const n of [1, 2, 3]) expect((await door.case(n)).state.assessment).toEqual(before);
  });

  it('a growing cluster raises the tier and says why', async () => {
    const ten = await linkedCases(10, ['B2']);
    expect((await ten.case(1)).state.assessment).toMatchObject({ tier: 'S2', score: 45 });
    expect((await ten.story(1)).join('\n')).toContain('같은 문제 10명(경계)으로 등급이 올랐습니다: ◆ S2 중대');
  });

  it('what a cluster brought does not count in it again: the gauge lifts nobody by its own weight', async () => {
    const door = await linkedCases(3, ['H1', 'E1']);
    await door.count();
    expect((await door.case(1)).state.assessment).toMatchObject({ tier: 'S4', score: 15 });
    expect(await cardOf(door, 3)).not.toContain('하인리히 주의');
  });

  it('never lowers because time went by', async () => {
    const three = await linkedCases(3);
    three.pass(91 * 24 * 3_600_000);
    await three.clusters.dayPassed();
    await three.count();
    expect((await three.case(1)).state.weighed).toBe('watch');
    expect(await cardOf(three, 1)).not.toContain('하인리히 주의');
  });

  it('an open case that suffers the same S1 outage has the clocks of an S1', async () => {
    const outage = await filed({ ...complaint(1, ['K2', 'C2', 'G2']) });
    await filed(complaint(2, []), outage);
    expect((await outage.case(2)).state.assessment.tier).toBe('S4');
    await outage.press('duri', 'same', 2, '1');
    await outage.count();
    expect((await outage.case(2)).state.assessment).toMatchObject({ tier: 'S1', floor: 'I4' });
    expect(await cardOf(outage, 2)).toContain('하인리히 심각');
    await outage.press('duri', 'unlink', 2);
    await outage.count();
    expect((await outage.case(2)).state.assessment.tier).toBe('S4');
  });

  it('an outage that turns out to be another problem weighs no more, also where the level stays', async () => {
    const hurt = await filed(complaint(1, ['A3']));
    for (const [n, signals] of [
      [2, []],
      [3, ['K2', 'C2', 'G2']],
    ] as const) {
      await filed(complaint(n, signals), hurt);
      await hurt.press('duri', 'same', n, '1');
    }
    await hurt.count();
    expect((await hurt.case(2)).state.assessment).toMatchObject({ tier: 'S1', floor: 'I4' });
    await hurt.press('duri', 'unlink', 3);
    await hurt.count();
    expect((await hurt.case(2)).state).toMatchObject({
      weighed: 'critical',
      assessment: { tier: 'S3', confirmed: ['I3'] },
    });
  });

  it('a case that a change was proposed for alone stays one that others are compared with', async () => {
    const alone = await filed(complaint(1));
    const change = {
      title: '유리병에 종이 완충재 두 겹',
      means: ['process'],
      rootCause: 'product/packaging',
      effect: '파손 불만이 4분의 1로',
      department: 'logistics',
    };
    await alone.does('hana', 'propose', 1, change);
    await filed(complaint(2), alone);
    await alone.press('duri', 'same', 2, '1');
    await alone.press('duri', 'unlink', 2);
    expect((await alone.case(1)).state.cluster).toBe(1);
    expect((await alone.case(2)).state.cluster).toBeUndefined();
  });

  it('what was said to be another problem is so again when the link is taken back', async () => {
    await filed(complaint(3), door);
    await door.press('duri', 'not-alike', 3, '1');
    await door.press('duri', 'same', 3, '1');
    await door.press('duri', 'unlink', 3);
    expect((await door.case(3)).state.notAlike).toEqual([1]);
  });

  it('S3-04 two customers are linked where they cannot be merged', async () => {
    const form = await door.press('duri', 'merge', 2);
    const refused = await door.send('duri', form, { into: 'VOC-0001', sameIncident: ['yes'] });
    expect(textOf(refused)).toContain('[비슷한 건]');
  });

  it('what another says is a different problem is not offered again', async () => {
    expect(textOf(await door.press('duri', 'not-alike', 2, '1'))).toContain('다시 권하지 않습니다');
    expect((await door.case(2)).state.notAlike).toEqual([1]);
  });

  it('praise, a void case and the case itself are not linked', async () => {
    await filed({ ...complaint(3), kind: 'praise', signals: [] }, door);
    expect(textOf(await door.press('duri', 'same', 3, '1'))).toContain('칭찬은');
    expect(textOf(await door.press('duri', 'same', 1, '1'))).toContain('같은 건의 번호입니다');
    expect(textOf(await door.press('duri', 'same', 1, '99'))).toContain('그 번호의 건이 없습니다');
  });

  it('a stranger to both cases links neither', async () => {
    expect(textOf(await door.press('yuna', 'same', 2, '1'))).toContain('접수자');
  });

  it('two clusters are made one by the desk alone, and taken apart again as they were', async () => {
    for (const n of [3, 4]) await filed(complaint(n), door);
    await door.press('duri', 'same', 4, '3');
    await door.count();
    expect(textOf(await door.press('duri', 'same', 4, '2'))).toContain('VOC 조정관이 합칠 수 있습니다');
    const before = [await cardOf(door, 2), await cardOf(door, 4)];
    expect(textOf(await door.press('aram', 'same', 4, '2'))).toContain('합쳤습니다');
    await door.count();
    expect(await cardOf(door, 4)).toContain('같은 문제 4명');
    expect(textOf(await door.press('duri', 'part', 4))).toContain('VOC 조정관');
    expect(textOf(await door.press('aram', 'part', 4))).toContain('풀었습니다');
    await door.count();
    expect([await cardOf(door, 2), await cardOf(door, 4)]).toEqual(before);
  });

  it('a cluster whose only case is void counts nothing and holds nobody', async () => {
    await door.press('duri', 'unlink', 2);
    await door.count();
    expect((await door.clusters.view((await door.case(1)).id as never)).figures).toMatchObject({
      cases: 0,
      customers: 0,
    });
  });

  it('S3-18 contract customers and private ones may have one problem: the head of [비슷한 건] says how many of each', async () => {
    const headOf = async (n: number): Promise<string> => {
      const reply = await door.press('duri', 'alike', n);
      return reply.type === 'say' ? (linesOf(reply.card)[0] ?? '') : '';
    };
    expect(await headOf(2)).not.toContain('기업고객');
    await filed({ ...complaint(3, ['G2']), department: 'b2b' }, door);
    await filed({ ...complaint(4, []), kind: 'requirement' }, door);
    await filed({ ...complaint(5, []), kind: 'voe' }, door);
    for (const n of [3, 4, 5]) await door.press('duri', 'same', n, '1');
    await door.count();
    expect(await headOf(1)).toContain('기업고객 2건 · 개인고객 2건');
    await door.press('duri', 'unlink', 3);
    await door.press('duri', 'unlink', 4);
    await door.count();
    expect(await headOf(1)).not.toContain('기업고객');
  });

  it('what a department calls the problem is what it is called', async () => {
    await door.does('aram', 'name-cluster', 2, { name: '유리병 파손' });
    expect(textOf(await door.press('duri', 'alike', 2))).toContain('같은 문제: 유리병 파손');
  });
});

describe('a linked case that is closed', () => {
  it('still counts as somebody who went through it', async () => {
    const door = await linkedCases(2);
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('hana', 'fix', 1, plans.fix);
    await door.does('duri', 'reply', 1, plans.reply);
    await door.press('mirae', 'close', 1);
    await door.clusters.dayPassed();
    await door.count();
    expect(await cardOf(door, 2)).toContain('같은 문제 2명');
  });
});
