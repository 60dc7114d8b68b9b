import { rrnShown } from './identity-numbers.ts';

const forms = [
  rrnShown.replace(/[[\]]/g, '\\$&'),
  '(?:••••-){3}\\d{4}',
  '••••-••••••-•\\d{4}',
  '\\+?\\d{1,4}-••••-\\d{4}',
  '••••-[A-Z\\d]{3}',
  '[A-Za-z]{1,2}•{5,7}\\d{2}',
  '[A-Za-z0-9._%+-]{1,2}•••@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}',
  '•{2,}',
].join('|');

/** What an earlier masking left. It is spoken for, so its visible digits never become part of a new hit. */
export function maskedForms(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(new RegExp(forms, 'g'))].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
