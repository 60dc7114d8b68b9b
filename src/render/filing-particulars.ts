import type { VoiceKind } from '../domain/intake/voice.ts';
import type { Field, FormValues } from '../ports/form.ts';
import { type Suggested, settled, typedList, typedText } from './filing-suggestions.ts';
import { termChoices } from './forms/choices.ts';
import { checkbox, choice, dayField, oneLine, select, severalOf } from './forms/fields.ts';
import type { Reading } from './reading.ts';

const optional = { required: false } as const;

/** What only some kinds are asked when they are filed. Nothing of it is required, and nothing asks who somebody is. */
export function particularFields(
  kind: VoiceKind | null,
  department: string,
  typed: FormValues,
  suggested: { readonly last: Suggested; readonly next: Suggested },
  r: Reading,
): readonly Field[] {
  const w = r.words.light.filing;
  const some = (name: 'likes' | 'hates' | 'groups' | 'ideas', list: 'aspects' | 'groups' | 'ideas') => {
    const choices = termChoices(list, r);
    const initial = typedList(typed, name) ?? [];
    return choices.length === 0 ? [] : [severalOf(name, w[name], choices, { ...optional, initial })];
  };
  const ticked = (name: 'nearMiss' | 'unnamed'): boolean => (typedList(typed, name) ?? []).length > 0;
  const tag = oneLine('tag', w.tag, { ...optional, hint: w.tagHint, max: 30, initial: typedText(typed, 'tag') ?? '' });
  switch (kind) {
    case 'praise':
      return [
        select('praised', w.praised, peopleOf(department, r), {
          ...optional,
          hint: w.praisedHint,
          initial: typedText(typed, 'praised') ?? null,
        }),
        ...some('likes', 'aspects'),
        tag,
        ...some('groups', 'groups'),
      ];
    case 'complaint':
    case 'claim':
      return [
        ...some('likes', 'aspects'),
        ...some('hates', 'aspects'),
        tag,
        ...some('groups', 'groups'),
        ...conductField(typed, suggested, r),
      ];
    case 'suggestion':
      return some('ideas', 'ideas');
    case 'requirement':
      return [
        dayField('renewal', w.renewal, typedText(typed, 'renewal') ?? null, optional),
        dayField('promised', w.promised, typedText(typed, 'promised') ?? null, { ...optional, hint: w.promisedHint }),
      ];
    case 'voe':
      return [
        checkbox('unnamed', w.unnamed, choice('yes', w.unnamedTick), {
          ...optional,
          hint: w.unnamedHint,
          initial: ticked('unnamed'),
        }),
        checkbox('nearMiss', w.nearMiss, choice('yes', w.nearMissTick), { ...optional, initial: ticked('nearMiss') }),
      ];
    default:
      return conductField(typed, suggested, r);
  }
}

/** Suggested where the words are harsh, and confirmed by a person: else they stand on a card before anybody flags them. */
function conductField(
  typed: FormValues,
  { last, next }: { readonly last: Suggested; readonly next: Suggested },
  r: Reading,
): readonly Field[] {
  const choices = termChoices('conduct', r);
  const { conduct, conductHint } = r.words.light.filing;
  const initial = settled(typedList(typed, 'conduct'), last.conduct, next.conduct);
  return choices.length === 0
    ? []
    : [severalOf('conduct', conduct, choices, { ...optional, hint: conductHint, initial })];
}

/** Colleagues of the department first. */
function peopleOf(department: string, r: Reading) {
  const { people } = r.playbook;
  const own = people.filter((p) => p.department === department);
  return [...own, ...people.filter((p) => p.department !== department)].map((p) => choice(p.id, p.name));
}
