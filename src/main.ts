import { schedule } from 'node-cron';
import { loadConfig } from './config.ts';
import { compose } from './wire.ts';
import { faultOf, jsonLog, wordOf } from './wire-log.ts';

/** Starts Meari from the environment, rings its bell, and stops cleanly. Exit code 1: it could not start, and said why. */
async function main(): Promise<void> {
  const config = loadConfig();
  const log = jsonLog(config.logLevel);
  const meari = await compose(config, log);
  const bells = [
    schedule('* * * * * *', () => meari.deliver(), { noOverlap: true }),
    schedule('17 * * * *', () => meari.upkeep(), { noOverlap: true }),
  ];
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    for (const bell of bells) void bell.stop();
    meari.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  process.on('unhandledRejection', (fault) => log.error('nobody awaited this', faultOf(fault)));
  process.on('uncaughtException', (fault) => {
    // The state of the process is unknown now. Everything that matters is in the database: start anew.
    log.error('stopping after a fault nobody caught', faultOf(fault));
    process.exit(1);
  });
  log.info('ready', { url: meari.url, database: meari.database });
  if (meari.sandbox !== null && process.stdout.isTTY) {
    process.stdout.write(`\n  메아리 · Meari  →  ${meari.url}/\n\n`);
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${wordOf(fault)}\n`);
  process.exit(1);
});
