import { type Random, seededRandom } from './random.ts';

/** What goes wrong on purpose. Probabilities are 0–1; everything 0, false or 1 means nothing does. */
export type FaultSettings = {
  /** Starts the row of chances anew; the same seed and the same calls fail the same way. */
  readonly seed: number;
  /** So many further Web API calls are answered 429. */
  readonly rateLimitTimes: number;
  readonly rateLimitProbability: number;
  /** Seconds named in those 429 answers. */
  readonly retryAfter: number;
  /** Web API calls answered 500, undone. */
  readonly serverErrors: number;
  /** Milliseconds every Web API call waits first. */
  readonly slowMs: number;
  /** How often each command, interaction and event reaches the app in all. */
  readonly duplicateDelivery: number;
  /** Two events that follow each other swap places. */
  readonly outOfOrder: boolean;
  /** Posts and updates that happen, and whose answer is then lost with the connection. */
  readonly dropReplyAfterPost: number;
  /** So many further uses of an uploaded picture are refused, as it is still being looked at. */
  readonly unreadyPictures: number;
  /** Web API connections are cut before anything happens. */
  readonly refuse: boolean;
  /** Slack's own rate limits; off for tests of throughput. */
  readonly rateLimits: boolean;
};

export type Faults = {
  readonly settings: () => FaultSettings;
  readonly set: (change: Partial<FaultSettings>) => FaultSettings;
  readonly clear: () => void;
  /** True with this probability, from the seeded row. */
  readonly chance: (probability: number) => boolean;
  /** One of the counted 429 answers, while there are any left. */
  readonly takeStorm: () => boolean;
  /** One of the counted refusals of a picture, while there are any left. */
  readonly takeUnready: () => boolean;
};

const calm: FaultSettings = {
  seed: 1,
  rateLimitTimes: 0,
  rateLimitProbability: 0,
  retryAfter: 1,
  serverErrors: 0,
  slowMs: 0,
  duplicateDelivery: 1,
  outOfOrder: false,
  dropReplyAfterPost: 0,
  unreadyPictures: 0,
  refuse: false,
  rateLimits: true,
};

export const createFaults = (): Faults => {
  let settings = calm;
  let random: Random = seededRandom(calm.seed);
  const set = (change: Partial<FaultSettings>): FaultSettings => {
    settings = { ...settings, ...change };
    if (change.seed !== undefined) random = seededRandom(change.seed);
    return settings;
  };
  const chance = (probability: number): boolean => probability > 0 && random() < probability;
  return {
    settings: () => settings,
    set,
    clear: () => {
      set(calm);
    },
    chance,
    takeStorm: () => {
      if (settings.rateLimitTimes <= 0) return chance(settings.rateLimitProbability);
      set({ rateLimitTimes: settings.rateLimitTimes - 1 });
      return true;
    },
    takeUnready: () => {
      if (settings.unreadyPictures <= 0) return false;
      set({ unreadyPictures: settings.unreadyPictures - 1 });
      return true;
    },
  };
};

/** The settings in a page's or a test's request, unknown or ill-typed ones left out. */
export const readFaults = (body: Readonly<Record<string, unknown>>): Partial<FaultSettings> =>
  Object.fromEntries(
    Object.entries(calm).flatMap(([key, normal]) => {
      const value = body[key];
      if (typeof value !== typeof normal) return [];
      return typeof value === 'number' && !(Number.isFinite(value) && value >= 0) ? [] : [[key, value]];
    }),
  );
