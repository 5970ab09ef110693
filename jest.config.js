'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** One embedded PostgreSQL for a whole run: started before the first integration test, stopped after the last. */
const supportFile = (name) =>
  ['.cjs', '.ts']
    .map((extension) => path.join(__dirname, 'test', 'support', name + extension))
    .find((file) => fs.existsSync(file));
const globalSetup = supportFile('global-setup');
const globalTeardown = supportFile('global-teardown');
const withDatabase = {
  ...(globalSetup && { globalSetup }),
  ...(globalTeardown && { globalTeardown }),
};

const shared = {
  rootDir: __dirname,
  roots: ['libs', 'apps', 'test'].map((name) => path.join(__dirname, name)).filter((folder) => fs.existsSync(folder)),
  testEnvironment: 'node',
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

/**
 * Jest does not apply `testTimeout` of a project; a set-up file does. The limits end what hangs and prove nothing: a machine may be ten
 * times as slow as usual.
 */
const timeLimit = (group) => ({ setupFilesAfterEnv: [`<rootDir>/test/support/time-limits/${group}.cjs`] });

const INT = '/[^/]+\\.int\\.spec\\.ts$';
const E2E = '/[^/]+\\.e2e\\.spec\\.ts$';

/**
 * Three groups by file name (npm run test:unit, test:int, test:e2e). Only the last two get a database; the end-to-end tests start
 * dist/ in processes of their own.
 * @type {import('jest').Config}
 */
module.exports = {
  maxWorkers: 2,
  // Modules of ended test files are not let go of entirely: a worker grows until collecting its garbage slows the tests.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/support/spread-sequencer.cjs',
  reporters: ['default', '<rootDir>/test/support/closing-line-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', INT, E2E],
      ...timeLimit('unit'),
    },
    { ...shared, ...withDatabase, displayName: 'int', testRegex: [INT], ...timeLimit('int') },
    { ...shared, ...withDatabase, displayName: 'e2e', testRegex: [E2E], ...timeLimit('e2e') },
  ],
};
