import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { digest } from './digest/digest.ts';
import { due } from './due/due.ts';
import { filing } from './filing/filing.ts';
import { memory } from './memory/memory.ts';
import { outbox } from './outbox/outbox.ts';
import { press } from './press/press.ts';
import { similar } from './similar/similar.ts';
import { start } from './start/start.ts';
import type { Figure } from './support/figure.ts';
import { asJson, asTable } from './support/print.ts';
import type { Effort } from './support/rounds.ts';

const groups: Readonly<Record<string, (effort: Effort) => Promise<readonly Figure[]>>> = {
  filing,
  outbox,
  due,
  similar,
  digest,
  press,
  start,
  memory,
};

const usage = `npm run bench -- [${Object.keys(groups).join(' | ')}] [--json] [--rounds 5] [--seconds 2] [--durable]

Every figure stands beside something measured in the same run, round by round; what counts is the ratio.
  --rounds   how often both are measured; the median counts
  --seconds  how long a measurement of speed runs
  --durable  PostgreSQL waits for the disk, as it does by default
  --json     one line a figure on stdout, nothing else there`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      durable: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const wanted = positionals.length === 0 ? Object.keys(groups) : positionals;
  const say = (what: string) => void process.stderr.write(`${what}\n`);
  const effort: Effort = {
    rounds: whole('rounds', values.rounds),
    seconds: whole('seconds', values.seconds),
    durable: values.durable,
    say,
  };
  say(
    `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, ${effort.rounds} rounds`,
  );
  const figures: Figure[] = [];
  for (const name of wanted) {
    const measure = groups[name];
    if (measure === undefined) throw new Error(`There is no figure called ${name}.\n\n${usage}`);
    for (const figure of await measure(effort)) {
      figures.push(figure);
      if (values.json) process.stdout.write(`${asJson(figure)}\n`);
    }
  }
  if (!values.json) process.stdout.write(`\n${asTable(figures)}\n`);
}

function whole(name: string, text: string): number {
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1) return n;
  throw new Error(`--${name} is a whole number from 1, not ${text}.\n\n${usage}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
