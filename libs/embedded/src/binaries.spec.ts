import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNative, placeNative, type Native } from './binaries';

const SOMEBODY = { uid: 4_000_000, gid: 4_000_000 };
const LIBRARY = join('lib', 'libpq.so.5.18');
const LINK = join('lib', 'libpq.so.5');
let home: string;
let temporary: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'vuosikello-binaries-')));
  chmodSync(home, 0o755);
  temporary = join(home, 'tmp');
  mkdirSync(temporary);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What the package looks like before its install script has made the links. */
function unpacked(mode: number): Native {
  const folder = join(home, 'node_modules', 'native');
  ['bin', 'lib', join('share', 'postgresql')].forEach((part) => mkdirSync(join(folder, part), { recursive: true }));
  ['initdb', 'postgres'].forEach((program) => writeFileSync(join(folder, 'bin', program), program, { mode: 0o755 }));
  writeFileSync(join(folder, LIBRARY), 'library');
  const links = [{ source: `native/${LIBRARY}`, target: `native/${LINK}` }];
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links));
  chmodSync(join(home, 'node_modules'), mode);
  return { folder, version: '18.4.0' };
}

it('finds the binaries that npm installed', () => {
  const { folder, version } = findNative();
  expect(version).toMatch(/^18\./);
  expect(statSync(join(folder, 'bin', 'postgres')).mode & 0o111).not.toBe(0);
});

it('uses the binaries where they are and makes the links that the install script did not', () => {
  const native = unpacked(0o755);
  expect(placeNative(native, undefined, [temporary])).toBe(native.folder);
  expect(placeNative(native, SOMEBODY, [temporary])).toBe(native.folder);
  expect(readlinkSync(join(native.folder, LINK))).toBe('libpq.so.5.18');
});

it('copies them out of a folder that the account of the server may not enter, once for each version', () => {
  const native = unpacked(0o700);
  const copy = placeNative(native, SOMEBODY, [join(home, 'missing'), temporary]);
  expect(copy.startsWith(temporary)).toBe(true);
  expect(readlinkSync(join(copy, LINK))).toBe('libpq.so.5.18');
  expect(readFileSync(join(copy, LINK), 'utf8')).toBe('library');
  expect(statSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  const before = statSync(join(copy, 'bin', 'postgres'));
  expect(placeNative(native, SOMEBODY, [temporary])).toBe(copy);
  expect(statSync(join(copy, 'bin', 'postgres')).ino).toBe(before.ino);
});

it('completes a copy that was cut short or swept', () => {
  const native = unpacked(0o700);
  const copy = placeNative(native, SOMEBODY, [temporary]);
  writeFileSync(join(copy, LIBRARY), 'libr');
  rmSync(join(copy, 'bin'), { recursive: true });
  expect(placeNative(native, SOMEBODY, [temporary])).toBe(copy);
  expect(readFileSync(join(copy, LIBRARY), 'utf8')).toBe('library');
  expect(readFileSync(join(copy, 'bin', 'postgres'), 'utf8')).toBe('postgres');
});

it('never runs a copy that others may have changed', () => {
  const native = unpacked(0o700);
  const first = placeNative(native, SOMEBODY, [temporary]);
  chmodSync(first, 0o777);
  const second = placeNative(native, SOMEBODY, [temporary]);
  expect(second).not.toBe(first);
  expect(readFileSync(join(second, 'bin', 'postgres'), 'utf8')).toBe('postgres');
});
