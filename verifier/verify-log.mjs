#!/usr/bin/env node
/**
 * Verifies an export of a county's event log, offline. One file that needs nothing but Node.js 20.19 or later, written from the
 * public specifications below; it shares no code with the product. Read it before you trust it.
 *
 *   node verify-log.mjs BUNDLE [--checkpoint OLD] [--key VKEY ...] [--json]
 *
 * OLD is a checkpoint that you kept: the log must begin with what it covered. VKEY (name+hash+key) is a key of the log or of a
 * witness, got from elsewhere than the bundle. Exit code: 0 all holds; 1 a fault, named; 2 wrong usage; 3 nothing can be said.
 * RFC 6962 §2.1: leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right) · RFC 8032 Ed25519 · RFC 6901 JSON Pointer
 * C2SP (c2sp.org) signed-note, tlog-checkpoint and tlog-cosignature: how checkpoints are written and signed
 */

// === core: from here to the end of the core the same code runs in verify-log.html ===
/** Throws the first thing that is wrong: a code, words, and the position in the log where that can be said. */
function must(holds, code, detail, position = null) {
  if (!holds) throw Object.assign(new Error(detail), { fault: { code, position, detail } });
}

const utf8 = new TextEncoder();
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isSame = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
const byteNames = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexOf = (bytes) => bytes.reduce((text, byte) => text + byteNames[byte], '');
const digitOf = (code) => (code < 58 ? code - 48 : code - 87);
const base64Of = (bytes) => btoa(String.fromCharCode(...bytes));
/** These codes say nothing about the log: what was given to verify it with does not allow that. */
const isUnproved = (code) => /^(unreadable|key|checkpoint|old-(?!root))/.test(code);

function bytesOfHex(text) {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = digitOf(text.charCodeAt(2 * at)) * 16 + digitOf(text.charCodeAt(2 * at + 1));
  return bytes;
}

/** Undefined unless the text is exactly how base64 writes these bytes. */
function bytesOfBase64(text) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text ?? '') || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return base64Of(bytes) === text ? bytes : undefined;
}

/** Reads `name+hash+key` (C2SP signed-note): the hash begins SHA-256(name ‖ line feed ‖ type ‖ key). Undefined if it is none. */
function keyOf(line, sha256) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded);
  // Type 1 is plain Ed25519, type 4 a witness's; either key has 32 bytes.
  if (bytes?.length !== 33 || ![1, 4].includes(bytes[0])) return undefined;
  const keyId = sha256(Uint8Array.from([...utf8.encode(`${name}\n`), ...bytes])).slice(0, 4);
  return hexOf(keyId) === id ? { line, name, keyId, type: bytes[0], raw: bytes.slice(1) } : undefined;
}

/** Reads a signed checkpoint (C2SP signed-note and tlog-checkpoint). */
function checkpointOf(note, code, which) {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size, encoded] = text.split('\n');
  const root = bytesOfBase64(encoded);
  const isWhole = end > 0 && note.endsWith('\n') && /^(0|[1-9]\d{0,14})$/.test(size) && root?.length === 32;
  must(isWhole, code, `${which} is no signed note that says origin, size and root`);
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const [, name, base64] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? [];
    const bytes = bytesOfBase64(base64);
    must(bytes?.length > 4, code, `a line below ${which} is no signature`);
    return { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) };
  });
  return { text, origin, size: Number(size), root, signatures };
}

/** Undefined if the key has no signature below the checkpoint, false if one that does not hold, else who signed (and when). */
async function signedBy({ text, signatures }, { line, name, keyId, type, raw }) {
  const found = signatures.find((signature) => signature.name === name && isSame(signature.keyId, keyId));
  if (!found) return undefined;
  const isWitness = type === 4;
  if (found.bytes.length !== (isWitness ? 72 : 64)) return false;
  // A witness's signature is led by the time, in seconds since 1970, in eight bytes (C2SP tlog-cosignature).
  const seconds = isWitness ? Number(new DataView(found.bytes.buffer).getBigUint64(0)) : 0;
  const message = utf8.encode(isWitness ? `cosignature/v1\ntime ${seconds}\n${text}` : text);
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  const holds = await crypto.subtle.verify('Ed25519', key, found.bytes.slice(-64), message);
  return holds && { key: line, witnessedAt: isWitness ? new Date(seconds * 1000).toISOString() : null };
}

