import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runPython, withPython, type Said } from './python';

const SIZE = 300;
const SUMMARY =
  'OK log.example/09 at size 300: signed by the log (1) and by witnesses (1), its root from 3 tiles, 300 entries, ' +
  'inclusion of 300 entries, that it continues size 260\n';

type Tampering = {
  name: string;
  spoil?(log: string): void;
  options?(log: string): string[];
  fault: string;
};

withPython('the verifier of the log by a stranger').describe('a verifier of the log by a stranger', () => {
  let folder: string;
  let good: string;
  let fork: string;
  let longer: string;
  let keys: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vuosikello-foreign-'));
    [good, fork, longer] = [join(folder, 'good'), join(folder, 'fork'), join(folder, 'longer')];
    const made = await Promise.all([
      runPython('make-log', good, String(SIZE), '260'),
      runPython('make-log', fork, String(SIZE), '260', '--story', 'another story'),
      runPython('make-log', longer, '600', String(SIZE)),
    ]);
    expect(made.map(({ err }) => err)).toEqual(['', '', '']);
    keys = readFileSync(join(good, 'keys'), 'utf8').trim().split('\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const verify = (log: string, ...options: string[]): Promise<Said> =>
    runPython('tlog-verifier', ...options, log, ...keys);

  it('reckons what others published of signatures, trees, notes and tiles', async () => {
    expect(await runPython('self-test')).toEqual({
      status: 0,
      out: expect.stringMatching(/^OK \d{3} checks\n$/),
      err: '',
    });
  });

  it('accepts a good log', async () => {
    expect(await verify(good, '--old', join(good, 'checkpoint.old'))).toEqual({ status: 0, out: SUMMARY, err: '' });
  });

  it('accepts logs of nothing, of one entry, of a full tile and of three levels', async () => {
    const sizes = [0, 1, 256, 70_000];
    const logs = sizes.map((size) => join(folder, String(size)));
    await Promise.all(
      sizes.map((size, at) => runPython('make-log', logs[at] ?? '', String(size), String(Math.floor(size / 2)))),
    );
    const told = await verifyEach(logs.map((log) => ['--old', join(log, 'checkpoint.old'), log, ...keys]));
    expect(told).toMatchObject(
      sizes.map((size) => ({ status: 0, out: expect.stringContaining(` at size ${size}: `) as string })),
    );
  });

  it('accepts full tiles where the partial ones of an older checkpoint are gone', async () => {
    const log = join(folder, 'grown');
    cpSync(longer, log, { recursive: true });
    renameSync(join(log, 'checkpoint.old'), join(log, 'checkpoint'));
    cpSync(join(good, 'tile/1'), join(log, 'tile/1'), { recursive: true });
    expect(existsSync(join(log, 'tile/0/001.p'))).toBe(false);
    expect(await verify(log)).toMatchObject({ status: 0, out: expect.stringContaining('300 entries') });
  });

  it('refuses what was tampered with, and says where', async () => {
    const runs = tamperings().map(({ name, spoil, options }) => {
      const log = join(folder, `tampered ${name}`);
      cpSync(good, log, { recursive: true });
      spoil?.(log);
      return [...(options?.(log) ?? []), log, ...keys];
    });
    const told = await verifyEach(runs);
    expect(tamperings().map(({ name }, at) => ({ name, ...told[at] }))).toEqual(
      tamperings().map(({ name, fault }) => ({ name, status: 1, out: '', err: `FAULT ${fault}\n` })),
    );
  });

  it('wants the keys of this log and of each witness', async () => {
    const [logKey = '', witnessKey = ''] = keys;
    const faults = await verifyEach([
      [good, logKey],
      [good, witnessKey],
      [good, logKey.replace('log.example/09', 'log.example/10')],
      [good, EXAMPLE_KEY],
      [good, logKey, EXAMPLE_WITNESS],
    ]);
    expect(faults.map(({ status, err }) => [status, err])).toEqual([
      [0, ''],
      [1, 'FAULT no key of the log signed checkpoint\n'],
      [1, expect.stringContaining('FAULT the verifier key of log.example/10 has the ID')],
      [1, 'FAULT the origin of checkpoint is log.example/09, not example.com/foo\n'],
      [1, 'FAULT example.com/foo has not cosigned checkpoint\n'],
    ]);
  });

  function tamperings(): Tampering[] {
    const checkpoint = (log: string) => join(log, 'checkpoint');
    const rewrite = (file: string, change: (text: string) => string) =>
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    const old = (file: string) => ['--old', file];
    return [
      {
        name: 'the origin',
        spoil: (log) => rewrite(checkpoint(log), (text) => text.replace('log.example/09', 'log.example/10')),
        fault: 'the signature of log.example/09 on checkpoint does not verify',
      },
      {
        name: 'the size',
        spoil: (log) => rewrite(checkpoint(log), (text) => text.replace('\n300\n', '\n299\n')),
        fault: 'the signature of log.example/09 on checkpoint does not verify',
      },
      {
        name: 'the cosignature',
        spoil: (log) => rewrite(checkpoint(log), (text) => withAnotherTime(text)),
        fault: 'the signature of witness.example/w1 on checkpoint does not verify',
      },
      {
        name: 'no cosignature',
        spoil: (log) => rewrite(checkpoint(log), (text) => text.replace(/— witness.*\n/, '')),
        fault: 'witness.example/w1 has not cosigned checkpoint',
      },
      {
        name: 'a signed checkpoint of another tree',
        spoil: (log) => cpSync(join(fork, 'checkpoint'), checkpoint(log)),
        fault: 'the root of checkpoint is not that of the tiles',
      },
      {
        name: 'a leaf in a full tile',
        spoil: (log) => flip(join(log, 'tile/0/000'), 4000),
        fault: 'hash 0 of level 1 is not that of tile/0/000',
      },
      {
        name: 'a leaf in a partial tile',
        spoil: (log) => flip(join(log, 'tile/0/001.p/44'), 1407),
        fault: 'the root of checkpoint is not that of the tiles',
      },
      {
        name: 'a hash of the upper level',
        spoil: (log) => flip(join(log, 'tile/1/000.p/1'), 0),
        fault: 'hash 0 of level 1 is not that of tile/0/000',
      },
      {
        name: 'a tile cut short',
        spoil: (log) =>
          writeFileSync(join(log, 'tile/0/001.p/44'), readFileSync(join(log, 'tile/0/001.p/44')).subarray(32)),
        fault: 'tile/0/001.p/44 has 1376 bytes, not 1408',
      },
      {
        name: 'a tile too long',
        spoil: (log) => writeFileSync(join(log, 'tile/0/000'), Buffer.alloc(8224)),
        fault: 'tile/0/000 is larger than 8192 bytes',
      },
      {
        name: 'a missing tile',
        spoil: (log) => rmSync(join(log, 'tile/1'), { recursive: true }),
        fault: 'tile/1/000.p/1 is missing',
      },
      {
        name: 'an entry',
        spoil: (log) => flip(join(log, 'tile/entries/001.p/44'), 2),
        fault: 'entry 0 of tile/entries/001.p/44 is not the one that was hashed',
      },
      {
        name: 'the length of an entry',
        spoil: (log) => flip(join(log, 'tile/entries/001.p/44'), 0), // now the length is 256 more
        fault: 'tile/entries/001.p/44 ends within entry 1',
      },
      {
        name: 'one entry more',
        spoil: (log) => writeFileSync(join(log, 'tile/entries/001.p/44'), Buffer.alloc(2), { flag: 'a' }),
        fault: 'tile/entries/001.p/44 has 45 entries, not 44',
      },
      {
        name: 'half a length at the end',
        spoil: (log) => writeFileSync(join(log, 'tile/entries/001.p/44'), Buffer.alloc(1), { flag: 'a' }),
        fault: 'tile/entries/001.p/44 ends within entry 44',
      },
      {
        name: 'a missing bundle',
        spoil: (log) => rmSync(join(log, 'tile/entries/000')),
        fault: 'tile/entries/000 is missing',
      },
      {
        name: 'an older checkpoint of another history',
        options: () => old(join(fork, 'checkpoint.old')),
        fault: `the root of ${join(fork, 'checkpoint.old')} is not that of the first 260 entries`,
      },
      {
        name: 'an older checkpoint that is newer',
        options: () => old(join(longer, 'checkpoint')),
        fault: `${join(longer, 'checkpoint')} is of size 600, checkpoint of 300 only`,
      },
      {
        name: 'an entry that is not there',
        options: () => ['--index', '0', '--index', '300'],
        fault: 'there is no entry 300 at size 300',
      },
    ];
  }

  describe('over HTTP', () => {
    let server: Server;
    let prefix: string;
    let type: string;

    /** A log whose entries are for those with a token, and compressed without being asked for it. */
    beforeAll(async () => {
      server = createServer((request, response) => {
        const path = (request.url ?? '').replace('/log/09/', '');
        const ofEntries = path.startsWith('tile/entries/');
        if (ofEntries && request.headers.authorization !== 'Bearer word') return response.writeHead(401).end();
        if (!ofEntries && request.headers.authorization) return response.writeHead(400).end();
        if (!existsSync(join(good, path))) return response.writeHead(404).end();
        response.setHeader('Content-Type', path === 'checkpoint' ? type : 'application/octet-stream');
        if (ofEntries) response.setHeader('Content-Encoding', 'gzip');
        const content = readFileSync(join(good, path));
        return response.end(ofEntries ? gzipSync(content) : content);
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      prefix = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log/09`;
    });
    beforeEach(() => {
      type = 'text/plain; charset=utf-8';
    });
    afterAll(() => new Promise((closed) => server.close(closed)));

    it('reads the entries with the header that they need', async () => {
      const options = ['--old', join(good, 'checkpoint.old'), '--header', 'Authorization: Bearer word'];
      expect(await verify(prefix, ...options)).toEqual({ status: 0, out: SUMMARY, err: '' });
    });

    it('reads all but the entries without one', async () => {
      const [refused, without] = await Promise.all([verify(prefix), verify(prefix, '--without-entries')]);
      expect(refused).toEqual({ status: 1, out: '', err: 'FAULT tile/entries/000 is answered with 401\n' });
      expect(without).toMatchObject({ status: 0, out: SUMMARY.replace(' 300 entries,', '').replace(/, that.*/, '') });
    });

    it('wants the content types of the specification, and what is named', async () => {
      type = 'text/html';
      expect((await verify(prefix)).err).toBe(
        "FAULT checkpoint has the content type 'text/html', not 'text/plain;charset=utf-8'\n",
      );
      expect((await verify(`${prefix}/elsewhere`)).err).toBe('FAULT checkpoint is answered with 404\n');
    });
  });
});

/** The example of signed-note, and its key as that of a witness. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_WITNESS = 'example.com/foo+7c264079+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

function flip(file: string, at: number): void {
  const content = readFileSync(file);
  content.writeUInt8(content.readUInt8(at) ^ 1, at);
  writeFileSync(file, content);
}

/** The signature of the witness, claimed for a second later. */
function withAnotherTime(note: string): string {
  return note.replace(/(— witness\S+ )(\S+)/, (_line, name: string, signature: string) => {
    const bytes = Buffer.from(signature, 'base64');
    bytes.writeBigUInt64BE(bytes.readBigUInt64BE(4) + 1n, 4);
    return name + bytes.toString('base64');
  });
}

/** What the verifier says to each list of arguments. One process runs them all: most of what a small program needs is its start. */
async function verifyEach(runs: string[][]): Promise<Said[]> {
  const { status, out, err } = await runPython('verify-each', JSON.stringify(runs));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as Said[];
}
