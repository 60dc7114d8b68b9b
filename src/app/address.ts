import type { Said } from '../domain/case/note.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Audience, Notice, NudgeNotice } from '../domain/notices.ts';
import { departmentOf, type Platform, type Playbook } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import type { Log } from '../ports/ambient.ts';
import type { Place } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { OwedNudge } from '../ports/nudges.ts';
import type { Addressed } from '../ports/outbox.ts';
import { addressNudges, type NudgeAddressDeps } from './address-nudges.ts';

export type Workspace = { readonly platform: Platform; readonly tenant: string };
/** Where everything that is owed goes: into a lane at once, or onto the list of what waits for its hour. */
export type Address = (
  notices: readonly Notice[],
  at: Instant,
) => Promise<{ readonly messages: readonly Addressed[]; readonly nudges: readonly OwedNudge[] }>;
type Bindings = Readonly<Partial<Record<Platform, string>>>;

/**
 * From "who is owed" to "where it goes". A channel nobody bound falls back to the VOC desk's, and a person nobody can
 * reach is named in the log: silence is never where a notice ends.
 */
export function addressWith(deps: {
  readonly playbook: Playbook;
  readonly directory: Directory;
  readonly absences: NudgeAddressDeps['absences'];
  readonly workspaces: () => readonly Workspace[];
  readonly log: Log;
}): Address {
  const { playbook, directory, log } = deps;

  const channels = (bound: Bindings): readonly Place[] =>
    deps.workspaces().flatMap(({ platform, tenant }) => {
      const id = bound[platform];
      return id === undefined ? [] : [{ platform, tenant, kind: 'channel' as const, id }];
    });

  const desk = (): readonly Place[] => channels(playbook.desk.channels);

  function channelsOf(
    audience: Extract<Audience, { to: 'department' | 'desk' | 'kudos' | 'executives' }>,
  ): readonly Place[] {
    if (audience.to === 'desk') return desk();
    if (audience.to === 'executives') return channels(playbook.digests.channels);
    const forAll = audience.to === 'kudos' ? channels(playbook.kudos.channels) : [];
    if (forAll.length > 0) return forAll;
    if (audience.department === null) return desk();
    const own = channels(departmentOf(playbook, audience.department)?.channels ?? {});
    if (own.length > 0) return own;
    log.warn('department has no channel here; its notices go to the VOC desk', { department: audience.department });
    return desk();
  }

  function peopleIn(audience: Extract<Audience, { to: 'person' | 'role' }>): readonly PersonId[] {
    return audience.to === 'person' ? [audience.person] : directory.withRole(audience.role, audience.department);
  }

  async function inPrivate(
    notice: Exclude<Notice, NudgeNotice>,
    people: readonly PersonId[],
  ): Promise<readonly Addressed[]> {
    const reached = await Promise.all(
      people.map(async (person) => (await directory.placesOf(person)).map((place) => ({ place, person, notice }))),
    );
    const silent = people.filter((_, i) => reached[i]?.length === 0);
    if (people.length === 0 || silent.length > 0) {
      log.warn('somebody is owed a word but has no chat here', { audience: notice.audience, people: silent });
    }
    return reached.flat();
  }

  /** Whoever has left has no chat here; somebody else stands in where they owed something. */
  async function present(
    notice: Extract<Notice, { type: 'word' | 'change-word' }>,
    actor: PersonId | null,
  ): Promise<readonly PersonId[]> {
    const named = peopleIn(notice.audience);
    if (notice.type === 'word' || notice.instead === undefined) return named;
    const places = await Promise.all(named.map((id) => directory.placesOf(id)));
    if (places.some((found) => found.length > 0)) return named;
    const others = peopleIn(notice.instead);
    return others.length > 0 && !others.every((id) => id === actor) ? others : named;
  }

  async function addressed(notice: Exclude<Notice, NudgeNotice>): Promise<readonly Addressed[]> {
    switch (notice.type) {
      case 'card':
      case 'story':
      case 'change-card':
      case 'change-story':
        return channelsOf(notice.audience).map((place) => ({ place, person: null, notice }));
      case 'bulletin':
        return notice.audience.to === 'role' || notice.audience.to === 'person'
          ? inPrivate(notice, peopleIn(notice.audience))
          : channelsOf(notice.audience).map((place) => ({ place, person: null, notice }));
      case 'note':
        return channelsOf(notice.audience)
          .filter((place) => !isWhere(place, notice.said))
          .map((place) => ({ place, person: null, notice }));
      case 'word':
      case 'change-word': {
        const actor = notice.event.by?.id ?? null;
        return inPrivate(notice, without(actor, await present(notice, actor)));
      }
      default:
        return unreachable(notice);
    }
  }

  return async (notices, at) => {
    const waiting = notices.filter((notice) => notice.type === 'nudge');
    const [messages, nudges] = await Promise.all([
      Promise.all(notices.flatMap((notice) => (notice.type === 'nudge' ? [] : [addressed(notice)]))),
      addressNudges(deps, waiting, at),
    ]);
    return { messages: once(messages.flat()), nudges };
  };
}

/** Where a note was written it stands already. */
const isWhere = (place: Place, said: Said): boolean =>
  place.platform === said.platform && place.tenant === said.tenant && place.id === said.conversation;

/** A person who holds two roles, or is both filer and customer owner, is told once. */
function once(all: readonly Addressed[]): readonly Addressed[] {
  const seen = new Set<string>();
  return all.filter(({ place, notice }) => {
    const kind = notice.audience.to === 'kudos' ? 'kudos' : notice.type;
    const about = 'event' in notice ? `${kind}:${notice.event.type}` : kind;
    const key = `${place.platform}/${place.tenant}/${place.id}/${about}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** Nobody is told what they did themselves, unless nobody else is there to know. */
function without(actor: PersonId | null, people: readonly PersonId[]): readonly PersonId[] {
  const others = people.filter((id) => id !== actor);
  return others.length > 0 ? others : people;
}
