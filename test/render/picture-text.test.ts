import { describe, expect, it } from 'vitest';
import { pictureText } from '../../src/render/picture-text.ts';
import { funnelOf, paretoOf } from '../support/pictures-of.ts';

describe('a picture in words', () => {
  it('says every step and number of the way from complaint to change', () => {
    expect(pictureText(funnelOf([104, 98, 91, 88, 9, 3, 1]))).toBe(
      [
        '불만이 변화가 되기까지 · 11/16~11/22',
        '접수 104',
        '확인 98',
        '해결 91',
        '고객 회신 88',
        '개선 제안 9',
        '시행 3',
        '효과 확인 1',
      ].join('\n'),
    );
    expect(pictureText(funnelOf([100_000], 'en')).split('\n')[1]).toBe('Filed 100,000');
  });

  it('says what is counted, and how far along a cluster is where that is known', () => {
    const bars = [
      { label: '새벽배송 파손', count: 12, note: '경계' },
      { label: 'ARS 대기', count: 3, note: '' },
    ];
    expect(pictureText(paretoOf(...bars))).toBe(
      ['11월, 같은 문제를 겪은 고객 (고객 수)', '새벽배송 파손 12 · 경계', 'ARS 대기 3'].join('\n'),
    );
  });
});
