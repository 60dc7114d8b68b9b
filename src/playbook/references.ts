import type { Playbook } from '../domain/playbook.ts';
import { checkAuthority } from './authority-findings.ts';
import { checkCalendars } from './calendar-findings.ts';
import { checkCare } from './care-findings.ts';
import { onceEach, textsOf, unknownIn } from './checks.ts';
import type { Finding, Path } from './finding.ts';
import { checkLearning } from './learning-findings.ts';
import { patternProblem } from './pattern.ts';
import { at, listAt, type Row, rowsAt, textAt } from './raw.ts';
import { checkSla } from './sla-findings.ts';

/**
 * What no single key can tell: codes that are used twice, names nobody answers to, patterns that do not compile.
 * Works on the file as it was read, so that these are named together with everything the shape check found.
 */
export function checkReferences(raw: unknown): readonly Finding[] {
  const departments = rowsAt(raw, ['departments']);
  const people = rowsAt(raw, ['people']);
  const signals = rowsAt(raw, ['severity', 'signals']);
  const codes = textsOf(departments, 'code');
  return [
    ...onceEach(departments, 'code'),
    ...['id', 'email', 'slack', 'teams'].flatMap((key) => onceEach(people, key)),
    ...taxonomyLists(raw).flatMap((rows) => onceEach(rows, 'code')),
    ...onceEach(signals, 'code'),
    ...unknownIn(people, 'department', codes, 'department'),
    ...unknownIn(rowsAt(raw, ['routing']), 'then', codes, 'department'),
    ...unknownIn(rowsAt(raw, ['suggestions', 'signals']), 'then', textsOf(signals, 'code'), 'signal'),
    ...unknownIn(
      rowsAt(raw, ['suggestions', 'conduct']),
      'then',
      textsOf(rowsAt(raw, ['taxonomies', 'conduct']), 'code'),
      'kind of conduct',
    ),
    ...unknownChannels(raw),
    ...groupsByKind(raw, textsOf(signals, 'group')),
    ...nobodyThere(departments, people),
    ...missingRoles(people),
    ...leadsOfNothing(people),
    ...unorderedThresholds(raw),
    ...badPatterns(raw),
    ...checkCalendars(raw),
    ...checkSla(raw),
    ...checkAuthority(raw),
    ...checkLearning(raw),
    ...checkCare(raw),
  ];
}

/** What a playbook may do, but hardly means. */
export function warningsOf({ departments, people, taxonomies }: Playbook): readonly string[] {
  const without = (role: Playbook['people'][number]['roles'][number]): boolean =>
    !people.some((p) => p.roles.includes(role));
  const leaderless = departments.filter(
    (d) => !people.some((p) => p.department === d.code && p.roles.includes('deptLead')),
  );
  const offered = [...taxonomies.refusalReasons, ...taxonomies.fixTypes];
  const excuses = offered.filter((t) =>
    /담당 ?아님|소수 ?의견|사과|not my|minority|apolog/i.test(`${t.label.ko} ${t.label.en}`),
  );
  return [
    ...(departments.some((d) => d.code === 'facilities')
      ? []
      : [
          'departments has no "facilities": heating, shelves and parking reach nobody. Every department serves customers.',
        ]),
    ...leaderless.map(
      (d) => `department "${d.code}" has no deptLead: nobody there can refuse a case or answer an obstacle.`,
    ),
    ...leaderless
      .filter((d) => d.duty.length === 0)
      .map((d) => `department "${d.code}" has neither duty nor deptLead: an S1 reaches nobody there at night.`),
    ...(taxonomies.holdReasons.some((reason) => reason.customer)
      ? []
      : ['no hold reason has "customer: true": the fix clock runs on while the customer is awaited.']),
    ...(without('executive') ? ['nobody is executive: decision requests reach nobody.'] : []),
    ...(without('csAgent') ? ['nobody is csAgent: the CS lead answers every customer.'] : []),
    ...(without('admin') ? ['nobody is admin: nobody is named as the one to ask about this installation.'] : []),
    ...excuses.map((t) => `"${t.label.ko}" (${t.code}) solves nothing for the customer; is it meant to be offered?`),
  ];
}

function taxonomyLists(raw: unknown): readonly (readonly Row[])[] {
  const names = [
    'channels',
    'wants',
    'transferReasons',
    'holdReasons',
    'fixTypes',
    'refusalReasons',
    'replyChannels',
    'conduct',
    'aspects',
    'groups',
    'ideas',
  ];
  const causes = rowsAt(raw, ['taxonomies', 'rootCauses']);
  return [
    ...names.map((name) => rowsAt(raw, ['taxonomies', name])),
    causes,
    ...causes.map((cause) => rowsAt(raw, [...cause.path, 'children'])),
  ];
}

