import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Frontier } from './frontier';
import { hashLeaf, hashNode, type Hash, sha256, sha256Hex } from './hashes';
import { consistencyProof, inclusionProof, isConsistent, type NodeReader, rootAt, rootOfInclusion } from './proofs';

/** The leaves and roots that RFC 6962's reference implementation is tested with. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => hashLeaf(Buffer.from(hex, 'hex')),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The root as RFC 6962 §2.1 defines it. */
function naiveRoot(entries: readonly Hash[]): Hash {
  if (entries.length === 0) return Buffer.from(roots[0] as string, 'hex');
  if (entries.length === 1) return entries[0] as Hash;
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return hashNode(naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
}

const readerOf =
  (entries: readonly Hash[]): NodeReader =>
  (nodes) =>
    Promise.resolve(
      nodes.map(({ level, index }) => naiveRoot(entries.slice(index * 2 ** level, (index + 1) * 2 ** level))),
    );

const grown = (entries: readonly Hash[]) => {
  const frontier = Frontier.empty();
  for (const leaf of entries) frontier.append(leaf);
  return frontier;
};

describe('the tree of RFC 6962', () => {
  it.each(roots.map((root, size) => ({ root, size })))(
    'has the known root at $size entries',
    async ({ root, size }) => {
      expect(grown(leaves.slice(0, size)).root().toString('hex')).toBe(root);
      expect((await rootAt(size, readerOf(leaves))).toString('hex')).toBe(root);
    },
  );

  it('gives the known proofs', async () => {
    const inclusion = await inclusionProof(5, 8, readerOf(leaves));
    expect(inclusion.map((hash) => hash.toString('hex'))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    const consistency = await consistencyProof(6, 8, readerOf(leaves));
    expect(consistency.map((hash) => hash.toString('hex'))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves what is there and nothing else, at any size', async () => {
    const sizes = fc
      .integer({ min: 1, max: 80 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size)));
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, index, oldSize]) => {
        const entries = Array.from({ length: size }, (_, place) => hashLeaf(String(place)));
        const read = readerOf(entries);
        const root = naiveRoot(entries);
        const proof = await inclusionProof(index, size, read);
        expect(rootOfInclusion(index, size, entries[index] as Hash, proof)).toEqual(root);
        expect(rootOfInclusion(index, size, hashLeaf('another'), proof)).not.toEqual(root);
        const old = { size: oldSize, root: naiveRoot(entries.slice(0, oldSize)) };
        const grownProof = await consistencyProof(oldSize, size, read);
        expect(isConsistent(old, { size, root }, grownProof)).toBe(true);
        if (oldSize > 0) expect(isConsistent({ ...old, root: hashLeaf('x') }, { size, root }, grownProof)).toBe(false);
        expect(grown(entries).root()).toEqual(root);
      }),
      { numRuns: 150 },
    );
  });

  it('grows on from its right edge', () => {
    const half = grown(leaves.slice(0, 5));
    const again = Frontier.of(5, half.hashes);
    expect(
      leaves
        .slice(5)
        .flatMap((leaf) => again.append(leaf))
        .at(-1),
    ).toEqual({ level: 3, index: 0, hash: again.root() });
    expect(again.root().toString('hex')).toBe(roots[8]);
  });
});

it('hashes what is short and what is long, in bytes and in letters, as one', () => {
  for (const length of [0, 1, 63, 1_300, 1_365, 1_366, 4_095, 4_096, 9_000]) {
    const text = 'Ä€'.repeat(length).slice(0, length);
    const bytes = Buffer.from(text, 'utf8');
    const expected = createHash('sha256').update('salt').update(bytes).digest();
    for (const second of [text, bytes]) {
      expect(sha256(Buffer.from('salt'), second)).toEqual(expected);
      expect(sha256Hex('salt', second)).toBe(expected.toString('hex'));
    }
  }
});
