import { caseId } from '../../src/domain/ids.ts';
import { type Press, steps } from '../../src/ports/card.ts';
import { clip } from './text.ts';

/** Longest value of a button; an option of a menu holds `optionValue`. */
const buttonValue = 2_000;
export const optionValue = 150;

const prefix = 'press:';

/** Unique within its block, and readable in Slack's own logs: `press:acknowledge:0`. */
export const pressId = (press: Press, index: number): string => `${prefix}${press.step}:${index}`;
/** One menu of several presses; which one was meant is in the chosen option. */
export const menuId = (index: number): string => `${prefix}menu:${index}`;
export const isPressId = (actionId: string): boolean => actionId.startsWith(prefix);

/** `step|case|arg`; the argument comes last because it may hold anything. What no button can carry is cut, visibly. */
export function encodePress(press: Press): string {
  const code = `${press.step}|${press.caseId ?? ''}`;
  return press.arg === undefined ? code : clip(`${code}|${press.arg}`, buttonValue);
}

/** null when it was not we who wrote it. */
export function decodePress(code: string): Press | null {
  const match = /^([a-z-]+)\|(\d{0,9})(?:\|([\s\S]*))?$/.exec(code);
  if (match === null) return null;
  const step = steps.find((s) => s === match[1]);
  if (step === undefined) return null;
  const id = match[2] ? caseId(Number(match[2])) : null;
  return match[3] === undefined ? { step, caseId: id } : { step, caseId: id, arg: match[3] };
}
