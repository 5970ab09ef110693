import { SetMetadata } from '@nestjs/common';
import type { AccessKind } from '@app/store';

/** What a route gives out, as the access log names it; `subject` are the parameters of the path that say which one. */
export type Reading = {
  what: AccessKind;
  /** What else stands on the same page. */
  also?: readonly AccessKind[];
  subject?: readonly string[];
  /** The route sends its answer itself, so that it is noted beforehand; a refusal then is noted beside it. */
  before?: true;
};

export const readingKey = Symbol('reading');

/**
 * Says what a route gives out that belongs into the access log (Act 906/2019, section 17). Every GET route says this, or stands in the
 * list of those that give out nothing of anybody; pages and feeds under a secret address note who opened them themselves.
 */
export const Reads = (what: AccessKind, more: Omit<Reading, 'what'> = {}): MethodDecorator =>
  SetMetadata(readingKey, { what, ...more } satisfies Reading);