/** The tree of RFC 6962 §2.1: leaves (level 0), or full subtrees of 2^level leaves, are added from left to right. */
class Tree {
  size = 0;
  levels = [];
  hashes = [];
  pair = new Uint8Array(65).fill(1, 0, 1);
  add(level, hash) {
    this.size += 2 ** level;
    let [top, topHash] = [level, hash];
    for (; this.levels.at(-1) === top; top += 1) {
      this.levels.pop();
      topHash = this.node(this.hashes.pop(), topHash);
    }
    this.levels.push(top);
    this.hashes.push(topHash);
  }
  node(left, right) {
    this.pair.set(left, 1);
    this.pair.set(right, 33);
    return this.sha256(this.pair);
  }
  root() {
    if (this.size === 0) return this.sha256(new Uint8Array(0));
    return this.hashes.reduceRight((right, left) => this.node(left, right));
  }
}

/** The levels of the largest full subtrees that `count` leaves consist of which follow the first `from`. */
function levelsIn(from, count) {
  const levels = [];
  for (let at = from; at < from + count; at += 2 ** levels.at(-1)) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= from + count) level += 1;
    levels.push(level);
  }
  return levels;
}

/** The texts that a content stands for, by JSON Pointer (RFC 6901): in their place it has { "sha256-salted": hash }. */
function textsIn(value, path = '', found = new Map()) {
  if (typeof value !== 'object' || value === null) return found;
  const names = Object.keys(value);
  if (names.length === 1 && isHash(value['sha256-salted'])) return found.set(path, value['sha256-salted']);
  for (const name of names) {
    // A name of the event's own that looks like the mark is written with one tilde more.
    const own = /^~+sha256-salted$/.test(name) ? name.slice(1) : name;
    textsIn(value[name], `${path}/${own.replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
  }
  return found;
}

/** Cuts what is read into lines. @throws also when it is not UTF-8 */
async function* linesOf(chunks) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop();
    must(rest.length < 2 ** 26, 'unreadable', 'a line is too long');
    yield lines;
  }
  must(rest + decoder.decode() === '', 'unreadable', 'the file ends within a line');
}

/** Reads an object with these fields and no others. Written again it must be the same text: nothing can hide in it. */
function read(text, required, optional, position) {
  const value = JSON.parse(text);
  const isKnown = (name) => required.includes(name) || optional.includes(name);
  const fits = isObject(value) && required.every((name) => name in value) && Object.keys(value).every(isKnown);
  must(!text.endsWith('\r'), 'unreadable', 'its lines end with CR LF: an editor or a mail has changed the file');
  must(fits && JSON.stringify(value) === text, 'unreadable', 'a line is not written as it must be', position);
  return value;
}

const headFields = ['format', 'county', 'origin', 'checkpoint', 'keys', 'from', 'to'];
const contentFields = ['content', 'salt', 'texts', 'erased', 'disposed'];
const entryFields = ['v', 'county', 'stream', 'seq', 'kind', 'type', 'at', 'actor', 'role', 'content'];
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Verifies a bundle (bytes, async iterable) in one pass, by lines of keys and a kept checkpoint (or undefined). */
async function verifyBundle(chunks, { keys: given, old: oldNote, sha256 }) {
  const report = { fault: null, county: null, origin: null, size: 0, root: null, from: 0, to: 0, streamsOnly: null };
  Object.assign(report, { events: 0, texts: 0, streams: 0, firstAt: null, lastAt: null, old: null });
  Object.assign(report, { keysFrom: given.length > 0 ? 'you' : 'bundle', signedBy: [], notSigning: [], notKnown: 0 });
  Object.assign(report, { erased: [], disposed: [] });
  const tree = Object.assign(new Tree(), { sha256 });
  const streams = new Map();
  let scratch = new Uint8Array(2 ** 16);
  let head, checkpoint, old, oldRoot;

  /** SHA-256 over some bytes and a text. A text with half a character in it would pass for another. */
  function hashOf(prefix, text, position) {
    must(text.isWellFormed(), 'unreadable', 'a text has half a character in it', position);
    const most = prefix.length + text.length * 3;
    if (scratch.length < most) scratch = new Uint8Array(most * 2);
    scratch.set(prefix);
    const { written } = utf8.encodeInto(text, scratch.subarray(prefix.length));
    return sha256(scratch.subarray(0, prefix.length + written));
  }

  /** What the kept checkpoint says of the log. One that nobody known has signed accuses nobody. */
  function mustFit(holds, code, detail) {
    const isKnown = report.old?.signed || given.length === 0;
    must(holds || isKnown, 'old-signature', `${detail}; but none of your keys has signed it: give that key too`);
    must(holds, code, detail);
  }

  function grow(level, hash) {
    tree.add(level, hash);
    if (tree.size === old?.size) oldRoot = tree.root();
  }

  /** The head: which log this is, its checkpoint, and whose signatures hold. Keys that only the bundle names prove little. */
  async function readHead(line) {
    head = read(line, headFields, ['streams'], null);
    const isHead = head.format === 'vuosikello-log/1' && areTexts([head.checkpoint]) && areTexts(head.keys);
    must(isHead && areTexts(head.streams ?? []), 'unreadable', 'the first line is not the head of a vuosikello-log/1');
    checkpoint = checkpointOf(head.checkpoint, 'checkpoint', 'the checkpoint of the export');
    const { county, origin, from, to } = head;
    const { size } = checkpoint;
    Object.assign(report, { county, origin, from, to, size, streamsOnly: head.streams ?? null });
    report.root = base64Of(checkpoint.root);
    must(origin === checkpoint.origin, 'head', `the head says "${origin}", its checkpoint "${checkpoint.origin}"`);
    const isRange = isCount(from) && isCount(to) && from <= to && to <= size;
    must(isRange && (!head.streams || to - from === size), 'head', 'the positions are not those of the log');
    for (const text of [...given, ...head.keys]) {
      const key = keyOf(text, sha256);
      must(key, 'key', `this is no key: ${text}`);
      const signed = await signedBy(checkpoint, key);
      // A key of yours may be an older one, or of a witness who was away. One that the bundle names must have signed.
      must(signed || (signed === undefined && given.includes(text)), 'signature', `no signature of ${key.name} holds`);
      if (given.length > 0 && !given.includes(text)) continue;
      if (!signed) report.notSigning.push(text);
      else if (!report.signedBy.some((one) => one.key === text)) report.signedBy.push(signed);
    }
    must(report.signedBy.length > 0, 'signature', 'none of the keys has signed the checkpoint');
    report.notKnown = checkpoint.signatures.length - report.signedBy.length;
    if (oldNote === undefined) return;
    // It may have been copied out of a mail.
    const which = 'the checkpoint you kept';
    old = checkpointOf(`${oldNote.replaceAll('\r', '').trim()}\n`, 'old-checkpoint', which);
    const signers = await Promise.all([...given, ...head.keys].map((text) => signedBy(old, keyOf(text, sha256))));
    must(!signers.includes(false), 'old-signature', `no signature holds below ${which}: it is damaged, or forged`);
    must(old.origin === origin, 'old-origin', `${which} is of "${old.origin}", not of "${origin}"`);
    report.old = { size: old.size, signed: signers.slice(0, given.length).some(Boolean) };
    const older = `${which} covers ${old.size} entries, the export ${size}: it is older, or the log was cut off`;
    mustFit(old.size <= size, 'old-shorter', older);
    if (old.size === 0) oldRoot = tree.root();
  }

  /** Positions that this bundle leaves out: the hashes of the full subtrees they consist of stand for them. */
  function readGap(line) {
    const { gap, hashes } = read(line, ['gap', 'hashes'], [], tree.size);
    const end = tree.size + gap;
    const isSaid = end <= checkpoint.size && (head.streams || end <= head.from || tree.size >= head.to);
    must(isCount(gap) && gap > 0 && isSaid, 'gap', 'more is left out here than the head says', tree.size);
    const levels = levelsIn(tree.size, gap);
    const fits = areTexts(hashes) && hashes.every(isHash) && hashes.length === levels.length;
    must(fits, 'gap', 'the hashes of what is left out here are not as many as they must be', tree.size);
    levels.forEach((level, at) => grow(level, bytesOfHex(hashes[at])));
  }

  /** One event: its entry, what it said, and the texts in that. */
  function readEvent(line) {
    const position = tree.size;
    const event = read(line, ['position', 'entry', 'leaf'], contentFields, position);
    const place = event.position > position ? `position ${position} is missing` : 'an event is out of place';
    must(event.position === position, 'position', `${place}: here stands position ${event.position}`, position);
    must(position >= head.from && position < head.to, 'position', 'this is more than the head says', position);
    const entry = read(String(event.entry), entryFields, [], position);
    const leaf = hashOf([0], event.entry, position);
    // The leaf stands in the bundle only so that a fault can be told its place: what proves is the root.
    must(hexOf(leaf) === event.leaf, 'entry', 'the entry has been changed: it does not give its leaf', position);
    const { v, county, stream, seq, at, content } = entry;
    const isEntry = v === 1 && areTexts([stream]) && isCount(seq) && seq > 0 && timePattern.test(at) && isHash(content);
    must(isEntry, 'entry', 'the entry is not written as it must be', position);
    must(county === head.county, 'entry', `the entry is of county ${county}`, position);
    must(head.streams?.includes(stream) ?? true, 'entry', `the head does not name the stream ${stream}`, position);
    count(stream, seq, position);
    readContent(event, content, position);
    grow(0, leaf);
    Object.assign(report, { events: report.events + 1, firstAt: report.firstAt ?? at, lastAt: at });
  }

  function readContent(event, expected, position) {
    const { content, salt, texts = {}, erased = [], disposed } = event;
    if (disposed === true && Object.keys(event).length === 4) return report.disposed.push(position);
    // A salt has 32 bytes, no more and no fewer: a longer one could swallow the beginning of the text.
    const isWhole = isHash(salt) && areTexts([content]) && isObject(texts) && areTexts(erased);
    must(isWhole && disposed === undefined, 'unreadable', 'what the event said is missing', position);
    const hash = hexOf(hashOf(bytesOfHex(salt), content, position));
    must(hash === expected, 'content', 'what the event said was changed: its entry has another hash', position);
    const hashes = textsIn(JSON.parse(content));
    for (const [pointer, value] of Object.entries(texts)) {
      const fits = isObject(value) && Object.keys(value).join() === 'salt,text' && areTexts([value.text]);
      const isText = fits && isHash(value.salt);
      const hash = isText && hexOf(hashOf(bytesOfHex(value.salt), value.text, position));
      must(hash && hash === hashes.get(pointer), 'text', `the text at ${pointer} has been changed`, position);
      hashes.delete(pointer);
      report.texts += 1;
    }
    const isSaid = JSON.stringify([...hashes.keys()].sort()) === JSON.stringify(erased);
    must(isSaid, 'text', 'a text is missing, and not said to be erased', position);
    if (hashes.size > 0) report.erased.push(position);
  }

  /** Within a stream every number comes once. Neighbours may have changed places in the log, so those ahead are remembered. */
  function count(stream, seq, position) {
    const low = head.from > 0 ? seq : 1;
    const seen = streams.get(stream) ?? { low, high: low - 1, first: position };
    streams.set(stream, seen);
    const isNew = (seq < seen.low || seq > seen.high) && !seen.ahead?.has(seq);
    must(isNew, 'sequence', `event ${seq} of ${stream} is there twice`, position);
    if (seq === seen.high + 1) seen.high = seq;
    else (seen.ahead ??= new Map()).set(seq, position);
    while (seen.ahead?.delete(seen.high + 1)) seen.high += 1;
    while (seen.ahead?.delete(seen.low - 1)) seen.low -= 1;
    if (!seen.ahead?.has(seq)) seen.last = position;
  }

  /** Across either edge of what stands here neighbours may have changed places; elsewhere no number is missing. */
  function assertWhole(stream, { ahead, ...seen }) {
    const edge = head.streams ? 0 : 1000;
    const runs = [seen, ...[...ahead].map(([low, at]) => ({ low, high: low, first: at, last: at }))];
    runs.sort((one, other) => one.low - other.low);
    while (head.from > 0 && runs.length > 1 && runs[0].last < head.from + edge) runs.shift();
    while (runs.length > 1 && runs.at(-1).first >= head.to - edge) runs.pop();
    const hole = runs.findIndex(({ low }, at) => at > 0 && low > runs[at - 1].high + 1);
    must(hole < 0, 'sequence', `event ${runs[hole - 1]?.high + 1} of ${stream} is missing`, runs[hole]?.first);
  }

  /** Everything has been read: is it as much as was signed, and does it give the root? */
  function finish() {
    must(head, 'unreadable', 'the file is empty');
    must(tree.size === checkpoint.size, 'size', `the file ends after ${tree.size} of ${checkpoint.size}`, tree.size);
    mustFit(!oldRoot || isSame(oldRoot, old.root), 'old-root', 'what your checkpoint covers was changed or removed');
    const where = oldRoot ? `an entry from position ${old.size} on` : 'an entry';
    must(isSame(tree.root(), checkpoint.root), 'root', `${where} was changed, removed or slipped in: another root`);
    for (const [stream, seen] of streams) if (seen.ahead?.size) assertWhole(stream, seen);
    for (const stream of head.streams ?? []) must(streams.has(stream), 'head', `the stream ${stream} has no event`);
    must(!old || oldRoot, 'old-not-covered', 'where your checkpoint ends is left out: ask for an export made with it');
  }

  try {
    for await (const lines of linesOf(chunks))
      for (const line of lines) {
        if (!head) await readHead(line);
        else if (line.startsWith('{"gap"')) readGap(line);
        else readEvent(line);
      }
    finish();
  } catch (error) {
    if (error.syscall) throw error;
    const detail = `an export is not written so: is it one, or a ZIP with one in it? (${error.message})`;
    report.fault = error.fault ?? { code: 'unreadable', position: head ? tree.size : null, detail };
  }
  return { ...report, streams: streams.size };
}
// === end of the core ===
/** What is said in words of what verifyBundle answers. */
function inWords({ fault, from, to, size, old, events, erased, disposed, ...report }) {
  const part = to - from < size ? ` of positions ${from} to ${to - 1}` : '';
  const only = report.streamsOnly ? `, of ${report.streamsOnly.length} streams only` : '';
  const lines = [`Read: ${events} events${part}${only}`];
  if (report.origin !== null) lines.unshift(`Event log of county ${report.county}, "${report.origin}"`);
  const say = (isSaid, text) => isSaid && lines.push(text);
  const places = (at) => `${at.length}, at ${at.slice(0, 20).join(', ')}${at.length > 20 ? ' …' : ''}`;
  if (fault) {
    const place = fault.position === null ? '' : ` at position ${fault.position}`;
    const word = isUnproved(fault.code) ? 'NOT VERIFIED' : 'FAULT';
    return [...lines, `${word}${place} (${fault.code}): ${fault.detail}.`, 'Nothing behind it was checked.'].join('\n');
  }
  lines.push(`Up to: entry ${size - 1}, root ${report.root}; events from ${report.firstAt} to ${report.lastAt}`);
  for (const { key, witnessedAt } of report.signedBy)
    lines.push(`Signed by: ${key}${witnessedAt === null ? '' : `, a witness, at ${witnessedAt}`}`);
  for (const key of report.notSigning) lines.push(`Not signed by: ${key}`);
  say(old, `Begins with the ${old?.size} entries of your checkpoint${old?.signed ? ', which your key signed' : ''}`);
  say(erased.length, `Positions with texts that were erased or are withheld: ${places(erased)}`);
  say(disposed.length, `Positions disposed of or withheld, their entry alone is left: ${places(disposed)}`);
  lines.push(`WELL: signature, root, ${events} events, ${report.texts} texts, ${report.streams} streams without gaps.`);
  say(report.keysFrom === 'bundle', 'NOT CHECKED: who signed. The bundle itself names the key: give yours with --key.');
  say(old && !old.signed, 'NOT CHECKED: who signed the checkpoint you kept. Give the key of its time with --key.');
  say(!old, 'NOT CHECKED: that this is the log you saw before. Give a checkpoint you kept with --checkpoint.');
  say(report.notKnown, `NOT CHECKED: signatures of keys that are not known here: ${report.notKnown}.`);
  return lines.join('\n');
}

async function main(words) {
  const { parseArgs } = await import('node:util');
  const { createReadStream, readFileSync } = await import('node:fs');
  const { hash } = await import('node:crypto');
  const sha256 = (bytes) => hash('sha256', bytes, 'buffer');
  const text = { type: 'string' };
  const options = { checkpoint: text, key: { ...text, multiple: true, default: [] }, json: { type: 'boolean' } };
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const isUsable = positionals.length === 1 && values.key.every((line) => keyOf(line, sha256));
    if (!isUsable) throw Object.assign(new Error('Give one bundle, and keys as name+hash+key.'), { syscall: 'usage' });
    const old = values.checkpoint === undefined ? undefined : readFileSync(values.checkpoint, 'utf8');
    const chunks = createReadStream(positionals[0], { highWaterMark: 2 ** 20 });
    const report = await verifyBundle(chunks, { keys: values.key, old, sha256 });
    console.log(values.json ? JSON.stringify(report, null, 2) : inWords(report));
    return !report.fault ? 0 : isUnproved(report.fault.code) ? 3 : 1;
  } catch (error) {
    if (!error.syscall && !error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error(`${error.message}\nUsage: node verify-log.mjs BUNDLE [--checkpoint OLD] [--key VKEY ...] [--json]`);
    return error.syscall && error.syscall !== 'usage' ? 3 : 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
