import { type Citation, citations, type Name } from '@app/domain';
import type { HandlingContext } from './board-handling/board-handling.context';
import type { RequestContext } from './information-request/information-request.data';
import type { Json } from './kernel/command';
import type { Instance } from './kernel/instance';

/** Whom a workflow asks, or whose bodies handle a matter. */
export type AskedParty = {
  organisation: string;
  /** The act behind what a request asks, null where there is none; and whether nothing obliges the organisation to answer. */
  ground?: { citation: Citation | null; voluntary: boolean };
  /** The bodies that handle the matter, in their order. */
  bodies?: Name[];
};

/** Of requests and handlings, as they stand now; undefined for workflows that concern many. */
export function askedPartyOf({ definition: { name }, context }: Standing): AskedParty | undefined {
  if (name === 'information-request') {
    const { organisation, citation, voluntary } = context as unknown as RequestContext;
    return { organisation, ground: { citation: citation && citations[citation], voluntary } };
  }
  if (name !== 'board-handling') return undefined;
  const { organisation, bodies } = context as unknown as HandlingContext;
  return { organisation, bodies: bodies.map((body) => body.name as Name) };
}

/** The body whose decision a fact of a handling tells, found by its minutes; undefined where they fit two bodies. */
export function decidingBodyOf({ definition, context }: Standing, data: Json): Name | undefined {
  if (definition.name !== 'board-handling') return undefined;
  const { bodies, decisions } = context as unknown as HandlingContext;
  const { meetingOn, section } = (data ?? {}) as { meetingOn?: string; section?: string };
  const made = decisions.filter((one) => one.meetingOn === meetingOn && one.section === section);
  const [body, ...others] = new Set(made.map((one) => one.body));
  return others.length > 0 ? undefined : (bodies.find(({ id }) => id === body)?.name as Name | undefined);
}

type Standing = Pick<Instance, 'definition' | 'context'>;
