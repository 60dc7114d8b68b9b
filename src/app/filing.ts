import type { CaseCommandOf } from '../domain/case/commands.ts';
import type { CaseId, CustomerKey } from '../domain/ids.ts';
import { withContacts } from '../domain/intake/again.ts';
import { contactOf, typedContact } from '../domain/intake/contact.ts';
import { type Found, type Redaction, redact } from '../domain/intake/redaction.ts';
import { departmentFor, type Suggestion, suggest } from '../domain/intake/suggest.ts';
import { touchpoints, voiceKinds } from '../domain/intake/voice.ts';
import type { Person } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Vault } from '../ports/ambient.ts';
import type { Sealed } from '../ports/case-store.ts';
import type { Form, FormValues } from '../ports/form.ts';
import { filingForm, unmaskChoice } from '../render/filing-form.ts';
import type { Reading } from '../render/reading.ts';
import { reader } from './form-values.ts';
import { particularsIn } from './particulars.ts';

/** Earlier cases of the customer: how many, which of them this person may see, and how many count as contacts. */
export type Earlier = { readonly count: number; readonly seen: readonly CaseId[]; readonly recent: number };
const nothingEarlier: Earlier = { count: 0, seen: [], recent: 0 };

/** A blank form, or one with the words already in it: suggestions and the masked preview are there at once. */
export function openFiling(
  words: string,
  permalink: string | null,
  reading: Reading,
  earlier: Earlier = nothingEarlier,
): Form {
  return drawFiling(words, permalink, {}, { permalink: permalink ?? '' }, earlier, reading);
}

/** The open form, drawn again for what has been typed so far. */
export function redrawFiling(
  values: FormValues,
  context: Readonly<Record<string, string>>,
  reading: Reading,
  earlier: Earlier = nothingEarlier,
): Form {
  return drawFiling(wordsIn(values), context['permalink'] || null, values, context, earlier, reading);
}

function drawFiling(
  words: string,
  permalink: string | null,
  typed: FormValues,
  context: Readonly<Record<string, string>>,
  earlier: Earlier,
  reading: Reading,
): Form {
  const blank = words.trim() === '';
  const redaction = blank ? null : masking(words, typed);
  const suggestion = blank ? null : suggestFor(words, typed, earlier, reading.playbook);
  return filingForm(
    {
      words,
      permalink,
      typed,
      suggestion,
      found: redaction?.found ?? [],
      masked: redaction?.text ?? null,
      earlier,
      context,
    },
    reading,
  );
}

/** What a person has settled steers what is still open: the department follows the kind and the touchpoint. */
function suggestFor(words: string, typed: FormValues, earlier: Earlier, playbook: Playbook): Suggestion {
  const channel = typeof typed['channel'] === 'string' && typed['channel'] !== '' ? typed['channel'] : null;
  const open = suggest(words, playbook, channel);
  const kind = voiceKinds.find((k) => k === typed['kind']) ?? open.kind;
  const touchpoint = touchpoints.find((t) => t === typed['touchpoint']) ?? open.touchpoint;
  return {
    ...open,
    department: departmentFor(words, { kind, touchpoint, channel }, playbook),
    signals: withContacts(open.signals, earlier.recent, playbook.severity),
  };
}

/** Long words are asked for in several fields; together they are what the customer said. */
export function wordsIn(values: FormValues): string {
  const parts = [
    'words',
    ...Object.keys(values)
      .filter((name) => /^words\d+$/.test(name))
      .sort(byNumber),
  ];
  return parts.map((name) => values[name] ?? '').join('');
}

const byNumber = (a: string, b: string): number => Number(a.slice(5)) - Number(b.slice(5));

/** A release counts only while it names the very span it was offered for: words may have changed since. */
function masking(words: string, values: FormValues): Redaction {
  const praise = values['kind'] === 'praise';
  const released = new Set(values['unmask'] ?? []);
  const first = redact(words, { praise });
  const unmask = first.found.filter((f: Found) => released.has(unmaskChoice(f))).map((f) => f.index);
  return unmask.length === 0 ? first : redact(words, { praise, unmask });
}

/** Whom a filing is about: named by the filer, else by the words; null: nobody knows. */
export function customerIn(words: string, values: FormValues, vault: Vault): CustomerKey | null {
  const typed = values['customer'];
  const named = typeof typed === 'string' ? typed.trim() : '';
  const contact = named === '' ? contactOf(words, masking(words, values).found) : typedContact(named);
  return contact === null ? null : vault.pseudonym(contact);
}

export type Filing = {
  readonly intent: Pick<CaseCommandOf<'FileCase'>, 'type' | 'data'>;
  readonly original: Sealed | null;
};

/** What the filer confirmed, masked; the words as they came go into the vault, or nowhere if nothing was masked. */
export function filing(
  values: FormValues,
  context: Readonly<Record<string, string>>,
  presser: Person,
  playbook: Playbook,
  vault: Vault,
  earlier: readonly CaseId[] = [],
): Filing {
  const form = reader(values, playbook, presser);
  const words = wordsIn(values);
  const { text, found, sealable, counts } = masking(words, values);
  const kind = voiceKinds.find((k) => k === form.raw('kind')) ?? null;
  return {
    intent: {
      type: 'FileCase',
      data: {
        kind,
        channel: form.code('channel'),
        touchpoint: touchpoints.find((t) => t === form.raw('touchpoint')) ?? null,
        words: text,
        experience: redact(form.raw('experience'), { praise: kind === 'praise' }).text,
        wants: form.list('wants'),
        opinion: form.optionalText('opinion'),
        product: form.optionalText('product'),
        masked: counts,
        customer: customerIn(words, values, vault),
        earlier,
        permalink: context['permalink'] || null,
        signals: form.list('signals'),
        struggled: form.list('struggled'),
        waited: form.number('waited'),
        reach: form.reach('reach'),
        department: form.raw('department') === 'desk' ? null : form.department('department'),
        particulars: particularsIn(values, presser, playbook),
      },
    },
    original: found.length === 0 ? null : vault.seal(sealable),
  };
}
