import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teamsCheckUp } from '../../../adapters/teams/check-up.ts';
import { connector } from '../../../adapters/teams/connector.ts';
import { cloudOf, localCredentials } from '../../support/teams/local-cloud.ts';
import { memoryBook } from '../../support/teams/memory-book.ts';
import { type TeamsDouble, teamsDouble } from '../../support/teams/teams-double.ts';

let teams: TeamsDouble;
beforeAll(async () => {
  teams = await teamsDouble({ deliverTo: () => 'http://127.0.0.1:9/' });
});
afterAll(() => teams.stop());

const metBook = async () => {
  const book = memoryBook();
  const place = { platform: 'teams', tenant: teams.seed.bot.tenantId, kind: 'channel', id: '19:a' } as const;
  await book.remember(place, { serviceUrl: teams.serviceUrl, conversation: '19:a' });
  return book;
};
const look = async (change: { readonly password?: string; readonly loginUrl?: string } = {}, book = memoryBook()) => {
  const bot = { ...teams.seed.bot, ...(change.password === undefined ? {} : { password: change.password }) };
  const { appId, password, tenantId: tenant } = bot;
  const { openIdMetadataUrl, tokenIssuer, oauthScope } = teams.issuer;
  const issuer = { openIdMetadataUrl, tokenIssuer, oauthScope, loginUrl: change.loginUrl ?? teams.issuer.loginUrl };
  const credentials = { appId, password, type: 'SingleTenant', tenant } as const;
  const line = connector(credentials, cloudOf(bot, issuer), localCredentials(bot, issuer));
  return teamsCheckUp({ tenant, connector: line, book });
};

describe('the look at Teams', () => {
  it('finds nothing where Microsoft gives a token and a team was met', async () => {
    expect(await look({}, await metBook())).toEqual([]);
  });

  it('says that a secret is refused, and which values to look at', async () => {
    const [ailment] = await look({ password: 'a wrong one' }, await metBook());
    expect(ailment?.what).toContain('Microsoft does not know the app by these values');
    expect(ailment?.mend).toContain('MICROSOFT_APP_PASSWORD');
    expect(JSON.stringify(ailment)).not.toContain('a wrong one');
  });

  it('says that no team has been met, and what to do', async () => {
    const found = await look();
    expect(found).toHaveLength(1);
    expect(found[0]?.mend).toContain('add the app to the teams');
  });

  it('says that the login is out of reach', async () => {
    const [ailment] = await look({ loginUrl: 'http://127.0.0.1:59999' }, await metBook());
    expect(ailment?.what).toContain('out of reach (ECONNREFUSED)');
  });
});
