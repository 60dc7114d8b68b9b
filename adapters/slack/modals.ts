import type { InputBlock, ModalView } from '@slack/types';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Card } from '../../src/ports/card.ts';
import { type Step, steps } from '../../src/ports/card.ts';
import type { Form } from '../../src/ports/form.ts';
import { record } from '../payload.ts';
import { drawBlocks, drawCard } from './blocks.ts';
import { plain } from './buttons.ts';
import { drawField } from './fields.ts';
import { nothingShown, type Shown } from './form-state.ts';
import { slackWords } from './words.ts';

const inModal = 100;
const titleLength = 24;
const longestMetadata = 3_000;
/** Together what Slack takes: the preview below is the customer's words once more. */
const introText = 4_200;
const outroText = 9_000;

/** A form as a modal. `shown`: what stands in it now, when it is drawn again. */
export function drawForm(form: Form, shown: Shown = nothingShown): ModalView {
  const fields = form.fields.map((field) => drawField(field, shown)).filter((b): b is InputBlock => b !== null);
  const room = Math.max(0, inModal - fields.length);
  const intro = drawBlocks(form.intro, room, introText);
  const metadata = JSON.stringify({ step: form.step, context: form.context });
  if (metadata.length > longestMetadata) throw new RangeError(`the context of the form "${form.step}" is too long`);
  return {
    type: 'modal',
    callback_id: `form:${form.step}`,
    title: plain(form.title, titleLength),
    submit: plain(form.submit, titleLength),
    close: plain(form.cancel, titleLength),
    private_metadata: metadata,
    blocks: [...intro, ...fields, ...drawBlocks(form.outro, room - intro.length, outroText)],
  };
}

/** What a form carried: null when it is none of ours. */
export function carriedBy(
  view: Record<string, unknown>,
): { step: Step; context: Readonly<Record<string, string>> } | null {
  const metadata = parsed(view['private_metadata']);
  const step = steps.find((s) => s === metadata['step']);
  if (step === undefined) return null;
  const pairs = Object.entries(record(metadata['context'])).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return { step, context: Object.fromEntries(pairs) };
}

function parsed(json: unknown): Record<string, unknown> {
  if (typeof json !== 'string') return {};
  try {
    return record(JSON.parse(json));
  } catch {
    return {};
  }
}

/** A card to look at, in a window of its own: for a person who stands in a modal, where no message can be seen. */
export function drawNotice(card: Card, locale: Locale): ModalView {
  const { app, close } = slackWords[locale];
  return {
    type: 'modal',
    callback_id: 'notice',
    title: plain(app, titleLength),
    close: plain(close, titleLength),
    blocks: drawCard(card).blocks,
  };
}
