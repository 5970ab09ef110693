'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const globalTeardown = require('./global-teardown.cjs');

const QUEUE_LIMIT_MS = 60_000;

/**
 * One PostgreSQL for the whole run, with a migrated database that each test's own is copied from, the queue's tables in it. Nothing in it
 * outlives the run, so it is told to be quick rather than durable.
 */
module.exports = async function globalSetup() {
  resolveAliases();
  const { startPostgres } = require('@app/embedded');
  const { migrate } = require('@app/store');
  const { hang } = require('../../apps/engine/src/work/hung-bell');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vuosikello-test-'));
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false });
  globalThis.vuosikelloTestServer = { folder, postgres };
  try {
    await postgres.createDatabase('template_migrated');
    await migrate(postgres.url('owner', 'template_migrated'), {
      appLogins: ['vuosikello_app_login'],
      engineLogins: ['vuosikello_engine_login'],
    });
    const queue = { postgresUrl: postgres.url('queue', 'template_migrated') };
    const bell = await hang(
      { queue, concurrency: 1 },
      () => undefined,
      QUEUE_LIMIT_MS,
      () => undefined,
    );
    await bell.takeDown(0);
  } catch (error) {
    // Jest tears down only what was set up to the end.
    await globalTeardown();
    throw error;
  }
  process.env.VUOSIKELLO_TEST_POSTGRES = postgres.dataDir;
};

/** Jest turns TypeScript into JavaScript here too, but its names for our libraries hold inside tests only. */
function resolveAliases() {
  const original = Module._resolveFilename;
  Module._resolveFilename = function resolve(request, ...rest) {
    const [, lib] = /^@app\/([^/]+)$/.exec(request) ?? [];
    const file = lib ? path.join(__dirname, '..', '..', 'libs', lib, 'src', 'index.ts') : request;
    return original.call(this, file, ...rest);
  };
}
