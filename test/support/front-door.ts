import { zipArchive } from '../../adapters/archive.ts';
import { addressWith } from '../../src/app/address.ts';
import { awayWith } from '../../src/app/away.ts';
import { calendarDeskWith } from '../../src/app/calendar-desk.ts';
import { callDeskWith } from '../../src/app/call-desk.ts';
import { careWith } from '../../src/app/care.ts';
import { changeDeskWith } from '../../src/app/change-desk.ts';
import { countClusters } from '../../src/app/count-clusters.ts';
import { exportDeskWith } from '../../src/app/export-desk.ts';
import { foldReflectionWith } from '../../src/app/fold-reflection.ts';
import { startingValues } from '../../src/app/form-values.ts';
import { gatherWith } from '../../src/app/gather.ts';
import { handleChangeWith } from '../../src/app/handle-change.ts';
import { handleCommandWith } from '../../src/app/handle-command.ts';
import { hearNoteWith } from '../../src/app/hear-note.ts';
import { lexiconDeskWith } from '../../src/app/lexicon-desk.ts';
import { likenessWith } from '../../src/app/likeness.ts';
import { readingForWith } from '../../src/app/reading-for.ts';
import { receiveWith } from '../../src/app/receive.ts';
import { remindDeskWith } from '../../src/app/remind-desk.ts';
import { showWith } from '../../src/app/show.ts';
import { sweepChanges } from '../../src/app/sweep-changes.ts';
import { tellWith } from '../../src/app/tell.ts';
import { type WarnAdmins, warnAdminsWith } from '../../src/app/warn-admins.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { awaits } from '../../src/domain/case/accountable.ts';
import { type CaseRecord, hasEnded, ownerOf } from '../../src/domain/case/case.ts';
import { type CaseId, caseId, causationId, customerKey, type PersonId, personId } from '../../src/domain/ids.ts';
import { type Duration, type Instant, instant } from '../../src/domain/instant.ts';
import type { Party, Person } from '../../src/domain/people.ts';
import { type Playbook, personOf } from '../../src/domain/playbook.ts';
import { dayIn } from '../../src/domain/zone.ts';
import type { Card, Press, Step } from '../../src/ports/card.ts';
import type { CaseQueries, Page } from '../../src/ports/case-queries.ts';
import type { ChatGateway, OutgoingFile, Place } from '../../src/ports/chat-gateway.ts';
import type { Directory, Known } from '../../src/ports/directory.ts';
import type { Form, FormValues } from '../../src/ports/form.ts';
import type { Gesture, Reply } from '../../src/ports/interaction.ts';
import type { Sought } from '../../src/ports/look-alikes.ts';
import type { Addressed } from '../../src/ports/outbox.ts';
import { caseCard } from '../../src/render/case-card.ts';
import { storyCard, wordCard } from '../../src/render/notice-card.ts';
import { countTouchpoints } from './count-touchpoints.ts';
import { memoryAbsences } from './memory-absences.ts';
import { memoryCalendars } from './memory-calendars.ts';
import { memoryChanges } from './memory-changes.ts';
import { memoryClusters } from './memory-clusters.ts';
import { memoryExport } from './memory-export.ts';
import { memoryLexicon } from './memory-lexicon.ts';
import { memoryReflections } from './memory-reflections.ts';
import { memoryStore } from './memory-store.ts';
import { memorySurges } from './memory-surges.ts';
import { noDigestDesk } from './no-digests.ts';
import { quietLog } from './quiet-log.ts';
import { shipped } from './shipped-playbook.ts';

const tenant = { platform: 'slack', tenant: 'T1' } as const;
/** Monday 2026-11-23 10:00 in Seoul. */
const opened = Date.UTC(2026, 10, 23, 1, 0);

const isParty = (person: Person) => (party: Party) => {
  if (party.type === 'person') return party.person.id === person.id;
  if (party.type === 'department') return person.department === party.department;
  return person.roles.includes(party.role) && (party.department ?? person.department) === person.department;
};

