import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf, file } from './faults/tampering';
import { MemoryLog } from './support/memory-log';

/** The commands exactly as the document gives them, one block after the other. */
const recipe = [
  ...readFileSync(join(process.cwd(), 'docs', 'log-verifying.md'), 'utf8').matchAll(/^```bash\n([\s\S]*?)^```$/gm),
]
  .map(([, block]) => block ?? '')
  .join('');

const hasTools = ['openssl version', 'sha256sum --version', 'base64 --version'].every(
  (command) => spawnSync('bash', ['-c', command]).status === 0,
);
if (!hasTools)
  console.warn('\n*** SKIPPED: the recipe of docs/log-verifying.md was not run: openssl or coreutils are missing.\n');

(hasTools ? describe : describe.skip)('the recipe with standard tools', () => {
  let folder: string;
  let lines: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vuosikello-recipe-'));
    lines = await bundleOf(new MemoryLog(11));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const follow = (bundle: string) => {
    writeFileSync(join(folder, 'bundle.ndjson'), bundle);
    // Without the start-up file, which bash reads where its input is a socket, as it is here.
    return spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', recipe], { cwd: folder, encoding: 'utf8' });
  };

  it('accepts a whole log', () => {
    const { stdout, stderr, status } = follow(file(lines));
    expect({ lines: stdout.trim().split('\n'), stderr, status }).toEqual({
      lines: [
        'The entry: holds',
        'What the event said: holds',
        'The text: holds',
        'The root: holds',
        'Signature Verified Successfully',
      ],
      stderr: '',
      status: 0,
    });
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ['a changed entry', ([head = '', first = '', ...rest]) => [head, first.replace('coordinator', 'service'), ...rest]],
    [
      'a changed content',
      ([head = '', first = '', ...rest]) => [head, first.replace('\\"count\\":7', '\\"count\\":8'), ...rest],
    ],
    [
      'a changed text',
      ([head = '', first = '', ...rest]) => [head, first.replace('Puhelimitse', 'Sähköpostitse'), ...rest],
    ],
    ['a deleted event', (all) => all.toSpliced(5, 1)],
    ['another size', ([head = '', ...rest]) => [head.replace('\\n11\\n', '\\n12\\n'), ...rest]],
  ])('refuses %s', (_what, change) => {
    const changed = change(lines);
    expect(changed).not.toEqual(lines);
    expect(follow(file(changed)).status).not.toBe(0);
  });
});
