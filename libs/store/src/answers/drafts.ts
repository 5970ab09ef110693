import type { Instant } from '@app/domain';
import { holdFiles } from '../documents/hold-files';
import type { Query, Statement } from '../connection/database';
import type { Draft, DraftAnswer, DraftChange, DraftFile } from './answer-store';

const mostFiles = 10;
const mostBytes = 50 * 1024 * 1024;

const read: Statement = {
  name: 'read-draft',
  text: `select version, fields, vuosikello.instant(saved_at) as "savedAt" from vuosikello.answer_draft
         where county = $1 and workflow = $2 and organisation = $3`,
};
const files: Statement = {
  name: 'read-draft-files',
  text: `select encode(sha256, 'hex') as sha256, bytes, media_type as "mediaType", name from vuosikello.answer_draft_file
         where county = $1 and workflow = $2 order by place`,
};
const holdOpen: Statement = {
  text: `select from vuosikello.workflow where county = $1 and id = $2 and status = 'open' for share`,
};
// What another organisation had written before a successor went on is not for the successor.
const dropOthers: Statement = {
  text: `delete from vuosikello.answer_draft where county = $1 and workflow = $2 and organisation <> $3`,
};
const begin: Statement = {
  text: `insert into vuosikello.answer_draft (county, workflow, organisation, version, form, fields, saved_at)
         values ($1, $2, $3, 1, $4, $5, vuosikello.business_now()) on conflict (county, workflow) do nothing returning version`,
};
const hold: Statement = {
  text: `select version, form, fields from vuosikello.answer_draft where county = $1 and workflow = $2 for update`,
};
const change: Statement = {
  text: `update vuosikello.answer_draft set version = $3, form = $4, fields = $5, saved_at = vuosikello.business_now()
         where county = $1 and workflow = $2`,
};
const removeFile: Statement = {
  text: `delete from vuosikello.answer_draft_file where county = $1 and workflow = $2 and sha256 = decode($3, 'hex') returning place`,
};
const addFile: Statement = {
  text: `insert into vuosikello.answer_draft_file (county, workflow, sha256, place, name, media_type, bytes, data)
         select $1, $2, decode($3, 'hex'), coalesce(max(place), 0) + 1, $4, $5, $6, $7
         from vuosikello.answer_draft_file where county = $1 and workflow = $2
         on conflict (county, workflow, sha256) do nothing returning place`,
};
const remove: Statement = {
  text: `delete from vuosikello.answer_draft where county = $1 and workflow = $2 and organisation = $3 and version = $4 returning version`,
};
const keepFiles: Statement = {
  text: `insert into vuosikello.document_file (county, sha256, media_type, bytes, data, created_at)
         select county, sha256, media_type, bytes, data, vuosikello.business_now() from vuosikello.answer_draft_file
         where county = $1 and workflow = $2
         on conflict (county, sha256) do nothing`,
};

/** Whose draft: of a request, and of the organisation that is asked. */
export type DraftOf = { county: string; workflow: string; organisation: string };

/** The draft with its list of files; within a transaction of the county. */
export async function readDraft(query: Query, of: DraftOf): Promise<Draft | undefined> {
  const { county, workflow, organisation } = of;
  type Row = { version: number; fields: string; savedAt: Instant };
  const [row] = await query<Row>(read, [county, workflow, organisation]);
  if (!row) return undefined;
  const { fields, ...draft } = row;
  return {
    ...draft,
    values: JSON.parse(fields) as Record<string, string>,
    files: await query<DraftFile>(files, [county, workflow]),
  };
}

/** Thrown to take back what was written when there are too many files. */
export class DraftFullError extends Error {}

/** @throws DraftFullError */
export async function saveDraft(query: Query, wanted: DraftChange): Promise<DraftAnswer> {
  const { county, workflow, organisation, seen, form, values } = wanted;
  const open = await query(holdOpen, [county, workflow]);
  if (open.length === 0) return { outcome: 'ended' };
  await query(dropOthers, [county, workflow, organisation]);
  const fields = JSON.stringify(values);
  const begun =
    seen === 0 ? await query<{ version: number }>(begin, [county, workflow, organisation, form, fields]) : [];
  const [row] = await query<{ version: number; form: string; fields: string }>(hold, [county, workflow]);
  // The same form once more is not somebody else's.
  if (!row || (begun.length === 0 && row.version !== seen && row.form !== form)) return { outcome: 'overtaken' };
  const filesChange = await changeFiles(query, wanted);
  const changes = begun.length === 0 && (row.form !== form || row.fields !== fields || filesChange);
  // What is saved again as it stands keeps its version: whoever sends a form twice at once is not in the own way.
  const version = row.version + (changes ? 1 : 0);
  await query(change, [county, workflow, version, form, fields]);
  return { outcome: 'saved', version };
}

async function changeFiles(query: Query, { county, workflow, remove: gone, add }: DraftChange): Promise<boolean> {
  const removed = gone === undefined ? [] : await query(removeFile, [county, workflow, gone]);
  if (!add) return removed.length > 0;
  const { sha256, name, mediaType, bytes } = add.file;
  const added = await query(addFile, [county, workflow, sha256, name, mediaType, bytes, add.content]);
  if (!fitsDraft(await query<DraftFile>(files, [county, workflow]))) throw new DraftFullError();
  return removed.length + added.length > 0;
}

/** Whether a draft can have these files: 10 at most, and 50 MB of them. */
export function fitsDraft(kept: readonly DraftFile[]): boolean {
  return kept.length <= mostFiles && kept.reduce((sum, file) => sum + file.bytes, 0) <= mostBytes;
}

/** Makes the files of a draft files of the log, and ends the draft. */
export async function turnIn(
  query: Query,
  { county, workflow, organisation }: DraftOf,
  version: number,
): Promise<void> {
  await holdFiles(query, county);
  await query(keepFiles, [county, workflow]);
  const gone = await query(remove, [county, workflow, organisation, version]);
  if (gone.length === 0) throw new Error(`The draft of ${workflow} changed although it was locked`);
}
