import { type Checkpoint, formatNote, parseCheckpoint, parseNote, signersOf, type VerifierKey } from '@app/ledger';
import type { Instant } from '@app/domain';
import type { Query, Statement } from '../connection/database';
import type { Cosigned, SignedCheckpoint } from './log-store';

type Row = { note: string; at: Instant; lines: string[]; age: number };

const checkpointsIn = (which: string): string =>
  `select c.note, vuosikello.instant(c.at) as at, extract(epoch from clock_timestamp() - c.signed_at)::float8 * 1000 as age,
     array(select s.line from vuosikello.log_cosignature s
           where s.county = c.county and s.origin = c.origin and s.size = c.size order by s.at, s.witness) as lines
   from ${which}`;

const last: Statement = { name: 'last-checkpoint', text: checkpointsIn('vuosikello.last_checkpoint($1) c') };
const page: Statement = {
  text: checkpointsIn(`vuosikello.log_checkpoint c
   where c.county = $1 and c.ord > coalesce(
     (select b.ord from vuosikello.log_checkpoint b where b.county = $1 and b.origin = $2 and b.size = $3), 0)
   order by c.ord limit $4`),
};
const one: Statement = {
  text: checkpointsIn('vuosikello.log_checkpoint c where c.county = $1 and c.origin = $2 and c.size = $3'),
};
const insert: Statement = {
  name: 'insert-checkpoint',
  text: `insert into vuosikello.log_checkpoint (county, origin, size, note, at)
         values ($1, $2, $3, $4, vuosikello.business_now()) on conflict do nothing`,
};
const cosign: Statement = {
  text: `insert into vuosikello.log_cosignature (county, origin, size, witness, line, at)
         values ($1, $2, $3, $4, $5, vuosikello.business_now()) on conflict do nothing`,
};

/** The checkpoint signed last, and how long ago that was, in milliseconds of real time. */
export async function lastCheckpoint(
  query: Query,
  county: string,
): Promise<{ checkpoint: SignedCheckpoint; ageMs: number } | undefined> {
  const [row] = await query<Row>(last, [county]);
  return row && { checkpoint: checkpointOf(row), ageMs: row.age };
}

export async function checkpointsAfter(
  query: Query,
  county: string,
  { after, limit }: { after: Checkpoint | undefined; limit: number },
): Promise<SignedCheckpoint[]> {
  const rows = await query<Row>(page, [county, after?.origin ?? null, after?.size ?? null, limit]);
  return rows.map(checkpointOf);
}

/** Keeps a checkpoint; one of the same log and size stays as it is. */
export async function keepCheckpoint(query: Query, county: string, note: string): Promise<void> {
  const { origin, size } = parseCheckpoint(parseNote(note).text);
  await query(insert, [county, origin, size, note]);
}

/**
 * Keeps the lines of witnesses that stand under a checkpoint and hold. Of each witness one line is kept.
 * @throws NoteFormatError
 */
export async function keepCosignatures(
  query: Query,
  county: string,
  note: string,
  witnesses: readonly VerifierKey[],
): Promise<Cosigned> {
  const given = parseNote(note);
  const { origin, size } = parseCheckpoint(given.text);
  const [row] = await query<Row>(one, [county, origin, size]);
  if (!row || parseNote(row.note).text !== given.text) return { outcome: 'unknown-checkpoint' };
  const kept: string[] = [];
  for (const witness of witnesses) {
    const { name, keyId } = witness;
    // The line itself has to hold: beside it another may stand under the same name, which is kept for good once it is kept.
    const line = given.signatures.find(
      (one) => signersOf({ text: given.text, signatures: [one] }, [witness]).length > 0,
    );
    if (!line) continue;
    await query(cosign, [county, origin, size, `${name}+${keyId.toString('hex')}`, lineOf(line)]);
    kept.push(name);
  }
  return kept.length > 0 ? { outcome: 'kept', witnesses: kept, origin, size } : { outcome: 'no-witness' };
}

function checkpointOf({ note, at, lines }: Row): SignedCheckpoint {
  return { ...parseCheckpoint(parseNote(note).text), note: note + lines.join(''), at };
}

/** The line as it stands under a note. */
function lineOf(line: Parameters<typeof formatNote>[0]['signatures'][number]): string {
  return formatNote({ text: '', signatures: [line] }).slice(1);
}
