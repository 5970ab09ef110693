import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '../tree/hashes';

/** How a line under a note is signed (C2SP signed-note): plain Ed25519, or a witness's with the time (C2SP tlog-cosignature). */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

/** A line under a note: who signed, which key (four bytes), and the signature. */
export type SignatureLine = { name: string; keyId: Buffer; signature: Buffer };

/** A text, every line of it ended, and the lines under it (C2SP signed-note). */
export type SignedNote = { text: string; signatures: readonly SignatureLine[] };

/** A key that signatures are checked with, and what it may sign. */
export type VerifierKey = { name: string; type: number; keyId: Buffer; publicKey: KeyObject };

/** A note or a key that is not written as it must be. */
export class NoteFormatError extends Error {
  override readonly name = 'NoteFormatError';
}

const keyIdLength = 4;
const rawKeyLength = 32;
/** What precedes the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const namePattern = /^[^\s+]+$/u;
const signaturePattern = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
const mostSignatures = 16;
const longestNote = 1_000_000;

/** The key's public part and name on one line, as others are told it: `name+hash+key` (C2SP signed-note). */
export function formatVerifierKey({ name, type, keyId, publicKey }: VerifierKey): string {
  const key = Buffer.concat([Buffer.from([type]), rawKeyOf(publicKey)]).toString('base64');
  return `${name}+${keyId.toString('hex')}+${key}`;
}

/** @throws NoteFormatError */
export function parseVerifierKey(line: string): VerifierKey {
  const parts = line.trim().split('+');
  const [name = '', id = ''] = parts;
  const bytes = Buffer.from(parts.slice(2).join('+'), 'base64');
  const type = bytes[0];
  if (!namePattern.test(name) || bytes.length !== 1 + rawKeyLength || !isKnown(type))
    throw new NoteFormatError('A verifier key is written name+hash+key, and holds an Ed25519 key');
  const key = verifierKeyOf(name, publicKeyOf(bytes.subarray(1)), type);
  if (key.keyId.toString('hex') !== id)
    throw new NoteFormatError(`The hash of the key of ${name} is not that of its key`);
  return key;
}

/** Several of them, with spaces, lines or commas between. @throws NoteFormatError */
export function parseVerifierKeys(text: string): VerifierKey[] {
  return text
    .split(/[\s,]+/)
    .filter((line) => line !== '')
    .map(parseVerifierKey);
}

/** @param publicKey an Ed25519 key */
export function verifierKeyOf(name: string, publicKey: KeyObject, type: number = signatureTypes.ed25519): VerifierKey {
  if (!namePattern.test(name)) throw new NoteFormatError(`"${name}" cannot name a key: it has a space or a plus`);
  const raw = Buffer.concat([Buffer.from([type]), rawKeyOf(publicKey)]);
  return { name, type, keyId: sha256(`${name}\n`, raw).subarray(0, keyIdLength), publicKey };
}

/** Signs a text with an Ed25519 key under a name. @throws NoteFormatError when the text does not end its last line */
export function signNote(text: string, name: string, privateKey: KeyObject): SignatureLine {
  assertText(text);
  const { keyId } = verifierKeyOf(name, createPublicKey(privateKey));
  return { name, keyId, signature: sign(null, Buffer.from(text, 'utf8'), privateKey) };
}

export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

/** @throws NoteFormatError */
export function parseNote(note: string): SignedNote {
  const end = note.lastIndexOf('\n\n');
  if (note.length > longestNote || end < 0 || !note.endsWith('\n'))
    throw new NoteFormatError('A signed note is a text, an empty line and signatures');
  const text = note.slice(0, end + 1);
  assertText(text);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw new NoteFormatError(`A note has at most ${mostSignatures} signatures`);
  return { text, signatures: lines.map(signatureOf) };
}

/** The keys whose signature stands under the note and holds. Lines of unknown keys say nothing. */
export function signersOf({ text, signatures }: SignedNote, keys: readonly VerifierKey[]): VerifierKey[] {
  return keys.filter((key) =>
    signatures.some(
      ({ name, keyId, signature }) => name === key.name && keyId.equals(key.keyId) && isSignedBy(key, text, signature),
    ),
  );
}

function isSignedBy({ type, publicKey }: VerifierKey, text: string, signature: Buffer): boolean {
  if (type === signatureTypes.ed25519) return verify(null, Buffer.from(text, 'utf8'), publicKey, signature);
  const cosigned = cosignedText(text, signature);
  return cosigned !== undefined && verify(null, cosigned.signed, publicKey, cosigned.signature);
}

const timeLength = 8;

/** What a witness signs (C2SP tlog-cosignature): the time in seconds since 1970, which leads its signature, and the note. */
export function cosignedText(
  text: string,
  line: Buffer,
): { seconds: number; signed: Buffer; signature: Buffer } | undefined {
  if (line.length <= timeLength) return undefined;
  const seconds = Number(line.readBigUInt64BE());
  return {
    seconds,
    signed: Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8'),
    signature: line.subarray(timeLength),
  };
}

function signatureOf(line: string): SignatureLine {
  const [, name, encoded] = signaturePattern.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length <= keyIdLength || bytes.toString('base64') !== encoded)
    throw new NoteFormatError(`This is no signature: ${line.slice(0, 100)}`);
  return { name, keyId: bytes.subarray(0, keyIdLength), signature: bytes.subarray(keyIdLength) };
}

function assertText(text: string): void {
  if (!text.endsWith('\n') || /[^\P{Cc}\n]/u.test(text))
    throw new NoteFormatError('The text of a note ends its last line, and has no control characters');
}

function isKnown(type: number | undefined): type is number {
  return type === signatureTypes.ed25519 || type === signatureTypes.cosignature;
}

function rawKeyOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}
