import { daysBetween, dutyView, type CivilDate, type DutyView, type Language } from '@app/domain';
import type { Listed, Page, Store } from '@app/store';
import type { Instance, WorkflowEvent } from '@app/workflows';
import canonicalize from 'canonicalize';
import { workflowRow, type WorkflowRow } from './report-rows';

/** What a driven year came to. Users' scripts read it; what later issues bring is null until then. */
export type DemoReport = {
  county: string;
  year: number;
  simulatedDays: number;
  workflows: WorkflowRow[];
  requests: { sent: number; answered: number; late: number; missed: number };
  mails: { owed: number; accepted: number; rejected: number; unknown: number; suppressed: number; digests: null };
  duties: Pick<DutyView, 'id' | 'basis' | 'status' | 'evidence'>[];
  events: { count: number; size: number; root: null };
  log: null;
  replay: { streams: number; differences: number };
  notDriven: string[];
  wallSeconds: number;
};

export type Driven = {
  store: Store;
  county: string;
  year: number;
  /** First and last date driven. */
  from: CivilDate;
  to: CivilDate;
  notDriven: string[];
  language: Language;
  wallSeconds: number;
};

const PAGE = 200;

/** The report, and who answered late or not at all (ids of organisations). */
export type DemoOutcome = { report: DemoReport; late: string[]; missing: string[] };

/** Reads back from the store what happened. */
export async function outcomeOf(driven: Driven): Promise<DemoOutcome> {
  const instances = await everyPage((page) => driven.store.workflows.list(driven.county, {}, page));
  const requests = requestsIn(instances);
  const idsOf = (how: Request['how']): string[] =>
    requests.filter((request) => request.how === how).map(({ organisation }) => organisation);
  return { report: await reportOf(driven, instances, requests), late: idsOf('late'), missing: idsOf('missed') };
}

async function reportOf(
  driven: Driven,
  instances: readonly Instance[],
  requests: readonly Request[],
): Promise<DemoReport> {
  const { store, county, year, from, to, notDriven, language, wallSeconds } = driven;
  const replay = await store.replay.run(county);
  return {
    county,
    year,
    simulatedDays: daysBetween(from, to) + 1,
    workflows: instances.map((instance) => workflowRow(instance, language)),
    requests: countsOf(requests),
    mails: await mailsOf(store, county),
    duties: await dutiesOf(store, county, year),
    events: { ...(await eventsOf(store, county, instances)), root: null },
    log: null,
    replay: { streams: replay.streams, differences: replay.differences.length },
    notDriven,
    wallSeconds,
  };
}

/** How the duties of the driven year and of the council terms that run in it stand at the end. */
async function dutiesOf(store: Store, county: string, year: number): Promise<DemoReport['duties']> {
  const list = await store.duties.list(county, { year });
  if (!list) return [];
  return list.rows.map((row) => {
    const { id, basis, status, evidence } = dutyView(row, list.register, 'en');
    return { id, basis, status, evidence };
  });
}

type Request = { organisation: string; how: 'in-time' | 'late' | 'missed' };

/** The requests that were answered or missed; what is still open at the end is neither. */
function requestsIn(instances: readonly Instance[]): Request[] {
  return instances.flatMap(({ definition, state, context }): Request[] => {
    if (definition.name !== 'information-request') return [];
    const { organisation, answer } = context as { organisation: string; answer: { late: boolean } | null };
    if (answer) return [{ organisation, how: answer.late ? 'late' : 'in-time' }];
    return state === 'missed' ? [{ organisation, how: 'missed' }] : [];
  });
}

function countsOf(requests: readonly Request[]): DemoReport['requests'] {
  const count = (how: Request['how']): number => requests.filter((request) => request.how === how).length;
  return {
    sent: requests.length,
    answered: count('in-time') + count('late'),
    late: count('late'),
    missed: count('missed'),
  };
}

async function mailsOf(store: Store, county: string): Promise<DemoReport['mails']> {
  const { accepted, rejected, unknown, suppressed } = await store.notifications.counts(county);
  return { owed: accepted + rejected + unknown + suppressed, accepted, rejected, unknown, suppressed, digests: null };
}

/** Events lie in the streams of the workflows and of the mails they owe; their bodies are stored as canonical JSON. */
async function eventsOf(
  store: Store,
  county: string,
  instances: readonly Instance[],
): Promise<{ count: number; size: number }> {
  const mails = await everyPage((page) => store.notifications.list(county, {}, page));
  const total = { count: 0, size: 0 };
  for (const { id } of [...instances, ...mails]) {
    for (const { data } of await everyEvent(store, county, id)) {
      total.count += 1;
      total.size += Buffer.byteLength(canonicalize(data) ?? '');
    }
  }
  return total;
}

async function everyPage<T>(list: (page: Page) => Promise<Listed<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await list({ limit: PAGE, after });
    all.push(...items);
    if (next === null) return all;
    after = next;
  }
}

async function everyEvent(store: Store, county: string, id: string): Promise<WorkflowEvent[]> {
  const all: WorkflowEvent[] = [];
  for (;;) {
    const page = await store.workflows.events(county, id, { after: all.at(-1)?.seq ?? 0, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
