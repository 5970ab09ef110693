import type { DatedWorkflow, Instance, PlanInForce, Revision } from '@app/workflows';
import { secret, shortId } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { countyInId } from '../keys/county-in-id';
import { hashOf } from '../keys/secret-hash';
import type { Listed, Page } from '../workflows/workflow-store';
import type {
  Calendar,
  CalendarAnswer,
  CalendarNeeds,
  CalendarStore,
  ListedCalendar,
  NewCalendar,
} from './calendar-store';
import { calendarPlans, calendarWorkflows } from './calendar-contents.sql';

const columns = `id, county, scope, subject, language, label, vuosikello.instant(created_at) as "createdAt"`;

const create: Statement = {
  text: `insert into vuosikello.calendar_token (county, id, token_hash, scope, subject, language, label, request, created_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, vuosikello.business_now()
         where case $4
           when 'county' then exists (select from vuosikello.county c where c.code = $1)
           when 'organisation' then exists (select from vuosikello.organisation o where o.county = $1 and o.id = $5)
           else exists (select from vuosikello.contact c where c.county = $1 and c.id = $5) end
         on conflict (county, request) do nothing returning id`,
};
const repeated: Statement = {
  text: `select ${columns} from vuosikello.calendar_token where county = $1 and request = $2`,
};
const list: Statement = {
  text: `select ${columns}, case scope
           when 'county' then true
           when 'organisation' then exists (select from vuosikello.organisation o where o.county = $1 and o.id = subject)
           else exists (select from vuosikello.contact c where c.county = $1 and c.id = subject) end as "subjectKnown"
         from vuosikello.calendar_token
         where county = $1 and revoked_at is null and id > $2 order by id limit $3`,
};
const revoke: Statement = {
  text: `update vuosikello.calendar_token set revoked_at = vuosikello.business_now()
         where id = $1 and revoked_at is null returning id`,
};
const find: Statement = { name: 'calendar-of', text: 'select id, county from vuosikello.calendar_of($1)' };
const read: Statement = {
  name: 'read-calendar',
  text: `select ${columns} from vuosikello.calendar_token where id = $1`,
};

type WorkflowRow = { snapshot: string; at: Revision['at']; deadlines: Record<string, Revision> };

/** Calendars under a secret address. */
export class Calendars implements CalendarStore {
  constructor(private readonly database: Database) {}

  async create(calendar: NewCalendar): Promise<CalendarAnswer> {
    const { county, scope, subject, language, label, request } = calendar;
    const id = `${county}-${shortId()}`;
    const token = secret();
    const values = [county, id, hashOf(token), scope, subject, language ?? null, label ?? null, request ?? null];
    return this.database.inCounty(county, async (query) => {
      const made = await query(create, values);
      if (made.length > 0) return { outcome: 'made', id, token };
      const [before] = request === undefined ? [] : await query<Calendar>(repeated, [county, request]);
      return before ? { outcome: 'repeated', calendar: before } : { outcome: 'unknown-subject' };
    });
  }

  async list(county: string, { limit, after = '' }: Page): Promise<Listed<ListedCalendar>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<ListedCalendar>(list, [county, after, limit + 1]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async revoke(county: string | null, id: string): Promise<boolean> {
    const own = countyInId(id, county);
    if (own === undefined) return false;
    const revoked = await this.database.inCounty(own, (query) => query(revoke, [id]));
    return revoked.length > 0;
  }

  async resolve(token: string): Promise<Calendar | undefined> {
    const [found] = await this.database.query<{ id: string; county: string }>(find, [hashOf(token)]);
    if (!found) return undefined;
    const [calendar] = await this.database.inCounty(found.county, (query) => query<Calendar>(read, [found.id]));
    return calendar;
  }

  async contents(
    county: string,
    { since, organisation }: CalendarNeeds,
  ): Promise<{ workflows: DatedWorkflow[]; plans: PlanInForce[] }> {
    return this.database.inCounty(county, async (query) => {
      const rows = await query<WorkflowRow>(calendarWorkflows, [county, since, organisation]);
      const plans = await query<PlanInForce>(calendarPlans, [county, since]);
      return { workflows: rows.map(dated), plans };
    });
  }
}

function dated({ snapshot, at, deadlines }: WorkflowRow): DatedWorkflow {
  const instance = JSON.parse(snapshot) as Instance;
  return { instance, revision: { sequence: instance.version, at }, deadlines };
}
