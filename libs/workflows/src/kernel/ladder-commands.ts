import { ladderNames, ladderSchema } from '@app/domain';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { label } from '../fields';
import type { Issue, Json } from './command';
import { isAwaited } from './instance';
import type { Instance, WorkflowEvent } from './instance';
import type { LaddersInForce } from './ladders-in-force';
import type { KernelCommand, Turn } from './kernel-command';
import { ladderOf } from './ladder-of';

/**
 * A county may remind by ladders of its own. A workflow knows them from its own log alone: those in force when it was started stand in
 * its first event, and when the county changes them every running workflow is told.
 */

export const useLadders = 'use-ladders';
const laddersChanged = 'LaddersChanged';

const inForceForm = z.strictObject({
  revision: z.int().min(1),
  own: z.partialRecord(z.enum(ladderNames), ladderSchema),
});

export const ladderCommands: Readonly<Record<string, KernelCommand>> = {
  [useLadders]: {
    title: label('Vaihda muistutusportaat', 'Byt påminnelsetrappor', 'Use other reminder ladders'),
    roles: ['workflow'],
    schema: inForceForm,
    event: laddersChanged,
    whilePaused: true,
    isPossible: ({ status }) => status === 'open',
    check: newerIssues,
    turn: changed,
  },
};

/** The number of the change of the county's ladders that a workflow knows; 0 where the county had none of its own. */
export function laddersRevision({ life }: Instance): number {
  return life.ladders?.revision ?? 0;
}

/** What a start records: its data, and the county's own ladders beside them where there are any. */
export function withLadders(data: Json, ladders: LaddersInForce | undefined): Json {
  return ladders ? { ...(data as object), ladders: ladders as unknown as Json } : data;
}

/** What a start recorded: its data as the definition knows them, and the county's own ladders. */
export function laddersApart(recorded: Json): { data: Json; ladders: LaddersInForce | undefined } {
  if (typeof recorded !== 'object' || recorded === null || Array.isArray(recorded))
    return { data: recorded, ladders: undefined };
  const { ladders, ...data } = recorded;
  return ladders === undefined ? { data: recorded, ladders } : { data, ladders: ladders as unknown as LaddersInForce };
}

function newerIssues({ revision }: LaddersInForce, instance: Instance): Issue[] {
  const known = laddersRevision(instance);
  if (revision > known) return [];
  const message = label(
    `Työnkulku käyttää jo portaiden muutosta ${known}. Anna uudempi.`,
    `Förloppet följer redan ändring ${known} av trapporna. Ange en nyare.`,
    `The workflow follows change ${known} of the ladders already. Give a newer one.`,
  );
  return [{ path: 'revision', code: 'not-newer', message }];
}

/** Only reminders by a ladder that is another than before are laid anew. */
function changed(instance: Instance, { data }: WorkflowEvent): Turn {
  const { ladders: _earlier, ...life } = instance.life;
  const told = data as unknown as LaddersInForce;
  const after = { ...life, ladders: told };
  const concerned = Object.values(instance.deadlines).filter(
    ({ ladder, status }) =>
      ladder !== undefined &&
      isAwaited({ status }) &&
      canonicalize(ladderOf(instance.life, ladder)) !== canonicalize(ladderOf(after, ladder)),
  );
  return {
    instance: { ...instance, life: after },
    intents: concerned.map(({ name }) => ({ type: 'relayDeadline' as const, name })),
  };
}
