import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { customerKey } from '../src/domain/ids.ts';
import type { Vault } from '../src/ports/ambient.ts';

export type VaultFaultCode = 'VAULT_CANNOT_OPEN' | 'VAULT_KEY_INVALID' | 'VAULT_KEY_CHANGED';

/** The key does not fit, or is no key. Never carries key or text. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
  readonly code: VaultFaultCode;

  constructor(code: VaultFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** First byte of everything sealed; also authenticated. A new scheme takes the next number and still opens this one. */
const scheme = Buffer.from([1]);
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** One key in the configuration, one per purpose in use. */
const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `meari ${purpose}`, 32));

/**
 * Sealed: scheme, iv, tag, ciphertext; base64.
 * @param key 32 bytes
 * @throws VaultFault `VAULT_KEY_INVALID`
 */
export function vault(key: Buffer): Vault {
  if (key.length !== 32) {
    throw new VaultFault('VAULT_KEY_INVALID', `The encryption key has ${key.length} bytes; it needs exactly 32.`);
  }
  const sealing = derive(key, 'originals');
  const naming = derive(key, 'customers');
  return {
    seal: (text) => {
      const iv = randomBytes(ivBytes);
      const sealer = createCipheriv(cipher, sealing, iv, { authTagLength: tagBytes }).setAAD(scheme);
      const body = Buffer.concat([sealer.update(text, 'utf8'), sealer.final()]);
      return Buffer.concat([scheme, iv, sealer.getAuthTag(), body]).toString('base64');
    },
    open: (sealed) => {
      try {
        return open(Buffer.from(sealed, 'base64'), sealing);
      } catch (error) {
        throw new VaultFault(
          'VAULT_CANNOT_OPEN',
          'What was sealed cannot be opened: it was sealed with another key, or it is damaged.',
          error,
        );
      }
    },
    pseudonym: (contact) =>
      customerKey(
        createHmac('sha256', naming).update(contact.normalize('NFKC').trim().toLowerCase()).digest('base64url'),
      ),
  };
}

function open(bytes: Buffer, key: Buffer): string {
  if (bytes[0] !== scheme[0]) throw new Error(`sealed under scheme ${bytes[0] ?? 'none'}`);
  const body = 1 + ivBytes + tagBytes;
  const opener = createDecipheriv(cipher, key, bytes.subarray(1, 1 + ivBytes), { authTagLength: tagBytes })
    .setAAD(scheme)
    .setAuthTag(bytes.subarray(1 + ivBytes, body));
  return Buffer.concat([opener.update(bytes.subarray(body)), opener.final()]).toString('utf8');
}
