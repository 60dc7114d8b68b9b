import { departmentHolding, type FiledCase } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type CaseId, caseNumber } from '../../src/domain/ids.ts';
import { storyPlaces } from '../../src/domain/react-places.ts';
import { nextStepOf } from '../../src/render/actions.ts';
import { reading } from '../../src/render/reading.ts';
import { spokenLine } from '../../src/render/story-line.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { becomes, type Office, shows } from './office.ts';

/** One case of an office: what became of it, and what its channels show of it. */
export function caseAtWork(office: Office, id: CaseId) {
  const { store } = office.meari;
  const number = caseNumber(id);

  async function now(): Promise<FiledCase> {
    const record = await store.load(id);
    if (record === null) throw new Error(`there is no ${number}`);
    return record.state;
  }
  const events = async (): Promise<readonly CaseEvent[]> => (await store.history(id)).map(({ event }) => event);
  const localeAt = (where: string) =>
    (office.playbook.departments.find(({ code }) => code === where) ?? office.playbook).locale;
  /** Its card in a channel; '' while there is none. */
  const card = (where: string): string =>
    office.channel(where).find(({ thread, text }) => thread === null && text.includes(number))?.text ?? '';
  const thread = (where: string): string => {
    const head = office.channel(where).find(({ thread: of, text }) => of === null && text.includes(number));
    return office
      .channel(where)
      .filter(({ thread: of }) => of !== null && of === head?.message)
      .map(({ text }) => text)
      .join('\n');
  };

  /** Waits until this person has done this; then until every channel that is to know shows it: card and thread. */
  async function happened(type: CaseEvent['type'], who: string): Promise<void> {
    const done = async () => (await events()).filter((event) => event.type === type && event.by?.id === who);
    await becomes(async () => (await done()).length > 0, true);
    await office.settled();
    const event = (await done()).at(-1);
    const state = await now();
    if (event === undefined) return;
    for (const audience of storyPlaces(event, state)) {
      const where = audience.to === 'desk' ? 'desk' : audience.department;
      const reads = reading(
        localeAt(where),
        office.playbook.zone,
        office.playbook,
        office.playbook.taxonomies,
        event.at,
      );
      await shows(() => thread(where), spokenLine(event, reads).split('\n')[0] ?? '');
    }
    const holder = departmentHolding(state);
    const next = nextStepOf[state.status];
    if (holder === null) return;
    const { glossary, steps } = wordsIn(localeAt(holder));
    await shows(() => card(holder), next === null ? glossary.statuses[state.status] : steps.labels[next]);
  }

  return { id, number, now, events, card, thread, happened };
}
export type CaseAtWork = ReturnType<typeof caseAtWork>;
