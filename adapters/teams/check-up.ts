import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import type { Connector } from './connector.ts';
import { failureOf } from './failures.ts';

/** One thing that will not work in Teams, and how to mend it; for the operator. */
export type TeamsAilment = { readonly what: string; readonly mend: string };

type CheckUpOptions = {
  readonly tenant: string;
  readonly connector: Pick<Connector, 'login'>;
  /** null: the database cannot be asked now. */
  readonly book: Pick<ConversationBook, 'latest'> | null;
};

/** Looks at what a start cannot see: whether Microsoft gives us a token, and whether Teams has found its way to us. */
export async function teamsCheckUp({ tenant, connector, book }: CheckUpOptions): Promise<readonly TeamsAilment[]> {
  const found: TeamsAilment[] = [];
  try {
    await connector.login();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === null) throw thrown;
    found.push(
      failure.type === 'forbidden'
        ? {
            what: `Microsoft does not know the app by these values (${failure.reason})`,
            mend: 'Check MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID and MICROSOFT_APP_PASSWORD; a client secret ends after its term.',
          }
        : {
            what: `Microsoft’s login is out of reach (${failure.reason})`,
            mend: 'This machine must reach login.microsoftonline.com.',
          },
    );
  }
  if (book !== null && (await book.latest({ platform: 'teams', tenant, kind: 'channel' })) === null) {
    found.push({
      what: 'no team has been met yet',
      mend: 'While Meari runs, add the app to the teams of your departments; if it was added before, remove it and add it again.',
    });
  }
  return found;
}
