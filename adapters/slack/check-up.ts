import type { Log } from '../../src/ports/ambient.ts';
import { failureOf } from './failures.ts';
import { botScopes } from './manifest.ts';
import { webClient } from './web-client.ts';

/** One thing that will not work in Slack, and how to mend it; for the operator. */
export type SlackAilment = { readonly what: string; readonly mend: string };

type CheckUpOptions = {
  readonly token: string;
  /** Socket Mode; null: HTTP. */
  readonly appToken: string | null;
  readonly apiUrl: string | null;
  /** Ids of the channels that cards go to. */
  readonly channels: readonly string[];
  readonly log: Log;
};

/** Later than any message: the question is only whether the bot may ask, and no word of anybody is read. */
const afterEverything = '9999999999.000000';

/** Looks at what a start cannot see: scopes, the app-level token, and whether the bot was invited where cards go. */
export async function slackCheckUp(options: CheckUpOptions): Promise<readonly SlackAilment[]> {
  const client = webClient(options.token, options.apiUrl, options.log);
  const granted = (await client.auth.test()).response_metadata?.scopes;
  const missing = granted === undefined ? [] : botScopes.filter(([scope]) => !granted.includes(scope));
  const found: SlackAilment[] = missing.map(([scope, why]) => ({
    what: `the scope ${scope} is missing (${why})`,
    mend: 'Put the printed manifest into the app again and reinstall it.',
  }));
  if (options.appToken !== null) {
    const refused = await refusalOf(webClient(options.appToken, options.apiUrl, options.log).apps.connections.open());
    if (refused !== null) {
      const mend = 'Take an app-level token with connections:write, from Basic Information.';
      found.push({ what: `SLACK_APP_TOKEN was refused (${refused})`, mend });
    }
  }
  for (const channel of new Set(options.channels)) {
    const look = { channel, limit: 1, oldest: afterEverything };
    const refused = await refusalOf(client.conversations.history(look));
    // Said above already, once and by name.
    if (refused === null || (refused === 'missing_scope' && missing.length > 0)) continue;
    found.push({ what: `channel ${channel}: ${refused}`, mend: mendOf(refused) });
  }
  return found;
}

/** Slack's reason, or null where the call went through. */
async function refusalOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === null) throw thrown;
    return failure.reason;
  }
}

function mendOf(reason: string): string {
  switch (reason) {
    case 'not_in_channel':
      return 'Invite the bot there: /invite @Meari.';
    case 'channel_not_found':
      return 'Check the id in the playbook; a private channel is found once the bot is invited.';
    default:
      return 'Ask again later; if it stays, look the word up in the Slack API pages.';
  }
}
