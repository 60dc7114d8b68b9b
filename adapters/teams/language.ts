import { causationId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Receive } from '../../src/ports/interaction.ts';

/** People whose language is remembered here; beyond that it is told once more. */
const keptAtMost = 10_000;

/**
 * Teams tells nobody that a client speaks another language now, but says which one it speaks with whatever is done in it.
 * So the front door is told with the first thing somebody does, and whenever it is another one; private words follow.
 */
export function hearing(receive: Receive): Receive {
  const heard = new Map<string, Locale>();
  return async (interaction) => {
    const { user, locale, id, gesture } = interaction;
    // What people say to each other in a channel is nobody's business here, nor is in which language.
    const isToMeari = gesture.type !== 'note';
    if (isToMeari && locale !== null && heard.get(user.id) !== locale) {
      if (heard.size >= keptAtMost) heard.clear();
      heard.set(user.id, locale);
      const told = { ...interaction, id: causationId(`${id}:language`), locale: null } as const;
      await receive({ ...told, surface: 'elsewhere', gesture: { type: 'language', locale } });
    }
    return receive(interaction);
  };
}
