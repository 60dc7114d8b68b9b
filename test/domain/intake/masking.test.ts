import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactOf, typedContact } from '../../../src/domain/intake/contact.ts';
import { redact } from '../../../src/domain/intake/redaction.ts';
import { labelledVoice, labelledVoices, maskingExamples } from '../../support/fixtures.ts';

const hitsOf = (text: string, praise = false) =>
  redact(text, { praise }).found.map((f) => ({ type: f.type, raw: text.slice(f.start, f.end) }));
const inOrder = (text: string, spans: readonly { type: string; raw: string }[]) =>
  [...spans].sort((a, b) => text.indexOf(a.raw) - text.indexOf(b.raw));

describe('the forty labelled voices', () => {
  it('hold twenty-two spans of personal data', () => {
    expect(labelledVoices).toHaveLength(40);
    expect(labelledVoices.flatMap((v) => v.pii_spans)).toHaveLength(22);
  });

  for (const voice of labelledVoices) {
    it(`masks voice ${voice.index} exactly as labelled, and keeps what must be kept`, () => {
      const { text } = redact(voice.text, { praise: voice.kind === 'praise' });
      expect(hitsOf(voice.text, voice.kind === 'praise')).toEqual(inOrder(voice.text, voice.pii_spans));
      for (const { raw } of voice.pii_spans) expect(text).not.toContain(raw);
      for (const kept of voice.must_keep) expect(text).toContain(kept);
    });
  }

  it('shows just enough of each type to talk about it', () => {
    const shown = (index: number) => redact(labelledVoice(index).text).found.map((f) => f.shown);
    expect(shown(1)).toEqual(['010-••••-1234']);
    expect(shown(3)).toEqual(['••••-••••-••••-1111']);
    expect(shown(5)).toEqual(['홍•동', '[주민번호 삭제]']);
    expect(shown(6)).toEqual(['••••-789', '010-••••-4321']);
    expect(shown(14)).toEqual(['김•수', '한빛시 은하구 별빛로 •••']);
    expect(shown(16)).toEqual(['ho•••@example.co.kr']);
    expect(shown(40)).toContain('M••••••78');
  });

  it('counts what was masked, by type', () => {
    expect(redact(labelledVoice(6).text).counts).toEqual({ account: 1, phone: 1 });
    expect(redact(labelledVoice(9).text).counts).toEqual({});
  });
});

describe('our own examples', () => {
  for (const { text, masked, praise } of maskingExamples) {
    const verb = masked === text ? 'keeps' : 'masks';
    it(`${verb} ${JSON.stringify(text)}${praise ? ' in praise' : ''}`, () => {
      expect(redact(text, { praise }).text).toBe(masked);
    });
  }

  it('are many, and more than a third hold nothing to mask', () => {
    expect(maskingExamples.length).toBeGreaterThanOrEqual(60);
    expect(maskingExamples.filter((e) => e.text === e.masked).length).toBeGreaterThan(maskingExamples.length / 3);
  });
});

/** Rules cannot find these. The filer sees the masked text before it is filed and can correct it. */
describe('what the rules are known to miss', () => {
  for (const text of [
    '공일공 일이삼사 오육칠팔',
    '옆집 철수 엄마',
    'hong 골뱅이 example.com',
    '별빛로 34 파란 대문 집',
  ]) {
    it(`leaves ${JSON.stringify(text)} to the filer's eyes`, () => expect(redact(text).found).toEqual([]));
  }
});

