import type { Locale } from '../../domain/playbook.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Words } from './words.ts';

const byLocale: Readonly<Record<Locale, Words>> = { ko, en };

export const wordsIn = (locale: Locale): Words => byLocale[locale];
