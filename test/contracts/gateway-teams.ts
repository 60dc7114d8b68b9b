import type { ChatGateway, Place } from '../../src/ports/chat-gateway.ts';
import { type CredentialsFactory, cloudOf, localCredentials } from '../support/teams/local-cloud.ts';
import type { BotRegistration } from '../support/teams/local-issuer.ts';
import type { TeamsDouble } from '../support/teams/teams-double.ts';
import type { Cannot } from './cannot.ts';
import type { GatewayLine, GatewayUnderTest } from './gateway.ts';

const noLookUp: Cannot = {
  because: 'a bot cannot look up what it has posted',
  instead: 'a message whose answer was lost is posted again: at least once there, exactly once on Slack',
};
/** Lines that no gateway to Teams can keep. */
export const teamsCannotKeep: Readonly<Partial<Record<GatewayLine, Cannot>>> = {
  'says that an answer was lost, and finds what was posted by its outbox id': noLookUp,
  'finds a line in a thread by its outbox id': noLookUp,
  'finds what was posted to somebody whom only their work e-mail names': noLookUp,
};

/** All that a gateway is told about the Teams it is to speak with. */
export type TeamsAccess = {
  readonly tenant: string;
  readonly appId: string;
  /** Every address of the authority, for botbuilder. */
  readonly authority: ReturnType<typeof cloudOf>;
  readonly credentials: CredentialsFactory;
  /** As an authenticated activity brought it. */
  readonly serviceUrl: string;
  /** A channel in which the bot has been met. */
  readonly met: Place;
};

export type TeamsPlaces = {
  /** Channel ids: with the bot, and in a team that has not taken it in. */
  readonly channel: string;
  readonly closed: string;
  /** Directory id of somebody who has installed the bot. */
  readonly user: string;
  readonly email: string;
};

/** The contract's view of the Teams double; `gatewayTo` makes the gateway on trial. */
export function teamsUnderTest(
  double: TeamsDouble,
  places: TeamsPlaces,
  gatewayTo: (access: TeamsAccess) => ChatGateway,
): GatewayUnderTest {
  const { bot } = double.seed;
  const place = (kind: Place['kind'], id: string): Place => ({ platform: 'teams', tenant: bot.tenantId, kind, id });
  const accessOf = (registration: BotRegistration): TeamsAccess => ({
    tenant: bot.tenantId,
    appId: bot.appId,
    authority: cloudOf(bot, double.issuer),
    credentials: localCredentials(registration, double.issuer),
    serviceUrl: double.serviceUrl,
    met: place('channel', places.channel),
  });
  return {
    gateway: gatewayTo(accessOf(bot)),
    refused: gatewayTo(accessOf({ ...bot, password: 'not ours' })),
    channel: place('channel', places.channel),
    closed: place('channel', places.closed),
    missing: place('channel', '19:nothere@thread.tacv2'),
    person: place('person', places.user),
    email: places.email,
    read: async (conversation) => double.read(conversation),
    remove: async ({ conversation, message }) => {
      double.removeMessage(conversation, message);
    },
    loseNextAnswer: () => double.faults.next('post', { type: 'lose-answer' }),
    limitNextPost: (retryAfterSeconds) => double.faults.next('post', { type: 'limit', retryAfterSeconds }),
    breakNextPost: () => double.faults.next('post', { type: 'status', status: 500 }),
    stop: double.stop,
  };
}
