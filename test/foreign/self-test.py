#!/usr/bin/env python3
"""Holds the parts of the verifier against vectors that others published, and against notes that are signed but not well formed."""
import base64
import importlib.util
import os
import sys

sys.dont_write_bytecode = True
import ed25519  # noqa: E402
import merkle  # noqa: E402


def load(name):
    """Programs have hyphens in their names, which `import` does not take."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".py")
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


verifier, maker = load("tlog-verifier"), load("make-log")
done = 0


def check(holds, what):
    global done
    if not holds:
        sys.exit(f"FAILED: {what}")
    done += 1


def refuses(attempt, fault):
    try:
        attempt()
    except verifier.Fault as told:
        return check(fault in str(told), f"{told!s} tells of {fault!r}")
    check(False, f"refused: {fault}")


# RFC 8032, Section 7.1: TEST 1, 2, 3 and SHA(abc); seed, public key, message, signature.
ED25519 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
]

for at, vector in enumerate(ED25519):
    seed, key, message, signature = map(bytes.fromhex, vector)
    check(maker.public_key(seed) == key and maker.sign(seed, message) == signature, f"vector {at} of RFC 8032 is signed")
    check(ed25519.verifies(key, message, signature), f"vector {at} of RFC 8032 verifies")
    check(not ed25519.verifies(key, message + b"\0", signature), f"vector {at} with another message is refused")
    for flipped in (0, 31, 32, 63):
        other = bytearray(signature)
        other[flipped] ^= 1
        check(not ed25519.verifies(key, message, bytes(other)), f"vector {at} with byte {flipped} flipped is refused")
    check(not ed25519.verifies(ED25519[at - 1][1].encode()[:32], message, signature), f"vector {at} with another key is refused")
    # RFC 8032, Section 5.1.7: S in the range 0 <= S < L, else a signature could be written in several ways
    more = int.from_bytes(signature[32:], "little") + ed25519.ORDER
    check(not ed25519.verifies(key, message, signature[:32] + more.to_bytes(32, "little")), f"vector {at} with S + L is refused")
# RFC 8032, Section 5.1.3: neither y >= p, nor a sign where x = 0, nor a y of no point
for encoded in (ed25519.P + 1, 1 << 255 | 1, 2):
    check(ed25519.point_decode(encoded.to_bytes(32, "little")) is None, f"{encoded:x} is no point")

# The reference tree of Certificate Transparency (RFC 6962): its leaves, the roots of the first of them, and some of its proofs.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION_OF_5_IN_8 = [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]
CONSISTENCY = {
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}

leaves = [merkle.leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]
roots = [bytes.fromhex(root) for root in ROOTS]
tree = merkle.Tree([leaves])
for size, root in enumerate(roots):
    check(tree.hash(0, size) == root and maker.root_of(leaves[:size]) == root, f"the reference root of size {size}")
check([p.hex() for p in tree.inclusion_proof(5, 0, 8)] == INCLUSION_OF_5_IN_8, "the reference proof of inclusion")
for (old, size), proof in CONSISTENCY.items():
    check([p.hex() for p in tree.consistency_proof(old, 0, size)] == proof, f"the reference proof from {old} to {size}")


def spoilt(proof):
    """One hash too few, one too many, and each of them wrong."""
    yield from [proof[:-1]] if proof else []
    yield proof + leaves[:1]
    for at in range(len(proof)):
        yield proof[:at] + [merkle.leaf_hash(proof[at])] + proof[at + 1 :]


for size in range(1, 9):
    for index in range(size):
        proof, wanted = tree.inclusion_proof(index, 0, size), (leaves[index], index, size)
        check(merkle.inclusion_verifies(*wanted, proof, roots[size]), f"{index} is in {size}")
        check(not merkle.inclusion_verifies(leaves[index - 1], index, size, proof, roots[size]) or size == 1, f"only {index} is there")
        for bad in spoilt(proof):
            check(not merkle.inclusion_verifies(*wanted, bad, roots[size]), f"a spoilt proof that {index} is in {size}")
    check(not merkle.inclusion_verifies(leaves[0], size, size, [], roots[size]), f"nothing is at {size} in {size}")
    for old in range(1, size + 1):
        proof, ends = tree.consistency_proof(old, 0, size), (roots[old], roots[size])
        check(merkle.consistency_verifies(old, size, proof, *ends), f"{size} continues {old}")
        check(not merkle.consistency_verifies(old, size, proof, roots[old - 1], roots[size]), f"{size} continues only {old}")
        for bad in spoilt(proof):
            check(not merkle.consistency_verifies(old, size, bad, *ends), f"a spoilt proof that {size} continues {old}")

# tlog-tiles, Merkle Tree and Partial Tiles: the examples of the specification.
check(verifier.tile_path(0, 1234067) == "tile/0/x001/x234/067", "the path of tile 1234067")
check(verifier.tile_path("entries", 0, 5) == "tile/entries/000.p/5", "the path of a partial bundle")
check(verifier.tile_path(1, 1000) == "tile/1/x001/000", "the path of tile 1000")
shape = [[width for _, width in verifier.tiles_of(70000, level)] for level in range(4)]
check(shape == [[256] * 273 + [112], [256, 17], [1], []], "the tiles of size 70,000")
check([list(verifier.tiles_of(256, level)) for level in (0, 1)] == [[(0, 256)], [(0, 1)]], "the tiles of size 256")

# signed-note, Verifier keys, Example.
FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = """This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""
text, signed = verifier.open_note(NOTE.encode(), [verifier.Key(FOO)], "note")
check(text == b"This is an example message.\n" and len(signed) == 1, "the example note")
refuses(lambda: verifier.open_note(NOTE.replace("an", "no").encode(), [verifier.Key(FOO)], "note"), "does not verify")
for key, fault in [
    (FOO.replace("530d903a", "530d903b"), "has the ID 530d903b"),
    (FOO.replace("example.com/foo", "example.com/bar"), "has the ID 530d903a"),
    (FOO.replace("/", " "), "is not a verifier key"),
    ("example.com/foo", "is not a verifier key"),
    (FOO + "=", "is not base64"),
    (FOO[:-4], "is not an Ed25519 key"),
]:
    refuses(lambda key=key: verifier.Key(key), fault)