describe('a filer who knows better', () => {
  const text = '이순신 님 광장 3번 출구, 010-2345-6789';

  it('releases a false hit, and the others stay masked', () => {
    expect(redact(text).text).toBe('이•신 님 광장 3번 출구, 010-••••-6789');
    const released = redact(text, { unmask: [0] });
    expect(released.text).toBe('이순신 님 광장 3번 출구, 010-••••-6789');
    expect(released.counts).toEqual({ phone: 1 });
  });

  it('can take a release back, because a released hit is still offered under its index', () => {
    expect(redact(text, { unmask: [0] }).found.map((f) => [f.index, f.released ?? false])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it('changes nothing with an index that does not exist', () => {
    expect(redact(text, { unmask: [7, -1] }).text).toBe(redact(text).text);
  });
});

describe('what may be sealed', () => {
  const text = '명의자 홍길동, 900101-1234567, 카드 4111 1111 1111 1111, 여권 M12345678, 010-2345-6789';

  it('never holds a registration, card or passport number, not even encrypted', () => {
    const { sealable } = redact(text);
    expect(sealable).toBe('명의자 홍길동, [주민번호 삭제], 카드 ••••-••••-••••-1111, 여권 M••••••78, 010-2345-6789');
  });

  it('holds the words as they came where nothing was found', () => {
    expect(redact('배송이 늦어요').sealable).toBe('배송이 늦어요');
  });
});

describe('praise', () => {
  it('keeps the name of who is thanked, and masks the customer', () => {
    expect(redact('이하늘 님 고맙습니다. 김철수 드림', { praise: true }).text).toBe('이하늘 님 고맙습니다. 김•수 드림');
    expect(redact('이하늘 님 고맙습니다. 김철수 드림').text).toBe('이•늘 님 고맙습니다. 김•수 드림');
  });
});

describe('a caller with a calendar', () => {
  it('knows that nobody is born next year', () => {
    expect(redact('991231-4234567', { year: 2026 }).found).toEqual([]);
    expect(redact('991231-2234567', { year: 2026 }).counts).toEqual({ rrn: 1 });
  });
});

describe("the customer's contact", () => {
  const contact = (text: string) => contactOf(text, redact(text).found);

  it('is the same however a number is written', () => {
    const ways = ['010-2345-6789', '010.2345.6789', '01023456789', '+82 10-2345-6789', '+82 (0)10 2345 6789'];
    expect(new Set(ways.map(contact))).toEqual(new Set(['tel:+821023456789']));
    expect(typedContact(' 010 2345 6789 ')).toBe('tel:+821023456789');
  });

  it('is the phone before the address before the account', () => {
    expect(contact('신한 110-222-333444, Kim@Example.com, 010-2345-6789')).toBe('tel:+821023456789');
    expect(contact('신한 110-222-333444, Kim@Example.com')).toBe('mailto:kim@example.com');
    expect(contact('신한 110-222-333444')).toBe('account:110222333444');
    expect(contact('+1 (555) 010-0199')).toBe(contact('555-010-0199'));
  });

  it('is nothing where the text names none, or the filer released it', () => {
    const text = '전화 02-345-6789';
    expect(contact('계란이 깨졌어요')).toBeNull();
    expect(contactOf(text, redact(text, { unmask: [0] }).found)).toBeNull();
  });

  it('is what was typed, where that looks like no contact', () => {
    expect(typedContact('  Member  A-77 ')).toBe('member a-77');
  });
});

const context = [
  '계좌 ',
  '카드 ',
  '여권 ',
  '주민번호 ',
  '예금주 ',
  '은행',
  '•',
  ' [주민번호 삭제] ',
  '010',
  '-',
  '\n',
  '님 ',
  '드림',
];
const piece = fc.oneof(
  fc.constantFrom(...maskingExamples.flatMap((e) => [e.text, ` ${e.masked} `])),
  fc.constantFrom(...labelledVoices.flatMap((v) => [...v.pii_spans.map((p) => p.raw), ...v.must_keep])),
  fc.constantFrom(...context),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[\d -]{1,24}$/),
);
const story = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));

describe('laws of masking', () => {
  it('masking twice gives what masking once gave', () => {
    fc.assert(
      fc.property(story, (text) => redact(redact(text).text).text === redact(text).text),
      { numRuns: 1_500 },
    );
  });

  it('hits are in order, apart and inside; what lies between them is untouched', () => {
    fc.assert(
      fc.property(story, (text) => {
        const { found, text: masked } = redact(text);
        let at = 0;
        let rebuilt = '';
        for (const [i, hit] of found.entries()) {
          expect(hit.index).toBe(i);
          expect(hit.start).toBeGreaterThanOrEqual(at);
          expect(hit.end).toBeGreaterThan(hit.start);
          rebuilt += text.slice(at, hit.start) + hit.shown;
          at = hit.end;
        }
        expect(masked).toBe(rebuilt + text.slice(at));
      }),
      { numRuns: 500 },
    );
  });

  it('releasing every hit gives the words back', () => {
    fc.assert(
      fc.property(story, (text) => redact(text, { unmask: redact(text).found.map((f) => f.index) }).text === text),
      { numRuns: 300 },
    );
  });

  it('a real birth day with a century digit is never readable, wherever it stands', () => {
    const birthday = fc.tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const two = (n: number) => String(n).padStart(2, '0');
    const rest = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(birthday, rest, fc.constantFrom('', ' 번호: ', '제 것은 '), ([y, m, d], [g, tail], lead) => {
        const number = `${two(y)}${two(m)}${two(d)}-${g}${String(tail).padStart(6, '0')}`;
        expect(redact(`${lead}${number} 입니다`).text).toBe(`${lead}[주민번호 삭제] 입니다`);
      }),
    );
  });
});

/** A quadratic pattern would need minutes here; the test's own time limit is the proof. */
describe('hostile texts', () => {
  const long = 200_000;
  const cases: Readonly<Record<string, string>> = {
    digits: '1'.repeat(long),
    'digits with dashes': '12-'.repeat(long / 3),
    'digits in fours': '1111 '.repeat(long / 5),
    emoji: '🥚'.repeat(long / 2),
    brackets: '('.repeat(long / 2) + ')'.repeat(long / 2),
    'at signs': 'a@'.repeat(long / 2),
    'mail letters': 'a.'.repeat(long / 2),
    Hangul: '가'.repeat(long),
    'Hangul words': '서울 강남구 별빛로 '.repeat(long / 10),
    surnames: '김이박 님'.repeat(long / 5),
    'account words': '계좌 '.repeat(long / 3),
    bullets: '•'.repeat(long),
    blanks: ' '.repeat(long),
    capitals: 'Best, Aa Bb '.repeat(long / 12),
  };
  for (const [name, text] of Object.entries(cases)) {
    it(`a wall of ${name} is read in one go`, () => {
      expect(redact(text).text.length).toBeGreaterThan(0);
    });
  }
});
