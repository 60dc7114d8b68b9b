import type { Platform } from '../../src/domain/playbook.ts';
import type { Cannot } from '../contracts/cannot.ts';
import type { Office } from './office.ts';

/** One thing that a person does or sees, written once and lived through on every platform. */
export type Scenario = {
  /** As the page says it: begins with a verb, and somebody is its subject. */
  readonly does: string;
  /** How it is done there, where the ways differ. */
  readonly by?: Readonly<Record<Platform, string>>;
  /** Throws where it does not work. */
  readonly run: (office: Office) => Promise<void>;
  readonly cannot?: Readonly<Partial<Record<Platform, Cannot>>>;
  /** Lived through where the clock is moved on, in this order: so many days after the office opened. */
  readonly afterDays?: number;
};
