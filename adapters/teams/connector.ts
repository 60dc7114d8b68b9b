import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { askedOnce } from './http-client.ts';

const publicScope = 'https://api.botframework.com';
const publicLogin = 'https://login.microsoftonline.com/botframework.com';

/** Who we are at Microsoft. */
export type TeamsCredentials = {
  readonly appId: string;
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenant: string;
};

/** Another authority than Microsoft's own: a national cloud, or the local one of the tests. */
export type TeamsAuthority = ConfigurationBotFrameworkAuthenticationOptions;

/** Whoever gives out tokens for what we send; the SDK's own unless given. */
export type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

type Activity = Readonly<Record<string, unknown>>;
type Answered = { readonly id?: string; readonly activityId?: string };

/** The calls we make, of all that the platform offers; each rejects with the SDK's own error. */
export type ConnectorCalls = {
  readonly conversations: {
    readonly createConversation: (wanted: Activity) => Promise<Answered>;
    readonly sendToConversation: (conversation: string, activity: Activity) => Promise<Answered>;
    readonly updateActivity: (conversation: string, id: string, activity: Activity) => Promise<Answered>;
    readonly getConversationMember: (conversation: string, member: string) => Promise<Record<string, unknown>>;
    readonly getConversationPagedMembers: (
      conversation: string,
      page: { readonly pageSize: number; readonly continuationToken?: string },
    ) => Promise<{ readonly members?: readonly unknown[]; readonly continuationToken?: string }>;
  };
};

export type Connector = {
  /** Asks for a token and lets it go: resolves where Microsoft gives us one. @throws the SDK's own error */
  readonly login: () => Promise<void>;
  /** Resolves where the platform itself sent this: signature, issuer, audience and service address fit. @throws otherwise */
  readonly authenticate: (activity: Record<string, unknown>, authorization: string) => Promise<void>;
  /** Calls the platform's API at an address that it gave us. */
  readonly call: <T>(serviceUrl: string, work: (calls: ConnectorCalls) => Promise<T>) => Promise<T>;
};

/**
 * The one file that knows the SDK's classes: it checks who calls us, and signs what we send. Retrying is the outbox's: a
 * second try inside the SDK would be a second message.
 */
export function connector(
  { appId, password, type, tenant }: TeamsCredentials,
  authority: TeamsAuthority = {},
  factory?: CredentialsFactory,
): Connector {
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenant,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
  };
  const credentials = factory ?? new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { ...settings, ...authority },
    credentials,
    undefined,
    undefined,
    askedOnce,
  );
  const adapter = new CloudAdapter(authentication);
  return {
    login: async () => {
      const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: address } = authority;
      const signer = await credentials.createCredentials(appId, scope ?? publicScope, address ?? publicLogin, true);
      await signer.signRequest({ headers: new Headers() } as never);
    },
    authenticate: async (activity, authorization) => {
      await authentication.authenticateRequest(activity as never, authorization);
    },
    call: async (serviceUrl, work) => {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      const conversation = { id: tenant, isGroup: false, conversationType: 'personal', name: '' };
      const reference = { serviceUrl, channelId: 'msteams', conversation };
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        const calls: ConnectorCalls = context.turnState.get(adapter.ConnectorClientKey);
        results.push(await work(calls));
      });
      const [result] = results;
      if (results.length !== 1 || result === undefined) throw new Error('the SDK never came to the call');
      return result;
    },
  };
}
