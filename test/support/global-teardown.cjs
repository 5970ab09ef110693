'use strict';
const fs = require('node:fs');

/** Stops the PostgreSQL of the run and removes its folder. */
module.exports = async function globalTeardown() {
  const server = globalThis.vuosikelloTestServer;
  if (!server) return;
  await server.postgres.stop();
  fs.rmSync(server.folder, { recursive: true, force: true });
};
