import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type VaultFault, vault } from '../../db/vault.ts';
import { checkKey, loadOrCreateKey } from '../../db/vault-key.ts';
import { eachDatabase } from '../support/databases.ts';

const key = Buffer.alloc(32, 7);
const codeOf = (act: () => unknown): VaultFault['code'] | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as VaultFault).code;
  }
};

describe('the vault', () => {
  it('gives back what it sealed, and nobody reads it in passing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const sealed = vault(key).seal(text);
        expect(sealed).not.toContain(text);
        expect(vault(key).open(sealed)).toBe(text);
      }),
    );
  });

  it('seals the same words differently each time', () => {
    expect(vault(key).seal('배송이 늦어요')).not.toBe(vault(key).seal('배송이 늦어요'));
  });

  it('says so when the key is another one, or a byte has changed', () => {
    const sealed = vault(key).seal('계란이 깨졌어요');
    expect(codeOf(() => vault(randomBytes(32)).open(sealed))).toBe('VAULT_CANNOT_OPEN');
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of [0, 5, 20, bytes.length - 1]) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(codeOf(() => vault(key).open(bent.toString('base64')))).toBe('VAULT_CANNOT_OPEN');
    }
    expect(codeOf(() => vault(key).open(''))).toBe('VAULT_CANNOT_OPEN');
  });

  it('takes a key of 32 bytes only', () => {
    expect(codeOf(() => vault(Buffer.alloc(31)))).toBe('VAULT_KEY_INVALID');
  });

  it('names a customer the same each time, and differently under another key', () => {
    const name = vault(key).pseudonym('01012345678');
    expect(vault(key).pseudonym(' 01012345678 ')).toBe(name);
    expect(vault(key).pseudonym('01012345679')).not.toBe(name);
    expect(vault(randomBytes(32)).pseudonym('01012345678')).not.toBe(name);
    expect(name).not.toContain('0101234');
  });
});

describe('the key of an embedded database', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'meari-key-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made once and read by its owner alone', async () => {
    const first = await loadOrCreateKey(join(dataDir, 'new'));
    expect(first).toHaveLength(32);
    expect(await loadOrCreateKey(join(dataDir, 'new'))).toEqual(first);
    expect(statSync(join(dataDir, 'new', 'encryption.key')).mode & 0o777).toBe(0o600);
  });

  it('is never replaced where the file holds something else', async () => {
    writeFileSync(join(dataDir, 'encryption.key'), 'not a key');
    await expect(loadOrCreateKey(dataDir)).rejects.toMatchObject({ code: 'VAULT_KEY_INVALID' });
    expect(readFileSync(join(dataDir, 'encryption.key'), 'utf8')).toBe('not a key');
  });
});

eachDatabase((_, open) => {
  it('a start with another key than the first one is stopped, and told what to do', async () => {
    const db = await open();
    await checkKey(db, vault(key));
    await checkKey(db, vault(key));
    await expect(checkKey(db, vault(randomBytes(32)))).rejects.toMatchObject({
      code: 'VAULT_KEY_CHANGED',
      message: expect.stringContaining('ENCRYPTION_KEY'),
    });
    await checkKey(db, vault(key));
  });
});
