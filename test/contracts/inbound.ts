import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import { type Press, steps } from '../../src/ports/card.ts';
import type { ExternalUser, Gesture, Interaction } from '../../src/ports/interaction.ts';
import type { Entries } from '../support/entries.ts';
import type { Cannot } from './cannot.ts';
import { damaged } from './damage.ts';
import { everyField, filled } from './every-field.ts';

export type Payload = Record<string, unknown>;

/** A platform's way in, and payloads as it sends them: recorded ones, with what this contract is about put in. */
export type InboundUnderTest = {
  readonly read: (payload: unknown) => Interaction | null;
  /** Whose payloads these are, and when they are read. */
  readonly user: ExternalUser;
  readonly at: number;
  readonly command: (words: string) => Payload;
  readonly mention: (words: string) => Payload;
  /** Words in the thread of a card, to nobody in particular; how they read after a change; and that they were taken back. */
  readonly reply: (words: string) => Payload;
  readonly replyChanged: (words: string) => Payload;
  readonly replyErased: () => Payload;
  /** Words to Meari by name, in such a thread. */
  readonly mentionInThread: (words: string) => Payload;
  readonly chosen: (words: string) => Payload;
  /** Chosen, too: a message that is nothing but another one, passed on. */
  readonly forwarded: (words: string) => Payload;
  readonly filing: () => Payload;
  readonly home: () => Payload;
  /** The button as it is drawn, pressed. */
  readonly press: (press: Press, where?: 'home') => Payload;
  /** The form as it is drawn, filled in. */
  readonly submit: (form: typeof everyField, entries: Entries) => Payload;
  readonly refresh: (form: typeof everyField, entries: Entries, field: string) => Payload;
  /** The client speaks another language now. */
  readonly languageChanged: (locale: Locale) => Payload;
  /** The same payload from a client that speaks this. */
  readonly speaking: (payload: Payload, language: string) => Payload;
  readonly redelivered: (payload: Payload) => Payload;
  /** Somebody else does the same. */
  readonly byAnother: (payload: Payload) => Payload;
  /** The same person, once more. */
  readonly onceMore: (payload: Payload) => Payload;
  readonly fromElsewhere: (payload: Payload) => Payload;
  readonly fromABot: () => readonly Payload[];
  /** Buttons, forms and events that were never ours, or are not any more. */
  readonly notOurs: () => readonly Payload[];
  readonly recorded: () => readonly Payload[];
};

const address = expect.stringMatching(/^https:\/\/\S+\d{6}/);
const hostile = '“2주째” 👨‍👩‍👧 <급해요> & *굵게* &lt; 환불\n010-1234-5678';
const aPress: Press = { step: 'decide', caseId: caseId(142), arg: '1' };

type Show = (t: InboundUnderTest) => void;
const gestureOf = (t: InboundUnderTest, payload: Payload): Gesture | undefined => t.read(payload)?.gesture;
/** One of each thing that a person can do. */
const everything = (t: InboundUnderTest): readonly Payload[] => [
  t.command('할일'),
  t.mention('늦어요'),
  t.reply('늦어요'),
  t.chosen('늦어요'),
  t.filing(),
  t.press(aPress),
  t.submit(everyField, filled),
  t.refresh(everyField, filled, 'words'),
];

