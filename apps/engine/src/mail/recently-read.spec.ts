import { addMs, instant } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { RecentlyRead } from './recently-read';

const eight = instant('2026-05-25T05:00:00Z');

describe('what many mails of one moment need', () => {
  let reads: string[];
  let broken: boolean;
  let clockMs: number;
  let registers: RecentlyRead<unknown>;

  beforeEach(() => {
    reads = [];
    broken = false;
    clockMs = 0;
    const read = (county: string) => {
      reads.push(county);
      return broken ? Promise.reject(new Error('away')) : Promise.resolve(exampleRegister());
    };
    registers = new RecentlyRead({ read, clockMs: () => clockMs });
  });

  it('are read once for many mails of one moment', async () => {
    await Promise.all([registers.at('09', eight), registers.at('09', eight), registers.at('08', eight)]);
    clockMs = 1_999;
    await registers.at('09', addMs(eight, 1_999));
    expect(reads).toEqual(['09', '08']);
  });

  it.each([
    ['business time has gone on', 0, 2_000],
    ['business time stands still, but real time has not', 2_000, 0],
    ['business time was set back', 0, -86_400_000],
  ])('are read again when %s', async (_what, realMs, businessMs) => {
    await registers.at('09', eight);
    clockMs = realMs;
    await registers.at('09', addMs(eight, businessMs));
    expect(reads).toEqual(['09', '09']);
  });

  it('are not read again where their version is the same', async () => {
    let version = 'a';
    const read = async () => (reads.push('09'), version);
    const versioned = new RecentlyRead({ read, version: async () => version, clockMs: () => clockMs });
    expect(await versioned.at('09', eight)).toBe('a');
    clockMs = 2_000;
    expect(await versioned.at('09', eight)).toBe('a');
    expect(reads).toEqual(['09']);
    version = 'b';
    clockMs = 3_999;
    expect(await versioned.at('09', eight)).toBe('a');
    clockMs = 4_000;
    expect(await versioned.at('09', eight)).toBe('b');
    expect(reads).toEqual(['09', '09']);
  });

  it('that could not be read are asked for again', async () => {
    broken = true;
    await expect(registers.at('09', eight)).rejects.toThrow('away');
    broken = false;
    expect(await registers.at('09', eight)).toBeDefined();
  });
});
