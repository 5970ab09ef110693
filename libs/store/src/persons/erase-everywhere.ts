import type { Instance } from '@app/workflows';
import type { Actor } from '@app/workflows';
import type { Query, Statement } from '../connection/database';
import { eraseIn, type Pattern, storedEvents, type StreamErasure, streamsWith, type Wanted } from './erased-events';
import type { Erased, Kept } from './person-store';

const lockWorkflow: Statement = {
  text: `select snapshot from vuosikello.workflow where county = $1 and id = $2 for no key update`,
};
const replaceTexts: Statement = { text: 'select vuosikello.replace_texts($1, $2, $3, $4, $5)' };
const addEvent: Statement = {
  text: `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ($1, $2, $3, 'fact', $4, vuosikello.business_now(), $5, $6, $7, $8)`,
};
const refold: Statement = {
  text: `update vuosikello.workflow set snapshot = $3, version = $4 where county = $1 and id = $2`,
};
const publishAgain: Statement = {
  text: `update vuosikello.publication set data = $5 where county = $1 and workflow = $2 and topic = $3 and seq = $4`,
};
// Whoever has taken such work on has read it already: it is taken back, and done by what it then says.
const takeBack: Statement = {
  text: `update vuosikello.work_item set state = 'pending', fence = fence + 1, lease_until = null, bell_at = null
         where county = $1 and state = 'leased' and payload ~* $2`,
};
// Whatever was answered lately can name the person: what is left says only that it was done.
const emptyAnswers: Statement = {
  text: `update vuosikello.kept_answer set body = null where county = $1 and status is not null`,
};
const blotOut: Statement = { text: 'select place, changed from vuosikello.blot_out($1, $2, $3, $4)' };

type Counts = Pick<Erased['removed'], 'texts' | 'events' | 'workflows' | 'rows'>;
export type ErasedTexts = Counts & { kept: Kept[] };

/** Erases texts wherever they stand in a county, within a transaction. @throws ReplayDiffersError */
export async function eraseEverywhere(
  query: Query,
  wanted: Wanted,
  given: { actor: Actor; commandId: string },
): Promise<ErasedTexts> {
  const { county, pattern } = wanted;
  const done: ErasedTexts = { texts: 0, events: 0, workflows: 0, rows: {}, kept: [] };
  if (pattern !== null) await query(takeBack, [county, pattern.fits]);
  for (const stream of await streamsWith(query, wanted)) {
    const [row] = await query<{ snapshot: string }>(lockWorkflow, [county, stream]);
    const workflow = row && (JSON.parse(row.snapshot) as Instance);
    const erased = eraseIn(await storedEvents(query, county, stream), wanted, workflow);
    done.kept.push(...erased.kept);
    if (erased.changes.length === 0) continue;
    for (const { seq, body, note } of erased.changes) await query(replaceTexts, [county, stream, seq, body, note]);
    if (erased.refolded) await standAnew(query, county, erased.refolded, given);
    done.events += erased.changes.length;
    done.texts += erased.changes.reduce((sum, { texts }) => sum + texts, 0);
    done.workflows += erased.refolded ? 1 : 0;
  }
  if (pattern !== null) await query(emptyAnswers, [county]);
  if (pattern !== null) done.rows = await blot(query, county, pattern, null);
  return done;
}

/** Blots out what fits in the columns of free text; with `mails` in those mails and digests only. Gives the rows by table. */
export async function blot(
  query: Query,
  county: string,
  { fits, quick }: Pattern,
  mails: readonly string[] | null,
): Promise<Record<string, number>> {
  const rows = await query<{ place: string; changed: number }>(blotOut, [county, fits, mails, quick]);
  return Object.fromEntries(rows.map(({ place, changed }) => [place, changed]));
}

/** The workflow's row and what it has published become what its log now gives, and the log says that texts are gone. */
async function standAnew(
  query: Query,
  county: string,
  { instance, event, publications }: NonNullable<StreamErasure['refolded']>,
  { actor, commandId }: { actor: Actor; commandId: string },
): Promise<void> {
  const { id, version } = instance;
  const body = JSON.stringify(event.data);
  await query(addEvent, [county, id, event.seq, event.type, actor.id, actor.role, `${commandId}/${id}`, body]);
  await query(refold, [county, id, JSON.stringify(instance), version]);
  // Of what was said on a topic only the last is kept.
  for (const { topic, seq, data } of publications)
    await query(publishAgain, [county, id, topic, seq, JSON.stringify(data)]);
}