const lines = {
  'a press names the person, the step, the case and what tells two buttons of one step apart': (t) => {
    expect(t.read(t.press(aPress))).toMatchObject({
      user: t.user,
      surface: 'elsewhere',
      gesture: { type: 'press', press: aPress },
    });
    const pressed = { step: 'file', caseId: null } as const;
    expect(gestureOf(t, t.press(pressed))).toEqual({ type: 'press', press: pressed });
  },
  'every button comes back as it was drawn': (t) => {
    const arg = fc.option(fc.string({ unit: 'grapheme', maxLength: 200 }), { nil: undefined });
    const id = fc.option(fc.integer({ min: 1, max: 999_999 }).map(caseId));
    const button = fc.record({ step: fc.constantFrom(...steps), caseId: id, arg }).map(({ arg: a, ...rest }) => ({
      ...rest,
      ...(a === undefined ? {} : { arg: a }),
    }));
    fc.assert(
      fc.property(button, (press) => {
        expect(gestureOf(t, t.press(press))).toEqual({ type: 'press', press });
      }),
      { interruptAfterTimeLimit: 20_000 },
    );
  },
  'a press on Home says so': (t) => {
    expect(t.read(t.press(aPress, 'home'))).toMatchObject({ surface: 'home', gesture: { press: aPress } });
  },
  'a command brings the words as they were typed': (t) => {
    expect(gestureOf(t, t.command(hostile))).toEqual({ type: 'command', text: hostile });
  },
  'a mention brings the words without the bot’s name, and the address of the message': (t) => {
    const gesture = gestureOf(t, t.mention('배송이 2주째 안 와요 <급해요> & 환불'));
    const words = '배송이 2주째 안 와요 <급해요> & 환불';
    expect(gesture).toEqual({ type: 'mention', text: words, permalink: address, note: null });
  },
  'words under a card bring where they stand, who said them, since when, and their address': (t) => {
    const { platform, tenant } = t.user;
    const said = { platform, tenant, conversation: expect.any(String), message: expect.any(String) };
    const note = {
      under: said,
      said,
      text: '사진을 <받았습니다>',
      asOf: expect.any(Number),
      files: 0,
      permalink: address,
    };
    expect(t.read(t.reply('사진을 <받았습니다>'))).toMatchObject({ user: t.user, gesture: { type: 'note', note } });
  },
  'words under a card that were changed bring how they read now, those that were taken back that they are gone': (
    t,
  ) => {
    const noteIn = (payload: Payload) => {
      const gesture = gestureOf(t, payload);
      return gesture?.type === 'note' ? gesture.note : null;
    };
    const [first, changed, gone] = [t.reply('하나'), t.replyChanged('둘'), t.replyErased()].map(noteIn);
    expect(changed).toMatchObject({ text: '둘', said: first?.said, under: first?.under });
    expect(gone).toMatchObject({ text: null, said: first?.said, under: first?.under });
    for (const later of [changed, gone]) expect(later?.asOf).toBeGreaterThan(first?.asOf ?? Number.POSITIVE_INFINITY);
    expect(t.read(t.replyChanged('둘'))?.id).not.toBe(t.read(t.reply('하나'))?.id);
  },
  'a mention under a card is a mention and a note': (t) => {
    const note = { text: '사진을 받았습니다', permalink: address };
    expect(gestureOf(t, t.mentionInThread('사진을 받았습니다'))).toMatchObject({ type: 'mention', note });
  },
  'a message chosen to be filed brings its words as they were read, and its address': (t) => {
    const gesture = gestureOf(t, t.chosen('배송이 2주째 안 와요 <급해요> & 환불'));
    expect(gesture).toEqual({ type: 'file-message', text: '배송이 2주째 안 와요 <급해요> & 환불', permalink: address });
  },
  'a message without words of its own brings those that were passed on in it': (t) => {
    expect(gestureOf(t, t.forwarded('환불해 주세요'))).toMatchObject({ type: 'file-message', text: '환불해 주세요' });
  },
  'filing from anywhere brings nothing but the wish': (t) => {
    expect(gestureOf(t, t.filing())).toEqual({ type: 'file' });
  },
  'a look at Home is one': (t) => {
    expect(t.read(t.home())).toMatchObject({ surface: 'home', gesture: { type: 'home' } });
  },
  'a form brings back its step, what it carried, and each kind of field as it was entered': (t) => {
    expect(gestureOf(t, t.submit(everyField, filled))).toEqual({
      type: 'submit',
      step: everyField.step,
      context: everyField.context,
      values: { ...filled, wants: ['refund', 'a,b'], same: 'yes', eta: String(filled.eta) },
    });
  },
  'a field that was left empty comes back empty': (t) => {
    const empty = { words: '', amount: '', department: '', verdict: '', same: '', from: '', eta: '' };
    expect(gestureOf(t, t.submit(everyField, {}))).toMatchObject({ values: { ...empty, wants: [] } });
  },
  'an open form brings what stands in it, and the field for which it is to be drawn again': (t) => {
    expect(gestureOf(t, t.refresh(everyField, { words: '늦어요', wants: ['refund'] }, 'words'))).toMatchObject({
      type: 'refresh',
      step: everyField.step,
      context: everyField.context,
      field: 'words',
      values: { words: '늦어요', wants: ['refund'] },
    });
  },
  'a redelivery carries the same id': (t) => {
    for (const payload of everything(t)) expect(t.read(t.redelivered(payload))?.id).toBe(t.read(payload)?.id);
  },
  'a form sent again after it was refused is the same filing': (t) => {
    const [first, again] = [t.submit(everyField, {}), t.onceMore(t.submit(everyField, filled))];
    expect(t.read(again)?.id).toBe(t.read(first)?.id);
  },
  'whatever else is done once more carries another id': (t) => {
    const others = everything(t).filter((payload) => gestureOf(t, payload)?.type !== 'submit');
    for (const payload of others) expect(t.read(t.onceMore(payload))?.id).not.toBe(t.read(payload)?.id);
  },
  'two people who do the same are two': (t) => {
    for (const payload of everything(t)) {
      const [one, other] = [t.read(payload), t.read(t.byAnother(payload))];
      expect(other?.id).not.toBe(one?.id);
      expect(other?.user).not.toEqual(one?.user);
      expect(other?.gesture.type).toBe(one?.gesture.type);
    }
  },
  'everything is stamped with the moment at which it came in': (t) => {
    for (const payload of everything(t)) expect(t.read(payload)?.at).toBe(t.at);
  },
  'whatever is done says in which language the client speaks; one that Meari does not speak is none': (t) => {
    for (const payload of everything(t)) {
      expect(t.read(t.speaking(payload, 'en-GB'))?.locale).toBe('en');
      expect(t.read(t.speaking(payload, 'ko-KR'))?.locale).toBe('ko');
      expect(t.read(t.speaking(payload, 'ja-JP'))?.locale).toBeNull();
    }
  },
  'a client that speaks another language now says so by itself': (t) => {
    expect(gestureOf(t, t.languageChanged('en'))).toEqual({ type: 'language', locale: 'en' });
  },
  'somebody of another company is nobody': (t) => {
    for (const payload of everything(t)) expect(t.read(t.fromElsewhere(payload))).toBeNull();
  },
  'a bot is nobody, and neither is Meari itself': (t) => {
    for (const payload of t.fromABot()) expect(t.read(payload)).toBeNull();
  },
  'what was never ours, or is not any more, is nothing': (t) => {
    for (const payload of t.notOurs()) expect(t.read(payload)).toBeNull();
  },
  'whatever the shape, nothing breaks': (t) => {
    const broken = fc.tuple(fc.constantFrom(...t.recorded()), fc.array(fc.nat(), { maxLength: 6 }), fc.jsonValue());
    fc.assert(
      fc.property(broken, ([payload, path, value]) => {
        expect(() => t.read(damaged(payload, path, value))).not.toThrow();
      }),
      { numRuns: 800, interruptAfterTimeLimit: 20_000 },
    );
    for (const junk of [null, 1, 'x', [], {}]) expect(t.read(junk)).toBeNull();
  },
} as const satisfies Readonly<Record<string, Show>>;

export type InboundLine = keyof typeof lines;
export const inboundLines = Object.keys(lines) as readonly InboundLine[];
export type CannotSay = Readonly<Partial<Record<InboundLine, Cannot>>>;

/** What every platform's way in keeps to. `cannot`: lines that the platform has no way to keep; they must fail there. */
export function inboundContract(name: string, t: InboundUnderTest, cannot: CannotSay): void {
  describe(`the way in from ${name}`, () => {
    for (const [line, show] of Object.entries<Show>(lines)) {
      if (line in cannot) it.fails(`${line}: ${name} cannot`, () => show(t));
      else it(line, () => show(t));
    }
  });
}
