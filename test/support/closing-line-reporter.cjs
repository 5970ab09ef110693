'use strict';
/**
 * Ends a test run with one plain line, `N passed, N failed, N skipped`, counted in tests. A file that could not be loaded counts as one
 * failed test. Under `npm test` the counts go into the file named by VUOSIKELLO_TEST_TALLY instead, and the line
 * is printed when jest has ended.
 */
const fs = require('node:fs');

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param results what jest hands to `onRunComplete` */
function countTests(results) {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const counts = countTests(results);
    const tally = process.env.VUOSIKELLO_TEST_TALLY;
    if (tally) fs.appendFileSync(tally, `${JSON.stringify(counts)}\n`);
    else process.stdout.write(`${closingLine(counts)}\n`);
  }
}

module.exports = ClosingLineReporter;
module.exports.closingLine = closingLine;
module.exports.countTests = countTests;
