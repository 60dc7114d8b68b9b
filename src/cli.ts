import { calendarTask, type Misused } from './cli-calendar.ts';
import { digestTask } from './cli-digest.ts';
import { exportTask } from './cli-export.ts';
import { loadConfig, playbookPathIn } from './config.ts';
import { wordOf } from './wire-log.ts';

/** Loaded when a command needs them: help, and a word that is misspelt, are answered at once. */
const operator = () => import('./wire-operator.ts');
const doctors = () => import('./wire-doctor.ts');
const calendars = () => import('./wire-calendar.ts');
const exporting = () => import('./wire-export.ts');
const digests = () => import('./wire-digest-preview.ts');

const usage = `npm run meari -- <command>

  doctor                            what is connected, what waits, what needs you
  migrate                           bring the database up to date without starting
  playbook check [file]             every problem of the playbook at once; PLAYBOOK's, or the file's
  manifest slack [--url https://…]  the Slack app; without an address: Socket Mode
  manifest teams --url https://…    the Teams app, as a package to upload
             … --mentions-only      for either: an app that hears a thread only where it is called by name
  outbox                            messages that could not be delivered, with the reason
  outbox revive <id>                put one back
  calendar                          the lists of holidays, and every calendar's next days unlike others
  calendar add <list> <YYYY-MM-DD> <name> [09:00-13:00]
                                    a day off, or a day on which only these hours are worked
  calendar remove <list> <YYYY-MM-DD>
                                    a working day after all, whatever almanac and files say
  calendar import <list> <file.ics> [--dry-run]
                                    the whole-day events of an iCalendar file; --dry-run: only say what would change
  digest [name] --preview [--department <code>] [--locale ko|en]
                                    a digest as it would be sent now: weekly (unless named), monthly, scorecard,
                                    today or customers; sends nothing
  export <folder> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--department <code>]
                                    every case as tables (CSV), by the day it was filed
             … --pack               with the evidence for ISO 10002 and CCM;  --force: write over what is there
  key replace                       the former ENCRYPTION_KEY is lost: go on with the present one
  replay <payload.json>             how Meari understands a recorded payload of Slack or Teams; changes nothing

The same environment variables as for npm start. Exit code: 0 well, 1 something needs you, 2 no such command.`;

type Outcome = number | Misused;

/** Runs one operator command. */
async function run(words: readonly string[]): Promise<Outcome> {
  const [first, second, third] = words;
  const expected = (count: number): Misused | null =>
    words.length > count ? { misused: `"${words.slice(0, count).join(' ')}" takes no "${words[count]}".` } : null;
  switch (first) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return say(usage);
    case 'doctor':
      return expected(1) ?? (await doctors()).doctor(loadConfig(), say);
    case 'migrate':
      return expected(1) ?? say(await (await operator()).migrate(loadConfig()));
    case 'playbook':
      if (second !== 'check') return { misused: 'What about the playbook? There is: playbook check [file].' };
      return expected(3) ?? say((await operator()).checkPlaybook(third ?? playbookPathIn()));
    case 'manifest':
      return appFor(words.slice(1));
    case 'outbox':
      if (second === undefined) return say(await (await operator()).deadLetters(loadConfig()));
      if (second !== 'revive') return { misused: `outbox does not know "${second}". There is: outbox revive <id>.` };
      if (third === undefined) return { misused: 'Which message? npm run meari -- outbox lists them with their ids.' };
      return expected(3) ?? putBack(third);
    case 'calendar':
      return keepCalendar(words.slice(1));
    case 'export':
      return takeOut(words.slice(1));
    case 'digest':
      return preview(words.slice(1));
    case 'key':
      if (second !== 'replace') return { misused: 'What about the key? There is: key replace.' };
      return expected(2) ?? say(await (await operator()).replaceKey(loadConfig()));
    case 'replay': {
      if (second === undefined) return { misused: 'Which payload? Name a JSON file: replay <payload.json>.' };
      return expected(2) ?? show((await operator()).replay(second));
    }
    default:
      return { misused: `There is no command "${first}".` };
  }
}

const mentionsOnly = '--mentions-only';

/** Flags may stand in any order; an address is asked for as `--url https://…`. */
async function appFor([platform, ...flags]: readonly string[]): Promise<Outcome> {
  const hearsThreads = !flags.includes(mentionsOnly);
  const [flag, url, ...rest] = flags.filter((word) => word !== mentionsOnly);
  const isAddress = url !== undefined && rest.length === 0 && URL.canParse(url) && new URL(url).protocol === 'https:';
  if (platform === 'teams') {
    if (flag !== '--url' || !isAddress) {
      return { misused: 'The address Teams calls reads like this: manifest teams --url https://voc.example.com' };
    }
    return say(await (await operator()).teamsApp(loadConfig(), url, hearsThreads));
  }
  if (platform !== 'slack') {
    return {
      misused: 'For which platform? There is: manifest slack [--url https://…], manifest teams --url https://….',
    };
  }
  if (flag === undefined) return show((await operator()).manifest(null, hearsThreads));
  if (flag === '--url' && isAddress) return show((await operator()).manifest(url, hearsThreads));
  return { misused: 'The address Slack calls reads like this: --url https://voc.example.com' };
}

async function keepCalendar(words: readonly string[]): Promise<Outcome> {
  const task = calendarTask(words);
  if ('misused' in task) return task;
  return answered(await (await calendars()).calendar(loadConfig(), task));
}

function answered({ says, done }: { readonly says: string; readonly done: boolean }): number {
  if (done) return say(says);
  complain(says);
  return 1;
}

async function takeOut(words: readonly string[]): Promise<Outcome> {
  const task = exportTask(words);
  if ('misused' in task) return task;
  const screen = { isTerminal: process.stderr.isTTY, write: (text: string) => void process.stderr.write(text) };
  return answered(await (await exporting()).exportInto(loadConfig(), task, screen));
}

async function preview(words: readonly string[]): Promise<Outcome> {
  const task = digestTask(words);
  return 'misused' in task ? task : answered(await (await digests()).previewDigest(loadConfig(), task));
}

async function putBack(id: string): Promise<number> {
  if (await (await operator()).revive(loadConfig(), id)) return say(`Message ${id} goes out again.`);
  complain(`There is no dead message ${id}. npm run meari -- outbox lists them with their ids.`);
  return 1;
}

const show = (what: object | null): number =>
  say(what === null ? 'Meari ignores this payload: nothing in it is meant for it.' : JSON.stringify(what, null, 2));
const say = (text: string): number => {
  process.stdout.write(`${text}\n`);
  return 0;
};
const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

run(process.argv.slice(2)).then(
  (outcome) => {
    if (typeof outcome === 'number') {
      process.exitCode = outcome;
      return;
    }
    complain(`${outcome.misused}\nnpm run meari -- help says what there is.`);
    process.exitCode = 2;
  },
  (fault: unknown) => {
    complain(wordOf(fault));
    process.exitCode = 1;
  },
);
