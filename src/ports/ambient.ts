import type { CustomerKey } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Sealed } from './case-store.ts';

/** The outside world's clock; read at the edges only, and stamped into the command. */
export type Clock = () => Instant;

/** Keeps what must not be read in passing. */
export type Vault = {
  readonly seal: (text: string) => Sealed;
  /** @throws VaultFault `VAULT_CANNOT_OPEN` when the key is not the one it was sealed with. */
  readonly open: (sealed: Sealed) => string;
  /** Keyed hash of a normalised contact. */
  readonly pseudonym: (contact: string) => CustomerKey;
};

/** What happened, in structured form; never personal data, never a secret. */
export type Log = {
  readonly info: (what: string, data?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (what: string, data?: Readonly<Record<string, unknown>>) => void;
  readonly error: (what: string, data?: Readonly<Record<string, unknown>>) => void;
};

/** Acts once: true for the first caller with this id, false for a redelivery. For interactions that write no event. */
export type Inbox = { readonly first: (id: string) => Promise<boolean> };
