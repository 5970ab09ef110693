import type { Hash } from '../tree/hashes';

/** What of an event stands in the log for good: which, when and by whom, and a hash of what it said. Ids only, no texts. */
export type Envelope = {
  county: string;
  stream: string;
  /** Counted from one within the stream. */
  seq: number;
  kind: string;
  type: string;
  /** RFC 3339, UTC. */
  at: string;
  /** The id of a key or a link; never a person's name. */
  actor: string;
  role: string;
  content: Hash;
};

const version = 1;

/** The bytes that are logged and hashed: canonical JSON (RFC 8785), whose keys are in order. */
export function envelopeEntry({ county, stream, seq, kind, type, at, actor, role, content }: Envelope): string {
  return `{"actor":${JSON.stringify(actor)},"at":${JSON.stringify(at)},"content":"${content.toString('hex')}","county":${JSON.stringify(county)},"kind":${JSON.stringify(kind)},"role":${JSON.stringify(role)},"seq":${seq},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)},"v":${version}}`;
}
