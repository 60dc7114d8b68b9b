import type { Bulletin } from './bulletins.ts';
import type { CaseEvent } from './case/events.ts';
import type { Said } from './case/note.ts';
import type { ChangeEvent } from './change/events.ts';
import type { CaseId, ChangeId, DepartmentCode, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ReachRead } from './intake/reach.ts';
import type { Role } from './people.ts';
import type { ClockName } from './sla/terms.ts';

/** Who is owed a notice. A department and the desk are channels; persons and roles are private. */
export type Audience =
  | { readonly to: 'department'; readonly department: DepartmentCode }
  | { readonly to: 'desk' }
  /** The company's channel for praise and for what has changed; the department's own where it has none. */
  | { readonly to: 'kudos'; readonly department: DepartmentCode | null }
  | { readonly to: 'person'; readonly person: PersonId }
  /** The executives' own channel; nobody, where they have none. */
  | { readonly to: 'executives' }
  /** Everybody with the role; with `department`, only that department's. */
  | { readonly to: 'role'; readonly role: Role; readonly department: DepartmentCode | null }
  /** Whoever is on duty for the department at the time; its lead where nobody is. */
  | { readonly to: 'duty'; readonly department: DepartmentCode };

/** Somebody who can be told in private. */
export type Reader = Extract<Audience, { to: 'person' | 'role' | 'duty' }>;

/** A rung that was reached: what a reminder is about. It is drawn from the clock as it is when it leaves. */
export type Nudge = {
  readonly clock: ClockName;
  /** Which of several clocks of that name. */
  readonly of?: string;
  /** Percent of the clock. */
  readonly rung: number;
  /** Leaves at once, whatever the hour, and is not counted. `safety`: executives too. */
  readonly urgent: boolean;
  readonly safety: boolean;
  /** It asks for a word with the customer: better when they can be reached, as long as that is before it is due. */
  readonly reach?: { readonly hours: Pick<ReachRead, 'week' | 'span'>; readonly dueAt: Instant };
  /** The reminder is about a process change, not about the case it began with. */
  readonly change?: ChangeId;
};

/** A reminder of a case that has left, alone or with others. */
export type SentNudge = Nudge & { readonly caseId: CaseId };

/**
 * What an event owes to an audience, not yet words.
 * `card`: the living card there must show the case as it is now (posted once, then updated in place).
 * `story`: one line in that card's thread about the event.
 * `note`: the line in that card's thread must show the note as it is now (posted once, then updated in place).
 * `word`: a private message about the event.
 */
export type CaseNotice =
  | { readonly type: 'card'; readonly audience: Extract<Audience, { to: 'department' | 'desk' }> }
  | {
      readonly type: 'story';
      /** `kudos`: praise for everybody to read, posted under no card. */
      readonly audience: Extract<Audience, { to: 'department' | 'desk' | 'kudos' }>;
      readonly event: CaseEvent;
    }
  | { readonly type: 'note'; readonly audience: Extract<Audience, { to: 'department' | 'desk' }>; readonly said: Said }
  | {
      readonly type: 'word';
      readonly audience: Extract<Audience, { to: 'person' | 'role' }>;
      readonly event: CaseEvent;
    };

/**
 * What an event of a process change owes. It hangs beside the case the change began with: `said` tells its card from that
 * case's own.
 */
export type ChangeNotice =
  | {
      readonly type: 'change-card';
      readonly audience: Extract<Audience, { to: 'department' }>;
      readonly said: OfChange;
    }
  | {
      readonly type: 'change-story';
      readonly audience: Extract<Audience, { to: 'department' }>;
      readonly said: OfChange;
      readonly event: ChangeEvent;
    }
  | {
      readonly type: 'change-word';
      readonly audience: Extract<Audience, { to: 'person' | 'role' }>;
      /** Who hears of it where a person with a duty has left: what is owed is never owed by nobody. */
      readonly instead?: Extract<Audience, { to: 'role' }>;
      readonly said: OfChange;
      readonly event: ChangeEvent;
    };
/** What is told once: to everybody, to a department, or to those who decide. */
export type BulletinNotice = {
  readonly type: 'bulletin';
  readonly audience: Extract<Audience, { to: 'kudos' | 'role' | 'person' | 'department' | 'executives' }>;
  readonly bulletin: Bulletin;
};
export type OfChange = { readonly change: ChangeId };

/** A reminder that waits: owed to somebody in their working hours, so whoever sends it says when. */
export type NudgeNotice = {
  readonly type: 'nudge';
  readonly audience: Reader;
  /** Told where those cannot be: who leads them. */
  readonly instead: Reader;
  readonly nudge: Nudge;
};

/** Reminders that leave: one, or the bundle of a person's, most urgent first. */
export type NudgesNotice = {
  readonly type: 'nudges';
  readonly audience: Extract<Audience, { to: 'person' }>;
  readonly nudges: readonly SentNudge[];
};

/** Something owed: at once, or in somebody's working hours. */
export type Notice = CaseNotice | ChangeNotice | BulletinNotice | NudgeNotice;

/** What goes out to a place as it is. */
export type Deliverable = CaseNotice | ChangeNotice | BulletinNotice | NudgesNotice;
