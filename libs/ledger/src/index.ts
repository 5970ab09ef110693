export { BundleError, type BundledEvent, type BundleRequest, writeBundle } from './bundle/bundle';
export {
  contentHash,
  ContentError,
  contentOf,
  escapedKey,
  textHash,
  textMark,
  type Content,
  type Left,
  type Said,
  type Salts,
} from './events/content';
export { freeTextFields } from './events/free-text';
export { envelopeEntry, type Envelope } from './events/envelope';
export { formatCheckpoint, parseCheckpoint, type Checkpoint } from './notes/checkpoint';
export {
  cosignedText,
  formatNote,
  formatVerifierKey,
  NoteFormatError,
  parseNote,
  parseVerifierKey,
  parseVerifierKeys,
  signatureTypes,
  signersOf,
  signNote,
  verifierKeyOf,
  type SignatureLine,
  type SignedNote,
  type VerifierKey,
} from './notes/signed-note';
export { Frontier } from './tree/frontier';
export { emptyRoot, hashLeaf, hashNode, sha256, type Hash } from './tree/hashes';
export {
  consistencyProof,
  inclusionProof,
  isConsistent,
  rootAt,
  rootOfInclusion,
  type NodeReader,
} from './tree/proofs';
export { joined, nodesIn, type Node, type Range } from './tree/ranges';
export {
  decodeEntries,
  decodeTile,
  encodeEntries,
  encodeTile,
  fullRoot,
  parseTilePath,
  tileHeight,
  tilePath,
  tileRowsOf,
  tileWidth,
  type Tile,
} from './tree/tiles';
