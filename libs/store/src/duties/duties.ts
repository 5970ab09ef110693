import { dutiesOf, dutiesInPlan, type FulfilledDuty, helsinkiDate, type Instant } from '@app/domain';
import type { WorkflowEvent } from '@app/workflows';
import { definitions, evidenceIn, evidenceTypes } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import type { RegisterStore } from '../register/register-store';
import { eventOf, type EventRow } from '../workflows/event-rows';
import type { DutyFilter, DutyList, DutyStore, RecordedEvidence } from './duty-store';

// A stream's first event says what it is; of the rest only what its definition reads evidence from is fetched. Planned anew each time:
// how it is best read changes as the log grows.
const readEvidence: Statement = {
  text: `select e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at) as at, e.actor, e.role, e.command_id, e.note, e.body
         from unnest($2::text[], $3::text[]) as wanted (start, type)
         join vuosikello.event s on s.county = $1 and s.seq = 1 and s.type = wanted.start and s.body is not null
         join vuosikello.event e on e.county = s.county and e.stream = s.stream and e.type = wanted.type
         order by e.stream, e.seq`,
};

const wanted = evidenceTypes(definitions).flatMap(({ start, types }) => types.map((type) => ({ start, type })));

/** The register of duties, derived from the log whenever it is asked for. */
export class Duties implements DutyStore {
  constructor(
    private readonly database: Database,
    private readonly registers: Pick<RegisterStore, 'read'>,
    private readonly now: () => Promise<Instant>,
  ) {}

  async evidence(county: string): Promise<RecordedEvidence> {
    const rows = await this.database.inCounty(county, (query) =>
      query<EventRow>(readEvidence, [county, wanted.map(({ start }) => start), wanted.map(({ type }) => type)]),
    );
    const streams = new Map<string, WorkflowEvent[]>();
    for (const event of rows.map(eventOf)) {
      const stream = streams.get(event.stream);
      if (stream) stream.push(event);
      else streams.set(event.stream, [event]);
    }
    const first = rows.reduce<Instant | null>((least, { at }) => (least === null || at < least ? at : least), null);
    return {
      evidence: [...streams.values()].flatMap((events) => evidenceIn(definitions, county, events)),
      recordsBegin: first && helsinkiDate(first),
    };
  }

  async list(county: string, { year, organisation, status }: DutyFilter = {}): Promise<DutyList | undefined> {
    const register = await this.registers.read(county);
    if (!register) return undefined;
    const today = helsinkiDate(await this.now());
    const rows = dutiesOf({ register, ...(await this.evidence(county)), today, year });
    const asked = rows.filter(
      (row) =>
        (organisation === undefined || row.organisation === organisation) &&
        (status === undefined || row.status === status),
    );
    return { register, today, rows: asked };
  }
  async fulfilled(county: string): Promise<FulfilledDuty[]> {
    const { rows = [] } = (await this.list(county, { organisation: county, status: 'fulfilled' })) ?? {};
    return dutiesInPlan.flatMap((duty) =>
      rows.filter((row) => row.duty === duty).map(({ period }) => ({ duty, period: period.id })),
    );
  }
}
