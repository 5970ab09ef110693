import type { CivilDate } from '@app/domain';
import type { Actor } from '@app/workflows';
import canonicalize from 'canonicalize';
import { shortId } from '../clock/randomness';
import type { Database, Query, Statement } from '../connection/database';
import type { Listed, Page } from '../workflows/workflow-store';
import type { NewSilence, Silence, SilenceAnswer, SilenceStore } from './silence-store';

const columns = `id, organisation, until_on::text as "untilOn", reason, vuosikello.instant(began_at) as "beganAt", began_by as "beganBy",
  vuosikello.instant(ended_at) as "endedAt", ended_by as "endedBy"`;
const inForce = `ended_at is null and until_on >= (vuosikello.business_now() at time zone 'Europe/Helsinki')::date`;

const begin: Statement = {
  text: `insert into vuosikello.silence (county, id, organisation, until_on, reason, began_at, began_by, request)
         select $1, $2, $3, $4, $5, vuosikello.business_now(), $6, $7
         where exists (select from vuosikello.organisation o where o.county = $1 and o.id = $3)
         on conflict (county, request) do nothing returning ${columns}`,
};
const repeated: Statement = { text: `select ${columns} from vuosikello.silence where county = $1 and request = $2` };
const list: Statement = {
  text: `select ${columns} from vuosikello.silence
         where county = $1 and ($2::text is null or organisation = $2) and (not $3 or ${inForce}) and id > $4 order by id limit $5`,
};
const end: Statement = {
  text: `update vuosikello.silence set ended_at = vuosikello.business_now(), ended_by = $3
         where county = $1 and id = $2 and ${inForce} returning id`,
};
const lastDays: Statement = {
  name: 'silent-until',
  text: `select organisation, max(until_on)::text as "untilOn" from vuosikello.silence where county = $1 and ${inForce} group by organisation`,
};
const record: Statement = {
  text: `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ($1, $2, $3, 'fact', $4, vuosikello.business_now(), $5, $6, $7, $8)`,
};

/** Organisations that are not written to for a while. The log says which, since when and until when; the reason may name people, so it stays here. */
export class Silences implements SilenceStore {
  constructor(private readonly database: Database) {}

  async begin({ county, organisation, untilOn, reason, actor, request }: NewSilence): Promise<SilenceAnswer> {
    const id = `${county}-${shortId()}`;
    return this.database.inCounty(county, async (query): Promise<SilenceAnswer> => {
      const [silence] = await query<Silence>(begin, [county, id, organisation, untilOn, reason, actor.id, request]);
      if (silence) {
        await this.tell(query, { county, id, seq: 1, type: 'SilenceBegan', actor, body: { organisation, untilOn } });
        return { outcome: 'begun', silence };
      }
      const [before] = await query<Silence>(repeated, [county, request]);
      return before ? { outcome: 'repeated', silence: before } : { outcome: 'unknown-organisation' };
    });
  }

  async list(
    county: string,
    filter: { organisation?: string | undefined; inForce: boolean },
    { limit, after = '' }: Page,
  ): Promise<Listed<Silence>> {
    const values = [county, filter.organisation ?? null, filter.inForce, after, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<Silence>(list, values));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async end(county: string, id: string, actor: Actor): Promise<boolean> {
    return this.database.inCounty(county, async (query) => {
      const ended = await query(end, [county, id, actor.id]);
      if (ended.length === 0) return false;
      await this.tell(query, { county, id, seq: 2, type: 'SilenceEnded', actor, body: {} });
      return true;
    });
  }

  async lastDays(county: string): Promise<ReadonlyMap<string, CivilDate>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ organisation: string; untilOn: CivilDate }>(lastDays, [county]),
    );
    return new Map(rows.map(({ organisation, untilOn }) => [organisation, untilOn]));
  }

  private async tell(
    query: Query,
    {
      county,
      id,
      seq,
      type,
      actor,
      body,
    }: { county: string; id: string; seq: number; type: string; actor: Actor; body: object },
  ): Promise<void> {
    const stream = `${county}.silence-${id}`;
    await query(record, [county, stream, seq, type, actor.id, actor.role, `silence:${id}/${seq}`, canonicalize(body)]);
  }
}
