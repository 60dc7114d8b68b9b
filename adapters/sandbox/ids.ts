import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** An id as Slack makes them: a letter or two that say what it is, then capitals and digits. */
export const slackId = (prefix: string): string => {
  let id = prefix;
  while (id.length < 11) id += LETTERS.charAt(randomInt(LETTERS.length));
  return id;
};

/** What Slack fills in where an app gave a block or an action no id. */
export const shortId = (): string => randomBytes(4).toString('base64url').slice(0, 5);

export const secret = (bytes = 16): string => randomBytes(bytes).toString('hex');
