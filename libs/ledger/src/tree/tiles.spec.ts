import fc from 'fast-check';
import { hashLeaf, hashNode } from './hashes';
import {
  decodeEntries,
  decodeTile,
  encodeEntries,
  encodeTile,
  fullRoot,
  parseTilePath,
  type Tile,
  tilePath,
  tileRowsOf,
} from './tiles';

const leaves = (count: number) => Array.from({ length: count }, (_, place) => hashLeaf(String(place)));

describe('paths of tiles (C2SP tlog-tiles)', () => {
  it.each<[string, Tile]>([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/x001/x234/067.p/8', { level: 0, index: 1_234_067, width: 8 }],
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/2/000.p/1', { level: 2, index: 0, width: 1 }],
    ['tile/entries/x273/999', { level: 'entries', index: 273_999, width: 256 }],
    ['tile/entries/000.p/255', { level: 'entries', index: 0, width: 255 }],
    ['tile/63/x001/000', { level: 63, index: 1000, width: 256 }],
  ])('%s', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000/067',
    'tile/0/001/067',
    'tile/0/x001/x067',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/257',
    'tile/0/000.p/300',
    'tile/entries/000.p/99999',
    'tile/0/000.p/08',
    'tile/0/000.p',
    'tile/64/000',
    'tile/-1/000',
    'tile/00/000',
    'tile/entry/000',
    'tile/0',
    'tiles/0/000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/x001/x234/x067/x067/067',
    'tile/0/..%2f',
    '',
  ])('%j is none', (path) => expect(parseTilePath(path)).toBeUndefined());

  it('are read as they are written', () => {
    const tiles = fc.record<Tile>({
      level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
      index: fc.nat(2_000_000_000),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, (tile) => expect(parseTilePath(tilePath(tile))).toEqual(tile)),
      { numRuns: 200 },
    );
  });
});

describe('tiles', () => {
  it('are their hashes one after the other', () => {
    const tile = encodeTile(leaves(3));
    expect(tile.length).toBe(96);
    expect(decodeTile(tile)).toEqual(leaves(3));
    expect(() => decodeTile(tile.subarray(1))).toThrow(RangeError);
  });

  it('give the hash of the level above', () => {
    const [a, b, c, d] = leaves(4) as [Buffer, Buffer, Buffer, Buffer];
    expect(fullRoot([a])).toEqual(a);
    expect(fullRoot([a, b, c, d])).toEqual(hashNode(hashNode(a, b), hashNode(c, d)));
    expect(tileRowsOf({ level: 8, index: 5 })).toEqual({ tileLevel: 1, from: 5, to: 6 });
    expect(tileRowsOf({ level: 10, index: 3 })).toEqual({ tileLevel: 1, from: 12, to: 16 });
    expect(tileRowsOf({ level: 7, index: 1 })).toEqual({ tileLevel: 0, from: 128, to: 256 });
  });

  it('bundle entries, each led by its length in two bytes', () => {
    const entries = ['', 'ä', 'x'.repeat(65_535)];
    const bundle = encodeEntries(entries);
    expect(bundle.subarray(0, 6).toString('hex')).toBe('00000002c3a4');
    expect(decodeEntries(bundle).map(String)).toEqual(entries);
    expect(() => decodeEntries(bundle.subarray(0, -1))).toThrow(RangeError);
    expect(() => decodeEntries(bundle.subarray(0, 3))).toThrow(RangeError);
    expect(decodeEntries(Buffer.alloc(0))).toEqual([]);
    expect(() => decodeEntries(bundle.subarray(0, 1))).toThrow(RangeError);
    expect(() => encodeEntries(['x'.repeat(65_536)])).toThrow('65535');
  });
});
