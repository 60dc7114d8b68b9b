import { isJson, type Json, parseJson } from '../json.ts';
import type { Tier } from '../rate-limits.ts';
import type { World } from '../world.ts';

/** Slack's envelope: `ok`, and either the answer or the name of what is wrong. */
export type Answer = ({ readonly ok: true } | { readonly ok: false; readonly error: string }) & Json;

/** The arguments of a call: form fields are text and hold JSON where Slack wants objects; JSON bodies hold the objects themselves. */
export type Args = {
  /** Empty when missing. */
  readonly text: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly flag: (name: string) => boolean;
  readonly number: (name: string, normal: number) => number;
  /** Undefined when missing; null when it should be JSON and is not. */
  readonly json: (name: string) => unknown;
};

export type Method = {
  readonly tier: Tier;
  /** Which token may call it; bot unless said. */
  readonly token?: 'app' | 'none';
  readonly run: (world: World, args: Args) => Answer | Promise<Answer>;
};

export const done = (body: Json = {}): Answer => ({ ok: true, ...body });

export const fail = (error: string, problems: readonly string[] = []): Answer => ({
  ok: false,
  error,
  ...(problems.length > 0
    ? { errors: problems, response_metadata: { messages: problems.map((each) => `[ERROR] ${each}`) } }
    : {}),
});

export const readArgs = (given: Json): Args => ({
  text: (name) => {
    const value = given[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  },
  has: (name) => given[name] !== undefined && given[name] !== '',
  flag: (name) => given[name] === true || given[name] === 'true' || given[name] === '1' || given[name] === 1,
  number: (name, normal) => {
    const value = Number(given[name] ?? Number.NaN);
    return Number.isFinite(value) ? value : normal;
  },
  json: (name) => {
    const value = given[name];
    if (typeof value !== 'string') return value;
    return value === '' ? undefined : (parseJson(value) ?? null);
  },
});

/** A page of a list, and the cursor of the next; null when the cursor is not one of ours. */
export const page = <T>(
  all: readonly T[],
  args: Args,
  normal: number,
): { items: readonly T[]; next: string } | null => {
  const cursor = args.text('cursor');
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) return null;
  const limit = Math.min(1000, Math.max(1, Math.floor(args.number('limit', normal))));
  const end = start + limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? Buffer.from(String(end)).toString('base64url') : '',
  };
};

export const nextCursor = (next: string): Json => ({ response_metadata: { next_cursor: next } });

export const asJson = (value: unknown): Json | null => (isJson(value) ? value : null);
