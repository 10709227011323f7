// Who may import whom. The table in ARCHITECTURE.md says the same in words; test/architecture holds both together.
const features = 'territories|catalogue|programmes|imports|aggregates|effects|dashboards|jobs|demonstration';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'indicators-is-pure',
      comment: 'The library runs in the browser too: no server, no database, no file system, no clock.',
      severity: 'error',
      from: { path: '^libs/indicators/src', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^apps/', '^test/', 'node_modules/(@nestjs|typeorm|pg|fastify|vue)'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'indicators-uses-no-node-core',
      severity: 'error',
      from: { path: '^libs/indicators/src', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'calculations-know-no-prose',
      comment: 'Wording and figures are built on the calculations, never the reverse.',
      severity: 'error',
      from: { path: '^libs/indicators/src/(?!wording|figure|index)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/indicators/src/(wording|figure)' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/(platform|database)' },
      to: { path: `^apps/api/src/(${features})` },
    },
    {
      name: 'features-meet-in-queries',
      comment: "A feature reads another's tables through its query functions, never through its services.",
      severity: 'error',
      from: { path: `^apps/api/src/(${features})/`, pathNot: '^apps/api/src/demonstration/' },
      to: {
        path: `^apps/api/src/(${features})/`,
        pathNot: ['^apps/api/src/$1/', '\\.queries\\.ts$', '^apps/api/src/jobs/job\\.ts$'],
      },
    },
    {
      name: 'demonstration-acts-as-an-official',
      comment:
        'It writes nothing itself: its places and files go through the services that write territories and imports.',
      severity: 'error',
      from: { path: '^apps/api/src/demonstration/' },
      to: {
        path: `^apps/api/src/(${features})/`,
        pathNot: [
          '^apps/api/src/demonstration/',
          '\\.queries\\.ts$',
          '\\.(service|module)\\.ts$',
          '^apps/api/src/territories/territory-writer\\.ts$',
        ],
      },
    },
    {
      name: 'composition-is-pure',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/compose[^/]*\\.ts$' },
      to: {
        path: ['node_modules/(@nestjs|typeorm|pg)/', '\\.queries\\.ts$', '\\.service\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'dashboard-speaks-to-the-contract-only',
      severity: 'error',
      from: { path: '^apps/dashboard' },
      to: { path: ['^apps/api', '^test/'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|\\.d\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mts', '.vue', '.js', '.mjs', '.json'] },
  },
};
