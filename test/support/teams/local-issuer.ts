import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

/** What is wrong with a token that somebody else, or the passing of time, has made. */
export type TokenFlaw =
  | 'no token'
  | 'another audience'
  | 'another issuer'
  | 'expired two minutes ago'
  | 'expired ten minutes ago'
  | 'valid in ten minutes'
  | 'signed by a foreign key'
  | 'of an unknown key'
  | 'unsigned'
  | 'for another service address'
  | 'endorsed for another channel';

export type LocalIssuer = {
  /** Where botbuilder finds out by whose keys Teams signs. */
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  /** `POST` of OAuth's client credentials gives a bot its access token. */
  readonly loginUrl: string;
  readonly oauthScope: string;
  /** The Authorization header of a request from Teams; null: the request carries none. */
  readonly authorize: (serviceUrl: string, flaw?: TokenFlaw) => Promise<string | null>;
  /** Whether a bot's request carries an access token that was given out here. */
  readonly knows: (authorization: string | undefined) => Promise<boolean>;
  /** Access tokens given out so far. */
  readonly logins: () => number;
  readonly stop: () => Promise<void>;
};

export type BotRegistration = { readonly appId: string; readonly password: string; readonly tenantId: string };

const tokenIssuer = 'https://api.botframework.com';
const oauthScope = 'https://api.botframework.com';
const algorithm = 'RS256';

type Key = Awaited<ReturnType<typeof newKey>>;

async function newKey(kid: string, endorsements: readonly string[]) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: algorithm, endorsements };
  return { kid, privateKey, publicKey, published };
}

/** Bot Framework's issuer and Entra's login page of one bot, on loopback, with keys of their own. */
export async function localIssuer(bot: BotRegistration): Promise<LocalIssuer> {
  const [teams, webchat, foreign] = await Promise.all([
    newKey('teams', ['msteams']),
    newKey('webchat', ['webchat']),
    newKey('teams', ['msteams']),
  ]);
  let logins = 0;
  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    switch (req.url) {
      case '/v1/.well-known/openidconfiguration':
        return json(res, 200, {
          issuer: tokenIssuer,
          jwks_uri: `${origin}/v1/.well-known/keys`,
          id_token_signing_alg_values_supported: [algorithm],
        });
      case '/v1/.well-known/keys':
        return json(res, 200, { keys: [teams.published, webchat.published] });
      case `/${bot.tenantId}/oauth2/v2.0/token`:
        return login(new URLSearchParams(await bodyOf(req)), res);
      default:
        return json(res, 404, { error: 'not_found' });
    }
  }

  async function login(asked: URLSearchParams, res: ServerResponse): Promise<void> {
    if (asked.get('grant_type') !== 'client_credentials') return refused(res, 'unsupported_grant_type', 'AADSTS70003');
    if (asked.get('scope') !== `${oauthScope}/.default`) return refused(res, 'invalid_scope', 'AADSTS1002012');
    if (asked.get('client_id') !== bot.appId) return refused(res, 'unauthorized_client', 'AADSTS700016');
    if (asked.get('client_secret') !== bot.password) return refused(res, 'invalid_client', 'AADSTS7000215', 401);
    logins += 1;
    const access_token = await new SignJWT({ appid: bot.appId, tid: bot.tenantId, ver: '1.0' })
      .setProtectedHeader({ alg: algorithm, kid: teams.kid })
      .setIssuer(`https://sts.windows.net/${bot.tenantId}/`)
      .setAudience(oauthScope)
      .setExpirationTime('24h')
      .sign(teams.privateKey);
    return json(res, 200, { token_type: 'Bearer', expires_in: 86_399, ext_expires_in: 86_399, access_token });
  }

  async function authorize(serviceUrl: string, flaw?: TokenFlaw): Promise<string | null> {
    if (flaw === 'no token') return null;
    const now = Math.floor(Date.now() / 1_000);
    const { from, until } = lifeOf(flaw, now);
    const serviceurl = flaw === 'for another service address' ? 'https://evil.example/teams/' : serviceUrl;
    const claims = { serviceurl, nbf: from, exp: until };
    const iss = flaw === 'another issuer' ? 'https://issuer.example' : tokenIssuer;
    const aud = flaw === 'another audience' ? '00000000-0000-0000-0000-00000000beef' : bot.appId;
    if (flaw === 'unsigned') return `Bearer ${unsigned({ ...claims, iss, aud }, teams.kid)}`;
    const { kid, privateKey } = keyFor(flaw);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: flaw === 'of an unknown key' ? 'nobody-knows-it' : kid })
      .setIssuer(iss)
      .setAudience(aud)
      .sign(privateKey);
    return `Bearer ${token}`;
  }

  function keyFor(flaw: TokenFlaw | undefined): Key {
    if (flaw === 'signed by a foreign key') return foreign;
    return flaw === 'endorsed for another channel' ? webchat : teams;
  }

  async function knows(authorization: string | undefined): Promise<boolean> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return false;
    try {
      const { payload } = await jwtVerify(token, teams.publicKey, { audience: oauthScope });
      return payload['appid'] === bot.appId;
    } catch {
      return false;
    }
  }

  return {
    openIdMetadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
    tokenIssuer,
    loginUrl: `${origin}/${bot.tenantId}`,
    oauthScope,
    authorize,
    knows,
    logins: () => logins,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function lifeOf(flaw: TokenFlaw | undefined, now: number): { readonly from: number; readonly until: number } {
  if (flaw === 'expired two minutes ago') return { from: now - 3_720, until: now - 120 };
  if (flaw === 'expired ten minutes ago') return { from: now - 4_200, until: now - 600 };
  if (flaw === 'valid in ten minutes') return { from: now + 600, until: now + 4_200 };
  return { from: now - 60, until: now + 3_600 };
}

/** As forgers make them: no signature, and a header that says that none is needed. */
function unsigned(claims: object, kid: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT', kid })}.${part(claims)}.`;
}

const refused = (res: ServerResponse, error: string, code: string, status = 400): void =>
  json(res, status, { error, error_description: `${code}: refused by the issuer of the tests.` });

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
