import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { check } from '../../../adapters/sandbox/page/check.ts';
import { outgoing } from '../../../adapters/sandbox/page/outgoing.ts';
import { kept, sent } from '../../../adapters/sandbox/page/values.ts';
import { ago, slackDate } from '../../../adapters/sandbox/page/when.ts';
import { wordsOf } from '../../../adapters/sandbox/page/words.ts';

const field = (blockId: string, initial?: string): KnownBlock => ({
  type: 'input',
  block_id: blockId,
  label: { type: 'plain_text', text: blockId },
  element: {
    type: 'plain_text_input',
    action_id: 'it',
    max_length: 5,
    ...(initial === undefined ? {} : { initial_value: initial }),
  },
});
const typed = (value: string) => ({ it: { type: 'plain_text_input', value } });

describe('what a form holds', () => {
  it('keeps what was typed in a field that is drawn again, starts a new one with its own value, forgets one that has gone', () => {
    const values = { a: typed('쓴 글'), gone: typed('옛 글') };
    expect(kept(values, [field('a', '제안'), field('b', '제안')])).toEqual({ a: typed('쓴 글'), b: typed('제안') });
  });

  it('sends an emptied field as nothing, as Slack does', () => {
    expect(sent({ a: typed('') })).toEqual({ a: { it: { type: 'plain_text_input', value: null } } });
  });

  it('refuses what is missing or too long, counting an emoji as one character', () => {
    const blocks = [field('a'), field('b'), field('c')];
    const values = { a: typed(''), b: typed('여섯글자다!'), c: typed('🥚🥚🥚🥚🥚') };
    expect(check(blocks, values, wordsOf.ko)).toEqual({
      a: '필수 항목입니다. 입력해 주세요.',
      b: '5자까지 쓸 수 있습니다. 지금 6자입니다.',
    });
  });

  it('refuses a number that is none or lies outside of what is allowed', () => {
    const number: KnownBlock = {
      type: 'input',
      block_id: 'n',
      label: { type: 'plain_text', text: 'n' },
      element: { type: 'number_input', action_id: 'it', is_decimal_allowed: false, min_value: '1' },
    };
    const said = (value: string) => check([number], { n: { it: { type: 'number_input', value } } }, wordsOf.en)['n'];
    expect([said('세 개'), said('0'), said('1.5'), said('3')]).toEqual([
      'Please write a number.',
      'Please write 1 or more.',
      'Please write a number.',
      undefined,
    ]);
  });
});

describe('what the composer sends', () => {
  const bot = { userId: 'UAPP', name: '메아리' };
  it('is a command only when it starts like one', () => {
    expect(outgoing('/voc 내 건', bot)).toEqual({ do: 'command', text: '/voc 내 건' });
    expect(outgoing('/ 아님', bot)).toEqual({ do: 'say', text: '/ 아님' });
    expect(outgoing(' \n ', bot)).toBeNull();
  });
});

describe('when something was said', () => {
  const now = Date.UTC(2026, 10, 22, 3);
  it('is told in the reader’s words', () => {
    expect(ago(now - 20_000, now, 'ko')).toBe('방금');
    expect(ago(now - 5 * 60_000, now, 'ko')).toBe('5분 전');
    expect(ago(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago');
  });
  it('falls back to the given text where a date token is unknown', () => {
    expect(slackDate(now / 1000, '{epoch}', '11/22', now, 'ko')).toBe('11/22');
    expect(slackDate(now / 1000, '{ago}', '11/22', now, 'ko')).toBe('방금');
  });
});
