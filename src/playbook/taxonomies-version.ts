import { createHash } from 'node:crypto';
import type { Taxonomies } from '../domain/playbook.ts';

/** The words' own fingerprint: whoever changes a code, a label or their order makes a new version, nobody else does. */
export function taxonomiesVersion(words: Omit<Taxonomies, 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(words)))
    .digest('hex')
    .slice(0, 12);
}

/** Lists keep their order, which people see; the order of keys means nothing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, canonical(part)]));
}
