import { SetMetadata } from '@nestjs/common';

/**
 * How a route that changes something keeps a repeated request from doing it twice: by the answer that is kept for it (`kept-answer`, unless
 * it says otherwise), or by an id of the command or of the thing that is made, which its own table knows (`own-id`). `nothing-kept`: as
 * `kept-answer`, but what was answered holds a secret that is shown once, so that a repeated request only hears that it was done.
 * `changes-nothing`: there is nothing that could happen twice.
 */
export type Repeats = 'kept-answer' | 'own-id' | 'nothing-kept' | 'changes-nothing';

/** Whether the route takes an Idempotency-Key under which something is kept. */
export function keepsAnswers(repeats: Repeats | undefined): boolean {
  return repeats === 'kept-answer' || repeats === 'nothing-kept';
}

export const repeatsKey = Symbol('repeats');

/** Says that the route is not repeated by the kept answer. */
export const Repeated = (by: Exclude<Repeats, 'kept-answer'>): MethodDecorator => SetMetadata(repeatsKey, by);
