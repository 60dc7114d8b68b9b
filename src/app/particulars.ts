import type { Particulars } from '../domain/intake/particulars.ts';
import type { Person, PersonRef } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { FormValues } from '../ports/form.ts';
import { wordsIn } from '../render/words/locales.ts';
import { reader } from './form-values.ts';

/** What a filing form came back with that only some kinds are asked. What was left open is left out. */
export function particularsIn(values: FormValues, presser: Person, playbook: Playbook): Particulars {
  const form = reader(values, playbook, presser);
  const tag = form.optionalText('tag');
  const [experienced, renewal, promised] = [form.day('experienced'), form.day('renewal'), form.day('promised')];
  const praised: PersonRef | null = form.person('praised');
  const lists = (['likes', 'hates', 'groups', 'ideas', 'conduct'] as const).flatMap((name) => {
    const codes = form.list(name);
    return codes.length === 0 ? [] : [[name, codes] as const];
  });
  return {
    ...Object.fromEntries(lists),
    ...(tag === null ? {} : { tag }),
    ...(form.yes('nearMiss') ? { nearMiss: true } : {}),
    // In the log for good, so in the company's language.
    ...(form.yes('unnamed') ? { unnamed: wordsIn(playbook.locale).light.unnamed } : {}),
    ...(experienced === null ? {} : { experienced }),
    ...(renewal === null ? {} : { renewal }),
    ...(promised === null ? {} : { promised }),
    ...(praised === null ? {} : { praised }),
  };
}
