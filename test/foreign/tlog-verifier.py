#!/usr/bin/env python3
"""Verifies a tiled transparency log as a stranger would: from the public specifications alone, with Python's standard library alone.

  tlog-verifier.py [options] LOG KEY [KEY ...]

LOG is the URL prefix of a log or a directory of the same layout; KEY is a verifier key `name+hash+base64`: of the log (type 0x01; one of
them must have signed) or of a witness (type 0x04; each must have cosigned). Exit status 0 and one line of what was checked, or 1 and the
first fault.

What the comments cite: signed-note, tlog-checkpoint, tlog-cosignature and tlog-tiles of C2SP (https://c2sp.org), and RFCs. Signatures are
verified in ed25519.py, trees and proofs in merkle.py.
"""
import argparse
import base64
import binascii
import hashlib
import os
import re
import sys

sys.dont_write_bytecode = True  # nothing is left beside the files that are read
import ed25519  # noqa: E402
from merkle import WIDTH, Tree, consistency_verifies, inclusion_verifies, leaf_hash, tile_hash  # noqa: E402

LARGEST_NOTE = 1 << 20  # signed-note, Format: verifiers SHOULD limit the size; 16 post-quantum signatures still fit
LARGEST_BUNDLE = WIDTH * (2 + 0xFFFF)
SIGNATURE, COSIGNATURE = 0x01, 0x04  # signed-note, Signature types
SAMPLE = 1000  # how many inclusion proofs are tried where no index is named


class Fault(Exception):
    """What the log does not keep of the specifications."""


class Missing(Fault):
    """A resource that is not served."""


def demand(holds, fault):
    if not holds:
        raise Fault(fault)


# --- Notes, keys and checkpoints ----------------------------------------------------------------------------------------------------


