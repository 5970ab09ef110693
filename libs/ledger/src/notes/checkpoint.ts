import type { Hash } from '../tree/hashes';
import { hashLength } from '../tree/hashes';
import { NoteFormatError } from './signed-note';

/** How far a log has grown (C2SP tlog-checkpoint): which log, how many entries, and the root over them. */
export type Checkpoint = { origin: string; size: number; root: Hash };

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a checkpoint; lines after the third are left alone. @throws NoteFormatError */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  const root = Buffer.from(encoded, 'base64');
  const isWhole = origin !== '' && /^(0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (!isWhole || root.length !== hashLength || root.toString('base64') !== encoded)
    throw new NoteFormatError('A checkpoint says on three lines: its log, the number of entries and the root');
  return { origin, size: Number(size), root };
}
