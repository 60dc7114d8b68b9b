import type { IncomingMessage, ServerResponse } from 'node:http';

/** One path (and everything below it) of the one HTTP server. */
export type Route = {
  readonly path: string;
  /** Only requests from this machine are answered; others see 403. */
  readonly loopbackOnly: boolean;
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;
};
