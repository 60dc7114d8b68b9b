import { describe, expect, it } from 'vitest';
import { languageOfWith } from '../../src/app/reading-for.ts';
import { causationId, personId } from '../../src/domain/ids.ts';
import { instant } from '../../src/domain/instant.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Directory } from '../../src/ports/directory.ts';
import { shipped } from '../support/shipped-playbook.ts';

const person = { id: personId('mirae'), name: '정미래', department: null, roles: [] };
const from = (locale: Locale | null) => ({
  id: causationId('teams:1'),
  user: { platform: 'teams', tenant: 'tenant', id: 'mirae' } as const,
  locale,
  at: instant(0),
  surface: 'elsewhere' as const,
  gesture: { type: 'home' } as const,
});
const reads = (resolve: Directory['resolve'], client: Locale | null) =>
  languageOfWith({ resolve }, shipped)(from(client));

describe('what somebody reads', () => {
  it('is what we know of them, whatever their client is set to', async () => {
    expect(await reads(async () => ({ person, locale: 'ko', zone: 'Asia/Seoul' }), 'en')).toBe('ko');
  });

  it('is their client’s language where they are no colleague, or nobody can be asked', async () => {
    const broken = async () => Promise.reject(new Error('no database'));
    expect(await reads(async () => null, 'en')).toBe('en');
    expect(await reads(broken, 'en')).toBe('en');
    expect(await reads(broken, null)).toBe(shipped.locale);
  });
});
