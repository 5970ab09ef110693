import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash, contentOf, envelopeEntry, hashLeaf, sha256 } from '@app/ledger';
import { bundleOf, file } from './faults/tampering';
import { MemoryLog } from './support/memory-log';

/** The commands exactly as the document gives them, one block after the other. */
const blocks = [
  ...readFileSync(join(process.cwd(), 'docs', 'log-verifying.md'), 'utf8').matchAll(/^```bash\n([\s\S]*?)^```$/gm),
].map(([, block]) => block ?? '');
const recipe = blocks.join('');

const hasTools = ['openssl version', 'sha256sum --version', 'base64 --version'].every(
  (command) => spawnSync('bash', ['-c', command]).status === 0,
);
if (!hasTools)
  console.warn('\n*** SKIPPED: the recipe of docs/log-verifying.md was not run: openssl or coreutils are missing.\n');

(hasTools ? describe : describe.skip)('the recipe with standard tools', () => {
  let folder: string;
  let log: MemoryLog;
  let lines: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vuosikello-recipe-'));
    log = new MemoryLog(11);
    say(4, { answers: { 'a"b': 'Rivi 1\nRivi "2"\t\\n \u0007 ✓', count: 7 } });
    say(6, { count: 7, late: false });
    log.dispose(8);
    log.erase(0, '/data/answers/efforts', {
      commandId: 'c-0',
      body: JSON.stringify({ answers: { efforts: '[poistettu]', count: 7 }, late: false }),
      note: 'Puhelimitse sovittu',
    });
    lines = await bundleOf(log);
  });
  /** Has an event say something else, before anybody has signed. */
  const say = (position: number, body: object) => {
    const event = log.events[position]!;
    const said = { commandId: `c-${position}`, body: JSON.stringify(body), note: null };
    const salts = { seed: sha256(`seed ${position}`).subarray(0, 16) };
    const envelope = { ...event.envelope, content: contentHash(contentOf(said, salts)) };
    log.events[position] = { position, said, salts, envelope, leaf: hashLeaf(envelopeEntry(envelope)) };
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const follow = (bundle: string, commands = recipe) => {
    writeFileSync(join(folder, 'bundle.ndjson'), bundle);
    // Without the start-up file, which bash reads where its input is a socket, as it is here.
    return spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', commands], { cwd: folder, encoding: 'utf8' });
  };
  const ofEvent = (position: number) => (blocks[0] ?? '').replace('position=0', `position=${position}`);

  it('accepts a whole log', () => {
    const { stdout, stderr, status } = follow(file(lines));
    expect({ lines: stdout.trim().split('\n'), stderr, status }).toEqual({
      lines: [
        'The entry: holds',
        'What the event said: holds',
        'Texts erased or withheld: 1',
        'The text at /note: holds',
        'The root: holds',
        'Signature Verified Successfully',
      ],
      stderr: '',
      status: 0,
    });
  });

  it('accepts every event, whatever it says, and says where there are no texts', () => {
    const { stdout, stderr, status } = follow(file(lines), log.events.map((_, at) => ofEvent(at)).join(''));
    expect([stderr, status]).toEqual(['', 0]);
    const said = stdout.split('The entry: holds\n').slice(1);
    expect(said).toHaveLength(11);
    expect(said[2]).toContain('The text at /data/texts/0: holds\nThe text at /data/texts/1: holds\n');
    expect(said[4]).toContain('The text at /data/answers/a\\"b: holds');
    expect(said[6]).toBe('What the event said: holds\nTexts: none here\n');
    expect(said[8]).toBe('What the event said: disposed of, or withheld\nTexts: none here\n');
  });

  it.each(['Päätös 1', 'Beslut 2', 'PHHYKY'])('names the text that was changed (%s)', (text) => {
    const { stdout, status } = follow(file(lines).replace(text, 'Toinen'), ofEvent(2));
    expect(status).not.toBe(0);
    expect(stdout.match(/^.*DOES NOT HOLD$/gm)).toEqual([
      `The text at /data/${{ 'Päätös 1': 'texts/0', 'Beslut 2': 'texts/1' }[text] ?? 'caseNumber'}: DOES NOT HOLD`,
    ]);
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
