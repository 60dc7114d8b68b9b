import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Options = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;

/** What a call may take; the lease of a message outlives three of them. */
const callMs = 7_000;

/** What Teams refused, in the shape `failures.ts` reads. */
export class TeamsRefusal extends Error {
  readonly code: string | undefined;
  readonly statusCode: number;
  readonly headers: Headers;
  readonly body: unknown;
  constructor(answer: Response, body: unknown) {
    super(`Teams answered ${answer.status}`);
    this.name = 'TeamsRefusal';
    this.code = codeIn(body);
    this.statusCode = answer.status;
    this.headers = answer.headers;
    this.body = body;
  }
}

function codeIn(body: unknown): string | undefined {
  const error = (body as { readonly error?: { readonly code?: unknown } } | null)?.error;
  return typeof error?.code === 'string' ? error.code : undefined;
}

/**
 * The SDK's own client tries a refused or broken call three more times, a post whose answer was lost included, and no
 * option stops it: that would be four messages. This one asks once, and the outbox decides what follows.
 */
export const askedOnce: Options = {
  httpClient: {
    sendRequest: async (request) => {
      const answer = await fetch(request.url, {
        method: request.method,
        headers: request.headers.toJson({ preserveCase: true }),
        signal: AbortSignal.timeout(callMs),
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      });
      const bodyAsText = await answer.text();
      if (!answer.ok) throw new TeamsRefusal(answer, parsed(bodyAsText));
      return { request, status: answer.status, headers: request.headers.clone(), bodyAsText };
    },
  },
};

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
