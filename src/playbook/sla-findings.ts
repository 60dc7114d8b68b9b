import { minuteOf } from '../domain/sla/hours-text.ts';
import { onceEach, textsOf, unknownInLists, unrising } from './checks.ts';
import type { Finding, Path } from './finding.ts';
import { at, listAt, type Row, rowsAt, textAt } from './raw.ts';

/** Ladders that lead nowhere, duties for nobody, reminders for nothing. */
export function checkSla(raw: unknown): readonly Finding[] {
  const statutory = rowsAt(raw, ['sla', 'statutory']);
  const ladders: readonly Path[] = [
    ['sla', 'ladder'],
    ['sla', 'urgent', 'ladder'],
    ...Object.keys(at(raw, ['sla', 'ladders']) ?? {}).map((clock) => ['sla', 'ladders', clock]),
  ];
  return [
    ...onceEach(statutory, 'code'),
    ...unknownInLists(statutory, 'signals', textsOf(rowsAt(raw, ['severity', 'signals']), 'code'), 'signal'),
    ...ladders.flatMap((path) =>
      unrising(
        rowsAt(raw, path).map((rung) => ({ path: [...rung.path, 'at'], value: at(rung.value, ['at']) })),
        'the rungs do not rise',
        'List the rungs from the lowest percentage to the highest, each once.',
      ),
    ),
    ...unrising(
      listAt(raw, ['sla', 'nudges', 'bundles']).map(({ path, value }) => ({
        path,
        value: typeof value === 'string' ? minuteOf(value) : null,
      })),
      'the bundles are out of order',
      'List the times from the earliest to the latest, each once.',
    ),
    ...checkDuty(raw),
  ];
}

/**
 * Whoever is on duty for a department belongs to it: the duty is told of its cases and asked to take them. Somebody of a
 * department that does not exist is told of that alone.
 */
function checkDuty(raw: unknown): readonly Finding[] {
  const [departments, people] = [rowsAt(raw, ['departments']), rowsAt(raw, ['people'])];
  const codes = textsOf(departments, 'code');
  const belongsTo = (person: Row): string | undefined => textAt(person, 'department')?.value;
  return departments.flatMap((department) => {
    const code = textAt(department, 'code')?.value;
    const members = textsOf(
      people.filter((person) => belongsTo(person) === code),
      'id',
    );
    return listAt(raw, [...department.path, 'duty']).flatMap(({ path, value }) => {
      if (code === undefined || typeof value !== 'string' || members.includes(value)) return [];
      const person = people.find((row) => textAt(row, 'id')?.value === value);
      const elsewhere = person === undefined ? undefined : belongsTo(person);
      if (elsewhere !== undefined && !codes.includes(elsewhere)) return [];
      return [
        {
          path,
          what: person === undefined ? `"${value}" is nobody under people` : `"${value}" does not belong to "${code}"`,
          mend:
            members.length === 0
              ? `Give somebody under people "department: ${code}" first.`
              : `Use one of: ${members.join(', ')}.`,
        },
      ];
    });
  });
}
