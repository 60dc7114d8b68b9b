import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../src/ports/ambient.ts';
import { failureOf } from './failures.ts';
import { sdkLog } from './sdk-log.ts';
import { clientOptions } from './web-client.ts';

export type SocketLine = {
  readonly receiver: SocketModeReceiver;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly connected: () => boolean;
};

const longestWaitMs = 30_000;
const goodbyeMs = 2_000;

/**
 * Socket Mode, kept up by us: the library's own reconnecting waits five seconds at every recycling of the socket and
 * ends the process when Slack refuses the token in between.
 */
export function socketLine(appToken: string, apiUrl: string | null, log: Log): SocketLine {
  const logger = sdkLog(log);
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
    processEventErrorHandler: async ({ error }) => {
      log.warn('slack request not understood', { reason: error.name });
      // Refusing would only bring the same again.
      return true;
    },
  });
  const { client } = receiver;
  survive(client, log);
  let up = false;
  let stopping = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    await client.start();
    failures = 0;
  };
  const again = (): void => {
    if (stopping || timer !== undefined) return;
    const wait = Math.min(longestWaitMs, failures === 0 ? 100 : 500 * 2 ** failures);
    timer = setTimeout(() => {
      timer = undefined;
      if (stopping) return;
      connect().catch(() => {
        failures += 1;
        log.warn('slack socket not connected', { failures });
        again();
      });
    }, wait);
  };
  client.on('connected', () => {
    up = true;
    log.info('slack socket connected');
  });
  client.on('disconnected', () => {
    up = false;
    again();
  });

  return {
    receiver,
    /** @throws when Slack refuses: a wrong token is said at the start. A Slack out of reach is tried again. */
    start: async () => {
      try {
        await connect();
      } catch (cause) {
        const failure = failureOf(cause);
        if (failure !== null && failure.type !== 'retry-later' && failure.type !== 'unknown') {
          stopping = true;
          throw cause;
        }
        failures = 1;
        log.warn('slack socket not connected', { failures });
        again();
      }
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, goodbyeMs).unref();
      });
      await Promise.race([client.disconnect(), late]);
      up = false;
    },
    connected: () => up,
  };
}

/** The library reads fields of whatever arrives, in a promise nobody holds: a misshapen message would end the process. */
function survive(client: SocketModeReceiver['client'], log: Log): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message: unknown[]) => {
    try {
      for (const handle of handlers) await handle.apply(client, message);
    } catch (thrown) {
      log.warn('slack request not understood', { reason: thrown instanceof Error ? thrown.name : typeof thrown });
    }
  });
}
