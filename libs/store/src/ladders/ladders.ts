import type { LaddersInForce } from '@app/workflows';
import type { Ladder, OwnLadders } from '@app/domain';
import canonicalize from 'canonicalize';
import type { Database, Query, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import type { ChangePayload } from '../work/work-store';
import type { CountyLadders, LadderAnswer, LadderChange, LadderStore, NewLadderChange } from './ladder-store';

const columns = `revision, ladder, rungs, reason, vuosikello.instant(changed_at) as at, changed_by as by`;
/** Changes are rare; a county that makes more is shown the newest. */
const changes: Statement = {
  text: `select ${columns} from vuosikello.ladder_change where county = $1 order by revision desc limit 200`,
};
const inForce: Statement = {
  name: 'ladders-in-force',
  text: 'select revision, own from vuosikello.ladders_in_force($1)',
};
const stillSame: Statement = { name: 'same-ladders', text: 'select vuosikello.same_ladders($1, $2)' };
const hold: Statement = { text: `select pg_advisory_xact_lock(hashtext('ladders ' || $1))` };
const doneBefore: Statement = {
  text: `select ${columns}, request_hash as "requestHash" from vuosikello.ladder_change where county = $1 and command_id = $2`,
};
const insert: Statement = {
  text: `insert into vuosikello.ladder_change
           (county, revision, ladder, rungs, reason, changed_at, changed_by, command_id, request_hash)
         values ($1, $2, $3, $4, $5, vuosikello.business_now(), $6, $7, $8) returning ${columns}`,
};
const addWork: Statement = {
  text: `insert into vuosikello.work_item (county, instance, kind, due_at, dedupe_key, payload)
         values ($1, $1, 'change', vuosikello.business_now(), $2, $3)`,
};

/** The reminder ladders that counties have of their own. */
export class Ladders implements LadderStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  read(county: string): Promise<CountyLadders> {
    return this.database.inCounty(county, async (query) => {
      const standing = await readLadders(query, county);
      const listed = await query<LadderChange>(changes, [county]);
      return { revision: standing?.revision ?? 0, own: standing?.own ?? {}, changes: listed };
    });
  }

  async change(asked: NewLadderChange): Promise<LadderAnswer> {
    const { county } = asked;
    const answer = await this.database.inCounty(county, (query) => changeIn(query, asked));
    if (answer.outcome === 'changed' && !answer.replayed) this.bell.ring();
    return answer;
  }
}

/** The county's own ladders; undefined where it never had any. They stay so until the end of the transaction. */
export async function readLadders(query: Query, county: string): Promise<LaddersInForce | undefined> {
  const [row] = await query<{ revision: number; own: string | null }>(inForce, [county]);
  return row && { revision: row.revision, own: row.own === null ? {} : (JSON.parse(row.own) as OwnLadders) };
}

/** @throws where the county's ladders are no longer those of the revision (`isOvertaken`) */
export async function requireSameLadders(query: Query, county: string, revision: number): Promise<void> {
  await query(stillSame, [county, revision]);
}

async function changeIn(query: Query, asked: NewLadderChange): Promise<LadderAnswer> {
  const { county, ladder, rungs, reason, by, commandId, requestHash } = asked;
  await query(hold, [county]);
  const [before] = await query<LadderChange & { requestHash: string }>(doneBefore, [county, commandId]);
  if (before) {
    const { requestHash: was, ...change } = before;
    return was === requestHash ? { outcome: 'changed', change, replayed: true } : { outcome: 'key-reused' };
  }
  const standing = await readLadders(query, county);
  if (isSame(standing?.own[ladder] ?? null, rungs)) return { outcome: 'unchanged' };
  const revision = (standing?.revision ?? 0) + 1;
  const values = [county, revision, ladder, rungs && JSON.stringify(rungs), reason, by, commandId, requestHash];
  const [change] = await query<LadderChange>(insert, values);
  if (!change) throw new Error('A change of a ladder was not recorded');
  const payload: ChangePayload = { ladders: revision };
  await query(addWork, [county, `ladders:${county}:${revision}`, JSON.stringify(payload)]);
  return { outcome: 'changed', change, replayed: false };
}

function isSame(one: Ladder | null, other: Ladder | null): boolean {
  return canonicalize(one) === canonicalize(other);
}
