import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import {
  type BundledEvent,
  contentHash,
  contentOf,
  envelopeEntry,
  formatCheckpoint,
  formatNote,
  Frontier,
  fullRoot,
  type Hash,
  hashLeaf,
  type NodeReader,
  rootAt,
  type Said,
  type Salts,
  sha256,
  signNote,
  verifierKeyOf,
  type VerifierKey,
} from '@app/ledger';

export const logOrigin = 'vuosikello.example.invalid/log/09';

/** A private key that follows from a word: the seed of RFC 8032 in the wrapping of RFC 8410. */
export function keyFromWord(word: string): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(word)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function verifierKeyFromWord(word: string, name = logOrigin): VerifierKey {
  return verifierKeyOf(name, createPublicKey(keyFromWord(word)));
}

/** The checkpoint over a root, signed by the key that follows from the word. */
export function signedCheckpoint(size: number, root: Hash, word = 'the log', origin = logOrigin): string {
  const text = formatCheckpoint({ origin, size, root });
  return formatNote({ text, signatures: [signNote(text, origin, keyFromWord(word))] });
}

const kinds = [
  ['AnswerReceived', { answers: { efforts: 'Liikuntaneuvonta alkoi kouluissa; "hyvä" & <b>', count: 7 }, late: false }],
  ['NotificationOwed', { template: 'information-request', to: { organisation: '016', audience: 'party' } }],
  ['DecisionRecorded', { section: '36', texts: ['Päätös 1', 'Beslut 2 – ä'], caseNumber: 'PHHYKY/12/2026' }],
  ['DeadlineSet', { name: 'reply', dueOn: '2026-09-01', basis: 'statutory', 'a/b~c': { 'sha256-salted': 'Own key' } }],
] as const;

/** What an event of a made-up log says: follows from its position; every fifth event belongs to another stream. */
export function madeUpEvent(position: number, county = '09'): BundledEvent {
  const [type, data] = kinds[position % kinds.length] ?? kinds[0];
  const stream = `${county}.request-${Math.floor(position / 50)}${position % 5 === 4 ? '.mail' : ''}`;
  const within = position % 50;
  const seq = within % 5 === 4 ? (within + 1) / 5 : within - Math.floor(within / 5) + 1;
  const said = {
    commandId: `c-${position}`,
    body: JSON.stringify(data),
    note: position % 7 === 0 ? 'Puhelimitse sovittu' : null,
  };
  const salts = { seed: sha256(`seed ${position}`).subarray(0, 16) };
  const at = new Date(Date.UTC(2026, 0, 1) + position * 30_000).toISOString();
  const envelope = {
    ...{ county, stream, seq, kind: position % 2 === 0 ? 'fact' : 'consequence', type, at },
    ...{ actor: `${county}-key-1`, role: 'coordinator', content: contentHash(contentOf(said, salts)) },
  };
  return { position, envelope, said, salts, leaf: hashLeaf(envelopeEntry(envelope)) };
}

const memory = new Map<string, BundledEvent>();

/** Tests make many small logs of the same events. */
function remembered(position: number, county: string): BundledEvent {
  const key = `${county} ${position}`;
  const event = memory.get(key) ?? madeUpEvent(position, county);
  memory.set(key, event);
  return event;
}

/** A county's log in memory, for tests of what reads one. */
export class MemoryLog {
  readonly events: BundledEvent[];

  constructor(size: number, county = '09') {
    this.events = Array.from({ length: size }, (_, position) => remembered(position, county));
  }

  readonly nodes: NodeReader = (nodes) =>
    Promise.resolve(
      nodes.map(({ level, index }) =>
        fullRoot(this.events.slice(index * 2 ** level, (index + 1) * 2 ** level).map(({ leaf }) => leaf)),
      ),
    );

  root(size = this.events.length): Promise<Hash> {
    return rootAt(size, this.nodes);
  }

  async checkpoint(size = this.events.length, word?: string): Promise<string> {
    return signedCheckpoint(size, await this.root(size), word);
  }

  async *read({ from = 0, to = this.events.length, streams }: Reading = {}): AsyncGenerator<BundledEvent> {
    for (const event of this.events.slice(from, to))
      if (streams?.includes(event.envelope.stream) ?? true) yield await Promise.resolve(event);
  }

  /** Erases a text as `person erase` does: other words in its place, and of its salt only the hash is left. */
  erase(position: number, pointer: string, said: Said): void {
    const event = this.events[position]!;
    const content = contentOf(event.said!, event.salts!);
    const left = Object.fromEntries(
      Object.entries(content.texts).map(([path, { salt, text }]) => [
        path,
        path === pointer ? { hash: sha256(salt, text).toString('hex') } : { salt },
      ]),
    );
    this.events[position] = {
      ...event,
      said,
      salts: { left: { ...left, '': { salt: content.salt } } } satisfies Salts,
    };
  }

  /** What the event said is disposed of at the end of its retention time. */
  dispose(position: number): void {
    this.events[position] = { ...this.events[position]!, said: null, salts: null };
  }

  /** The root from the entries alone, one after the other. */
  grownRoot(): Hash {
    const frontier = Frontier.empty();
    for (const { leaf } of this.events) frontier.append(leaf);
    return frontier.root();
  }
}

type Reading = { from?: number; to?: number; streams?: readonly string[] };
