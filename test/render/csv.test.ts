import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHead, csvLine } from '../../src/render/csv.ts';
import { asWritten, strictCsv } from '../support/strict-csv.ts';

/** Texts made of what is hard to write into a table. */
const awkward = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", ' ', '가', '＝', '＠', '😀', 'a', '1'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const cell = fc.oneof(awkward, fc.string(), fc.integer());

describe('a table', () => {
  it('reads back cell by cell as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (rows) => {
        const text = csvHead(['a', 'b', 'c']) + rows.map(csvLine).join('');
        expect(
          strictCsv(text)
            .slice(1)
            .map((row) => row.map(asWritten)),
        ).toEqual(rows.map((row) => row.map(String)));
      }),
      { numRuns: 2000 },
    );
  });

  it('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const [, [read = ''] = []] = strictCsv(csvHead(['a']) + csvLine([text]));
        expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('begins with what tells Excel that Hangul follows, and ends each line as Excel does', () => {
    const bytes = Buffer.from(csvHead(['case', 'quote']) + csvLine(['VOC-0001', '계란이 "또" 깨졌어요,\n전화 주세요']));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString()).toBe('case,quote\r\nVOC-0001,"계란이 ""또"" 깨졌어요,\n전화 주세요"\r\n');
  });

  it('leaves numbers numbers, and shows a formula as the words it is', () => {
    expect(csvLine([-5, '=HYPERLINK("http://evil","x")', '-1', "it's"])).toBe(
      `-5,"'=HYPERLINK(""http://evil"",""x"")",'-1,it's\r\n`,
    );
  });
});
