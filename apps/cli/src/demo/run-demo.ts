import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  civilDate,
  helsinkiDate,
  helsinkiInstant,
  workingDayOnOrAfter,
  type CivilDate,
  type Plan,
  type PlanEntry,
  type Register,
} from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import { startStopwatch } from '../clock/stopwatch';
import type { Home } from '../composition/home';
import { Stops } from '../composition/stops';
import { wrongUsage } from '../output/cli-error';
import { goLive } from '../plans/activate-plan';
import { AnswerDesk } from './actors/answer-desk';
import { Clerks } from './actors/clerks';
import { Coordinator } from './actors/coordinator';
import { TermCoordinator } from './actors/term-coordinator';
import type { World } from './actors/world';
import { Agenda } from './agenda';
import { ApiClient } from './api/api-client';
import { driveYear } from './drive-year';
import { outcomeOf, type DemoOutcome } from './report';
import { openStage, type Stage } from './stage';
import { sweepForsakenHomes, throwAwayHome } from './throw-away-home';

export type DemoOptions = {
  plan: Plan;
  register: Register;
  /** The last date to drive; unless given, the end of the year or of what the plan drives, whichever is later. */
  until?: CivilDate | undefined;
  /** The queue runs on Redis instead of PostgreSQL. */
  redisUrl?: string | undefined;
  onProgress?: (on: CivilDate) => void;
  /** Told what went wrong and was mended: a program that ended and was started again. */
  onTrouble?: (what: string) => void;
  signal?: AbortSignal | undefined;
  /** For tests of faults: what the inbox does with mails, the engine's settings, and the stage once it stands. */
  smtpFault?: SmtpFault;
  engineSettings?: Record<string, string>;
  onStage?: (stage: Stage) => void;
};

/** A driven year; everything still runs, on the clock where the year ended. */
export type DrivenYear = DemoOutcome & {
  from: CivilDate;
  to: CivilDate;
  stage: Stage;
  /** A key that may read everything of the county. */
  readerKey: string;
  /** Stops everything and removes the throw-away home. */
  close(): Promise<void>;
};

/** The demo failed; the logs of its programs are kept in `logs`. */
export class DemoFailedError extends Error {
  override readonly name = 'DemoFailedError';

  constructor(
    readonly logs: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Drives a plan's year from start to end through the real database, engine, queue, API and mail, with simulated people.
 * @throws DemoFailedError after everything has been stopped; the signal's reason when that ended it
 */
export async function runDemo(options: DemoOptions): Promise<DrivenYear> {
  const days = daysOf(options.plan, options.until);
  await sweepForsakenHomes();
  const stops = new Stops();
  const home = throwAwayHome();
  try {
    const driven = await drive(options, days, home, stops);
    return {
      ...driven,
      ...days,
      async close() {
        await stops.run();
        rmSync(home.folder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await stops.run();
    // Whoever ended it knows why and needs no logs.
    if (options.signal?.aborted === true) {
      rmSync(home.folder, { recursive: true, force: true });
      throw cause;
    }
    for (const part of readdirSync(home.folder).filter((name) => join(home.folder, name) !== home.logs)) {
      rmSync(join(home.folder, part), { recursive: true, force: true });
    }
    throw new DemoFailedError(home.logs, cause);
  }
}

/** The first and last date to drive. @throws CliError (wrong usage) when the last one is before the first. */
export function daysOf({ year, entries }: Plan, until: CivilDate | undefined): { from: CivilDate; to: CivilDate } {
  const from = workingDayOnOrAfter(civilDate(`${year}-01-02`));
  const driven = entries.filter(({ workflow }) => workflow === 'hyte-negotiation');
  const dates = driven.flatMap((entry) => Object.values(entry.dates).map(({ on }) => on));
  const to = until ?? [civilDate(`${year}-12-31`), ...dates].reduce((latest, on) => (on > latest ? on : latest));
  if (to < from)
    throw wrongUsage(`The year is driven from ${from} on; ${to} is before that.`, 'Give a later date to --until.');
  return { from, to };
}

type Days = ReturnType<typeof daysOf>;

async function drive(
  options: DemoOptions,
  { from, to }: Days,
  home: Home,
  stops: Stops,
): Promise<DemoOutcome & { stage: Stage; readerKey: string }> {
  const { plan, register, redisUrl, smtpFault, engineSettings, signal } = options;
  const { county, year } = plan;
  const seconds = startStopwatch();
  const onTrouble = options.onTrouble ?? (() => {});
  const stage = await openStage(
    home,
    { startsAt: helsinkiInstant(from, '08:00'), redisUrl, smtpFault, engineSettings, onTrouble },
    stops,
  );
  options.onStage?.(stage);
  const { store } = stage;
  await store.register.import(register);
  const coordinator = await store.keys.create({ county, role: 'coordinator', label: 'demo' });
  const reader = await store.keys.create({ county, role: 'auditor', label: 'demo' });
  const { started, notDriven } = await goLive(store, plan, register);

  const world: World = { agenda: new Agenda(), register, now: () => stage.now() };
  castYear(world, stage, new ApiClient(stage.machine.apiUrl, coordinator.key), plan, started);
  const end = helsinkiInstant(to, '23:59');
  await driveYear({ stage, agenda: world.agenda, end, county, onProgress: options.onProgress ?? (() => {}), signal });

  const outcome = await outcomeOf({
    store,
    county,
    year,
    from,
    to: helsinkiDate(stage.now()),
    notDriven,
    wallSeconds: 0,
  });
  return { ...outcome, report: { ...outcome.report, wallSeconds: seconds() }, stage, readerKey: reader.key };
}

/** Gives every started workflow of the plan its people. */
function castYear(
  world: World,
  stage: Stage,
  api: ApiClient,
  { county, entries }: Plan,
  started: readonly string[],
): void {
  for (const { id, workflow, dates } of entries) {
    const workflowId = `${county}.${id}`;
    if (!started.includes(workflowId)) continue;
    if (workflow === 'hyte-negotiation') castNegotiation(world, stage, api, workflowId, dates);
    if (workflow === 'council-term-negotiation') new TermCoordinator(world, api, workflowId, dates).planTerm();
  }
}

/** A negotiation has its coordinator, and the clerks of the parties that are asked. */
function castNegotiation(
  world: World,
  stage: Stage,
  api: ApiClient,
  workflowId: string,
  dates: PlanEntry['dates'],
): void {
  const { invitation, assignmentDue } = dates;
  if (!invitation || !assignmentDue) return;
  const parties = world.register.organisations.length;
  new Coordinator(world, api, new AnswerDesk(world, api), workflowId, dates).planYear();
  new Clerks(world, { invitedOn: invitation.on, dueOn: assignmentDue.on, parties }).watch(stage.inbox);
}
