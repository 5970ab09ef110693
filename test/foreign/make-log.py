#!/usr/bin/env python3
"""Builds a small tiled transparency log in a directory, to try the verifier on: independent of it, and of whoever wrote a real log.

  make-log.py DIRECTORY SIZE [OLD_SIZE] [--story TEXT]

Writes `checkpoint` (signed by the log, cosigned by a witness), all tiles and bundles of that size, `checkpoint.old` of the older size, and
`keys`, the two verifier keys. Logs of other stories have the same keys: they are forks of each other. The keys are made from their names,
so nothing here is secret. Signing is slow and leaks time: it is for tests.
"""
import argparse
import base64
import functools
import hashlib
import os

LOG, WITNESS = "log.example/09", "witness.example/w1"
TIME_OF_COSIGNATURE = 1679315147

# --- Ed25519 by the affine addition law of RFC 8032, Section 5.1 (the verifier uses other formulas) ---------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE = (
    15112221349535400772501151409588531511454012693041857206046113283949847762202,
    46316835694926478169428394003475163141307993866256225615783033603165251855960,
)


def add(one, other):
    (x1, y1), (x2, y2) = one, other
    product = D * x1 * x2 * y1 * y2 % P
    inverse = pow((1 + product) * (1 - product), -1, P)  # of both denominators at once
    x = (x1 * y2 + x2 * y1) * (1 - product) * inverse
    y = (y1 * y2 + x1 * x2) * (1 + product) * inverse
    return x % P, y % P


def times(scalar, point):
    total = (0, 1)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point, scalar = add(point, point), scalar >> 1
    return total


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def expand(seed):
    """RFC 8032, Section 5.1.5: the secret scalar and the prefix."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ~7 & (1 << 254) - 1 | 1 << 254
    return scalar, digest[32:]


@functools.lru_cache(maxsize=None)
def public_key(seed):
    return encode(times(expand(seed)[0], BASE))


def sign(seed, message):
    """RFC 8032, Section 5.1.6."""
    scalar, prefix = expand(seed)
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % ORDER
    point = encode(times(r, BASE))
    k = int.from_bytes(hashlib.sha512(point + public_key(seed) + message).digest(), "little")
    return point + ((r + k * scalar) % ORDER).to_bytes(32, "little")


# --- Notes (signed-note, tlog-checkpoint, tlog-cosignature) -------------------------------------------------------------------------


def seed_of(name):
    return hashlib.sha256(name.encode()).digest()


def key_id(name, kind):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public_key(seed_of(name))).digest()[:4]


def verifier_key(name, kind):
    material = base64.b64encode(bytes([kind]) + public_key(seed_of(name))).decode()
    return f"{name}+{key_id(name, kind).hex()}+{material}"


def signature_line(name, kind, signature):
    return f"\u2014 {name} {base64.b64encode(key_id(name, kind) + signature).decode()}\n"


def signed_by_log(text):
    return signature_line(LOG, 1, sign(seed_of(LOG), text.encode()))


def cosigned(text, time=TIME_OF_COSIGNATURE):
    message = f"cosignature/v1\ntime {time}\n{text}".encode()
    return signature_line(WITNESS, 4, time.to_bytes(8, "big") + sign(seed_of(WITNESS), message))


def checkpoint(leaves):
    text = f"{LOG}\n{len(leaves)}\n{base64.b64encode(root_of(leaves)).decode()}\n"
    return text + "\n" + signed_by_log(text) + cosigned(text)


# --- Tiles (RFC 6962, tlog-tiles) ---------------------------------------------------------------------------------------------------


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root_of(hashes):
    """Level by level from the left, an odd one out moving up as it is: what the recursion of RFC 6962, Section 2.1 comes to."""
    if not hashes:
        return sha256()
    while len(hashes) > 1:
        odd = hashes[-1:] if len(hashes) % 2 else []
        hashes = [sha256(b"\x01", hashes[at], hashes[at + 1]) for at in range(0, len(hashes) - 1, 2)] + odd
    return hashes[0]


def entry(story, index):
    """The first two are as short and as long as an entry can be."""
    if index == 0:
        return b""
    return b"\xff" * 0xFFFF if index == 1 else f"{story} {index}".encode()


def write(directory, path, content):
    file = os.path.join(directory, path)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "wb") as written:
        written.write(content)


def write_tiles(directory, level, items):
    for start in range(0, len(items), 256):
        tile = items[start : start + 256]
        high, low = divmod(start // 256, 1000)
        name = f"x{high:03}/{low:03}" if high else f"{low:03}"
        partial = f".p/{len(tile)}" if len(tile) < 256 else ""
        write(directory, f"tile/{level}/{name}{partial}", b"".join(tile))


def write_log(directory, size, old_size, story):
    entries = [entry(story, index) for index in range(size)]
    leaves = [sha256(b"\x00", content) for content in entries]
    write_tiles(directory, "entries", [len(content).to_bytes(2, "big") + content for content in entries])
    level, hashes = 0, leaves
    while hashes:
        write_tiles(directory, level, hashes)
        full = range(0, len(hashes) // 256 * 256, 256)
        level, hashes = level + 1, [root_of(hashes[start : start + 256]) for start in full]
    write(directory, "checkpoint", checkpoint(leaves).encode())
    write(directory, "checkpoint.old", checkpoint(leaves[:old_size]).encode())
    write(directory, "keys", f"{verifier_key(LOG, 1)}\n{verifier_key(WITNESS, 4)}\n".encode())


def main():
    parser = argparse.ArgumentParser(description="Builds a small tiled transparency log for tests.")
    parser.add_argument("directory")
    parser.add_argument("size", type=int)
    parser.add_argument("old_size", type=int, nargs="?", default=0)
    parser.add_argument("--story", default="entry")
    options = parser.parse_args()
    write_log(options.directory, options.size, options.old_size, options.story)


if __name__ == "__main__":
    main()
