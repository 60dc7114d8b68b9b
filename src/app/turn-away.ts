import type { Interaction, Reply } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { ReceiveDeps } from './receive-deps.ts';

/** A bot, somebody of another company in a shared channel: they learn whom to speak to, and nothing else. */
export function turnedAway(deps: ReceiveDeps, { gesture, locale }: Interaction): Reply {
  deps.log.info('somebody who is no colleague was turned away', { gesture: gesture.type });
  const reading = deps.readingFor(locale ?? deps.playbook.locale, deps.playbook.zone, null);
  const card = sentenceCard(reading.words.views.stranger);
  switch (gesture.type) {
    case 'home':
      return { type: 'home', card };
    case 'language':
    case 'refresh':
      return { type: 'nothing' };
    default:
      return { type: 'say', card };
  }
}
