import { createHash } from 'node:crypto';
import type { Instant } from '@app/domain';
import type { Store, WorkClaim } from '@app/store';
import type { Actor, Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { JsonLogger } from '../log/json-logger';
import { failed, finished, type Outcome, recorded } from './handler';

/** `onGiven` is told when it was given, in business time. */
type Giving = { mustArrive?: boolean; onGiven?: (now: Instant) => void };

type EngineCommand = { county: string; workflow: string; name: string; data: Json; actor: Actor; commandId: string };

/**
 * Gives a command that the engine owes, and ends the work with it in one transaction; without work, whoever asks ends its own.
 * A step that is no longer possible is well: the matter has moved on meanwhile, and a command given twice is done once by its
 * id. Where something would be lost by that (`mustArrive`) it is for a person to look at, like any other refusal.
 */
export async function giveCommand(
  store: Store,
  work: WorkClaim | undefined,
  command: EngineCommand,
  log: JsonLogger,
  { mustArrive = false, onGiven }: Giving = {},
): Promise<Outcome> {
  const answer = await store.workflows.giveAsEngine({ ...command, requestHash: hashOf(command) }, work);
  switch (answer.outcome) {
    case 'accepted':
      onGiven?.(answer.now);
      return recorded;
    case 'claim-lost':
      return recorded;
    case 'refused': {
      const { code } = answer.refused;
      const { workflow, name, commandId } = command;
      if (code !== 'illegal-step' || mustArrive) return failed(`refused: ${code}`);
      log.debug('the matter has moved on', { workflow, command: name, commandId, state: answer.instance.state });
      return finished;
    }
    case 'not-found':
    case 'key-reused':
      return failed(answer.outcome);
  }
}

function hashOf({ workflow, name, data }: EngineCommand): string {
  return createHash('sha256')
    .update(canonicalize({ workflow, name, data }) ?? '')
    .digest('hex');
}
