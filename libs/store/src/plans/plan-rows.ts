import type { Instant } from '@app/domain';
import type { Json } from '@app/workflows';
import type { Query, Statement } from '../connection/database';
import type { PlanDraft, PlanRevision } from './plan-store';

const revisionColumns = `revision, plan, vuosikello.instant(activated_at) as "activatedAt", activated_by as "activatedBy", reason
  from vuosikello.plan_revision where county = $1 and year = $2 order by revision desc`;
const newest: Statement = { text: `select ${revisionColumns} limit 1` };
const all: Statement = { text: `select ${revisionColumns}` };
const insert: Statement = {
  text: `insert into vuosikello.plan_revision (county, year, revision, plan, activated_at, activated_by, reason)
         values ($1, $2, $3, $4, $5, $6, $7)`,
};

const makeYear: Statement = {
  text: 'insert into vuosikello.year_plan (county, year, version) values ($1, $2, 0) on conflict do nothing',
};
const yearColumns = `version, draft, vuosikello.instant(saved_at) as "savedAt", saved_by as "savedBy"
  from vuosikello.year_plan where county = $1 and year = $2`;
const readYear: Statement = { text: `select ${yearColumns}` };
const lockYear: Statement = { text: `select ${yearColumns} for update` };
const saveDraft: Statement = {
  text: `update vuosikello.year_plan
         set version = version + 1, draft = $3, saved_at = vuosikello.business_now(), saved_by = $4
         where county = $1 and year = $2 returning version`,
};
const touchYear: Statement = {
  text: `update vuosikello.year_plan
         set version = version + 1, draft = case when version = $3 then null else draft end
         where county = $1 and year = $2`,
};

export type YearRow = { version: number; draft: Json | null; savedAt: Instant | null; savedBy: string | null };
type Year = { county: string; year: number };

export function draftOf({ draft, savedAt, savedBy }: YearRow): PlanDraft | null {
  return draft !== null && savedAt !== null && savedBy !== null ? { plan: draft, savedAt, savedBy } : null;
}

export async function activeRevision(query: Query, { county, year }: Year): Promise<PlanRevision | undefined> {
  const [row] = await query<PlanRevision>(newest, [county, year]);
  return row;
}

export function revisionsOf(query: Query, { county, year }: Year): Promise<PlanRevision[]> {
  return query<PlanRevision>(all, [county, year]);
}

export async function addRevision(query: Query, { county, year }: Year, added: PlanRevision): Promise<void> {
  const { revision, plan, activatedAt, activatedBy, reason } = added;
  await query(insert, [county, year, revision, JSON.stringify(plan), activatedAt, activatedBy, reason]);
}

export async function yearRow(query: Query, { county, year }: Year): Promise<YearRow | undefined> {
  const [row] = await query<YearRow>(readYear, [county, year]);
  return row;
}

/** Holds the year until the end of the transaction: of two that change it, the second waits here and finds what the first did. */
export async function lockedYear(query: Query, { county, year }: Year): Promise<YearRow> {
  await query(makeYear, [county, year]);
  const [row] = await query<YearRow>(lockYear, [county, year]);
  if (!row) throw new Error(`The year ${year} of ${county} could not be locked`);
  return row;
}

export async function keepDraft(
  query: Query,
  { county, year }: Year,
  { plan, savedBy }: { plan: Json; savedBy: string },
): Promise<number> {
  const [row] = await query<{ version: number }>(saveDraft, [county, year, JSON.stringify(plan), savedBy]);
  if (!row) throw new Error(`The year ${year} of ${county} is not there`);
  return row.version;
}

/** The year has a new revision; the draft of that version is no draft any more. */
export async function passYear(query: Query, { county, year }: Year, draftVersion: number | undefined): Promise<void> {
  await query(touchYear, [county, year, draftVersion ?? null]);
}
