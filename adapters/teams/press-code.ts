import { caseId } from '../../src/domain/ids.ts';
import { type Press, steps } from '../../src/ports/card.ts';
import { isRecord, record } from '../payload.ts';
import { clip } from './text.ts';

/** Longest argument of a button: it shares the card's room with what is to be read. */
const longestArg = 2_000;

/** Asks for a case's card in the place of the form that stands there. */
export const backArg = 'back';

/** What a button carries; `home` remembers that it stands on Home, which is drawn again after it. */
export type PressData = {
  readonly meari: Press & { readonly home?: true };
};

export function encodePress({ step, caseId: id, arg }: Press, isHome: boolean): PressData {
  const carried = arg === undefined ? {} : { arg: clip(arg, longestArg) };
  return { meari: { step, caseId: id, ...carried, ...(isHome ? { home: true } : {}) } };
}

/** null when it was not we who wrote it. */
export function decodePress(data: unknown): { readonly press: Press; readonly isHome: boolean } | null {
  const meari = record(data)['meari'];
  if (!isRecord(meari) || meari['do'] !== undefined) return null;
  const step = steps.find((s) => s === meari['step']);
  if (step === undefined) return null;
  const id = meari['caseId'];
  const isCase = typeof id === 'number' && Number.isSafeInteger(id) && id > 0 && id < 1e9;
  if (!isCase && id !== null && id !== undefined) return null;
  const arg = meari['arg'];
  const press = { step, caseId: isCase ? caseId(id) : null, ...(typeof arg === 'string' ? { arg } : {}) };
  return { press, isHome: meari['home'] === true };
}
