import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/domain/instant.ts';
import { isReachable, type ReachRead, reachIn, readReach } from '../../../src/domain/intake/reach.ts';
import { reachText } from '../../../src/render/reach-text.ts';
import { en, ko } from '../../render/cases-of-every-status.ts';
import { labelledVoices } from '../../support/fixtures.ts';
import { shipped } from '../../support/shipped-playbook.ts';

const channels = shipped.taxonomies.replyChannels;
const read = (text: string): ReachRead => readReach(text, channels);
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const weekdays = [1, 2, 3, 4, 5];

describe('how and when a customer wants to be reached', () => {
  it.each([
    ['평일 10-12시, 문자', { week: weekdays, span: hours(10, 12), channel: 'message' }],
    ['평일 오전 10시부터 12시 사이에만 전화 주세요', { week: weekdays, span: hours(10, 12), channel: 'phone' }],
    ['오후 2시~5시', { span: hours(14, 17) }],
    ['오전 10시에서 2시', { span: hours(10, 14) }],
    ['저녁 7시 이후', { span: hours(19, 24) }],
    ['9:30-11:00 이메일로', { span: { from: 570, to: 660 }, channel: 'email' }],
    ['12시 30분부터 오후 1시 30분', { span: { from: 750, to: 810 } }],
    ['화요일, 목요일 오전 9시 반~11시', { week: [2, 4], span: { from: 570, to: 660 } }],
    ['월~금 13-15시', { week: weekdays, span: hours(13, 15) }],
    ['금~월 10-12시', { week: [0, 1, 5, 6], span: hours(10, 12) }],
    ['주말만', { week: [0, 6] }],
    ['카카오톡으로', { channel: 'kakao' }],
    ['weekdays 2-5pm by e-mail', { week: weekdays, span: hours(14, 17), channel: 'email' }],
    ['after 6pm', { span: hours(18, 24) }],
    ['mon-wed before 11am', { week: [1, 2, 3], span: hours(0, 11) }],
    ['Tuesdays and Thursdays 10:00 to 12:00', { week: [2, 4], span: hours(10, 12) }],
    ['아무 때나', {}],
    ['10-12', {}],
    ['11/3-11/5', {}],
    ['010-0000-1234', {}],
    ['', {}],
  ] as const)('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('S3-07 finds it in the long letter that said so four times and in the call after two, and in no other of the forty voices', () => {
    const found = labelledVoices.flatMap(({ index, text }) => {
      const reach = reachIn(text, channels);
      return reach === null ? [] : [[index, reach]];
    });
    expect(found).toEqual([
      [25, { week: weekdays, span: hours(10, 12), channel: 'phone' }],
      [30, { span: hours(14, 24) }],
    ]);
  });

  it('S3-07 twenty to nine in the evening is no time to call, eleven in the morning is, on a Sunday neither is', () => {
    const reach = { ...read('평일 10-12시'), words: '' as never };
    const at = (text: string) => instant(Date.parse(`${text}:00+09:00`));
    expect(isReachable(reach, at('2026-11-23T20:50'), 'Asia/Seoul')).toBe(false);
    expect(isReachable(reach, at('2026-11-23T11:00'), 'Asia/Seoul')).toBe(true);
    expect(isReachable(reach, at('2026-11-22T11:00'), 'Asia/Seoul')).toBe(false);
    expect(isReachable(undefined, at('2026-11-22T03:00'), 'Asia/Seoul')).toBe(true);
  });

  it('what was understood, said in Korean or English, is understood again as the same', () => {
    const week = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 });
    const span = fc
      .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
      .filter(([from, length]) => from + length <= 48)
      .map(([from, length]) => ({ from: from * 30, to: (from + length) * 30 }));
    const reach = fc.record(
      { week, span, channel: fc.constantFrom('phone', 'message', 'kakao', 'email') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(reach, fc.constantFrom(ko, en), (wanted, r) => {
        const local = { ...r, playbook: shipped, taxonomies: shipped.taxonomies };
        expect(read(reachText(wanted, local)), reachText(wanted, local)).toEqual(wanted);
      }),
    );
  });

  it('never breaks, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (text) => {
        const { span } = read(text);
        if (span !== undefined) expect(span.from < span.to && span.to <= 1440).toBe(true);
      }),
    );
  });
});
