import { type Actor, allowedCommands, definitionOf, type Instance, type Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import { LockedSteps, type Prepared } from '../answers/locked-step';
import { shortId } from '../clock/randomness';
import type { Database, Query, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import type { CommandRequest, WorkflowStore } from '../workflows/workflow-store';
import type { FourEyes } from './four-eyes';
import type {
  ConfirmedAnswer,
  FourEyesSetting,
  Proposal,
  ProposalDecision,
  ProposalState,
  ProposalStore,
  ProposedAnswer,
  RejectedAnswer,
} from './proposal-store';

type Row = Omit<Proposal, 'data'> & { data: string | null; requestHash: string; samePerson?: boolean };

const columns = `p.id, p.workflow, p.version, p.definition, p.command, p.data, p.note, vuosikello.instant(p.proposed_at) as "proposedAt",
  p.proposed_by as "proposedBy", p.role, vuosikello.instant(p.expires_at) as "expiresAt",
  case when p.state = 'open' and p.expires_at <= vuosikello.business_now() then 'lapsed' else p.state end as state,
  vuosikello.instant(p.decided_at) as "decidedAt", p.decided_by as "decidedBy", p.request_hash as "requestHash"`;

const insert: Statement = {
  text: `insert into vuosikello.proposal as p (county, id, workflow, version, definition, command, data, note, proposed_at, proposed_by, role,
           expires_at, state, request, request_hash)
         select $1, $2, $3, $4, $5, $6, $7, $8, n.now, $9, $10, n.now + interval '14 days', 'open', $11, $12
         from (select vuosikello.business_now() as now) n
         on conflict (county, request) do nothing returning ${columns}`,
};
const byRequest: Statement = {
  text: `select ${columns} from vuosikello.proposal p where p.county = $1 and p.request = $2`,
};
const ofWorkflow: Statement = {
  text: `select ${columns} from vuosikello.proposal p
         where p.county = $1 and p.workflow = $2 and (not $3 or p.state = 'open' and p.expires_at > vuosikello.business_now())
         order by p.proposed_at desc, p.id limit 200`,
};
/** Keys with one label are one person's, as far as whoever made them said so. */
const one: Statement = {
  text: `select ${columns}, p.proposed_by = $4 or exists (
             select from vuosikello.api_key a join vuosikello.api_key b on b.county = a.county and lower(b.label) = lower(a.label)
             where a.county = $1 and 'key:' || a.id = p.proposed_by and 'key:' || b.id = $4) as "samePerson"
         from vuosikello.proposal p where p.county = $1 and p.workflow = $2 and p.id = $3 for update of p`,
};
/** What was proposed has no use any more, and may name somebody. */
const end: Statement = {
  text: `update vuosikello.proposal p
         set state = $3, decided_at = vuosikello.business_now(), decided_by = $4, data = null, note = null
         where p.county = $1 and p.id = $2 and p.state = 'open' returning ${columns}`,
};
const over: Statement = {
  text: `select ${columns} from vuosikello.proposal p where p.county = $1 and p.state = 'open' and p.expires_at <= vuosikello.business_now()
         order by p.expires_at limit 1000 for update skip locked`,
};
const counties: Statement = { text: 'select county from vuosikello.counties_with_workflows()' };
const record: Statement = {
  text: `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ($1, $2, $3, 'fact', $4, vuosikello.business_now(), $5, $6, $7, $8)`,
};

const endings = {
  confirmed: 'CommandConfirmed',
  rejected: 'CommandRejected',
  void: 'ProposalVoided',
  lapsed: 'ProposalLapsed',
} as const satisfies Record<Exclude<ProposalState, 'open'>, string>;

const clock: Actor = { id: 'clock', role: 'clock' };

/** Commands that a second person confirms. */
export class Proposals implements ProposalStore {
  private readonly steps: LockedSteps;

  constructor(
    private readonly database: Database,
    bell: Bell,
    workflows: Pick<WorkflowStore, 'readAt'>,
    private readonly fourEyes: FourEyes,
  ) {
    this.steps = new LockedSteps(database, bell, workflows);
  }

  setting(county: string): Promise<FourEyesSetting> {
    return this.fourEyes.read(county);
  }

  set(county: string, commands: readonly string[], by: Actor): Promise<FourEyesSetting> {
    return this.fourEyes.set(county, commands, by);
  }

  async propose(request: CommandRequest & { ifVersion: number }, definition: string): Promise<ProposedAnswer> {
    const { county, workflow, name, data, note, actor, commandId, requestHash, ifVersion } = request;
    const id = `${county}-${shortId()}`;
    const what = [county, id, workflow, ifVersion, definition, name, canonicalize(data) ?? null, note ?? null];
    return this.database.inCounty(county, async (query): Promise<ProposedAnswer> => {
      const [made] = await query<Row>(insert, [...what, actor.id, actor.role, commandId, requestHash]);
      if (made) {
        await tell(query, county, made, { seq: 1, type: 'CommandProposed', actor });
        return { outcome: 'proposed', proposal: proposalOf(made), replayed: false };
      }
      const before = await requestedIn(query, request);
      if (!before) throw new Error('Another proposal stands in the way, and there is none');
      return before;
    });
  }

  async requested(
    request: Pick<CommandRequest, 'county' | 'commandId' | 'requestHash'>,
  ): Promise<ProposedAnswer | undefined> {
    if (!(await this.fourEyes.isUsed(request.county))) return undefined;
    return this.database.inCounty(request.county, (query) => requestedIn(query, request));
  }

  async list(county: string, workflow: string, { openOnly }: { openOnly: boolean }): Promise<Proposal[]> {
    if (!(await this.fourEyes.isUsed(county))) return [];
    const rows = await this.database.inCounty(county, (query) => query<Row>(ofWorkflow, [county, workflow, openOnly]));
    return rows.map(proposalOf);
  }

  async confirm(decision: ProposalDecision): Promise<ConfirmedAnswer> {
    const { county, workflow, id, actor } = decision;
    const found = await this.database.inCounty(county, (query) => find(query, decision));
    if (!found) return { outcome: 'unknown-proposal' };
    // Whoever repeats their own confirmation gets the answer again.
    const isRepeated = found.state === 'confirmed' && found.decidedBy === actor.id;
    if (found.state !== 'open' && !isRepeated) return { outcome: 'decided', proposal: proposalOf(found) };
    const answer = await this.steps.give<ConfirmedAnswer>(
      {
        county,
        workflow,
        name: found.command,
        data: dataIn(found),
        note: found.note ?? undefined,
        actor: { id: found.proposedBy, role: found.role },
        commandId: `proposal:${id}`,
        requestHash: found.requestHash,
        ifVersion: found.version,
      },
      (query, instance) => this.prepare(query, instance, decision),
    );
    if (answer.outcome === 'stale') await this.database.inCounty(county, (query) => finish(query, decision, 'void'));
    return answer;
  }

  reject(decision: ProposalDecision): Promise<RejectedAnswer> {
    return this.database.inCounty(decision.county, async (query): Promise<RejectedAnswer> => {
      const found = await find(query, decision);
      if (!found) return { outcome: 'unknown-proposal' };
      if (found.state !== 'open') return { outcome: 'decided', proposal: proposalOf(found) };
      const rejected = await finish(query, decision, 'rejected');
      return { outcome: 'rejected', proposal: proposalOf(rejected ?? found) };
    });
  }

  async lapse(): Promise<number> {
    let lapsed = 0;
    for (const { county } of await this.database.query<{ county: string }>(counties, [])) {
      lapsed += await this.database.inCounty(county, async (query) => {
        const rows = await query<Row>(over, [county]);
        for (const { id, workflow } of rows) await finish(query, { county, workflow, id, actor: clock }, 'lapsed');
        return rows.length;
      });
    }
    return lapsed;
  }

  /** In the transaction that gives the command, with the workflow locked: it and the proposal's end are one. */
  private async prepare(
    query: Query,
    instance: Instance,
    decision: ProposalDecision,
  ): Promise<Prepared<ConfirmedAnswer>> {
    const found = await find(query, decision);
    if (!found) return { answer: { outcome: 'unknown-proposal' } };
    if (found.state !== 'open') return { answer: { outcome: 'decided', proposal: proposalOf(found) } };
    if (found.samePerson) return { answer: { outcome: 'same-person' } };
    const own = allowedCommands(definitionOf(instance.definition), instance, decision.actor.role);
    if (!own.some(({ name }) => name === found.command)) return { answer: { outcome: 'not-permitted' } };
    const after = async () => {
      await finish(query, decision, 'confirmed');
    };
    return { before: [], data: dataIn(found), after };
  }
}

async function find(query: Query, { county, workflow, id, actor }: ProposalDecision): Promise<Row | undefined> {
  const [row] = await query<Row>(one, [county, workflow, id, actor.id]);
  return row;
}

async function requestedIn(
  query: Query,
  { county, commandId, requestHash }: Pick<CommandRequest, 'county' | 'commandId' | 'requestHash'>,
): Promise<ProposedAnswer | undefined> {
  const [before] = await query<Row>(byRequest, [county, commandId]);
  if (!before) return undefined;
  if (before.requestHash !== requestHash) return { outcome: 'key-reused' };
  return { outcome: 'proposed', proposal: proposalOf(before), replayed: true };
}

/** Ends an open proposal, and tells the log; nothing where somebody else has ended it. */
async function finish(
  query: Query,
  { county, id, actor }: ProposalDecision,
  state: Exclude<ProposalState, 'open'>,
): Promise<Row | undefined> {
  const [ended] = await query<Row>(end, [county, id, state, actor.id]);
  if (ended) await tell(query, county, ended, { seq: 2, type: endings[state], actor });
  return ended;
}

/** The log holds which command was proposed on what, never its data: what is done is recorded in the workflow. */
async function tell(
  query: Query,
  county: string,
  { id, workflow, version, definition, command }: Row,
  { seq, type, actor }: { seq: 1 | 2; type: string; actor: Actor },
): Promise<void> {
  const stream = `${county}.proposal-${id}`;
  const body = canonicalize({ workflow, version, definition, command });
  await query(record, [county, stream, seq, type, actor.id, actor.role, `proposal:${id}/${seq}`, body]);
}

function proposalOf({ requestHash: _, samePerson: _same, ...row }: Row): Proposal {
  return { ...row, data: dataIn(row) ?? null };
}

/** A command may come without data. */
function dataIn({ data }: Pick<Row, 'data'>): Json | undefined {
  return data === null ? undefined : (JSON.parse(data) as Json);
}
