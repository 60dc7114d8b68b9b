import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../adapters/teams/adaptive-card.ts';
import { drawForm } from '../../../adapters/teams/dialogs.ts';
import { openFiling } from '../../../src/app/filing.ts';
import type { RecordedEvent } from '../../../src/domain/case/events.ts';
import type { Card } from '../../../src/ports/card.ts';
import { steps } from '../../../src/ports/card.ts';
import type { Page } from '../../../src/ports/case-queries.ts';
import { caseCard, caseCardFor } from '../../../src/render/case-card.ts';
import { formFor } from '../../../src/render/case-forms.ts';
import {
  filedCard,
  historyCard,
  originalCard,
  whyCard,
  wordsCard,
  wordsParts,
} from '../../../src/render/case-views.ts';
import { clocksCard } from '../../../src/render/clock-view.ts';
import { helpCard, homeCard, listCard, mentionCard, welcomeCard } from '../../../src/render/list-cards.ts';
import { storyCard, wordCard } from '../../../src/render/notice-card.ts';
import { nudgesCard } from '../../../src/render/nudge-card.ts';
import { asPerson, cases, en, everyRecord, filed, ko, masked, recordOf } from '../../render/cases-of-every-status.ts';
import { everyEvent } from '../../render/events-of-every-type.ts';
import { item, nudgeOf } from '../../render/timed-cases.ts';
import { logistics, people, quality } from '../../support/a-playbook.ts';
import { lintCard } from '../../support/lint-adaptive-card.ts';

const everybody = Object.values(people).map(asPerson);
const hana = asPerson(people.hana);
const rant = masked(
  `**늦어요** [은행](http://evil.example) {{DATE(2026-01-01T00:00:00Z)}} ${'"왜" 안 와요\n'.repeat(1_500)}`,
);
const long = recordOf({ ...cases.working, voice: { ...filed.voice, words: rant, experience: rant, opinion: rant } });
const records = [...everyRecord, long];
const page = (n: number): Page => ({
  cases: Array.from({ length: n }, (_, i) => ({ ...long, id: (i + 1) as never })),
  total: n + 3,
});
const surfaces = [
  { dialogs: true },
  { dialogs: false },
  { dialogs: true, where: 'dialog' },
  { dialogs: true, where: 'home' },
] as const;
const locales = [ko, en];

function lintAll(cards: readonly Card[], some: readonly (typeof surfaces)[number][] = surfaces): void {
  for (const surface of some)
    for (const card of cards) expect(lintCard(drawCard(card, surface)), card.fallback).toEqual([]);
}
/** What stands on a card as Teams draws it. */
const pressesIn = (card: Card): readonly string[] => {
  const found: string[] = [];
  JSON.stringify(drawCard(card, { dialogs: false }), (key, value: unknown) => {
    if (key === 'step') found.push(String(value));
    return key === 'fallback' ? undefined : value;
  });
  return found;
};

describe('everything that people are shown', () => {
  it('draws in Teams: cases of every status, everywhere and for everybody', () => {
    const places = [
      { to: 'desk' },
      ...[logistics, quality].map((department) => ({ to: 'department', department }) as const),
    ] as const;
    lintAll(locales.flatMap((r) => records.flatMap((record) => places.map((place) => caseCard(record, place, r)))));
    lintAll(
      locales.flatMap((r) => records.flatMap((record) => everybody.map((p) => caseCardFor(record, p, r)))),
      surfaces.slice(0, 1),
    );
  });

  it('draws in Teams: every view of a case', () => {
    const events = everyEvent.map((event, i) => ({ event, version: i + 1 })) as unknown as readonly RecordedEvent[];
    lintAll(
      locales.flatMap((r) =>
        records.flatMap((record) => [
          whyCard(record, r),
          clocksCard(record, r),
          filedCard(record, r),
          originalCard(record, rant, r),
          historyCard(record, [...events, ...events, ...events], r),
          ...Array.from({ length: wordsParts(record) }, (_, part) => wordsCard(record, part, r)),
        ]),
      ),
    );
  });

  it('draws in Teams: the story, private words and reminders', () => {
    const about = locales.flatMap((r) =>
      everyEvent.flatMap((event) => [
        storyCard(event, long, r),
        ...everyRecord.flatMap((record) => [people.duri, people.hana].map((p) => wordCard(event, record, p.id, r))),
      ]),
    );
    lintAll(about, surfaces.slice(0, 1));
    const items = Array.from({ length: 12 }, (_, i) => item(long.state as never, nudgeOf('fix', 100), i + 1));
    lintAll(locales.flatMap((r) => [1, 3, 12].map((n) => nudgesCard(items.slice(0, n), people.hana.id, r))));
  });

  it('draws in Teams: lists, Home when everything is full, help, and the answer to a mention', () => {
    const full = { waiting: page(8), filed: page(8), owned: page(8) };
    lintAll(
      locales.flatMap((r) => [
        ...everybody.flatMap((p) => [homeCard(full, p, r), helpCard(p, r), mentionCard(rant, p, r)]),
        ...(['waiting', 'mine', 'find'] as const).map((kind) => listCard(kind, page(10), r)),
        welcomeCard(r, ko),
      ]),
    );
    expect(pressesIn(listCard('find', page(10), ko)).filter((step) => step === 'show')).toHaveLength(10);
  });

  it('keeps every button of a case, however long the customer spoke', () => {
    const card = caseCard(long, { to: 'department', department: logistics }, ko);
    const offered = card.blocks.flatMap((b) => (b.type === 'actions' ? [...b.actions, ...b.overflow] : []));
    expect(pressesIn(card).toSorted()).toEqual(offered.map(({ press }) => press.step).toSorted());
    expect(offered.length).toBeGreaterThan(8);
  });

  it('asks in Teams: every form of every step, in a window and in a card', () => {
    const forms = locales.flatMap((r) => [
      ...records.flatMap((record) => steps.flatMap((step) => formFor(step, record, hana, r) ?? [])),
      openFiling('', null, r),
      openFiling('배송이 2주째 안 와요. 010-1234-5678, kim_ha_na@example.com으로 연락 주세요. 환불해 주세요.', null, r),
    ]);
    expect(forms.length).toBeGreaterThan(400);
    for (const where of ['dialog', 'card'] as const) {
      for (const form of forms) {
        const card = drawForm(form, { locale: 'ko', zone: 'Asia/Seoul', formId: 'form-1', where });
        expect(lintCard(card), form.step).toEqual([]);
      }
    }
  });
});