def unbase64(text, what):
    """RFC 4648, Section 4. Only the canonical form: else a signature could be written in several ways."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = None
    demand(data is not None and base64.b64encode(data).decode() == text, f"{what} is not base64")
    return data


def is_key_name(name):
    """signed-note, Format: non-empty, without Unicode spaces and plus."""
    return name != "" and "+" not in name and not any(character.isspace() for character in name)


class Key:
    """signed-note, Verifier keys: <key name>+hex(32-bit key ID)+base64(signature type || public key)."""

    def __init__(self, text):
        parts = text.split("+", 2)  # base64 has pluses of its own
        demand(len(parts) == 3 and is_key_name(parts[0]), f"{text!r} is not a verifier key")
        self.name, key_id = parts[0], parts[1]
        material = unbase64(parts[2], f"the verifier key of {self.name}")
        demand(len(material) == 33 and material[0] in (SIGNATURE, COSIGNATURE), f"the key of {self.name} is not an Ed25519 key")
        self.type, self.public = material[0], material[1:]
        # signed-note, Ed25519 signatures; tlog-cosignature, Format: key ID = SHA-256(name || "\n" || type || public key)[:4]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + material).digest()[:4]
        demand(key_id == self.id.hex(), f"the verifier key of {self.name} has the ID {key_id}, not {self.id.hex()}")

    def verifies(self, text, signature):
        if self.type == SIGNATURE:
            return ed25519.verifies(self.public, text, signature)
        # tlog-cosignature, Format: u64 timestamp, at most 2^63 - 1, then the signature; Ed25519 signed message
        timestamp = int.from_bytes(signature[:8], "big")
        message = f"cosignature/v1\ntime {timestamp}\n".encode() + text
        return len(signature) == 72 and timestamp < 1 << 63 and ed25519.verifies(self.public, message, signature[8:])


def open_note(data, keys, what):
    """The text of a note, and those of the keys that signed it."""
    demand(len(data) <= LARGEST_NOTE, f"{what} is larger than {LARGEST_NOTE} bytes")
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault(f"{what} is not UTF-8") from None
    # signed-note, Format
    demand(not any(ord(c) < 0x20 and c != "\n" for c in note), f"{what} has control characters")
    text, blank, signatures = note.rpartition("\n\n")
    demand(blank and signatures.endswith("\n"), f"{what} is not a text, an empty line and lines of signatures")
    text = (text + "\n").encode()
    signed = []
    for line in signatures[:-1].split("\n"):
        parts = line.split(" ")
        demand(len(parts) == 3 and parts[0] == "\u2014" and is_key_name(parts[1]), f"{what} has the signature line {line!r}")
        signature = unbase64(parts[2], f"the signature of {parts[1]} on {what}")
        demand(len(signature) > 4, f"the signature of {parts[1]} on {what} is too short")
        # signed-note, Signatures: unknown keys are ignored, known ones MUST verify
        for key in keys:
            if (key.name, key.id) == (parts[1], signature[:4]):
                demand(key.verifies(text, signature[4:]), f"the signature of {key.name} on {what} does not verify")
                signed.append(key)
    return text, signed


class Checkpoint:
    """tlog-checkpoint: origin, size and root, signed by the log."""

    def __init__(self, data, keys, what):
        text, signed = open_note(data, keys, what)
        lines = text.decode().split("\n")[:-1]
        # tlog-checkpoint, Note text
        demand(len(lines) >= 3 and all(lines), f"the text of {what} is not three or more non-empty lines")
        self.origin = lines[0]
        demand(re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]), f"the size of {what} is {lines[1]!r}")
        self.size = int(lines[1])
        self.root = unbase64(lines[2], f"the root of {what}")
        demand(len(self.root) == 32, f"the root of {what} is not a SHA-256 hash")
        # tlog-checkpoint, Signatures: the name of the log's key is the origin; tlog-tiles, Checkpoints: one Ed25519 signature by the log
        for key in keys:
            demand(key.type != SIGNATURE or key.name == self.origin, f"the origin of {what} is {self.origin}, not {key.name}")
        self.signers = {key for key in signed if key.type == SIGNATURE}
        self.witnesses = {key for key in signed if key.type == COSIGNATURE}
        demand(self.signers, f"no key of the log signed {what}")


# --- Reading the log ----------------------------------------------------------------------------------------------------------------


def tile_path(level, index, width=WIDTH):
    """tlog-tiles, Merkle Tree and Partial Tiles: tile/<L>/<N>[.p/<W>], three digits an element, all but the last with an x."""
    digits = str(index)
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return f"tile/{level}/{name}" + (f".p/{width}" if width < WIDTH else "")


def tiles_of(size, level):
    """tlog-tiles, Partial Tiles: index and width of the tiles of a level; the last has floor(size / 256**level) mod 256 hashes."""
    hashes = size >> 8 * level
    return ((at // WIDTH, min(WIDTH, hashes - at)) for at in range(0, hashes, WIDTH))


class Log:
    def __init__(self, place, header):
        self.place = place.rstrip("/")
        self.online = place.startswith(("http://", "https://"))
        self.header = header

    def read(self, path, most, content_type="application/octet-stream"):
        data = self.fetch(path, most, content_type) if self.online else self.load(path, most)
        demand(len(data) <= most, f"{path} is larger than {most} bytes")
        return data

    def load(self, path, most):
        try:
            with open(os.path.join(self.place, path), "rb") as file:
                return file.read(most + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise Missing(f"{path} is missing") from None

    def fetch(self, path, most, content_type):
        # Imported here: reading a directory takes half the time without them.
        import gzip
        import http.client
        import urllib.error
        import urllib.request
        import zlib

        request = urllib.request.Request(f"{self.place}/{path}", headers={"Accept-Encoding": "gzip, identity"})
        if self.header and path.startswith("tile/entries/"):
            request.add_unredirected_header(*self.header)  # a secret of this host is not told to another
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                told = (answer.headers.get("Content-Type") or "").replace(" ", "").lower()
                demand(told == content_type, f"{path} has the content type {told!r}, not {content_type!r}")
                # tlog-tiles, Log entries: logs may compress without being asked
                packed = answer.headers.get("Content-Encoding") == "gzip"
                return (gzip.GzipFile(fileobj=answer) if packed else answer).read(most + 1)
        except urllib.error.HTTPError as error:
            raise (Missing if error.code in (404, 410) else Fault)(f"{path} is answered with {error.code}") from None
        except (OSError, EOFError, zlib.error, http.client.HTTPException) as error:
            raise Fault(f"{path} cannot be read: {error}") from None

    def read_tile(self, level, index, width, most):
        """tlog-tiles, Partial Tiles: a partial tile may be gone when the full one is there. The path, the content and its width."""
        try:
            path = tile_path(level, index, width)
            return path, self.read(path, most), width
        except Missing as missing:
            try:
                path = tile_path(level, index)
                return path, self.read(path, most), WIDTH
            except Missing:
                raise missing from None

    def read_tree(self, size):
        levels, files = [], 0
        while size >> 8 * len(levels):
            level, hashes = len(levels), []
            for index, width in tiles_of(size, level):
                path, data, held = self.read_tile(level, index, width, 32 * WIDTH)
                demand(len(data) == 32 * held, f"{path} has {len(data)} bytes, not {32 * held}")
                hashes += [data[at : at + 32] for at in range(0, 32 * width, 32)]
                files += 1
            levels.append(hashes)
        # tlog-tiles, Merkle Tree: each hash of a higher level is that of a full tile at the level below
        for level in range(1, len(levels)):
            for index, told in enumerate(levels[level]):
                below = levels[level - 1][index * WIDTH : (index + 1) * WIDTH]
                demand(told == tile_hash(below), f"hash {index} of level {level} is not that of {tile_path(level - 1, index)}")
        return Tree(levels), files

    def read_entries(self, index, width):
        """tlog-tiles, Log entries: big-endian uint16 length-prefixed entries."""
        path, data, held = self.read_tile("entries", index, width, LARGEST_BUNDLE)
        entries, at = [], 0
        while at < len(data):
            length = int.from_bytes(data[at : at + 2], "big")
            demand(at + 2 + length <= len(data), f"{path} ends within entry {len(entries)}")
            entries.append(data[at + 2 : at + 2 + length])
            at += 2 + length
        demand(len(entries) == held, f"{path} has {len(entries)} entries, not {held}")
        return path, entries[:width]


# --- What is checked ----------------------------------------------------------------------------------------------------------------


def sample(size):
    """Indexes spread over the whole log, the first and the last among them."""
    return range(size) if size <= SAMPLE else sorted({at * (size - 1) // (SAMPLE - 1) for at in range(SAMPLE)})


def verify(log, keys, older, indexes, with_entries):
    """What was checked, in words."""
    data = log.read("checkpoint", LARGEST_NOTE, "text/plain;charset=utf-8")
    checkpoint = Checkpoint(data, keys, "checkpoint")
    size, root = checkpoint.size, checkpoint.root
    for key in keys:
        demand(key.type != COSIGNATURE or key in checkpoint.witnesses, f"{key.name} has not cosigned checkpoint")
    checked = [f"signed by the log ({len(checkpoint.signers)}) and by witnesses ({len(checkpoint.witnesses)})"]

    tree, files = log.read_tree(size)
    demand(tree.hash(0, size) == root, "the root of checkpoint is not that of the tiles")
    checked.append(f"its root from {files} tiles")

    if with_entries:
        # tlog-tiles, Log entries: each hashes to its place in the tile of level 0
        for index, width in tiles_of(size, 0):
            path, entries = log.read_entries(index, width)
            for at, entry in enumerate(entries):
                demand(leaf_hash(entry) == tree.levels[0][index * WIDTH + at], f"entry {at} of {path} is not the one that was hashed")
        checked.append(f"{size} entries")

    for index in indexes or sample(size):
        demand(index < size, f"there is no entry {index} at size {size}")
        proof = tree.inclusion_proof(index, 0, size)
        demand(inclusion_verifies(tree.levels[0][index], index, size, proof, root), f"entry {index} is not proved to be included")
    checked.append(f"inclusion of {len(indexes or sample(size))} entries")

    for path in older:
        with open(path, "rb") as file:
            old = Checkpoint(file.read(LARGEST_NOTE + 1), keys, path)
        demand(old.size <= size, f"{path} is of size {old.size}, checkpoint of {size} only")
        demand(tree.hash(0, old.size) == old.root, f"the root of {path} is not that of the first {old.size} entries")
        proof = [] if old.size == 0 else tree.consistency_proof(old.size, 0, size)
        demand(consistency_verifies(old.size, size, proof, old.root, root), f"checkpoint is not proved to continue {path}")
        checked.append(f"that it continues size {old.size}")
    return f"{checkpoint.origin} at size {size}: " + ", ".join(checked)


def header(text):
    name, colon, value = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError("a header is written NAME: VALUE")
    return name.strip(), value.strip()


def natural(text):
    if not re.fullmatch("[0-9]+", text):
        raise argparse.ArgumentTypeError("an index is a whole number from 0")
    return int(text)


def main():
    parser = argparse.ArgumentParser(description="Verifies a tiled transparency log (c2sp.org/tlog-tiles).")
    parser.add_argument("log", help="URL prefix of the log, or a directory of the same layout")
    parser.add_argument("keys", nargs="+", help="verifier keys, name+hash+base64, of the log and of witnesses")
    parser.add_argument("--old", action="append", default=[], metavar="FILE", help="an older checkpoint that this one must continue")
    parser.add_argument("--index", action="append", type=natural, metavar="N", help=f"prove this entry instead of up to {SAMPLE}")
    parser.add_argument("--header", type=header, metavar="'NAME: VALUE'", help="sent when entries are asked for")
    parser.add_argument("--without-entries", action="store_true", help="for logs whose entries are not for everyone")
    options = parser.parse_args()
    try:
        keys = [Key(text) for text in options.keys]
        log = Log(options.log, options.header)
        print("OK", verify(log, keys, options.old, options.index, not options.without_entries))
    except (Fault, OSError) as fault:
        print("FAULT", fault, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
