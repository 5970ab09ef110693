import fs, { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignerMemory, SignerMemoryError } from './signer-memory';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'signer-'))));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const signed = (size: number, origin = 'log.test/09') => ({ origin, size, root: 'ab'.repeat(32), earlier: [] });

it('is as it was where the disk takes only a part', () => {
  const file = join(folder, 'state.json');
  const memory = new SignerMemory(file);
  memory.write('09', signed(1));
  const { writeSync } = fs;
  let room = 40;
  // What a disk that is nearly full does: less than it was given, and then nothing.
  jest.spyOn(fs, 'writeSync').mockImplementation(((fd: number, data: string | Buffer, ...rest: never[]) => {
    const some = Buffer.from(data as string).subarray(0, room);
    if (some.length === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    room -= some.length;
    return writeSync(fd, some, ...rest);
  }) as typeof fs.writeSync);
  try {
    memory.write('17', signed(2));
  } catch (error) {
    expect(error).toBeInstanceOf(SignerMemoryError);
  }
  expect(new SignerMemory(file).read()['09']).toEqual(signed(1));
});

it('never says that less was signed than was', () => {
  const memory = new SignerMemory(join(folder, 'state.json'));
  memory.write('09', signed(5));
  expect(() => memory.write('09', signed(4))).toThrow(SignerMemoryError);
  expect(memory.read()['09']).toEqual(signed(5));
  memory.write('09', signed(6));
  memory.write('09', signed(0, 'log.test/09~2'));
  expect(memory.read()['09']).toEqual(signed(0, 'log.test/09~2'));
  expect(readFileSync(join(folder, 'state.json'), 'utf8').endsWith('}\n')).toBe(true);
});
