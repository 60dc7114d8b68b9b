import type { Brand } from './ids.ts';

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** A length of time in milliseconds. */
export type Duration = Brand<number, 'Duration'>;
/** A calendar day in the department's zone, `YYYY-MM-DD`. */
export type Day = Brand<string, 'Day'>;

export const instant = (ms: number): Instant => ms as Instant;
export const day = (isoDay: string): Day => isoDay as Day;
export const minutes = (n: number): Duration => (n * 60_000) as Duration;
export const days = (n: number): Duration => (n * 86_400_000) as Duration;
export const minus = (at: Instant, length: Duration): Instant => (at - length) as Instant;
export const plus = (at: Instant, length: Duration): Instant => (at + length) as Instant;
