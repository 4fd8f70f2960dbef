// The arrows of the architecture, checked by `npm run boundaries`:
// core <- storage <- { telegram, llm, stripe, jobs, http } <- features <- operator <- app <- main, scripts.
// test/contract/boundaries.test.ts seeds a violation of each rule and sees it reported.

const adapters = 'telegram|llm|stripe|jobs|http';

/** Features import each other through index.ts only, and only those before them in this list. */
const featureOrder = [
  'fans',
  'preferences',
  'members',
  'billing',
  'prompts',
  'ownkey',
  'consent',
  'threads',
  'activity',
  'memory',
  'search',
  'inbox',
  'followups',
  'segments',
  'replies',
  'answers',
  'persona',
  'usage',
  'account',
  'drafts',
  'learning',
  'facts',
  'transfer',
  'insights',
  'cards',
  'settings',
  'status',
];

/** Where each package may be imported; `as` is the package's place below node_modules when it is not its name. */
const homes = [
  { name: 'better-sqlite3', only: ['^src/storage/open-file\\.ts$'] },
  {
    name: 'kysely',
    only: [
      '^migrations/',
      '^src/storage/',
      '^src/telegram/(tables\\.ts|ingest/|outbox/|purge-finished\\.ts)',
      '^src/jobs/(tables|job-queries|schedule)\\.ts$',
      '^src/features/[^/]+/(tables\\.ts|queries(\\.ts|/))',
    ],
  },
  {
    name: 'grammy',
    as: '(grammy/(?!out/types\\.|types\\.)|@grammyjs/)',
    // A feature's index.ts and handlers hold Composers; types of Telegram's objects are everybody's (grammy/types).
    only: ['^src/telegram/', '^src/features/[^/]+/telegram/'],
  },
  {
    name: 'grammy-types',
    as: 'grammy/',
    only: ['^src/telegram/', '^src/features/', '^src/operator/', '^scripts/'],
  },
  { name: 'groq-sdk', only: ['^src/llm/'] },
  { name: 'openai', only: ['^src/llm/'] },
  { name: 'stripe', only: ['^src/stripe/'] },
  { name: 'eld', only: ['^src/features/[^/]+/rules(\\.ts|/)'] },
  { name: 'undici', only: ['^src/telegram/', '^src/llm/'] },
  {
    name: 'hono',
    as: '(hono|@hono)/',
    // A feature's pages are templates of hono/html.
    only: ['^src/http/', '^src/features/[^/]+/(http(\\.ts$|/)|pages/)'],
  },
  { name: 'pino', only: ['^src/app/'] },
  { name: 'zod', only: ['^src/app/', '^src/http/', '^src/features/', '^src/llm/', '^src/stripe/'] },
  { name: 'echarts', only: ['^src/features/insights/picture/'] },
  { name: '@resvg', only: ['^src/features/insights/picture/'] },
  { name: 'csv-parse', only: ['^src/features/transfer/rules/'] },
  { name: 'csv-stringify', only: ['^src/features/transfer/rules/'] },
  { name: 'fflate', only: ['^src/features/transfer/rules/'] },
  { name: 'chrono-node', only: ['^src/features/[^/]+/rules(\\.ts|/)'] },
  { name: 'temporal-polyfill', only: ['^src/features/[^/]+/rules(\\.ts|/)'] },
  { name: 'commander', only: ['^scripts/'] },
  { name: 'cli-progress', only: ['^scripts/'] },
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const vendorRules = homes.map(({ name, as, only }) =>
  rule(
    `home-of-${name}`,
    `${name} is imported in its home only`,
    { pathNot: only },
    { path: `^node_modules/${as ?? `${name}/`}` },
  ),
);

const featureOrderRules = featureOrder
  .slice(0, -1)
  .map((feature, index) =>
    rule(
      `feature-order-${feature}`,
      'features import only those before them in the list',
      { path: `^src/features/${feature}/` },
      { path: `^src/features/(${featureOrder.slice(index + 1).join('|')})/` },
    ),
  );

module.exports = {
  forbidden: [
    rule('no-cycles', 'modules do not import each other in a circle', {}, { circular: true }),
    rule(
      'no-orphans',
      'every module is used',
      { orphan: true, pathNot: ['^src/main\\.ts$', '^scripts/[^/]+\\.ts$', '\\.d\\.ts$'] },
      {},
    ),
    rule('resolvable', 'imports lead somewhere', {}, { couldNotResolve: true }),
    rule(
      'core-stands-alone',
      'core imports nothing but core and Node',
      { path: '^src/core/' },
      { pathNot: '^src/core/', dependencyTypesNot: ['core'] },
    ),
    rule(
      'storage-below',
      'storage knows core, migrations and nothing above',
      { path: '^src/storage/' },
      { path: '^(src|scripts)/', pathNot: '^src/(core|storage)/' },
    ),
    rule(
      'migrations-alone',
      'migrations stand on the migration type alone, so that they never change with the code',
      { path: '^migrations/' },
      { path: '^(src|scripts)/', pathNot: '^src/(core/|storage/migration\\.ts$)' },
    ),
    rule(
      'adapters-below',
      'adapters know nothing above them',
      { path: `^src/(${adapters})/` },
      { path: '^(src/(features|operator|app)/|src/main\\.ts$|scripts/)' },
    ),
    rule(
      'adapters-apart',
      'adapters do not know each other',
      { path: `^src/(${adapters})/` },
      { path: `^src/(${adapters})/`, pathNot: '^src/$1/' },
    ),
    rule(
      'features-below',
      'features know nothing above them',
      { path: '^src/features/' },
      { path: '^(src/(operator|app)/|src/main\\.ts$|scripts/)' },
    ),
    rule(
      'operator-below',
      'operator verbs know nothing above them',
      { path: '^src/operator/' },
      { path: '^(src/app/|src/main\\.ts$|scripts/)' },
    ),
    rule(
      'nothing-above-main',
      'nothing imports the entrances',
      {},
      { path: '^(src/main|scripts/[^/]+)\\.ts$' },
    ),
    rule(
      'src-below-scripts',
      'src knows no script',
      { path: '^(src|migrations)/' },
      { path: '^scripts/' },
    ),
    rule(
      'feature-doors',
      'features meet only through index.ts',
      { path: '^src/features/([^/]+)/' },
      {
        path: '^src/features/',
        pathNot: ['^src/features/$1/', '^src/features/([^/]+/index|feature)\\.ts$'],
      },
    ),
    rule(
      'feature-doors-from-outside',
      'a feature is entered through its index.ts',
      { pathNot: '^src/features/' },
      { path: '^src/features/', pathNot: '^src/features/([^/]+/index|feature)\\.ts$' },
    ),
    rule(
      'feature-contract-below',
      'what a feature may give names no feature',
      { path: '^src/features/feature\\.ts$' },
      { path: '^src/features/' },
    ),
    ...featureOrderRules,
    rule(
      'feature-order-listed',
      'a feature that imports another has its place in the list',
      { path: '^src/features/([^/]+)/', pathNot: `^src/features/(${featureOrder.join('|')})/` },
      { path: '^src/features/', pathNot: '^src/features/($1/|feature\\.ts$)' },
    ),
    rule(
      'handlers-call-services',
      'handlers call services, never queries',
      { path: '^src/features/[^/]+/telegram/' },
      { path: '^src/features/[^/]+/queries(\\.ts$|/)' },
    ),
    rule(
      'no-test-code',
      'only the demo uses the sandbox',
      { pathNot: ['^test/', '^scripts/demo'] },
      { path: '^test/' },
    ),
    rule(
      'no-dev-dependencies',
      'what runs needs no development dependency',
      { pathNot: '^test/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    ...vendorRules,
  ],
  options: {
    doNotFollow: { path: '^(node_modules|test)/' },
    exclude: { path: '\\.test\\.ts$' },
    // TypeScript 7 has no JavaScript API, so the files are read as they are by acorn's tolerant parser. It sees type
    // imports too, but not `export type … from`; the test compares what it saw with what is written.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};
