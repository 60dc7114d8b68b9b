import type { ServerResponse } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly body: object | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export const done = (body: object | null, status = 200): Answer => ({ status, body });
/** Teams' usual words for what it will not do. */
export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const denied: Answer = { status: 401, body: { message: 'Authorization has been denied for this request.' } };
export const noConversation = refusal(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = refusal(404, 'ActivityNotFoundInConversation', 'Conversation not found.');
export const notOnRoster = refusal(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster.',
);
export const notInstalled = refusal(403, 'ForbiddenOperationException', 'Bot is not installed in user personal scope.');
export const notYours = refusal(403, 'NotEnoughPermissions', 'The bot may change only what it wrote itself.');
export const tooBig = refusal(413, 'MessageSizeTooBig', 'Message size too large.');
export const badRequest = (message: string): Answer => refusal(400, 'BadSyntax', message);

/** The one refusal that comes from the chat service itself, in words of its own: JSON inside JSON, and no `error`. */
export const blocked: Answer = {
  status: 403,
  body: {
    errorCode: 209,
    message: JSON.stringify(
      {
        subCode: 'MessageWritesBlocked',
        details: 'Thread is blocked from message writes.',
        errorCode: null,
        errorSubCode: null,
      },
      null,
      2,
    ),
  },
};

export const throttled = (retryAfterSeconds: number | null): Answer => ({
  ...refusal(429, 'Throttled', 'Too many requests.'),
  headers: retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
});

const failures = {
  412: refusal(412, 'PreconditionFailed', 'Precondition failed. Please try again.'),
  500: refusal(500, 'ServiceError', 'Internal server error.'),
  502: refusal(502, 'ServiceError', 'Bad gateway.'),
  503: refusal(503, 'ServiceError', 'Service unavailable.'),
  504: refusal(504, 'ServiceError', 'Gateway timeout.'),
} as const;
export const failure = (status: keyof typeof failures): Answer => failures[status];

export function send(res: ServerResponse, { status, body, headers = {} }: Answer): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(body === null ? '' : JSON.stringify(body));
}
