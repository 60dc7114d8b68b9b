import { shippedPlaybook } from '../../src/config.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { withKoreanHolidays } from './korean-holidays.ts';

/** The playbook that ships with Meari. */
export const shipped = loadPlaybook(shippedPlaybook);

/** The same as it is at work: with the public holidays of 2026 and 2027. */
export const shippedAtWork: Playbook = { ...shipped, calendars: shipped.calendars.map(withKoreanHolidays) };
