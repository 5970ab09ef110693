import type { Database, Statement } from '../connection/database';
import type { Listed, Page } from '../workflows/workflow-store';
import { type RecordFilter, type RecordStore, type RegisteredRecord, retentionOf } from './record-store';

/** The first day after full calendar years, as `disposableFrom` of the workflows counts it. */
export function yearsAfter(endedOn: string, years: string): string {
  return `make_date(extract(year from ${endedOn})::integer + ${years} + 1, 1, 1)`;
}

const list: Statement = {
  text: `select r.id, r.kind, r.fact, r.seq, vuosikello.instant(r.registered_at) as "registeredAt", r.case_number as "caseNumber",
           r.publicity, r.ground, r.retention_years as years, r.document, r.workflow, w.definition, w.year,
           m.ended_on::text as "matterEndedOn", ${yearsAfter('m.ended_on', 'r.retention_years')}::text as "disposableFrom"
         from vuosikello.record r
         join vuosikello.workflow w on w.county = r.county and w.id = r.workflow
         cross join lateral (select vuosikello.matter_ended_on(r.county, r.workflow) as ended_on) m
         where r.county = $1 and ($2::text is null or r.workflow = $2) and ($3::integer is null or w.year = $3)
           and ($4::text is null or r.kind = $4) and ($5::text is null or coalesce(r.publicity, 'unclassified') = $5)
           and ($6::date is null or ${yearsAfter('m.ended_on', 'r.retention_years')} < $6)
           and ($7::text is null or $7 = any (w.organisations))
           and (r.workflow, r.place) > ($8, $9)
         order by r.workflow, r.place limit $10`,
};

type Row = Omit<RegisteredRecord, 'retention' | 'document'> & { years: number | null; document: string | null };

/** The register of official documents. It follows from the log and is written with it. */
export class Records implements RecordStore {
  constructor(private readonly database: Database) {}

  async list(county: string, filter: RecordFilter, { limit, after = '' }: Page): Promise<Listed<RegisteredRecord>> {
    const { workflow, year, kind, publicity, disposeBefore, organisation } = filter;
    const wanted = [workflow, year, kind, publicity, disposeBefore, organisation].map((wish) => wish ?? null);
    const rows = await this.database.inCounty(county, (query) =>
      query<Row>(list, [county, ...wanted, ...placeOf(after), limit + 1]),
    );
    const items = rows.slice(0, limit).map(recordOf);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? `${last.workflow}/${last.id}` : null };
  }
}

function placeOf(cursor: string): [workflow: string, place: number] {
  const [, workflow = '', place = '0'] = /^(.*)\/r(\d{1,9})$/.exec(cursor) ?? [];
  return [workflow, Number(place)];
}

function recordOf({ years, document, ...row }: Row): RegisteredRecord {
  return { ...row, retention: retentionOf(years), ...(document !== null && { document }) };
}
