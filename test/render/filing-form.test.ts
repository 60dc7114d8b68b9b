import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/domain/intake/redaction.ts';
import { type Suggestion, suggest } from '../../src/domain/intake/suggest.ts';
import { touchpoints, voiceKinds } from '../../src/domain/intake/voice.ts';
import type { Field, Form, FormValues } from '../../src/ports/form.ts';
import { type FilingDraft, filingForm, unmaskChoice } from '../../src/render/filing-form.ts';
import type { Reading } from '../../src/render/reading.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { en, ko } from './cases-of-every-status.ts';
import { blockText, formText } from './plain.ts';

const said = '새벽배송으로 시킨 계란이 파손되어 왔어요. 오늘 환불해 주세요. 010-0000-1234';

function draw(words: string, typed: FormValues = {}, context: Record<string, string> = {}, r: Reading = ko): Form {
  const redaction = words === '' ? null : redact(words);
  const draft: FilingDraft = {
    words,
    permalink: null,
    typed,
    suggestion: words === '' ? null : suggest(words, aPlaybook),
    found: redaction?.found ?? [],
    masked: redaction?.text ?? null,
    context,
  };
  return filingForm(draft, r);
}
const field = (form: Form, name: string): Field => {
  const found = form.fields.find((f) => f.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};
const initial = (form: Form, name: string): unknown => {
  const f = field(form, name);
  return 'initial' in f ? f.initial : undefined;
};
/** What the form would come back with if nobody touched it. */
const untouched = (form: Form): FormValues =>
  Object.fromEntries(
    form.fields.map((f) => [
      f.name,
      ('initial' in f ? (f.initial as string) : undefined) ?? (f.type === 'multiSelect' ? [] : ''),
    ]),
  );
const suggesting = (suggestion: Suggestion, typed: FormValues, context: Record<string, string>): Form =>
  filingForm({ words: said, permalink: null, typed, suggestion, found: [], masked: null, context }, ko);

describe('filing', () => {
  it('S0-13: is one screen with exactly five required fields', () => {
    for (const form of [draw(''), draw(said), draw(said.repeat(200)), draw('', {}, {}, en)]) {
      const required = form.fields.filter((f) => f.required).map((f) => f.name);
      expect(required.sort()).toEqual(['channel', 'experience', 'kind', 'wants', 'words']);
    }
  });

  it('says that the department was read from the words only where it was', () => {
    expect(field(draw(said), 'department').hint).toBe('글을 읽고 제안했습니다. 다르면 바꿔 주세요.');
    expect(field(draw(''), 'department').hint).toBe('모르면 그대로 두세요. 조정관이 정합니다.');
  });

  it('S2-10: offers the five touchpoints, every kind, and the desk where one is not sure', () => {
    const form = draw('');
    const values = (name: string) => {
      const f = field(form, name);
      return 'choices' in f ? f.choices.map((c) => c.value) : [];
    };
    expect(values('touchpoint')).toEqual([...touchpoints]);
    expect(values('kind')).toEqual([...voiceKinds]);
    expect(values('department')[0]).toBe('desk');
    expect(initial(form, 'department')).toBe('desk');
    expect(field(form, 'touchpoint')).toMatchObject({ required: false });
  });

  it('S2-07: asks nothing about who the customer is in age, sex, income or schooling', () => {
    for (const r of [ko, en]) {
      expect(formText(draw(said, {}, {}, r))).not.toMatch(/나이|연령|성별|소득|학력|\bage\b|gender|income|education/i);
    }
  });

  it('S3-19: has a field of its own for the view of the filer', () => {
    expect(field(draw(''), 'opinion')).toMatchObject({ label: '접수자 의견', required: false });
  });

  it('fills in what the words suggest, for a person to confirm', () => {
    const form = draw(said);
    expect(initial(form, 'kind')).toBe('claim');
    expect(initial(form, 'touchpoint')).toBe('last');
    expect(initial(form, 'department')).toBe('logistics');
    expect(initial(form, 'signals')).toEqual(['C2']);
  });

  it('suggests nothing before anything was said', () => {
    const form = draw('');
    for (const name of ['kind', 'touchpoint', 'signals', 'channel']) expect(initial(form, name)).toBeUndefined();
    expect(form.outro).toEqual([]);
  });

  it('keeps what a person chose, and follows new suggestions where nobody chose', () => {
    const first = draw(said);
    const typed = { ...untouched(first), kind: 'complaint' };
    const next: Suggestion = {
      kind: 'inquiry',
      touchpoint: 'pre',
      department: null,
      signals: [],
      conduct: [],
      reach: null,
    };
    const again = suggesting(next, typed, { ...first.context });
    expect(initial(again, 'kind')).toBe('complaint');
    expect(initial(again, 'touchpoint')).toBe('pre');
    expect(initial(again, 'department')).toBe('desk');
  });

  it('leaves what it suggested where the new words say nothing, and still follows a later word', () => {
    const first = draw(said);
    const silent = suggesting(
      { kind: null, touchpoint: null, department: null, signals: [], conduct: [], reach: null },
      untouched(first),
      {
        ...first.context,
      },
    );
    expect(initial(silent, 'kind')).toBe('claim');
    expect(initial(silent, 'signals')).toEqual(['C2']);
    const later: Suggestion = {
      kind: 'inquiry',
      touchpoint: null,
      department: null,
      signals: ['B1'],
      conduct: [],
      reach: null,
    };
    const again = suggesting(later, untouched(silent), { ...silent.context });
    expect(initial(again, 'kind')).toBe('inquiry');
    expect(initial(again, 'signals')).toEqual(['B1']);
  });

  it('does not tick again what a person has just unticked', () => {
    const first = draw(said);
    const again = draw(said, { ...untouched(first), signals: [], conduct: [] }, { ...first.context });
    expect(initial(again, 'signals')).toBeUndefined();
  });

  it('is the same when it is drawn again untouched', () => {
    const first = draw(said);
    const again = draw(said, untouched(first), { ...first.context });
    expect(again).toEqual(first);
  });

  it('asks for no severity signals where the kind has none', () => {
    const first = draw(said);
    const praise = draw(said, { ...untouched(first), kind: 'praise' }, { ...first.context });
    expect(praise.fields.map((f) => f.name)).not.toContain('signals');
  });

  it('offers only signals that a person may tick', () => {
    const ticks = field(draw(''), 'signals');
    const labels = 'choices' in ticks ? ticks.choices.map((c) => c.label) : [];
    expect(labels).toContain('A2 위해 우려');
    expect(labels.join()).not.toContain('I1');
  });

  it('shows the masked words before anybody else can see them, and says what was masked', () => {
    const form = draw(said);
    const preview = form.outro.map(blockText).join('\n');
    expect(preview).toContain('010-••••-1234');
    expect(preview).not.toContain('010-0000-1234');
    expect(preview).toContain('전화번호 1개를 가렸습니다.');
    expect(draw(said, {}, {}, en).outro.map(blockText).join()).toContain('Masked 1 phone number.');
  });

  it('offers to leave a false hit readable, by place and form, so that it releases nothing else', () => {
    const form = draw(said);
    const unmask = field(form, 'unmask');
    expect('choices' in unmask && unmask.choices).toEqual([
      { value: '0:phone:010-••••-1234', label: '전화번호 010-••••-1234' },
    ]);
    const [hit] = redact(said).found;
    const other = redact(said.replace('1234', '5678')).found[0];
    expect(hit && other && unmaskChoice(hit) !== unmaskChoice(other)).toBe(true);
  });

  it('asks for the preview again while words and kind change', () => {
    const refreshing = draw(said)
      .fields.filter((f) => f.refreshes)
      .map((f) => f.name);
    expect(refreshing).toEqual(expect.arrayContaining(['words', 'kind', 'channel', 'unmask']));
  });

  it('takes 40,000 characters in as many fields as they need, and gives them back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 9_000 }), (words) => {
        const form = draw(words);
        const parts = form.fields.filter((f) => /^words\d*$/.test(f.name));
        for (const f of parts) expect(f.type === 'text' && (f.initial ?? '').length).toBeLessThanOrEqual(3000);
        expect(parts.map((f) => ('initial' in f ? f.initial : '')).join('')).toBe(words);
      }),
      { numRuns: 30, examples: [['가'.repeat(40_000)], ['🥚'.repeat(3_000)], ['']] },
    );
  });

  it('opens one more field when the last is nearly full, and moves nothing already typed', () => {
    const typed = { words: '가'.repeat(2_950), channel: 'phone' };
    const form = draw(typed.words, typed);
    expect(form.fields.map((f) => f.name)).toContain('words2');
    expect(initial(form, 'words')).toBe(typed.words);
    const gap = draw('앞뒤', { words: '앞', words2: '뒤' });
    expect([initial(gap, 'words'), initial(gap, 'words2')]).toEqual(['앞', '뒤']);
  });

  it('travels light', () => {
    const form = draw(said.repeat(100), {}, { permalink: 'https://chat.test/archives/C1/p1' });
    expect(JSON.stringify(form.context).length).toBeLessThanOrEqual(2500);
    expect(form.title.length).toBeLessThanOrEqual(24);
  });

  it('survives a context that is not its own', () => {
    for (const suggested of ['', 'null', '[]', '{"kind":3,"signals":"x"}', '{', '{"__proto__":{"kind":"void"}}']) {
      expect(initial(draw(said, {}, { suggested }), 'kind')).toBe('claim');
    }
  });
});
