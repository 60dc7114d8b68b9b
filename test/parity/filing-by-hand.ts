import type { Entries } from '../support/entries.ts';
import type { CaseAtWork } from './case-at-work.ts';
import type { Office } from './office.ts';
import type { PersonAtWork } from './person.ts';
import { stageOf } from './stage.ts';

let filings = 0;

/** Fills in the open filing form, sends it, and waits for the case. */
export async function files(office: Office, person: PersonAtWork, more: Entries = {}): Promise<CaseAtWork> {
  filings += 1;
  const experience = `손으로 접수한 일 ${filings}`;
  await person.fill({
    channel: 'phone',
    kind: 'complaint',
    experience,
    wants: ['refund'],
    department: 'logistics',
    signals: [],
    ...more,
  });
  await person.submit();
  return stageOf(office).filed(experience);
}
