import type { Foreseen } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Caller } from '../access/caller';
import { versionIn } from '../input/headers.decorator';
import { read } from '../input/issues';
import { ownId } from '../input/own-id.decorator';
import type { Log } from '../logging/log';
import { LOG } from '../logging/log.token';
import { Problem } from '../problems/problem';
import { previous, startItem, stepItem } from './batch.schema';
import { commandIdInBatch, commandIdOf } from './command-identity';
import { StepDesk, startedId, type WouldDo } from './step-desk';

type Item = { step: z.infer<typeof stepItem> } | { start: z.infer<typeof startItem> };

/** An item as it came, and what has become of it: `error` is whatever a single request would have thrown. */
export type Outcome = { workflow: string | null; isStart: boolean } & ({ would: WouldDo } | { error: unknown });

export type Batch = { caller: Caller; batchKey: string | undefined; dryRun: boolean };

/**
 * Gives the commands of a batch, each on its own: one that is refused leaves the others alone. Those of one workflow come one after
 * another, in their order; the others at once, so that the store joins them in few transactions.
 */
@Injectable()
export class BatchDesk {
  constructor(
    private readonly desk: StepDesk,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async give(items: readonly unknown[], batch: Batch): Promise<Outcome[]> {
    const lanes = new Map<string, Lane>();
    return Promise.all(items.map((item, place) => this.giveOne(item, place, batch, lanes)));
  }

  private async giveOne(input: unknown, place: number, batch: Batch, lanes: Map<string, Lane>): Promise<Outcome> {
    const { workflow, isStart } = namedIn(batch.caller, input);
    const lane = lanes.get(workflow ?? '') ?? new Lane();
    if (workflow !== null) lanes.set(workflow, lane);
    try {
      const would = await lane.next(async (before) => this.done(itemIn(input), place, batch, before));
      return { workflow, isStart, would };
    } catch (error) {
      const notable = error instanceof Problem ? error.more.notable : undefined;
      if (notable) this.log('warn', notable.event, notable.fields);
      return { workflow, isStart, error };
    }
  }

  private done(item: Item, place: number, { caller, batchKey, dryRun }: Batch, before: Before): Promise<WouldDo> {
    const own = 'start' in item ? item.start : item.step;
    const { idempotencyKey: key } = own;
    const commandId =
      key === undefined && batchKey !== undefined
        ? commandIdInBatch(caller, batchKey, place)
        : commandIdOf(caller, key);
    if ('start' in item) {
      const start = { ...item.start, commandId };
      return dryRun ? this.desk.foreseeStart(caller, start, before.foreseen) : this.desk.start(caller, start);
    }
    const { ifMatch, ...named } = item.step;
    const step = { ...named, workflow: ownId(caller, named.workflow), seen: seenBy(ifMatch, before), commandId };
    return dryRun ? this.desk.foresee(caller, step, before.foreseen) : this.desk.give(caller, step);
  }
}

/** What the items before have left of a workflow. */
type Before = { version?: number; failed?: true; foreseen?: Foreseen };

/** The items on one workflow, one after another. */
class Lane {
  private last: Promise<Before> = Promise.resolve({});

  next(give: (before: Before) => Promise<WouldDo>): Promise<WouldDo> {
    const mine = this.last.then(give);
    const standing = this.last;
    this.last = mine.then(
      async (would) => leftBy(would, await standing),
      async () => ({ ...(await standing), failed: true }),
    );
    return mine;
  }
}

function leftBy(would: WouldDo, before: Before): Before {
  if (would.outcome === 'foreseen') return { version: would.foreseen.instance.version, foreseen: would.foreseen };
  return { version: would.instance.version, ...(before.foreseen && { foreseen: before.foreseen }) };
}

/** @throws Problem where nothing was done before that it could go on from, or the version is not written as one */
function seenBy(ifMatch: string | undefined, { version, failed }: Before): number | undefined {
  if (ifMatch !== previous) return versionIn(ifMatch);
  if (version === undefined || failed) throw new Problem('earlier-item-not-done');
  return version;
}

/** Which workflow an item is about, as far as it can be read, and whether it is to start it. */
function namedIn(caller: Caller, input: unknown): { workflow: string | null; isStart: boolean } {
  const { workflow, key } = Object(input) as { workflow?: unknown; key?: unknown };
  if (isStartItem(input)) return { workflow: typeof key === 'string' ? startedId(caller, key) : null, isStart: true };
  return { workflow: typeof workflow === 'string' ? workflow : null, isStart: false };
}

/** @throws Problem that names each field that is unknown or will not do */
function itemIn(input: unknown): Item {
  return isStartItem(input) ? { start: read(startItem, input) } : { step: read(stepItem, input) };
}

function isStartItem(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'definition' in input;
}
