import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inline, parseMrkdwn, plainOf } from '../../../adapters/sandbox/page/mrkdwn.ts';

const inlines = (source: string): readonly Inline[] => {
  const [paragraph] = parseMrkdwn(source);
  return paragraph === undefined || paragraph.type === 'pre' ? [] : paragraph.children;
};
const text = (words: string): Inline => ({ type: 'text', text: words });

describe('Slack’s markup', () => {
  it('keeps escaped text literal, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string().filter((words) => !/[`*_~>\n]/.test(words)),
        (words) => {
          const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
          expect(plainOf(escaped)).toBe(words);
        },
      ),
    );
  });

  it('makes bold only what stands between marks at the edge of words, as Slack does in Korean too', () => {
    expect(inlines('*이하나* 님')).toEqual([
      { type: 'styled', style: 'bold', children: [text('이하나')] },
      text(' 님'),
    ]);
    expect(inlines('*이하나*님')).toEqual([text('*이하나*님')]);
    expect(inlines('2*3*4')).toEqual([text('2*3*4')]);
  });

  it('links to the web and to mail, and to nothing else', () => {
    expect(inlines('<https://a.example/b?c=1&amp;d=2|여기>')).toEqual([
      { type: 'link', url: 'https://a.example/b?c=1&d=2', text: '여기' },
    ]);
    expect(inlines('<javascript:alert(1)|여기>')).toEqual([text('<javascript:alert(1)|여기>')]);
    expect(inlines('[여기](https://a.example)')).toEqual([text('[여기](https://a.example)')]);
  });

  it('reads mentions, broadcasts and dates that the app meant', () => {
    expect(inlines('<@U1>')).toEqual([{ type: 'user', id: 'U1' }]);
    expect(inlines('<!here>')).toEqual([{ type: 'broadcast', name: 'here' }]);
    expect(inlines('<!date^1795226400^{date_num}|11/21>')).toEqual([
      { type: 'date', seconds: 1795226400, format: '{date_num}', fallback: '11/21' },
    ]);
  });

  it('tells quotes and code from running text', () => {
    expect(parseMrkdwn('> 하나\n> 둘\n셋').map((paragraph) => paragraph.type)).toEqual(['quote', 'text']);
    expect(parseMrkdwn('```a < *b*```')).toEqual([{ type: 'pre', text: 'a < *b*' }]);
  });
});
