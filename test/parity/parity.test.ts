import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/domain/playbook.ts';
import { chapters } from './list.ts';
import type { Office } from './office.ts';
import { parityPage } from './page.ts';
import { NotOffered } from './person.ts';
import type { Scenario } from './scenario.ts';
import { slackOffice } from './slack-office.ts';
import { teamsOffice } from './teams-office.ts';

const offices: Readonly<Record<Platform, () => Promise<Office>>> = { slack: slackOffice, teams: teamsOffice };
const all = chapters.flatMap(({ scenarios }) => scenarios);
const days = all.flatMap((scenario) => (scenario.afterDays === undefined ? [] : [scenario]));
const atOnce = all.filter((scenario) => !days.includes(scenario));
days.sort((a, b) => (a.afterDays ?? 0) - (b.afterDays ?? 0));

/** What was found to be as the page says it. */
const asSaid: Scenario[] = [];

/** @throws where it does not work, and where it works although a reason says that it cannot. */
async function live(scenario: Scenario, office: Office): Promise<void> {
  if (scenario.cannot?.[office.platform] === undefined) await scenario.run(office);
  else await expect(scenario.run(office), 'it works: take its reason away').rejects.toThrow(NotOffered);
  asSaid.push(scenario);
}

describe.each(['slack', 'teams'] as const)('in %s somebody', (platform) => {
  describe.each([
    ['at once', atOnce],
    ['as days go by', days],
  ])('%s', (_when, scenarios) => {
    let office: Office;
    beforeAll(async () => {
      office = await offices[platform]();
    });
    afterAll(() => office.stop());

    it.each(scenarios.map((scenario) => [scenario.does, scenario] as const))('%s', async (_, scenario) => {
      await live(scenario, office);
    });
  });
});

describe('the page of parity', () => {
  it('says of every line what was measured, and is written anew by `npm run parity`', async () => {
    expect(asSaid).toHaveLength(2 * all.length);
    await expect(parityPage(chapters)).toMatchFileSnapshot('../../docs/parity.md');
  });

  it('says everything once', () => {
    const said = all.map(({ does }) => does);
    expect(new Set(said).size).toBe(said.length);
  });
});
