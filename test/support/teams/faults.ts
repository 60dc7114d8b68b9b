import { seededRandom } from '../../../adapters/sandbox/random.ts';

/** What becomes of a bot's call. */
export type Fault =
  /** Taken; the connection is cut before the answer. */
  | { readonly type: 'lose-answer' }
  /** Cut before anything was taken. */
  | { readonly type: 'cut' }
  | { readonly type: 'limit'; readonly retryAfterSeconds: number | null }
  /** `taken`: a gateway on the way gave up, and Teams did it all the same. */
  | { readonly type: 'status'; readonly status: 412 | 500 | 502 | 503 | 504; readonly taken?: boolean }
  /** Taken, and answered, so much later. */
  | { readonly type: 'slow'; readonly ms: number };

/** `post`: a new message, `update`, `delete`; `create`: a personal chat opened without a word; `read`: members. */
export type Call = 'post' | 'update' | 'delete' | 'create' | 'read';

export type Faults = {
  /** The next call of this kind meets it, and `times - 1` more of them. */
  readonly next: (call: Call, fault: Fault, times?: number) => void;
  /** From now on, of all writing calls, this share meets one of these. The same seed, the same row of faults. */
  readonly storm: (share: number, faults: readonly Fault[], seed?: number) => void;
  readonly clear: () => void;
  readonly take: (call: Call) => Fault | null;
  /** Faults met so far. */
  readonly met: () => number;
};

export function faults(): Faults {
  const waiting: { readonly call: Call; readonly fault: Fault }[] = [];
  let weather: (() => Fault | null) | null = null;
  let met = 0;
  return {
    next: (call, fault, times = 1) => {
      for (let i = 0; i < times; i++) waiting.push({ call, fault });
    },
    storm: (share, kinds, seed = 1) => {
      const random = seededRandom(seed);
      weather = () => (random() < share ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null);
    },
    clear: () => {
      waiting.length = 0;
      weather = null;
    },
    take: (call) => {
      const at = waiting.findIndex((w) => w.call === call);
      const fault =
        at >= 0 ? (waiting.splice(at, 1)[0]?.fault ?? null) : call === 'read' ? null : (weather?.() ?? null);
      if (fault !== null) met += 1;
      return fault;
    },
    met: () => met,
  };
}
