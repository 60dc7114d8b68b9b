/** Who may import whom. The same table stands in CONTRIBUTING.md; this one is the law. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: [from, ...allowed] },
});
const npm = (name) => `node_modules/${name}`;

/** What both twins do before anything is Slack's or Teams': read a request's body and JSON of any shape, answer in time. */
const ofBothTwins = '^adapters/(?:read-body|payload|in-time)\\.ts$';

module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', [], 'The core imports nothing but itself.'),
    only('ports-speak-domain', '^src/ports/', ['^src/domain/', '^http$'], 'Ports are types over the domain.'),
    only('render-knows-no-platform', '^src/render/', ['^src/domain/', '^src/ports/'], 'Drawing is neutral.'),
    only(
      'app-knows-no-adapter',
      '^src/app/',
      ['^src/domain/', '^src/ports/', '^src/render/'],
      'Use cases reach the world through ports.',
    ),
    only(
      'slack-is-an-island',
      '^adapters/slack/',
      ['^src/domain/', '^src/ports/', ofBothTwins, npm('@slack/'), '^(node:)?[a-z_/]+$'],
      'SDK types never leave their folder, and nothing else comes in.',
    ),
    only(
      'teams-is-an-island',
      '^adapters/teams/',
      ['^src/domain/', '^src/ports/', ofBothTwins, npm('(botbuilder|fflate)/'), '^(node:)?[a-z_/]+$'],
      'SDK types never leave their folder, and nothing else comes in.',
    ),
    only(
      'sandbox-stands-alone',
      '^adapters/sandbox/',
      [
        npm('(ws|@types/ws|@slack/types|react|react-dom|@types/react|@types/react-dom|slack-blocks-to-jsx)/'),
        '^(node:)?[a-z_/]+$',
      ],
      'It stands in for Slack, so it knows nothing of Meari.',
    ),
    only(
      'db-knows-no-platform',
      '^db/',
      [
        '^src/domain/',
        '^src/ports/',
        npm('(drizzle-orm|postgres|@electric-sql|zod|@hyunbinseo/holidays-kr)/'),
        '^(node:)?[a-z_/]+$',
      ],
      'Storage knows the domain, its own drivers and the almanac it is seeded from.',
    ),
    only(
      'ical-is-an-island',
      '^adapters/ical\\.ts$',
      ['^src/domain/', '^src/ports/', npm('ical\\.js/')],
      'A file in, days out: the library that reads it goes no further.',
    ),
    only(
      'pictures-are-an-island',
      '^adapters/pictures/',
      ['^src/domain/', '^src/ports/', npm('@resvg/resvg-js/'), '^(node:)?[a-z_/]+$'],
      'Numbers and words in, a picture out: the library that draws goes no further.',
    ),
    {
      name: 'holiday-sources-have-one-reader',
      severity: 'error',
      comment: 'The almanac is read in db/almanac.ts, iCalendar in adapters/ical.ts: each could be exchanged there.',
      from: { path: '^(src|adapters|db)/', pathNot: '^(db/almanac|adapters/ical)\\.ts$' },
      to: { path: npm('(ical\\.js|@hyunbinseo/holidays-kr)/') },
    },
    {
      name: 'only-wire-composes',
      severity: 'error',
      comment: 'wire.ts is the composition root: the only file of src that imports adapters/ and db/.',
      from: { path: '^src/', pathNot: '^src/wire[a-z-]*\\.ts$' },
      to: { path: '^(adapters|db)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle is two files that are really one.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports it.',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/(main|cli)\\.ts$', 'page/main\\.tsx$', 'page/build'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', comment: 'It must exist.', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // swc's parser here reads no TSX: test/architecture/imports.test.ts holds the page to its own list.
    exclude: { path: '^adapters/sandbox/page/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
