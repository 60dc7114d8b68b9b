import type { Gesture } from '../../../src/ports/interaction.ts';

/** What the simulation says to a process, a message each. */
export type Order =
  /** Opens the company's Meari; answered when it is at work. */
  | { readonly do: 'open'; readonly id: number; readonly env: Readonly<Record<string, string>>; readonly ahead: number }
  /** Milliseconds by which time is ahead of the machine's clock. */
  | { readonly do: 'time'; readonly ahead: number }
  /** Rings; answered when the look is over. */
  | { readonly do: 'tick'; readonly id: number }
  /** Somebody did something; answered with what they are shown. */
  | {
      readonly do: 'receive';
      readonly id: number;
      readonly interaction: string;
      readonly user: string;
      readonly gesture: Gesture;
    };

/** What a process says. */
export type Answer =
  | { readonly did: 'ready' }
  | { readonly did: 'order'; readonly id: number; readonly reply: Shown | null }
  | { readonly did: 'log'; readonly level: 'warn' | 'error'; readonly what: string; readonly data: unknown }
  | { readonly did: 'break'; readonly what: string };

/** Of a reply: whether the step was taken, and if not the sentence that says why. */
export type Shown = { readonly taken: boolean; readonly says: string };
