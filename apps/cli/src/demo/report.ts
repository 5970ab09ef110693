import { daysBetween, dutyView, type CivilDate, type DutyView, type Language } from '@app/domain';
import type { Listed, Page, Store } from '@app/store';
import type { Instance } from '@app/workflows';
import { checkStoredLog } from '../log/check-stored';
import type { LogKnown } from '../log/log-check';
import { askedBy, requestCounts, type AskedBy, type RequestCounts } from './requests-report';
import { workflowRow, type WorkflowRow } from './workflow-row';

/** What a driven year came to. Users' scripts read it; what later issues bring is null until then. */
export type DemoReport = {
  county: string;
  year: number;
  simulatedDays: number;
  workflows: WorkflowRow[];
  requests: RequestCounts;
  mails: { owed: number; accepted: number; rejected: number; unknown: number; suppressed: number; digests: number };
  duties: Pick<DutyView, 'id' | 'basis' | 'status' | 'evidence'>[];
  /** `size` and `root` (hex) of the county's log, which holds every event. */
  events: { count: number; size: number; root: string };
  /** `verified`: `log verify` has found nothing amiss in the database. */
  log: { verified: boolean; checkpoints: number };
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
  /** The keys that the county's log is signed with. */
  keysOf: LogKnown['keysOf'];
};

const PAGE = 200;

/** The report, and what each workflow asked for. */
export type DemoOutcome = { report: DemoReport; asked: AskedBy[] };

/** Reads back from the store what happened. */
export async function outcomeOf(driven: Driven): Promise<DemoOutcome> {
  const instances = await everyPage((page) => driven.store.workflows.list(driven.county, {}, page));
  const asked = askedBy(instances, driven.language);
  return { report: await reportOf(driven, instances, asked), asked };
}

async function reportOf(
  driven: Driven,
  instances: readonly Instance[],
  asked: readonly AskedBy[],
): Promise<DemoReport> {
  const { store, county, year, from, to, notDriven, language, wallSeconds } = driven;
  const replay = await store.replay.run(county);
  return {
    county,
    year,
    simulatedDays: daysBetween(from, to) + 1,
    workflows: instances.map((instance) => workflowRow(instance, language)),
    requests: requestCounts(asked),
    mails: await mailsOf(store, county),
    duties: await dutiesOf(store, county, year),
    events: await eventsOf(store, county),
    log: await logOf(driven),
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

async function mailsOf(store: Store, county: string): Promise<DemoReport['mails']> {
  const { accepted, rejected, unknown, suppressed } = await store.notifications.counts(county);
  const { shared: digests } = await store.digests.counts(county);
  return { owed: accepted + rejected + unknown + suppressed, accepted, rejected, unknown, suppressed, digests };
}

async function logOf({ store, county, keysOf }: Driven): Promise<DemoReport['log']> {
  const { fault, checkpoints } = await checkStoredLog(store.log, county, { keysOf });
  return { verified: fault === null, checkpoints };
}

async function eventsOf({ log }: Store, county: string): Promise<DemoReport['events']> {
  const { size, root } = await log.head(county);
  return { count: await log.count(county), size, root: root.toString('hex') };
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
