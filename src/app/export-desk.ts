import { addDays } from '../domain/calendar.ts';
import { mayTakeOut } from '../domain/export/rights.ts';
import type { Counting } from '../domain/export/table.ts';
import type { Instant } from '../domain/instant.ts';
import { firstDayOf, monthIn } from '../domain/month.ts';
import type { Person } from '../domain/people.ts';
import { type Period, periodText, readPeriod } from '../domain/period.ts';
import type { Playbook } from '../domain/playbook.ts';
import { dayIn, momentAt } from '../domain/zone.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { Archive } from '../ports/archive.ts';
import type { ChatGateway, OutgoingFile, Place } from '../ports/chat-gateway.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { ExportReads, ExportScope } from '../ports/export.ts';
import type { ExternalUser, Interaction, Reply } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { Reading } from '../render/reading.ts';
import { exportRecords } from './export-records.ts';
import { faultOf } from './faults.ts';
import type { ReadingFor } from './reading-for.ts';
import type { Tell } from './tell.ts';

export type ExportDeskDeps = {
  readonly reads: ExportReads;
  readonly directory: Pick<Directory, 'resolve'>;
  readonly gateway: (place: Place) => Pick<ChatGateway, 'sendFile'> | null;
  readonly archive: () => Archive;
  readonly tell: Tell;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
  readonly now: Clock;
  readonly log: Log;
};

/** A file that is made while people work, and kept in memory until it is sent. Above, an operator makes it. */
const mostInChat = 20_000;

/**
 * Records as a file, asked for in chat. The answer comes at once, the file when it is made; who took out what is logged,
 * as it is who looked behind a mask.
 */
export function exportDeskWith(deps: ExportDeskDeps) {
  const { reads, playbook, log } = deps;
  const underway = new Set<Promise<unknown>>();
  const readingOf = ({ locale, zone }: Known): Reading => deps.readingFor(locale, zone, null);
  const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });

  /** This month so far, where nobody says otherwise. */
  function periodOf(text: string, at: Instant): Period | null {
    if (text !== '') return readPeriod(text);
    return { from: firstDayOf(monthIn(at, playbook.zone)), to: dayIn(at, playbook.zone) };
  }

  /** Null: this person takes nothing out. */
  function scopeFor(person: Person, { from, to }: Period): ExportScope | null {
    const rights = mayTakeOut(person);
    if (rights === null) return null;
    const midnight = (day: Period['from']): Instant => momentAt(day, 0, 0, playbook.zone);
    return { ...rights, from: midnight(from), to: midnight(addDays(to, 1)) };
  }

  const countOf = async (scope: ExportScope): Promise<number> => reads.count(scope, await reads.lastCase());

  async function made(known: Known, period: Period, scope: ExportScope): Promise<OutgoingFile> {
    const archive = deps.archive();
    const counting: Counting = { playbook, now: deps.now() };
    const { counts } = await exportRecords(reads, scope, counting, async (file, text) => archive.write(file, text));
    const cases = counts.rows('cases.csv');
    const { department } = scope;
    log.info('records were taken out', { person: known.person.id, period: periodText(period), department, cases });
    const name = ['voc', periodText(period).replace('~', '_'), ...(department === null ? [] : [department])].join('-');
    const title = readingOf(known).words.export.title(periodText(period), cases);
    return { name: `${name}.zip`, title, bytes: archive.whole(), ticket: periodText(period) };
  }

  async function handOver(known: Known, { user, id }: Interaction, period: Period, scope: ExportScope): Promise<void> {
    const place: Place = { platform: user.platform, tenant: user.tenant, kind: 'person', id: user.id };
    const sent = await made(known, period, scope)
      .then((file) => deps.gateway(place)?.sendFile(place, file))
      .catch((fault: unknown) => {
        log.error('an export broke', { person: known.person.id, ...faultOf(fault) });
      });
    if (sent?.ok) return;
    if (sent !== undefined) log.warn('an export was not taken', { person: known.person.id, reason: sent.error.reason });
    await deps.tell(known.person.id, `export:${id}`, (r) => sentenceCard(r.words.export.failed));
  }

  return {
    /** What somebody typed behind the word; '' where they pressed. */
    ask: async (known: Known, interaction: Interaction, text: string): Promise<Reply> => {
      const w = readingOf(known).words.export;
      if (mayTakeOut(known.person) === null) return say(w.notAllowed);
      const period = periodOf(text, interaction.at);
      const scope = period === null ? null : scopeFor(known.person, period);
      if (period === null || scope === null) return say(w.noPeriod);
      const [count, days] = [await countOf(scope), periodText(period)];
      if (count === 0) return say(w.nothing(days));
      if (count > mostInChat) return say(w.tooMany(days, count, mostInChat));
      const work = handOver(known, interaction, period, scope);
      underway.add(work);
      void work.finally(() => underway.delete(work)).catch(() => undefined);
      return say(scope.department === null ? w.making(days, count) : w.makingOwn(days, count));
    },
    /** Made again for whoever agreed to take it; null: they may not, or there is too much by now. */
    again: async (user: ExternalUser, ticket: string): Promise<OutgoingFile | null> => {
      const known = await deps.directory.resolve(user, null);
      const period = readPeriod(ticket);
      const scope = known === null || period === null ? null : scopeFor(known.person, period);
      if (known === null || period === null || scope === null || (await countOf(scope)) > mostInChat) return null;
      return made(known, period, scope);
    },
    /** Resolves when every file that was asked for is on its way. */
    settled: async (): Promise<void> => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}
export type ExportDesk = ReturnType<typeof exportDeskWith>;
