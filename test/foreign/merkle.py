"""Merkle trees kept in tiles, proofs computed from them, and the verification of proofs: RFC 6962, RFC 9162 and tlog-tiles of C2SP."""
import hashlib

WIDTH = 256  # tlog-tiles, Merkle Tree: a full tile is 256 hashes wide


def leaf_hash(entry):
    """RFC 6962, Section 2.1: MTH({d(0)}) = SHA-256(0x00 || d(0))."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    """RFC 6962, Section 2.1: SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tile_hash(hashes):
    """tlog-tiles, Merkle Tree: a tile is a subtree of height 8 with its hashes as the leaves; this is its root."""
    while len(hashes) > 1:
        hashes = [node_hash(left, right) for left, right in zip(hashes[::2], hashes[1::2])]
    return hashes[0]


def split(size):
    """RFC 6962, Section 2.1: the largest power of two smaller than the size."""
    return 1 << (size - 1).bit_length() - 1


class Tree:
    """The hashes of all levels of tiles; `levels[l][i]` is the hash of the entries from i * 256**l to (i + 1) * 256**l."""

    def __init__(self, levels):
        self.levels = levels
        self.between = {}

    def node(self, height, index):
        """tlog-tiles, Merkle Tree: the levels between those of the tiles are reconstructed by hashing."""
        if height % 8 == 0:
            return self.levels[height // 8][index]
        if (height, index) not in self.between:
            left, right = self.node(height - 1, 2 * index), self.node(height - 1, 2 * index + 1)
            self.between[height, index] = node_hash(left, right)
        return self.between[height, index]

    def hash(self, start, end):
        """RFC 6962, Section 2.1: MTH(D[start:end])."""
        size = end - start
        if size == 0:
            return hashlib.sha256(b"").digest()
        if size & (size - 1) == 0:
            return self.node(size.bit_length() - 1, start // size)
        middle = start + split(size)
        return node_hash(self.hash(start, middle), self.hash(middle, end))

    def inclusion_proof(self, index, start, end):
        """RFC 6962, Section 2.1.1: PATH(m, D[n])."""
        if end - start == 1:
            return []
        middle = start + split(end - start)
        if index < middle:
            return self.inclusion_proof(index, start, middle) + [self.hash(middle, end)]
        return self.inclusion_proof(index, middle, end) + [self.hash(start, middle)]

    def consistency_proof(self, old, start, end, whole=True):
        """RFC 6962, Section 2.1.2: SUBPROOF(m, D[n], b)."""
        if old == end:
            return [] if whole else [self.hash(start, end)]
        middle = start + split(end - start)
        if old <= middle:
            return self.consistency_proof(old, start, middle, whole) + [self.hash(middle, end)]
        return self.consistency_proof(old, middle, end, False) + [self.hash(start, middle)]


def inclusion_verifies(leaf, index, size, proof, root):
    """RFC 9162, Section 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistency_verifies(first, second, proof, first_root, second_root):
    """RFC 9162, Section 2.1.4.2; of an empty first tree it says nothing, and every tree continues it."""
    if first == 0 or first >= second:
        return proof == [] and first <= second and (first == 0 or first_root == second_root)
    path = [first_root, *proof] if first & (first - 1) == 0 else proof
    if not proof:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root
