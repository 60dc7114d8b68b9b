import { caseId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Field, FieldValue, Form, FormValues } from '../../src/ports/form.ts';
import { cardRoom, drawBlocks, drawCard, frameOf } from './adaptive-card.ts';
import { faceOf } from './buttons.ts';
import { type AdaptiveCard, type CardAction, cardContentType } from './card-json.ts';
import { type Filling, type FormData, refreshData, submitData } from './carried.ts';
import { type Asking, below, drawField } from './fields.ts';
import { backArg, encodePress } from './press-code.ts';
import { clip, neverBlank, shown, sizeOf } from './text.ts';
import { teamsWords } from './words.ts';

/** What Teams takes in the answer to a press, with room to spare; a window is not bound to the size of a message. */
const windowRoom = 40_000;
/** Words around the fields, where the fields alone have filled the card. */
const leastAround = 600;
const titleLength = 60;

/** `formId`, `home`: word characters, `:`, `.`, `@`, `;`, `=`, `-`; the same when the form is drawn again. */
export type FormOptions = Omit<Asking, 'isChecked'> &
  Filling & {
    /** A window of its own, or a card in the conversation where the client has no windows. */
    readonly where: 'dialog' | 'card';
    /** What stands in it when it is drawn again: it wins over what the form would start with. */
    readonly typed?: FormValues;
    /** Sentences by field name; one that belongs to no shown field stands above them all. */
    readonly errors?: Readonly<Record<string, string>>;
  };

/** A form as a card with inputs. What was typed is never cut; the words around it are, where there is no room. */
export function drawForm(form: Form, options: FormOptions): AdaptiveCard {
  const refreshing = form.fields.find((field) => field.refreshes === true);
  // Teams refuses every button while a required field is empty: a form that can be drawn again checks nothing itself.
  const asking = { ...options, isChecked: refreshing === undefined };
  const shownFields = form.fields
    .map((field) => startedWith(field, options.typed?.[field.name]))
    .map((field) => ({ field, elements: drawField(field, options.errors?.[field.name], asking) }))
    .filter(({ elements }) => elements.length > 0);
  const fields = shownFields.map(({ field }) => field);
  const names = fields.map(({ name }) => name);
  const stray = Object.entries(options.errors ?? {}).filter(([name]) => !names.includes(name));
  const inputs = [
    ...stray.flatMap(([, sentence]) => below(sentence, 'error')),
    ...shownFields.flatMap(({ elements }) => elements),
  ];
  const frame = frameOf(form.title);
  const drawn = { ...form, fields };
  const full = buttonsOf(drawn, options, refreshing ?? null, false);
  const isFull = sizeOf({ ...frame, inputs, actions: full }) + leastAround > cardRoom;
  const actions = isFull ? buttonsOf(drawn, options, refreshing ?? null, true) : full;
  const room = cardRoom - sizeOf({ ...frame, inputs, actions });
  const { intro, outro } = around(form, Math.max(leastAround, room), options.where);
  const body = [...intro, ...inputs, ...outro];
  return { ...frame, body: body.length > 0 ? body : below(neverBlank(form.title), 'hint'), actions };
}

/** In a card the title stands in it; the preview below the fields gets what the intro leaves. */
function around(form: Form, room: number, where: FormOptions['where']) {
  const surface = { dialogs: false, where: 'dialog', lean: true } as const;
  const head = where === 'card' ? [{ type: 'heading', text: form.title } as const] : [];
  const intro = drawBlocks([...head, ...form.intro], room, surface).elements;
  const outro = drawBlocks(form.outro, Math.max(0, room - sizeOf(intro)), surface).elements;
  return { intro, outro };
}

