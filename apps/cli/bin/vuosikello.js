#!/usr/bin/env node
'use strict';
/**
 * The launcher of the command line. It is committed as it runs, so that `npx vuosikello` works from `npm ci` on: it sees to it that Node
 * is new enough and that dist/ is built from the sources that lie here, and hands over. Exit 3: the environment does not serve.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..', '..');
const { isNodeEnough, explainNode } = require(path.join(ROOT, 'scripts', 'assert-node.cjs'));
const ENVIRONMENT_FAILED = 3;

if (isNodeEnough(process.versions.node)) void launch();
else runOnInstalledNode();

async function launch() {
  try {
    const { build } = require(path.join(ROOT, 'scripts', 'build.cjs'));
    if (!(await build({ force: false }))) return fail('Vuosikello could not be built; see above.');
  } catch (error) {
    return fail(`Vuosikello could not be built: ${error.message}`);
  }
  require(path.join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js'));
}

/** Started by an older node, e.g. as `node apps/cli/bin/vuosikello.js`: goes on with the Node.js that `npm ci` brought. */
function runOnInstalledNode() {
  const installed = path.join(ROOT, 'node_modules', '.bin', 'node');
  // The variable ends the chain where that Node.js is too old itself.
  if (!fs.existsSync(installed) || process.env.VUOSIKELLO_RELAUNCHED) return fail(explainNode(process.versions.node));
  const child = spawn(installed, [__filename, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, VUOSIKELLO_RELAUNCHED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${explainNode(process.versions.node)}\n(${installed}: ${error.message})`));
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    // Without our own listener the signal ends this process too, and the shell sees how the command ended.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(message) {
  console.error(message);
  process.exitCode = ENVIRONMENT_FAILED;
}
