import { areaChangeKey, helsinkiDate, type CivilDate, type Register, type RegisterChange } from '@app/domain';
import type { AreaChangePayload, Store } from '@app/store';
import { areaChangedCommand, definitionOf, definitions, type Instance } from '@app/workflows';
import { Inject, Injectable } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { giveCommand } from './give-command';
import { failed, finished, type Outcome, type WorkHandler, type WorkOf } from './handler';
import { tellLadders } from './told-ladders';

/** Read in one go. */
const batch = 100;

/** Those whose workflows a change of the area can concern. */
const concerned = [...new Set(definitions.filter(({ areaChanged }) => areaChanged).map(({ name }) => name))];

type AreaWork = { county: string; payload: AreaChangePayload };
type InForce = { change: RegisterChange; register: Register; today: CivilDate };

/**
 * New reminder ladders (see told-ladders.ts), or a merger or transfer on its day: every open workflow of the county that it concerns gets the command that its definition names. Each
 * is a transaction of its own with an id of its own, and a workflow in which the change has been carried out asks for nothing: so the
 * work may be begun again at any point. It ends when no workflow is left.
 */
@Injectable()
export class ChangeHandler implements WorkHandler<'change'> {
  readonly kind = 'change';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
  ) {}

  handle(work: WorkOf<'change'>): Promise<Outcome> {
    const { county, payload } = work;
    if ('ladders' in payload) return tellLadders(this.store, this.log, county);
    return this.changeArea({ county, payload });
  }

  private async changeArea(work: AreaWork): Promise<Outcome> {
    const inForce = await this.inForce(work);
    if (!inForce) return finished;
    const troubles: string[] = [];
    for (const definition of concerned) {
      for await (const workflow of this.open(work.county, definition)) {
        const outcome = await this.carryOut(work, inForce, workflow);
        // The others do not wait for one that a person has to look at.
        if (outcome?.kind === 'failed') troubles.push(`${workflow.id} ${outcome.reason}`);
      }
    }
    return troubles.length > 0 ? failed(troubles.join('; ')) : finished;
  }

  /** The register as it is now knows best: what it no longer says, or says of another day, is not this work any more. */
  private async inForce({ county, payload }: AreaWork): Promise<InForce | undefined> {
    const register = await this.store.register.read(county);
    const today = helsinkiDate(await this.store.now());
    const change = register?.changes.find((one) => areaChangeKey(one) === payload.change && one.on === payload.on);
    return register && change && change.on <= today ? { change, register, today } : undefined;
  }

  /** Children hear of it from their parents. */
  private async *open(county: string, definition: string): AsyncGenerator<Instance> {
    let after: string | undefined;
    do {
      const filter = { definition, status: 'open' };
      const { items, next } = await this.store.workflows.list(county, filter, { limit: batch, after });
      yield* items.filter(({ parent }) => parent === null);
      after = next ?? undefined;
    } while (after !== undefined);
  }

  private async carryOut(
    { county, payload }: AreaWork,
    { change, register, today }: InForce,
    workflow: Instance,
  ): Promise<Outcome | undefined> {
    const asked = areaChangedCommand(definitionOf(workflow.definition), workflow, change, register, today);
    if (!asked) return undefined;
    const { name, data } = asked.command;
    // With its date: a change that was corrected may ask the same workflow a second time.
    const id = `change:${county}:${payload.change}:${payload.on}`;
    return giveCommand(
      this.store,
      undefined,
      {
        county,
        workflow: workflow.id,
        name,
        data,
        actor: { id, role: 'workflow' },
        commandId: `${id}:${workflow.id}`,
      },
      this.log,
    );
  }
}