/** `lean`: without what clients of before `Action.Execute` would need, which is the whole form once more. */
function buttonsOf(form: Form, options: FormOptions, refreshing: Field | null, lean: boolean) {
  const { where, locale } = options;
  const again = refreshing === null ? null : refreshData(form, options, refreshing.name);
  return [
    button(faceOf(form.submit), 'submit', submitData(form, options), where, lean),
    ...(again === null ? [] : [button(teamsWords[locale].suggestAgain, 'refresh', again, where, lean)]),
    ...(where === 'card' ? wayBack(form, lean) : []),
  ];
}

/** A window has its cross; where a form took the place of a case's card, a button brings the card back. */
function wayBack({ cancel, context }: Form, lean: boolean): readonly CardAction[] {
  const id = Number(context['caseId']);
  if (!Number.isSafeInteger(id) || id < 1) return [];
  const data = encodePress({ step: 'show', caseId: caseId(id), arg: backArg }, false);
  const face = { title: faceOf(cancel), associatedInputs: 'none', data } as const;
  const fallback = { type: 'Action.Submit', ...face } as const;
  return [{ type: 'Action.Execute', verb: 'press', ...face, ...(lean ? {} : { fallback }) }];
}

/** A window hears `Action.Submit` alone; a card answers in place to `Action.Execute`. */
function button(
  title: string,
  verb: 'submit' | 'refresh',
  data: FormData,
  where: FormOptions['where'],
  lean: boolean,
): CardAction {
  const look = verb === 'submit' ? ({ style: 'positive' } as const) : {};
  if (where === 'dialog') return { type: 'Action.Submit', title, ...look, data };
  const fallback = { type: 'Action.Submit', title, data } as const;
  return { type: 'Action.Execute', title, ...look, verb, data, ...(lean ? {} : { fallback }) };
}

/** The field as it shall stand there: with what was typed, also where that is nothing. */
function startedWith(field: Field, value: FieldValue | undefined): Field {
  if (value === undefined) return field;
  const one = typeof value === 'string' ? value : (value[0] ?? '');
  switch (field.type) {
    case 'multiSelect':
      return { ...field, initial: typeof value === 'string' ? (value === '' ? [] : [value]) : value };
    case 'checkbox':
      return { ...field, initial: one === field.choice.value };
    case 'number': {
      const { initial: _, ...rest } = field;
      return one === '' || !Number.isFinite(Number(one)) ? rest : { ...rest, initial: Number(one) };
    }
    default:
      return { ...field, initial: one };
  }
}

type Attachment = { readonly contentType: typeof cardContentType; readonly content: AdaptiveCard };
/** What Teams does with the window, told in the answer to its call. */
export type TaskAnswer = {
  readonly task:
    | { readonly type: 'message'; readonly value: string }
    | {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly height: 'small' | 'medium' | 'large';
          readonly width: 'small' | 'medium' | 'large';
          readonly card: Attachment;
        };
      };
};

/** Opens the window with this form, or shows it there again. */
export function taskContinue(form: Form, options: Omit<FormOptions, 'where'>): TaskAnswer {
  const content = drawForm(form, { ...options, where: 'dialog' });
  if (sizeOf(content) > windowRoom) return taskMessage(teamsWords[options.locale].formTooLong);
  return windowed(form.title, form.fields.length > 3 ? 'large' : 'medium', content);
}

/** A card to look at, in the window in which the person stands. */
export const taskNotice = (card: Card, locale: Locale): TaskAnswer =>
  windowed(teamsWords[locale].app, 'medium', drawCard(card, { dialogs: true, where: 'dialog' }));

/** A sentence in place of the form; after it the window can only be closed. */
export const taskMessage = (text: string): TaskAnswer => ({
  task: { type: 'message', value: clip(neverBlank(shown(text)), 1_000) },
});

function windowed(title: string, height: 'medium' | 'large', content: AdaptiveCard): TaskAnswer {
  const card = { contentType: cardContentType, content } as const;
  const value = { title: clip(neverBlank(shown(title)), titleLength), height, width: 'medium', card } as const;
  return { task: { type: 'continue', value } };
}
