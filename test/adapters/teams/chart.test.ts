import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../adapters/teams/adaptive-card.ts';
import type { Card } from '../../../src/ports/card.ts';
import type { Picture } from '../../../src/ports/picture.ts';
import { pictureText } from '../../../src/render/picture-text.ts';
import { bytesOf, lintCard } from '../../support/lint-adaptive-card.ts';
import { funnelOf, paretoOf } from '../../support/pictures-of.ts';

const cardOf = (picture: Picture): Card => ({
  fallback: '주간 VOC',
  blocks: [
    { type: 'line', spans: [{ type: 'text', text: '접수는 줄었습니다.' }] },
    { type: 'picture', picture, alt: pictureText(picture) },
  ],
});
const drawn = (picture: Picture) => drawCard(cardOf(picture), { dialogs: true });
const chartIn = (picture: Picture) => drawn(picture).body.find(({ type }) => type === 'Chart.HorizontalBar');

describe('a picture in Teams', () => {
  it('is a chart of the client’s own, with every step and number, under its title', () => {
    const week = funnelOf([104, 98, 91, 88, 9, 3, 0]);
    expect(lintCard(drawn(week))).toEqual([]);
    expect(chartIn(week)).toMatchObject({
      title: '불만이 변화가 되기까지 · 11/16~11/22',
      data: [
        { x: '접수 104', y: 104 },
        { x: '확인 98', y: 98 },
        { x: '해결 91', y: 91 },
        { x: '고객 회신 88', y: 88 },
        { x: '개선 제안 9', y: 9 },
        { x: '시행 3', y: 3 },
        { x: '효과 확인 0', y: 0 },
      ],
    });
    expect(JSON.stringify(drawn(week).body[1])).toContain('불만이 변화가 되기까지');
  });

  it('says what is counted, and how far along each is, in words', () => {
    const month = paretoOf(
      { label: '새벽배송 파손', count: 12, note: '경계' },
      { label: 'ARS 대기', count: 3, note: '' },
    );
    expect(JSON.stringify(drawn(month).body[1])).toContain('11월, 같은 문제를 겪은 고객 (고객 수)');
    expect(chartIn(month)).toMatchObject({
      data: [
        { x: '새벽배송 파손 · 경계 12', y: 12 },
        { x: 'ARS 대기 3', y: 3 },
      ],
    });
  });

  it('tells a client without charts that the words say the same, in their language', () => {
    const wordsFor = (picture: Picture) => JSON.stringify((chartIn(picture) as { readonly fallback: object }).fallback);
    expect(wordsFor(funnelOf([1]))).toContain('이 앱에서는 그림이 보이지 않습니다. 같은 내용은 글로 있습니다.');
    expect(wordsFor(funnelOf([1], 'en'))).toContain('This client shows no charts. The words here say the same.');
  });

  it('takes little of the card, whatever the names are', () => {
    const long = { label: '새벽배송 {{DATE(2026-01-01)}} **파손** '.repeat(40), count: 100_000, note: '경계' };
    const month = paretoOf(...Array<typeof long>(8).fill(long));
    expect(lintCard(drawn(month))).toEqual([]);
    expect(bytesOf(drawn(month))).toBeLessThan(6_000);
    expect(JSON.stringify(chartIn(month))).not.toContain('{{DATE');
    expect(chartIn(month)).toMatchObject({
      data: Array(8).fill({ x: expect.stringMatching(/^새벽배송 .*… · 경계 100,000$/) }),
    });
  });

  it('is left out where there is nothing to show', () => {
    expect(drawn(paretoOf()).body).toHaveLength(1);
  });
});
