import { describe, expect, it } from 'vitest';
import { cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const day = 24 * 3_600_000;
const proposal = {
  title: '유리병에 종이 완충재 두 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '파손 불만이 4분의 1로',
  touchpoint: 'core',
};

/** The card as somebody reads it, a line each. */
async function linesFor(door: FrontDoor, who: string, typed = '접점'): Promise<readonly string[]> {
  const reply = await door.command(who, typed);
  if (reply.type !== 'say') throw new Error(textOf(reply));
  return cardText(reply.card).split('\n');
}
const lineOf = (lines: readonly string[], name: string): string => lines.find((line) => line.startsWith(name)) ?? '';
const openIn = (line: string): number => Number(/열림 (\d+)/.exec(line)?.[1] ?? Number.NaN);

describe('the five moments of contact', () => {
  it('S0-11 S2-12 open cases by touchpoint, and those of which nobody said where it broke, sum to all open cases', async () => {
    const door = await filed({ touchpoint: 'pre' });
    for (const touchpoint of ['first', 'core', 'core', 'last', 'post', '']) await filed({ touchpoint }, door);
    await door.does('hana', 'acknowledge', 2);
    await door.does('hana', 'start', 2, plans.start(door));
    await door.does('duri', 'withdraw', 3, { words: '이제 괜찮아요', cause: '포장' });
    const lines = await linesFor(door, 'mirae');
    expect(lines[0]).toContain('회사 전체 · 열린 건 6건');
    const names = ['사전', '첫', '핵심', '마무리', '사후', '접점 미정'];
    const counts = names.map((name) => openIn(lineOf(lines, name)));
    expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect(lineOf(lines, '핵심')).toContain('90일 2건');
  });

  it('has five lines where somebody said of every case where it broke, also of moments that brought nothing', async () => {
    const lines = await linesFor(await filed({ touchpoint: 'core' }), 'mirae');
    expect(lines.filter((line) => line.includes('열림'))).toHaveLength(5);
    expect(lineOf(lines, '사전')).toContain('열림 0 · 90일 0건 · 개선 제안 0');
  });

  it('S1-14 a moment that brings cases and that nobody has changed in ninety days says so, until a change is proposed', async () => {
    const door = await filed({ touchpoint: 'core' });
    await filed({ touchpoint: 'last' }, door);
    expect(lineOf(await linesFor(door, 'mirae'), '핵심')).toContain('90일 동안 개선 없음');
    await door.does('hana', 'propose', 1, proposal);
    const lines = await linesFor(door, 'mirae');
    expect(lineOf(lines, '핵심')).toContain('개선 제안 1');
    expect(lineOf(lines, '핵심')).not.toContain('개선 없음');
    expect(lineOf(lines, '마무리')).toContain('90일 동안 개선 없음');
    expect(lineOf(lines, '사전')).not.toContain('개선 없음');
  });

  it('S1-14 a change that was declined has changed nothing, and one proposed long ago is no news', async () => {
    const door = await filed({ touchpoint: 'core' });
    await door.does('hana', 'propose', 1, proposal);
    await door.does('sechan', 'decline-change', 1, { reason: '90일 동안 1건, 0.1 %입니다' }, '1');
    expect(lineOf(await linesFor(door, 'mirae'), '핵심')).toContain('90일 동안 개선 없음');
    const other = await filed({ touchpoint: 'core' });
    await other.does('hana', 'propose', 1, proposal);
    other.pass(91 * day);
    expect(lineOf(await linesFor(other, 'mirae'), '핵심')).toContain('열림 1 · 90일 0건 · 90일 동안 개선 없음');
  });

  it('S2-08 the three that customers like and hate most at a moment stand in its line', async () => {
    const door = await filed({ touchpoint: 'core', likes: ['taste'], hates: ['attitude'], tag: '한숨' });
    await filed({ touchpoint: 'core', hates: ['attitude', 'price'] }, door);
    await filed({ touchpoint: 'core', hates: ['attitude', 'price', 'speed'], tag: '냄새' }, door);
    await filed({ touchpoint: 'last', hates: ['speed'] }, door);
    const core = lineOf(await linesFor(door, 'mirae'), '핵심');
    expect(core).toContain('좋아함: 맛 1');
    expect(core).toMatch(/싫어함: 태도 3, 가격 2, [^,]+ 1$/);
  });

  it('a member of a department reads what is theirs, who serves every customer reads all, in their own language', async () => {
    const door = await filed({ touchpoint: 'core' });
    await filed({ touchpoint: 'core', department: 'quality' }, door);
    expect((await linesFor(door, 'hana'))[0]).toContain('물류 · 열린 건 1건');
    expect((await linesFor(door, 'mirae'))[0]).toContain('회사 전체 · 열린 건 2건');
    const english = await linesFor(door, 'laura', 'touchpoints');
    expect(english[0]).toBe('By touchpoint · whole company · 2 open');
    expect(english.join('\n')).toContain('2 open · 2 in 90 days · no change in 90 days');
  });
});
