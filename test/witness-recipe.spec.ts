import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey, parseNote, parseVerifierKey, signersOf } from '@app/ledger';
import { bundleOf, file, logKey } from './faults/tampering';
import { MemoryLog, verifierKeyFromWord } from './support/memory-log';
import { verifiedBundle } from './support/verifier-core';

/** The commands that docs/log.md gives a witness, without those that need a server. */
const recipe = [...readFileSync(join(process.cwd(), 'docs', 'log.md'), 'utf8').matchAll(/^```bash\n([\s\S]*?)^```$/gm)]
  .map(([, block]) => block ?? '')
  .join('');

const hasTools = ['openssl version', 'sha256sum --version'].every(
  (command) => spawnSync('bash', ['-c', command]).status === 0,
);
if (!hasTools)
  console.warn('\n*** SKIPPED: what docs/log.md says to witnesses was not run: openssl or coreutils are missing.\n');

(hasTools ? it : it.skip)(
  'a witness who does what the document says has signed, for the product and for auditors',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vuosikello-witness-'));
    const log = new MemoryLog(12);
    writeFileSync(join(folder, 'checkpoint.txt'), await log.checkpoint());
    const { stderr, status } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', recipe], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([stderr, status]).toEqual(['', 0]);
    const [witness, note] = ['witness.vkey', 'cosigned.txt'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    ) as [string, string];
    rmSync(folder, { recursive: true });

    const keys = [verifierKeyFromWord('the log'), parseVerifierKey(witness)];
    expect(signersOf(parseNote(note), keys).map(formatVerifierKey)).toEqual([logKey, witness.trim()]);

    const [head = '', ...events] = await bundleOf(log);
    const cosigned = JSON.stringify({ ...(JSON.parse(head) as object), checkpoint: note });
    const report = await verifiedBundle(file([cosigned, ...events]), { keys: [logKey, witness.trim()], old: note });
    expect(report).toMatchObject({ fault: null, notSigning: [], notKnown: 0, old: { signed: true } });
    expect(report.signedBy.map(({ key }) => key)).toEqual([logKey, witness.trim()]);
  },
);
