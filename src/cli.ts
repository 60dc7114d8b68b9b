import { readFileSync } from 'node:fs';
import { loadConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { faultOf } from './wire-log.ts';
import { checkPlaybook, deadLetters, doctor, manifest, migrate, replay, revive } from './wire-operator.ts';

const usage = `npm run meari -- <command>

  doctor                          what is connected, what waits, what could not be delivered
  migrate                         bring the database up to date without starting
  playbook check [file]           every problem of the playbook at once
  manifest slack [--url https://…]  the Slack app; without an address: Socket Mode
  outbox                          letters that could not be delivered, with the reason
  outbox revive <id>              put one back
  replay <payload.json>           how Meari understands a recorded Slack payload; changes nothing`;

/** Runs one operator command; resolves to the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const [first, second, third] = words;
  switch (first) {
    case 'doctor':
      return doctor(loadConfig(), print);
    case 'migrate':
      await migrate(loadConfig());
      print('The database is up to date.');
      return 0;
    case 'playbook': {
      if (second !== 'check') return misused();
      return checkPlaybook(third ?? null, print);
    }
    case 'manifest': {
      if (second !== 'slack') return misused();
      const url = third === '--url' ? words[3] : null;
      if (url === undefined || (url !== null && !URL.canParse(url))) return misused();
      print(JSON.stringify(manifest(url), null, 2));
      return 0;
    }
    case 'outbox':
      if (second === undefined) return deadLetters(loadConfig(), print);
      return second === 'revive' && third !== undefined ? revive(loadConfig(), third, print) : misused();
    case 'replay':
      if (second === undefined) return misused();
      print(JSON.stringify(replay(JSON.parse(readFileSync(second, 'utf8'))), null, 2));
      return 0;
    default:
      return misused(first === undefined || first === 'help' ? 0 : 2);
  }
}

function misused(code = 2): number {
  print(usage);
  return code;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    const expected = fault instanceof ConfigError || (fault instanceof Error && 'code' in fault);
    process.stderr.write(`${expected ? (fault as Error).message : JSON.stringify(faultOf(fault))}\n`);
    process.exitCode = 1;
  },
);
