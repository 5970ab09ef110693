import { helsinkiDate, type CivilDate, type Instant } from '@app/domain';
import type { Agenda } from './agenda';
import type { Stage } from './stage';
import { settle } from './settle';

export type Drive = {
  stage: Stage;
  agenda: Agenda;
  /** The clock never passes it. */
  end: Instant;
  county: string;
  onProgress: (on: CivilDate) => void;
  signal?: AbortSignal | undefined;
};

/** A simulated person, or the engine, could not do what was to be done. */
export class YearStoppedError extends Error {
  override readonly name = 'YearStoppedError';
}

/**
 * Drives business time: lets the engine finish what is due, lets people do what they planned, and moves the clock to the
 * next moment at which anything happens, until `end`.
 * @throws YearStoppedError saying on which day which step failed
 */
export async function driveYear({ stage, agenda, end, county, onProgress, signal }: Drive): Promise<void> {
  const settling = { engineStore: stage.engineStore, store: stage.store, county };
  while (!signal?.aborted) {
    await step(stage, 'the engine finishes what is due', () => settle(settling));
    if (await everybodyActs(stage, agenda)) continue;
    const { at } = await stage.engineStore.work.nextDueAt();
    const next = earlier(agenda.nextAt(), at ?? undefined);
    if (next === undefined || next > end) break;
    await stage.setClock(next);
    onProgress(helsinkiDate(next));
  }
  signal?.throwIfAborted();
  if (stage.now() < end) await stage.setClock(end);
}

/** Lets people do what they planned until now. @returns whether anybody did anything */
async function everybodyActs(stage: Stage, agenda: Agenda): Promise<boolean> {
  let acted = false;
  for (let act = agenda.takeDue(stage.now()); act; act = agenda.takeDue(stage.now())) {
    await step(stage, act.what, act.run);
    acted = true;
  }
  return acted;
}

async function step(stage: Stage, what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new YearStoppedError(`${helsinkiDate(stage.now())}: ${what}: ${why}`, { cause });
  }
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
