import { connector } from '../../../adapters/teams/connector.ts';
import { teamsGateway } from '../../../adapters/teams/gateway.ts';
import { gatewayContract } from '../../contracts/gateway.ts';
import { teamsUnderTest } from '../../contracts/gateway-teams.ts';
import { memoryBook } from '../../support/teams/memory-book.ts';
import { teamsDouble } from '../../support/teams/teams-double.ts';
import { idOf, smallCompany } from '../../support/teams/teams-seed.ts';
import { quietLog } from '../../support/quiet-log.ts';

gatewayContract(
  'the double of Teams',
  async () => {
    const double = await teamsDouble({ seed: smallCompany });
    return teamsUnderTest(
      double,
      {
        channel: smallCompany.channels[0]?.id ?? '',
        closed: smallCompany.channels.at(-1)?.id ?? '',
        user: idOf('hana'),
        email: 'hana@maru.example',
      },
      ({ tenant, appId, authority, credentials, serviceUrl, met }) => {
        const book = memoryBook();
        void book.remember(met, { serviceUrl, conversation: met.id });
        return teamsGateway({
          tenant,
          appId,
          connector: connector({ appId, password: null, type: 'SingleTenant', tenant }, authority, credentials),
          book,
          dialogs: true,
          log: quietLog(),
        });
      },
    );
  },
  // Teams offers no look-up of what was posted: at least once there.
  [
    'says that an answer was lost, and finds what was posted by its outbox id',
    'finds a line in a thread by its outbox id',
    'reaches somebody by work e-mail, in the conversation it already has with them',
  ],
);
