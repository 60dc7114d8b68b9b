import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { parseJson } from '../../../adapters/sandbox/json.ts';
import type { BotRegistration, LocalIssuer } from './local-issuer.ts';

/** What a bot has to be told to trust, and log in at, somebody else than Microsoft's public cloud. */
export type Authority = Pick<LocalIssuer, 'openIdMetadataUrl' | 'tokenIssuer' | 'loginUrl' | 'oauthScope'>;

type Authentication = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
export type CredentialsFactory = NonNullable<Authentication[1]>;
export type ConnectorOptions = NonNullable<Authentication[4]>;

/**
 * Every address is set: one that is missing becomes undefined, not Microsoft's. The emulator's keys are the same, so that
 * no token has a way around.
 */
export const cloudOf = (
  { appId, tenantId }: Pick<BotRegistration, 'appId' | 'tenantId'>,
  authority: Authority,
): NonNullable<Authentication[0]> => ({
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: false,
  OAuthUrl: authority.loginUrl,
  ToBotFromChannelOpenIdMetadataUrl: authority.openIdMetadataUrl,
  ToBotFromChannelTokenIssuer: authority.tokenIssuer,
  ToBotFromEmulatorOpenIdMetadataUrl: authority.openIdMetadataUrl,
  ToChannelFromBotLoginUrl: authority.loginUrl,
  ToChannelFromBotOAuthScope: authority.oauthScope,
});

/**
 * Client credentials over plain HTTP, instead of MSAL, which takes no authority without TLS. A token is kept until five
 * minutes before its end, as MSAL's callers do.
 */
export function localCredentials({ appId, password }: BotRegistration, authority: Authority): CredentialsFactory {
  let held: { readonly token: string; readonly until: number } | null = null;
  async function token(): Promise<string> {
    if (held !== null && held.until > Date.now()) return held.token;
    const answer = await fetch(`${authority.loginUrl}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: `${authority.oauthScope}/.default`,
      }),
    });
    const body = (await answer.json()) as Readonly<Record<string, unknown>>;
    // As MSAL says it.
    if (!answer.ok) throw Object.assign(new Error('no token'), { name: 'ServerError', errorCode: body['error'] });
    held = { token: String(body['access_token']), until: Date.now() + (Number(body['expires_in']) - 300) * 1_000 };
    return held.token;
  }
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}

/** botbuilder's own adapter in the hands of a local issuer. */
export const localAdapter = (
  bot: BotRegistration,
  authority: Authority,
  connector: ConnectorOptions = {},
): CloudAdapter =>
  new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      cloudOf(bot, authority),
      localCredentials(bot, authority),
      undefined,
      undefined,
      connector,
    ),
  );

/** A client of our own below the SDK's: what it throws is not the SDK's to try again. */
export const unrepeated: ConnectorOptions = {
  httpClient: {
    sendRequest: async (request) => {
      const headers = request.headers.toJson({ preserveCase: true });
      const body = typeof request.body === 'string' ? { body: request.body } : {};
      const answer = await fetch(request.url, { method: request.method, headers, ...body });
      const bodyAsText = await answer.text();
      if (!answer.ok) {
        const { status: statusCode, headers: said } = answer;
        throw Object.assign(new Error('refused'), { statusCode, headers: said, body: parseJson(bodyAsText) });
      }
      return { request, status: answer.status, headers: request.headers.clone(), bodyAsText };
    },
  },
};
