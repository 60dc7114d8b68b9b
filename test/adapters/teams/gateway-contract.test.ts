import { describe, expect, it } from 'vitest';
import { connector } from '../../../adapters/teams/connector.ts';
import { teamsGateway } from '../../../adapters/teams/gateway.ts';
import type { Card } from '../../../src/ports/card.ts';
import { gatewayContract, gatewayLines } from '../../contracts/gateway.ts';
import { type TeamsAccess, teamsCannotKeep, teamsUnderTest } from '../../contracts/gateway-teams.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { memoryBook } from '../../support/teams/memory-book.ts';
import { teamsDouble } from '../../support/teams/teams-double.ts';
import { idOf, smallCompany } from '../../support/teams/teams-seed.ts';

const nowhere = 'http://127.0.0.1:9/api/messages';
const places = {
  channel: smallCompany.channels[0]?.id ?? '',
  closed: smallCompany.channels.at(-1)?.id ?? '',
  user: idOf('hana'),
  email: 'hana@hanbit.example',
};
const aCard: Card = {
  fallback: '접수됐습니다',
  blocks: [{ type: 'line', spans: [{ type: 'text', text: '접수됐습니다' }] }],
};

function gatewayTo({ tenant, appId, authority, credentials, serviceUrl, met }: TeamsAccess) {
  const book = memoryBook();
  void book.remember(met, { serviceUrl, conversation: met.id });
  const line = connector({ appId, password: null, type: 'SingleTenant', tenant }, authority, credentials);
  return teamsGateway({ tenant, appId, connector: line, book, dialogs: true, log: quietLog() });
}

gatewayContract(
  'the double of Teams',
  async () => {
    const double = await teamsDouble({ seed: smallCompany, timeScale: 0.01, deliverTo: () => nowhere });
    return teamsUnderTest(double, places, gatewayTo);
  },
  gatewayLines.filter((line) => line in teamsCannotKeep),
);

describe('somebody whom nobody has met', () => {
  it('is found by work e-mail in the roster, and written to in one conversation ever after', async () => {
    const double = await teamsDouble({ seed: smallCompany, timeScale: 0.01, deliverTo: () => nowhere });
    try {
      const { gateway, person, email } = teamsUnderTest(double, places, gatewayTo);
      const to = (id: string, outboxId: string) =>
        gateway.deliver({ outboxId, place: { ...person, id }, card: aCard, replaces: null, thread: null });
      const byMail = await to(email, '1');
      const byId = await to(person.id, '2');
      expect(byMail).toMatchObject({ ok: true });
      expect(byId).toMatchObject({ ok: true, value: { conversation: byMail.ok ? byMail.value.conversation : '' } });
    } finally {
      await double.stop();
    }
  });
});
