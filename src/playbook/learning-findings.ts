import { onceEach, textsOf, unknownAmong, unrising } from './checks.ts';
import type { Finding } from './finding.ts';
import { at, listAt, rowsAt } from './raw.ts';

const levels = ['watch', 'alert', 'critical'];

/** Levels out of order, signals that nobody defined, a watch that goes backwards. */
export function checkLearning(raw: unknown): readonly Finding[] {
  const signals = rowsAt(raw, ['severity', 'signals']).filter((row) => at(row.value, ['automatic']) === true);
  const known = textsOf(signals, 'code');
  const all = textsOf(rowsAt(raw, ['severity', 'signals']), 'code');
  return [
    ...unrising(
      levels.map((level) => ({
        path: ['learning', 'gauge', 'levels', level],
        value: at(raw, ['learning', 'gauge', 'levels', level]),
      })),
      'the levels do not rise',
      'Let watch begin below alert, and alert below critical.',
    ),
    ...unrising(
      listAt(raw, ['learning', 'change', 'watch', 'marks']),
      'the days are out of order',
      'List the days from the earliest to the latest, each once.',
    ),
    ...listAt(raw, ['learning', 'gauge', 'outages']).flatMap((row) => unknownAmong(row, all, 'signal')),
    ...onceEach(rowsAt(raw, ['learning', 'change', 'means']), 'code'),
    ...[...levels, 'outage'].flatMap((name): readonly Finding[] => {
      const path = ['learning', 'gauge', 'signals', name];
      const value = at(raw, path);
      if (typeof value !== 'string' || known.includes(value)) return [];
      return [{ path, what: `"${value}" is no automatic signal`, mend: `Use one of: ${known.join(', ')}.` }];
    }),
  ];
}
