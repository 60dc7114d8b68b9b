import { onceEach, textsOf, unknownIn } from './checks.ts';
import type { Finding, Path } from './finding.ts';
import { at, type Row, rowsAt, textAt } from './raw.ts';

/** Authority that leads nowhere: a higher level with less of it, a remedy that nobody gives, no way to give money. */
export function checkAuthority(raw: unknown): readonly Finding[] {
  const levels = rowsAt(raw, ['authority', 'levels']);
  const remedies = rowsAt(raw, ['authority', 'remedies']);
  const path: Path = ['authority', 'remedies'];
  const hasMoney = remedies.length === 0 || remedies.some((row) => textAt(row, 'from') === null);
  return [
    ...onceEach(levels, 'role'),
    ...onceEach(remedies, 'code'),
    ...unknownIn(
      remedies.filter((row) => textAt(row, 'from') !== null),
      'from',
      textsOf(levels, 'role'),
      'role under authority.levels',
    ),
    ...['perCase', 'perCustomer'].flatMap((key) => falling(levels, key)),
    ...(hasMoney ? [] : [{ path, what: 'nothing here is money', mend: 'Add one without "from:", such as "money".' }]),
  ];
}

/** Where a level may give less than the one below it: a request would climb past somebody who could answer it. */
function falling(levels: readonly Row[], key: string): readonly Finding[] {
  const limit = (row: Row | undefined): number | null => {
    const value = at(row?.value, [key]);
    return value === 'unlimited' ? Number.POSITIVE_INFINITY : typeof value === 'number' ? value : null;
  };
  return levels.flatMap((row, i) => {
    const [below, here] = [limit(levels[i - 1]), limit(row)];
    return below !== null && here !== null && here < below
      ? [
          {
            path: [...row.path, key],
            what: `"${key}" is less than one level below`,
            mend: 'List the roles from the lowest authority to the highest.',
          },
        ]
      : [];
  });
}
