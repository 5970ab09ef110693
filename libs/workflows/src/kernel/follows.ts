import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Json } from './command';
import type { AnyDefinition } from './definition';
import type { Instance } from './instance';

/** What a follower is told: what another workflow (`from`) has published on which topic. */
export type Hearing = { topic: string; from: string; data: Json };

/** The form of a command with which a follower is told. */
export function hearingForm<Data>(data: ZodType<Data>) {
  return z.strictObject({ topic: z.string(), from: z.string(), data });
}

/** The topics a workflow follows as it stands, each with the command it is told with. One that has ended follows nothing. */
export function followsOf({ name, follows }: AnyDefinition, { context, status }: Instance): Record<string, string> {
  const told: Record<string, string> = {};
  if (status !== 'open') return told;
  for (const [command, topicsOf] of Object.entries(follows ?? {})) {
    for (const topic of topicsOf(context as never)) {
      if (topic in told) throw new Error(`${name}: ${topic} is followed with ${told[topic]} and with ${command}`);
      told[topic] = command;
    }
  }
  return told;
}
