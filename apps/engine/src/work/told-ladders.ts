import type { Store } from '@app/store';
import type { Instance, Json } from '@app/workflows';
import { laddersRevision, useLadders } from '@app/workflows';
import type { JsonLogger } from '../log/json-logger';
import { giveCommand } from './give-command';
import { failed, finished, type Outcome } from './handler';

/** Read in one go. */
const batch = 100;
/** A workflow may start children while its page is being told. */
const mostPasses = 20;

/**
 * Tells every open workflow of the county, children too, which reminder ladders are in force now. Each is a transaction of its own with
 * an id of its own, and a workflow that knows them is passed over: the work may be begun again at any point, and ends with a pass in
 * which nobody was left.
 */
export async function tellLadders(store: Store, log: JsonLogger, county: string): Promise<Outcome> {
  const { revision, own } = await store.ladders.read(county);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const troubles: string[] = [];
    let told = 0;
    for await (const workflow of unaware(store, county, revision)) {
      const outcome = await giveCommand(
        store,
        undefined,
        {
          county,
          workflow: workflow.id,
          name: useLadders,
          data: { revision, own } as unknown as Json,
          actor: { id: `ladders:${county}:${revision}`, role: 'workflow' },
          commandId: `ladders:${county}:${revision}:${workflow.id}`,
        },
        log,
      );
      told += 1;
      // The others do not wait for one that a person has to look at.
      if (outcome.kind === 'failed') troubles.push(`${workflow.id} ${outcome.reason}`);
    }
    if (troubles.length > 0) return failed(troubles.join('; '));
    if (told === 0) return finished;
  }
  return failed('new workflows with earlier ladders are still being started');
}

async function* unaware(store: Store, county: string, revision: number): AsyncGenerator<Instance> {
  let after: string | undefined;
  do {
    const { items, next } = await store.workflows.list(county, { status: 'open' }, { limit: batch, after });
    yield* items.filter((workflow) => laddersRevision(workflow) < revision);
    after = next ?? undefined;
  } while (after !== undefined);
}