# Texts that the log's own key signed and that are still no checkpoints (tlog-checkpoint, Note text).
keys = [verifier.Key(maker.verifier_key(maker.LOG, 1)), verifier.Key(maker.verifier_key(maker.WITNESS, 4))]
HASH = base64.b64encode(roots[8]).decode()
SAME_HASH = HASH[:-2] + chr(ord(HASH[-2]) + 1) + "="  # lax readers find the same bytes in it
GOOD = f"{maker.LOG}\n8\n{HASH}\n"


def read(note):
    return verifier.Checkpoint(note if isinstance(note, bytes) else note.encode(), keys, "checkpoint")


def note(text, more=""):
    return text + "\n" + maker.signed_by_log(text) + more


check(read(note(GOOD)).size == 8, "a checkpoint")
check(read(note(GOOD + "extension\n")).size == 8, "a checkpoint with an extension line")
check(read(note(f"{maker.LOG}\n0\n{HASH}\n")).size == 0, "a checkpoint of size 0")
check(read(note(GOOD, maker.cosigned(GOOD))).witnesses == {keys[1]}, "a cosigned checkpoint")
stranger = f"\u2014 stranger.example {base64.b64encode(bytes(4 + 2420)).decode()}\n"
check(read(note(GOOD, stranger)).size == 8, "signatures of unknown keys are ignored")
check(read(note(GOOD, stranger * 20)).size == 8, "at least 16 signatures are accepted")
line = maker.signed_by_log(GOOD)
for bad, fault in [
    (note(GOOD.replace("\n8\n", "\n08\n")), "size"),
    (note(GOOD.replace("\n8\n", "\n+8\n")), "size"),
    (note(GOOD.replace("\n8\n", "\n" + "9" * 5000 + "\n")), "size"),
    (note(GOOD.replace("\n8\n", "\n\u0668\n")), "size"),
    (note(GOOD.replace(HASH, SAME_HASH)), "is not base64"),
    (note(GOOD.replace(HASH, HASH[:-4])), "not a SHA-256 hash"),
    (note(f"{maker.LOG}\n8\n"), "three or more"),
    (note(GOOD + "\nafter an empty line\n"), "three or more"),
    (note(GOOD.replace(maker.LOG, "log.example/10")), "origin"),
    (note(GOOD.replace("\n8\n", "\r\n8\n")), "control characters"),
    (GOOD, "is not a text, an empty line"),
    (note(GOOD)[:-1], "is not a text, an empty line"),
    (GOOD + "\n" + stranger, "no key of the log signed"),
    (GOOD + "\n" + maker.cosigned(GOOD), "no key of the log signed"),
    (GOOD + "\n" + line.replace("\u2014", "-"), "signature line"),
    (GOOD + "\n" + line.replace(" log", "  log"), "signature line"),
    (GOOD + "\n" + maker.signed_by_log(GOOD + "x"), "does not verify"),
    (note(GOOD, maker.cosigned(GOOD + "x")), "does not verify"),
    (note(GOOD, maker.cosigned(GOOD, 1 << 63)), "does not verify"),
    (note(GOOD, f"\u2014 {maker.LOG} AAAAAA==\n"), "too short"),
    (note(GOOD, stranger * 400), "larger than"),
    (b"\xff" + note(GOOD).encode(), "is not UTF-8"),
]:
    refuses(lambda bad=bad: read(bad), fault)

print(f"OK {done} checks")
