import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  completePlan,
  helsinkiDate,
  helsinkiInstant,
  type CivilDate,
  type Language,
  type Plan,
  type Register,
} from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import type { Span } from '@app/workflows';
import { startStopwatch } from '../clock/stopwatch';
import type { Home } from '../composition/home';
import { Stops } from '../composition/stops';
import { keysToCheckWith } from '../log/log-keys';
import { goLive } from '../plans/activate-plan';
import { AnswerDesk } from './actors/answer-desk';
import { Clerks } from './actors/clerks';
import type { World } from './actors/world';
import { Agenda } from './agenda';
import { ApiClient } from './api/api-client';
import { castYear } from './casts';
import { daysOf } from './days';
import { driveYear } from './drive-year';
import { outcomeOf, type DemoOutcome } from './report';
import { tokenOf } from './pages/answer-page';
import { awaitSealed } from './sealed';
import { openStage, type Stage } from './stage';
import { sweepForsakenHomes, throwAwayHome } from './throw-away-home';

export type DemoOptions = {
  plan: Plan;
  register: Register;
  /** The last date to drive; unless given, what the plan has to be driven to. */
  until?: CivilDate | undefined;
  /** The queue runs on Redis instead of PostgreSQL. */
  redisUrl?: string | undefined;
  /** In which the report says why a workflow is still open; English unless given. */
  language?: Language | undefined;
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
  const days = daysOf(options.plan, options.register, options.until);
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

async function drive(
  options: DemoOptions,
  { from, to }: Span,
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

  const world: World = {
    agenda: new Agenda(),
    entries: completePlan(plan, register).plan.entries,
    register,
    now: () => stage.now(),
    matterOf: async (link) => (await store.links.resolve(tokenOf(link)))?.workflow,
  };
  const api = new ApiClient(stage.machine.apiUrl, coordinator.key);
  castYear(world, api, started);
  new Clerks(world, new AnswerDesk(world, api)).watch(stage.inbox);
  const end = helsinkiInstant(to, '23:59');
  await driveYear({ stage, agenda: world.agenda, end, county, onProgress: options.onProgress ?? (() => {}), signal });

  await awaitSealed(stage, county);
  const outcome = await outcomeOf({
    store,
    county,
    year,
    from,
    to: helsinkiDate(stage.now()),
    notDriven,
    language: options.language ?? 'en',
    wallSeconds: 0,
    keysOf: keysToCheckWith(undefined, { home: home.folder, witnesses: [] }),
  });
  return { ...outcome, report: { ...outcome.report, wallSeconds: seconds() }, stage, readerKey: reader.key };
}
