import type { Fact } from '../kernel/definition';
import type { z } from 'zod';
import type { handOver, RequestContext } from './information-request.data';

export type HandOver = z.infer<typeof handOver>;

/** How often one request can be handed over: its mails are not to go round in circles, nor to strangers one after another. */
export const mostHandOvers = 5;

/** The answer is handed over to a contact, who is asked on this day; whatever the respondent gets goes there from now on. */
export function withHandOver(context: RequestContext, { data, on }: Fact<string, HandOver>): RequestContext {
  const { handOvers, history } = context;
  return {
    ...context,
    assignedTo: data.contact,
    handOvers: handOvers + 1,
    handedOverOn: on,
    askedOn: on,
    history: [...history, { what: 'asked', on }],
  };
}

/** The answer is again that of whoever was asked at first, and is asked anew. */
export function withoutHandOver(context: RequestContext, { on }: Fact): RequestContext {
  const { history } = context;
  return {
    ...context,
    assignedTo: null,
    handedOverOn: null,
    askedOn: on,
    history: [...history, { what: 'asked', on }],
  };
}
