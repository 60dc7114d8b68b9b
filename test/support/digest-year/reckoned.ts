import {
  channelIdOf,
  chatOf,
  type DepartmentName,
  departments,
  executives,
  executivesChannel,
  leads,
  type Office,
  offices,
  serving,
} from './three-zones.ts';

/*
 * Which digests a year owes, reckoned by hand from the calendars: days are numbers since 1970, zones are the rules by
 * which their clocks are changed. Nothing of the product's calendars is used.
 */

const dayMs = 86_400_000;
/** Nobody is told before. */
const hour = 9 * 60;

export const numberOf = (date: string): number => Date.parse(`${date}T00:00Z`) / dayMs;
export const dateOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
const weekday = (number: number): number => new Date(number * dayMs).getUTCDay();

/** The `n`-th Sunday of a month; counted from its end where negative. */
function sunday(year: number, month: number, n: number): number {
  const first = numberOf(`${year}-${String(month).padStart(2, '0')}-01`);
  const sundays = Array.from({ length: 31 }, (_, i) => first + i).filter(
    (number) => weekday(number) === 0 && Number(dateOf(number).slice(5, 7)) === month,
  );
  return sundays.at(n > 0 ? n - 1 : n) ?? Number.NaN;
}

/** Hours that the clocks of an office are ahead of UTC while people are at work on a day. */
function ahead(office: Office, number: number): number {
  const year = Number(dateOf(number).slice(0, 4));
  if (office === 'seoul') return 9;
  if (office === 'berlin') return number >= sunday(year, 3, -1) && number < sunday(year, 10, -1) ? 2 : 1;
  return number >= sunday(year, 3, 2) && number < sunday(year, 11, 1) ? -4 : -5;
}

export const momentAt = (office: Office, number: number, minute: number): number =>
  number * dayMs + minute * 60_000 - ahead(office, number) * 3_600_000;

export const isWorked = (office: Office, number: number): boolean =>
  weekday(number) % 6 !== 0 && !offices[office].off.includes(dateOf(number));

/** The day itself, or the first after it on which an office works. */
function workdayFrom(office: Office, number: number): number {
  let found = number;
  while (!isWorked(office, found)) found += 1;
  return found;
}

/** `until`: when it is of no use any more; null: it keeps. */
export type Reckoned = { readonly what: string; readonly at: number; readonly until: number | null };

const opening = (office: Office, number: number): number =>
  momentAt(office, number, Math.max(offices[office].opens, hour));

/** To whom the company's digests go, by which office. */
const readersOf = (digest: 'weekly' | 'monthly'): readonly (readonly [string, Office])[] => [
  ...Object.entries(executives)
    .filter(([id]) => digest === 'weekly' || id !== 'laura')
    .map(([id, office]) => [chatOf(id), office] as const),
  [executivesChannel, 'seoul'],
  ...(digest === 'weekly' ? ([[chatOf('helen'), 'seoul']] as const) : []),
];

/** Everything whose moment lies between two days, the second left out. */
export function reckoned(from: number, to: number): readonly Reckoned[] {
  const every = Array.from({ length: to - from + 60 }, (_, i) => from - 60 + i);
  const mondays = every.filter((number) => weekday(number) === 1);
  const firsts = every.filter((number) => dateOf(number).endsWith('-01'));
  const monthBefore = (first: number): string => dateOf(first - 1).slice(0, 7);
  const names = Object.keys(departments) as DepartmentName[];
  const all: readonly Reckoned[] = [
    ...mondays.flatMap((monday) =>
      readersOf('weekly').map(([to, office]) => ({
        what: `weekly ${dateOf(monday - 7)} to ${to}`,
        at: opening(office, workdayFrom(office, monday)),
        until: null,
      })),
    ),
    ...firsts.flatMap((first) => [
      ...readersOf('monthly').map(([to, office]) => ({
        what: `monthly ${monthBefore(first)} to ${to}`,
        at: opening(office, workdayFrom(office, first)),
        until: null,
      })),
      ...names.map((name) => ({
        what: `scorecard ${monthBefore(first)} ${name} to ${chatOf(leads[name])}`,
        at: opening(departments[name], workdayFrom(departments[name], first)),
        until: null,
      })),
    ]),
    ...names.flatMap((name) => {
      const office = departments[name];
      const about = [...(name === 'logistics' ? [] : ['today']), ...(serving.includes(name) ? ['customers'] : [])];
      return every
        .filter((number) => isWorked(office, number))
        .flatMap((number) =>
          about.map((digest) => ({
            what: `${digest} ${dateOf(number)} ${name} to ${channelIdOf(name)}`,
            at: momentAt(office, number, offices[office].opens),
            until: momentAt(office, number, offices[office].ends),
          })),
        );
    }),
  ];
  const [begins, ends] = [from, to].map((number) => momentAt('seoul', number, 0)) as [number, number];
  return all.filter(({ at }) => at >= begins && at < ends);
}
