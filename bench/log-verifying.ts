import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Frontier, formatVerifierKey, writeBundle } from '@app/ledger';
import { madeUpEvent, signedCheckpoint, verifierKeyFromWord } from '../test/support/memory-log';

/** Long enough for the memory to be seen level. */
const standard = '1000000';

/**
 * `node dist/bench/log-verifying.js [--events 1000000] [--keep FILE]`: writes a bundle of a made-up log and has the single-file verifier
 * read it in a process of its own. Prints as JSON how long both took, and the most memory the verifier held.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { events: { type: 'string', default: standard }, keep: { type: 'string' } },
  });
  const size = Number(values.events);
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-bench-'));
  const file = values.keep ?? join(folder, 'bundle.ndjson');
  try {
    const frontier = Frontier.empty();
    for (let position = 0; position < size; position += 1) frontier.append(madeUpEvent(position).leaf);
    const key = verifierKeyFromWord('the log');
    const request = { county: '09', checkpoint: signedCheckpoint(size, frontier.root()), keys: [key] };
    const writing = performance.now();
    const nothingLeftOut = () => Promise.resolve([]);
    await pipeline(Readable.from(writeBundle(request, madeUp(size), nothingLeftOut)), createWriteStream(file));
    const writingSeconds = secondsSince(writing);
    const verifying = performance.now();
    const script = `await import(process.cwd() + '/verifier/verify-log.mjs');
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      console.error(JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }))`;
    const run = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, 'x', file, '--key', formatVerifierKey(key), '--json'],
      { encoding: 'utf8' },
    );
    const report = JSON.parse(run.stdout) as { fault: unknown; events: number };
    const used = JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '{}') as { maxRSS: number; cpu: number };
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
    console.log(
      JSON.stringify({
        events: report.events,
        bytes: statSync(file).size,
        writingSeconds,
        verifyingSeconds: secondsSince(verifying),
        verifierCpuSeconds: Math.round(used.cpu / 100_000) / 10,
        verifierPeakMB: Math.round(used.maxRSS / 1024),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* madeUp(size: number) {
  for (let position = 0; position < size; position += 1) yield madeUpEvent(position);
}

function secondsSince(begin: number): number {
  return Math.round((performance.now() - begin) / 100) / 10;
}

void main();