function groupsByKind(raw: unknown, groups: readonly string[]): readonly Finding[] {
  const path: Path = ['severity', 'groupsByKind'];
  return Object.keys(at(raw, path) ?? {}).flatMap((kind) =>
    listAt(raw, [...path, kind]).flatMap(({ path: here, value }) =>
      typeof value !== 'string' || groups.includes(value)
        ? []
        : [
            {
              path: here,
              what: `"${value}" is no group of signals`,
              mend: `Use one of: ${[...new Set(groups)].join(', ')}.`,
            },
          ],
    ),
  );
}

function nobodyThere(departments: readonly Row[], people: readonly Row[]): readonly Finding[] {
  const manned = textsOf(people, 'department');
  return departments.flatMap((row) => {
    const code = textAt(row, 'code')?.value;
    if (code === undefined) return [];
    return [
      ...(manned.includes(code)
        ? []
        : [
            {
              path: row.path,
              what: `nobody belongs to "${code}"`,
              mend: `Give somebody under people "department: ${code}".`,
            },
          ]),
      ...((textAt(row, 'slack') ?? textAt(row, 'teams'))
        ? []
        : [{ path: row.path, what: `"${code}" has no channel`, mend: 'Add "slack:" with the id of its channel.' }]),
    ];
  });
}

const needed = { vocDesk: 'unrouted cases would reach nobody', csLead: 'nobody could close a case' } as const;

function missingRoles(people: readonly Row[]): readonly Finding[] {
  const held = people.flatMap((row) => listAt(row.value, ['roles']).map((role) => role.value));
  return Object.entries(needed).flatMap(([role, why]) =>
    held.includes(role)
      ? []
      : [{ path: ['people'], what: `nobody is ${role}: ${why}`, mend: `Give somebody "roles: [${role}]".` }],
  );
}

function leadsOfNothing(people: readonly Row[]): readonly Finding[] {
  return people.flatMap((row) =>
    listAt(row.value, ['roles']).some((role) => role.value === 'deptLead') && textAt(row, 'department') === null
      ? [{ path: row.path, what: 'is deptLead of no department', mend: 'Add "department:", or drop the role.' }]
      : [],
  );
}

function unorderedThresholds(raw: unknown): readonly Finding[] {
  const path: Path = ['severity', 'thresholds'];
  const [s1, s2, s3] = ['S1', 'S2', 'S3'].map((tier) => at(raw, [...path, tier]));
  if (typeof s1 !== 'number' || typeof s2 !== 'number' || typeof s3 !== 'number') return [];
  return s1 > s2 && s2 > s3
    ? []
    : [{ path, what: 'the tiers are out of order', mend: 'S1 must be above S2, and S2 above S3.' }];
}

const textRules = (raw: unknown): readonly Row[] =>
  [
    ['suggestions', 'kinds'],
    ['suggestions', 'touchpoints'],
    ['suggestions', 'signals'],
    ['suggestions', 'conduct'],
    ['routing'],
  ].flatMap((path) => rowsAt(raw, path));

function unknownChannels(raw: unknown): readonly Finding[] {
  const known = textsOf(rowsAt(raw, ['taxonomies', 'channels']), 'code');
  return textRules(raw)
    .flatMap((row) => listAt(raw, [...row.path, 'channel']))
    .flatMap(({ path, value }) =>
      typeof value !== 'string' || known.includes(value)
        ? []
        : [{ path, what: `"${value}" is no channel`, mend: `Use one of: ${known.join(', ')}.` }],
    );
}

function badPatterns(raw: unknown): readonly Finding[] {
  const drafts: Path = ['care', 'drafts'];
  const patterns = [
    ...textRules(raw).flatMap((row) => ['any', 'not'].flatMap((key) => listAt(raw, [...row.path, key]))),
    ...Object.keys(at(raw, drafts) ?? {}).flatMap((key) => listAt(raw, [...drafts, key])),
    ...rowsAt(raw, [...drafts, 'asks']).flatMap((row) =>
      ['any', 'known'].flatMap((key) => listAt(raw, [...row.path, key])),
    ),
  ];
  return patterns.flatMap(({ path, value }) => {
    const problem = typeof value === 'string' ? patternProblem(value) : null;
    return problem === null
      ? []
      : [
          {
            path,
            what: `the pattern ${problem}`,
            mend: 'Use plain words, a|b, [abc], ? and bounded gaps such as .{0,10}.',
          },
        ];
  });
}