/**
 * Meari behind its front door, with its own playbook and everything kept in memory: people speak and press, and what
 * they get back and what is owed to the others can be read. The clock stands on a Monday and moves when told.
 */
export function frontDoor(playbook: Playbook = shipped) {
  const memory = memoryStore();
  const absences = memoryAbsences();
  const calendars = memoryCalendars(playbook.calendars);
  const lexicon = memoryLexicon(playbook.lookAlikes.lexicon);
  const log = quietLog();
  const seen = new Set<string>();
  const greeted = new Set<string>();
  let now = instant(opened);
  let interactions = 0;

  const knownAs = (id: string): Known => {
    const named = personOf(playbook, personId(id));
    return {
      person: {
        id: personId(id),
        name: named?.name ?? id,
        department: named?.department ?? null,
        roles: named?.roles ?? [],
      },
      locale: named?.locale ?? playbook.locale,
      zone: playbook.zone,
    };
  };
  const directory: Directory = {
    resolve: async (user) => (user.id.startsWith('outside') ? null : knownAs(user.id)),
    known: async (id) => knownAs(id),
    placesOf: async (id) => [{ ...tenant, kind: 'person', id }],
    withRole: (role, department) =>
      playbook.people
        .filter((p) => p.roles.includes(role) && (department === null || p.department === department))
        .map((p) => p.id),
    greet: async (id) => !greeted.has(id) && greeted.add(id) !== undefined,
    heard: async () => {},
    speak: async () => {},
  };

  const records = async (): Promise<readonly CaseRecord[]> => {
    const found: CaseRecord[] = [];
    for (let n = 1; ; n += 1) {
      const record = await memory.store.load(caseId(n));
      if (record === null) return found;
      found.push(record);
    }
  };
  const page = async (wanted: (record: CaseRecord) => boolean, limit: number): Promise<Page> => {
    const all = (await records()).filter(wanted);
    return { cases: all.slice(0, limit), total: all.length };
  };
  const queries: CaseQueries = {
    waitingFor: (person, limit) => page((r) => awaits(r.state).some(isParty(person)), limit),
    filedBy: (person, limit) => page((r) => r.state.filer.id === person, limit),
    givenTo: async (customer, besides) =>
      (await records()).filter((r) => r.id !== besides && r.state.customer === customer).map((r) => r.state),
    ownedBy: (person, limit) => page((r) => !hasEnded(r.state) && ownerOf(r.state)?.id === person, limit),
    /** The card of case 7 is `card-7`, wherever it hangs. */
    caseOfCard: async ({ message }) => {
      const n = /^card-(\d+)$/.exec(message)?.[1];
      return n === undefined ? null : caseId(Number(n));
    },
    leavingQuietly: (since, limit) =>
      page(
        ({ state }) =>
          state.assessment.leaving === true &&
          state.filedAt >= since &&
          (state.assessment.tier === 'S4' || state.voice.kind === 'inquiry'),
        limit,
      ),
    ofCustomer: async (customer, limit) => {
      const theirs = await page(
        ({ state }) => state.customer === customer && !['void', 'merged'].includes(state.status),
        1e9,
      );
      return { ...theirs, cases: theirs.cases.toReversed().slice(0, limit) };
    },
    refused: (from, to, limit) =>
      page(({ state }) => state.status === 'refused' && state.refusal.at >= from && state.refusal.at < to, limit),
    ideas: (since, limit) =>
      page(({ state: c }) => c.voice.kind === 'suggestion' && c.voice.ideas !== undefined && c.filedAt >= since, limit),
    heavy: async (since, least) => {
      const counted = new Map<PersonId, number>();
      for (const { state: c } of await records()) {
        const isHeavy = c.assessment.tier === 'S1' || c.conduct !== undefined;
        if (c.filedAt < since || !isHeavy) continue;
        counted.set(c.customerOwner.id, (counted.get(c.customerOwner.id) ?? 0) + 1);
      }
      return [...counted].filter(([, n]) => n >= least).map(([person, cases]) => ({ person, cases }));
    },
    byTouchpoint: async (...asked) => {
      const { changes: all } = await changes.find({ department: null, open: false }, 1e9);
      return { counts: countTouchpoints(await records(), all, asked), isWhole: true };
    },
    find: (filter, limit) => page((r) => filter.text === null || r.state.voice.words.includes(filter.text), limit),
  };

  const readingFor = readingForWith(
    playbook,
    () => null,
    () => now,
  );
  const clusters = memoryClusters(memory);
  const surges = memorySurges(records);
  const bulletins = new Map<string, readonly Addressed[]>();
  const changes = memoryChanges(() => now, clusters.mark);
  /** Alike is what says the very same; how texts are compared has its own suites. */
  const lookAlikes = {
    find: async ({ words, kind }: Sought) =>
      (await records())
        .filter(({ state }) => state.voice.words === words && state.voice.kind === kind)
        .reverse()
        .map(({ id, state }) => ({ id, score: 1, filedAt: state.filedAt, surge: state.surge ?? null })),
  };
  const aroundOf = async ({ id, state: { cluster } }: CaseRecord) => ({
    surge: await surges.waiting(id),
    cluster: cluster === undefined ? null : await clusters.view(await clusters.rootOf(cluster)),
  });
  const address = addressWith({
    playbook,
    directory,
    absences: (at) => absences.current(addDays(dayIn(at, playbook.zone), -1)),
    workspaces: () => [tenant],
    log,
  });
  const handle = handleCommandWith({
    store: memory.store,
    playbook,
    address,
    calendars: () => 1,
    committed: () => {},
  });
  const handleChange = handleChangeWith({ changes, playbook, address, calendars: () => 1, committed: () => {} });
  const vault = {
    seal: (text: string) => `sealed:${text}` as ReturnType<Parameters<typeof receiveWith>[0]['vault']['seal']>,
    open: (sealed: string) => sealed.replace(/^sealed:/, ''),
    pseudonym: (contact: string) => customerKey(`key-of-${contact}`),
  };
  const inbox = { first: async (id: string) => !seen.has(id) && seen.add(id) !== undefined };
  const gather = gatherWith({
    surges,
    bulletins: {
      owe: async (key, messages) => {
        if (bulletins.has(key)) return false;
        bulletins.set(key, messages);
        return true;
      },
    },
    clusters,
    store: memory.store,
    directory,
    handle,
    address,
    now: () => now,
    kick: () => {},
    log,
  });
  const reflections = memoryReflections();
  const show = showWith({ store: memory.store, queries, aroundOf, playbook, readingFor });
  const calls: { readonly to: string; readonly card: Card }[] = [];
  const files: { readonly to: string; readonly file: OutgoingFile }[] = [];
  let reachable = true;
  let takesFiles = true;
  const gateway = (place: Place): ChatGateway => ({
    ...tenant,
    profile: async () => null,
    find: async () => ({ ok: true, value: null }),
    sendFile: async (to, file) => {
      if (!takesFiles) return { ok: false, error: { type: 'forbidden', reason: 'missing_scope' } };
      files.push({ to: to.id, file });
      return { ok: true, value: 'sent' };
    },
    deliver: async ({ card }) => {
      if (!reachable) return { ok: false, error: { type: 'retry-later', afterMs: null, reason: 'down' } };
      calls.push({ to: place.id, card });
      return { ok: true, value: { ...tenant, conversation: place.id, message: String(calls.length) } };
    },
  });
  const exportDesk = exportDeskWith({
    reads: memoryExport(records, memory.store),
    directory,
    gateway,
    archive: zipArchive,
    tell: (...word) => tell(...word),
    playbook,
    readingFor,
    now: () => now,
    log,
  });
  const tell = tellWith({ directory, gateway, readingFor, log });
  const callDesk = callDeskWith({ directory, tell, readingFor });
  const away = awayWith({ absences, directory, playbook, readingFor, tell });
  const calendarDesk = calendarDeskWith({ calendars, playbook, readingFor });
  const care = careWith({ queries, directory, inbox, playbook, tell, log });
  const remindDesk = remindDeskWith({ playbook, directory, inbox, tell, log });
  const warnAdmins: WarnAdmins = warnAdminsWith({ calendars, directory, inbox, tell, log });
  const receive = receiveWith({
    store: memory.store,
    queries,
    directory,
    inbox,
    vault,
    playbook,
    readingFor,
    show,
    handle,
    hearNote: hearNoteWith({ playbook, queries, directory, handle, show, readingFor }),
    callDesk,
    away,
    calendarDesk,
    lexiconDesk: lexiconDeskWith({ book: lexicon, playbook, readingFor }),
    digestDesk: noDigestDesk,
    changeDesk: changeDeskWith({
      changes,
      clusters,
      store: memory.store,
      handle,
      handleChange,
      playbook,
      readingFor,
    }),
    foldReflection: foldReflectionWith({
      store: memory.store,
      reflections,
      clusters,
      address,
      readingFor,
      kick: () => {},
    }),
    exportDesk,
    lookAlikes,
    likeness: likenessWith({ store: memory.store, clusters, surges, handle, playbook, readingFor, kick: () => {} }),
    log,
  });

  const says = (who: string, gesture: Gesture, surface: 'home' | 'elsewhere' = 'elsewhere'): Promise<Reply> => {
    interactions += 1;
    const id = causationId(`slack:test:${interactions}`);
    return receive({ id, user: { ...tenant, id: who }, locale: null, at: now, surface, gesture });
  };

  const press = (who: string, step: Step, id: number | null, arg?: string): Promise<Reply> => {
    const pressed: Press = { step, caseId: id === null ? null : caseId(id), ...(arg === undefined ? {} : { arg }) };
    return says(who, { type: 'press', press: pressed });
  };

  return {
    log,
    /** Counts what has changed, as the timekeeper does at each look. */
    count: async () => {
      const kick = () => {};
      const at = () => now;
      await countClusters({
        clusters,
        store: memory.store,
        changes,
        handle,
        handleChange,
        address,
        playbook,
        now: at,
        kick,
        log,
      });
      const ahead = () => 0 as Duration;
      await sweepChanges({
        changes,
        clusters,
        handle: handleChange,
        playbook,
        calendars: () => 1,
        now: at,
        ahead,
        log,
      });
    },
    clusters,
    changes,
    surges,
    /** What was owed once, by its key. */
    bulletins,
    /** Tells of surges, and links what somebody has said of them, as the timekeeper does at each look. */
    gather: () => gather.look(),
    reflections,
    aroundOf,
    absences,
    calendars,
    lexicon,
    warnAdmins: () => warnAdmins(now),
    care: () => care(now),
    remindDesk: () => remindDesk(now),
    /** What was sent past the outbox: calls to the VOC desk, words about absences and calendars. */
    calls,
    /** Files that were handed over, when all that were asked for are made. */
    files: async () => {
      await exportDesk.settled();
      return files;
    },
    refuseFiles: () => {
      takesFiles = false;
    },
    exportDesk,
    cutOff: () => {
      reachable = false;
    },
    says,
    press,
    command: (who: string, text: string) => says(who, { type: 'command', text }),
    /** Fills in an open form and sends it. */
    send: (who: string, reply: Reply, values: FormValues): Promise<Reply> => {
      if (reply.type !== 'open-form' && reply.type !== 'redraw-form') throw new Error(`${who} got ${textOf(reply)}`);
      const { form } = reply;
      const filled = { ...startingValues(form), ...values };
      return says(who, { type: 'submit', step: form.step, context: form.context, values: filled });
    },
    /** Types into an open filing form; it comes back drawn again. */
    refresh: (who: string, reply: Reply, values: FormValues, field: string): Promise<Reply> => {
      if (reply.type !== 'open-form' && reply.type !== 'redraw-form') throw new Error(`${who} got ${textOf(reply)}`);
      const { form } = reply;
      const filled = { ...startingValues(form), ...values };
      return says(who, { type: 'refresh', step: form.step, context: form.context, values: filled, field });
    },
    /** Presses, fills in the form if one opens, and insists that it went through. */
    does: async (who: string, step: Step, id: number, values: FormValues = {}, arg?: string): Promise<Reply> => {
      const reply = await press(who, step, id, arg);
      const answer = reply.type === 'open-form' ? await sendTo(who, reply.form, values) : reply;
      const wentThrough = answer.type === 'done' || answer.type === 'nothing' || answer.type === 'home';
      if (!wentThrough) throw new Error(`${who} could not ${step}: ${textOf(answer)}`);
      return answer;
    },
    pass: (ms: number): Instant => {
      now = instant(now + ms);
      return now;
    },
    now: () => now,
    at: (ms: number): string => String(now + ms),
    case: async (id: number): Promise<CaseRecord> => {
      const record = await memory.store.load(caseId(id));
      if (record === null) throw new Error(`there is no case ${id}`);
      return record;
    },
    history: (id: number) => memory.store.history(caseId(id)),
    /** Everything that was ever owed to anybody, in order. */
    owed: (): readonly Addressed[] => memory.changes.flatMap((change) => change.messages),
    /** The private words owed to somebody so far, drawn as the case is now. */
    words: async (who: string): Promise<readonly Card[]> => {
      const drawn: Card[] = [];
      for (const [i, change] of memory.changes.entries()) {
        const id: CaseId = change.caseId ?? caseId(memory.changes.slice(0, i + 1).filter((c) => !c.caseId).length);
        for (const { notice, person } of change.messages) {
          if (notice.type !== 'word' || person !== who) continue;
          const record = await memory.store.load(id);
          if (record === null) throw new Error('a word about no case');
          const known = knownAs(who);
          const { changeAnswer: answer } = record.state;
          const change = answer?.type === 'change' ? await changes.load(answer.change) : null;
          drawn.push(wordCard(notice.event, record, person, readingFor(known.locale, known.zone, null), { change }));
        }
      }
      return drawn;
    },
    /** The living card of a case in a department's channel. */
    card: async (id: number, department: string): Promise<Card> => {
      const record = await memory.store.load(caseId(id));
      const held = playbook.departments.find((d) => d.code === department);
      if (record === null) throw new Error(`there is no case ${id}`);
      const place = held ? ({ to: 'department', department: held.code } as const) : ({ to: 'desk' } as const);
      return caseCard(
        record,
        place,
        readingFor(held?.locale ?? playbook.locale, playbook.zone, null),
        await aroundOf(record),
      );
    },
    story: async (id: number): Promise<readonly string[]> => {
      const record = await memory.store.load(caseId(id));
      if (record === null) throw new Error(`there is no case ${id}`);
      const log = await memory.store.history(caseId(id));
      const reading = readingFor(playbook.locale, playbook.zone, null);
      return log.map(({ event }) => storyCard(event, record, reading).fallback);
    },
  };

  function sendTo(who: string, form: Form, values: FormValues): Promise<Reply> {
    const filled = { ...startingValues(form), ...values };
    return says(who, { type: 'submit', step: form.step, context: form.context, values: filled });
  }
}

/** Whatever an answer says, as one text. */
export function textOf(reply: Reply): string {
  switch (reply.type) {
    case 'say':
    case 'home':
      return reply.card.fallback;
    case 'done':
      return reply.card?.fallback ?? '';
    case 'field-errors':
      return Object.entries(reply.errors)
        .map(([field, said]) => `${field}: ${said}`)
        .join('\n');
    case 'open-form':
    case 'redraw-form':
      return reply.form.title;
    case 'nothing':
      return '';
  }
}
