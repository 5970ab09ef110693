import {
  contentHash,
  contentOf,
  type Envelope,
  envelopeEntry,
  type Hash,
  hashLeaf,
  type Left,
  type Salts,
} from '@app/ledger';
import type { EventRow } from '../workflows/event-rows';
import type { LoggedEvent } from './log-store';

/** An event as it is stored, with what its salts come from. */
export type SaltedRow = EventRow & { salt: Buffer | null; salts_left: string | null };

type Enveloped = Omit<LoggedEvent, 'position' | 'leafHash' | 'commandId' | 'body' | 'note' | 'salts'>;

/** What the log says of an event itself. */
export function envelopeOf({ county, stream, seq, kind, type, at, actor, contentHash: content }: Enveloped): Envelope {
  return { county, stream, seq, kind, type, at, actor: actor.id, role: actor.role, content };
}

/** The entry that the log holds for an event, whose leaf hash is that of these bytes. */
export function entryOf(event: Enveloped): string {
  return envelopeEntry(envelopeOf(event));
}

/** What the log keeps of an event. @throws whatever makes the event impossible to read: a body that is no JSON, a text without its salt */
export function hashesOf(county: string, row: SaltedRow): { content: Hash; leaf: Hash } {
  const { command_id: commandId, body, note, actor, role } = row;
  const salts = saltsOf(row);
  if (!salts) throw new Error('The event has no salt');
  const content = contentHash(contentOf({ commandId, body, note }, salts));
  const { stream, seq, kind, type, at } = row;
  const entry = entryOf({ county, stream, seq, kind, type, at, actor: { id: actor, role }, contentHash: content });
  return { content, leaf: hashLeaf(entry) };
}

/** Null where what the event said has been disposed of. */
export function saltsOf({ salt, salts_left: left }: Pick<SaltedRow, 'salt' | 'salts_left'>): Salts | null {
  if (salt !== null) return { seed: salt };
  if (left === null) return null;
  const stored = JSON.parse(left) as Record<string, { salt: string } | { hash: string }>;
  return { left: Object.fromEntries(Object.entries(stored).map(([pointer, kept]) => [pointer, leftOf(kept)])) };
}

function leftOf(kept: { salt: string } | { hash: string }): Left {
  return 'salt' in kept ? { salt: Buffer.from(kept.salt, 'hex') } : kept;
}
