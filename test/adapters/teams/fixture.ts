import { readdirSync, readFileSync } from 'node:fs';

export type Payload = Record<string, unknown>;

const home = new URL('../../fixtures/teams/', import.meta.url);

/** An activity as Teams sends it, by its documentation; its own copy each time. */
export const fixture = (name: string): Payload =>
  JSON.parse(readFileSync(new URL(`${name}.json`, home), 'utf8')) as Payload;

export const fixtureNames = readdirSync(home).map((file) => file.replace(/\.json$/, ''));
