import { expect, it } from 'vitest';
import { standingTalliesOf } from '../../../src/domain/figures/tallies.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { aPlaybook, hq, people, quality } from '../../support/a-playbook.ts';
import * as say from '../../support/case-events.ts';
import { caseAfter } from '../../support/given.ts';

/** Quality never rests, the others have lunch. */
const day = [{ from: 0, to: 1440 }];
const playbook: Playbook = {
  ...aPlaybook,
  calendars: [...aPlaybook.calendars, { ...hq, code: 'always', week: [day, day, day, day, day, day, day] }],
  departments: aPlaybook.departments.map((one) => (one.code === quality ? { ...one, calendar: 'always' } : one)),
};
const taken = [say.filed(), say.routedTo(), say.acknowledged(), say.offered(), say.accepted()];

it('how long a fix took is counted in the hours that promised it, whoever has it by then', () => {
  // From 10:00 to 13:10 in Seoul, without the hour for lunch of logistics.
  const fix = say.fixed(people.yuna, {}, say.later(190));
  const fixed = standingTalliesOf(caseAfter(...taken, say.started(people.yuna, say.later(50)), fix), playbook).find(
    ({ what }) => what === 'fixed',
  );
  expect(fixed).toMatchObject({ department: quality, value: 130 });
});
