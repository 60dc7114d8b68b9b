import { schedule } from 'node-cron';
import { loadConfig } from './config.ts';
import { compose } from './wire.ts';
import { faultOf, jsonLog, wordOf } from './wire-log.ts';

/** Longer than anything in flight takes; whoever stops us (a container's keeper) waits some thirty seconds. */
const goodbyeMs = 25_000;

/** Starts Meari from the environment, rings its bell, and stops cleanly. Exit code 1: it could not start, and said why. */
async function main(): Promise<void> {
  const config = loadConfig();
  const log = jsonLog(config.logLevel);
  process.on('unhandledRejection', (fault) => log.error('nobody awaited this', faultOf(fault)));
  process.on('uncaughtException', (fault) => {
    // The state of the process is unknown now. Everything that matters is in the database: start anew.
    log.error('stopping after a fault nobody caught', faultOf(fault));
    process.exit(1);
  });
  const meari = await compose(config, log);
  const bell = {
    noOverlap: true,
    // The next ring makes good for one that was missed.
    suppressMissedWarning: true,
    // A bell that speaks for itself would write plain lines, and whole faults, between ours.
    logger: {
      info: () => {},
      debug: () => {},
      warn: (what: string) => log.warn('bell', { what }),
      error: (what: string | Error, fault?: Error) => log.error('what a bell rang for broke', faultOf(fault ?? what)),
    },
  };
  const bells = [
    schedule('* * * * * *', () => meari.deliver(), bell),
    schedule('* * * * * *', () => meari.keepTime.tick(), bell),
    schedule('*/10 * * * *', () => meari.care(), bell),
    schedule('17 * * * *', () => meari.upkeep(), bell),
  ];
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    for (const each of bells) void each.stop();
    setTimeout(() => {
      log.warn('stopping took too long; the next process finds what was in flight');
      process.exit(1);
    }, goodbyeMs).unref();
    meari.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error('stopping broke', faultOf(fault));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  log.info('ready', { url: meari.url, database: meari.database });
  if (meari.sandbox !== null && process.stdout.isTTY) {
    process.stdout.write(`\n  메아리 · Meari  →  ${meari.url}/\n\n`);
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${wordOf(fault)}\n`);
  process.exit(1);
});
