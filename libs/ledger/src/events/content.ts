import { sha256, sha256Hex, type Hash } from '../tree/hashes';
import { freeTextFields } from './free-text';

/** What an event says, as it is stored. Where a text has been erased, other words stand in its place. */
export type Said = {
  commandId: string;
  /** JSON. */
  body: string;
  note: string | null;
};

/** What is left of a text: the salt that it is hashed with, or, when it has been erased, its salted hash alone (hex). */
export type Left = { salt: Buffer } | { hash: string };

/**
 * Where the salts come from: from the event's own seed of 16 bytes; or, once a text of it has been erased, one by one, by
 * JSON Pointer (RFC 6901) within the content. '' is the salt of the content itself.
 */
export type Salts = { seed: Buffer } | { left: Readonly<Record<string, Left>> };

/** What the log commits to: the content with every text in it replaced by its salted hash, and the texts themselves. */
export type Content = {
  /** Canonical JSON (RFC 8785) of `{ commandId, data, note? }`. */
  json: string;
  salt: Buffer;
  /** By JSON Pointer. Those that have been erased are missing. */
  texts: Record<string, { salt: Buffer; text: string }>;
};

type Json = string | number | boolean | null | Json[] | Record<string, unknown>;

/** What stands in the place of a text: an object with this key alone. A key of the event's own that looks like it gets a tilde more. */
export const textMark = 'sha256-salted';
const likeMark = new RegExp(`^~*${textMark}$`);

/** Outside fields of free text ids, dates, numbers and names of states stand in the content as they are; whatever else is written is a text. */
const tokenPattern = /^(?:[a-z0-9][a-z0-9._:/+-]{0,119}|\d{4}-\d\d-\d\dT[\d:.]+Z)?$/;

/** Half of a pair of surrogates. */
const halfPattern = /\p{Surrogate}/u;

/** A stored event whose salts are not those of its texts. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** The content of an event. @throws ContentError when a text has no salt */
export function contentOf({ commandId, body, note }: Said, salts: Salts): Content {
  const texts: Content['texts'] = {};
  const said = { commandId, data: JSON.parse(body) as Json, ...(note !== null && { note }) };
  return { json: committed(said, '', false, salts, texts), salt: saltOf(salts, ''), texts };
}

/** A value as canonical JSON (RFC 8785), with a hash for every text. Written in one go: this is most of what it costs to log an event. */
function committed(value: Json, path: string, isFree: boolean, salts: Salts, texts: Content['texts']): string {
  if (typeof value === 'string') return committedText(value, path, isFree, salts, texts);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let json = '';
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries())
      json += `${place === 0 ? '' : ','}${committed(item, `${path}/${place}`, isFree, salts, texts)}`;
    return `[${json}]`;
  }
  for (const [name, key] of namesOf(value)) {
    const item = committed(
      value[key] as Json,
      `${path}/${escapedKey(key)}`,
      isFree || freeTextFields.has(key),
      salts,
      texts,
    );
    json += `${json === '' ? '' : ','}${quoted(name)}:${item}`;
  }
  return `{${json}}`;
}

function committedText(value: string, path: string, isFree: boolean, salts: Salts, texts: Content['texts']): string {
  const left = 'left' in salts ? salts.left[path] : undefined;
  if (left !== undefined && 'hash' in left) return `{"${textMark}":${quoted(left.hash)}}`;
  if (value === '' || (!isFree && tokenPattern.test(value))) return `"${value}"`;
  const salt = saltOf(salts, path);
  texts[path] = { salt, text: value };
  return `{"${textMark}":"${textHash(value, salt)}"}`;
}

/** The keys as they are named in the content, in order, each with itself. */
function namesOf(value: object): [name: string, key: string][] {
  const keys = Object.keys(value);
  if (!keys.some((key) => key.endsWith(textMark))) return keys.sort().map((key) => [key, key]);
  return keys
    .map((key): [string, string] => [likeMark.test(key) ? `~${key}` : key, key])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** As canonical JSON has it. @throws ContentError for half a character, which it has no form for */
function quoted(text: string): string {
  if (halfPattern.test(text)) throw new ContentError('There is half of a surrogate pair');
  return JSON.stringify(text);
}

/** A key as it stands in a JSON Pointer (RFC 6901). */
export function escapedKey(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** What stands in the envelope for the content. */
export function contentHash({ json, salt }: Pick<Content, 'json' | 'salt'>): Hash {
  return sha256(salt, json);
}

/** What stands in the content for a text, in hex. */
export function textHash(text: string, salt: Buffer): string {
  return sha256Hex(salt, text);
}

function saltOf(salts: Salts, path: string): Buffer {
  if ('seed' in salts) return sha256(salts.seed, path);
  const left = salts.left[path];
  if (left === undefined || !('salt' in left)) throw new ContentError(`The text at "${path}" has no salt`);
  return left.salt;
}
