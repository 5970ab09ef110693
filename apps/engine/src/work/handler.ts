import type { Instant } from '@app/domain';
import type { ClaimedWork, WorkKind } from '@app/store';

export type WorkOf<Kind extends WorkKind> = Extract<ClaimedWork, { kind: Kind }>;

/**
 * What became of a work item. `recorded`: the handler has recorded it itself, together with what it did. `left`: it is
 * another replica's to do. `failed` says
 * what a person should know; the work is tried again later and put aside after the fifth time.
 */
export type Outcome =
  | { kind: 'finished' }
  | { kind: 'recorded' }
  | { kind: 'left'; reason: string }
  | { kind: 'postponed'; until: Instant; reason: string }
  | { kind: 'failed'; reason: string };

export const finished: Outcome = { kind: 'finished' };
export const recorded: Outcome = { kind: 'recorded' };

export function postponed(until: Instant, reason: string): Outcome {
  return { kind: 'postponed', until, reason };
}

export function failed(reason: string): Outcome {
  return { kind: 'failed', reason };
}

/** Does one kind of work. May be called again for work that was done but not recorded: it must not matter. */
export interface WorkHandler<Kind extends WorkKind> {
  readonly kind: Kind;
  handle(work: WorkOf<Kind>): Promise<Outcome>;
}

/** A handler for each kind; a kind without one does not compile, and one in the wrong place refuses the boot. */
export type Handlers = { readonly [Kind in WorkKind]: WorkHandler<Kind> };

/** @throws Error when a handler stands under another kind than its own, or a kind has none. */
export function assertComplete(handlers: Handlers, kinds: readonly WorkKind[]): void {
  const wrong = kinds.filter((kind) => (handlers[kind] as WorkHandler<WorkKind> | undefined)?.kind !== kind);
  if (wrong.length > 0) throw new Error(`No handler for work of the kind ${wrong.join(', ')}`);
}

/** Hands a work item to the handler of its kind. */
export function handle(handlers: Handlers, work: ClaimedWork): Promise<Outcome> {
  switch (work.kind) {
    case 'timer':
      return handlers.timer.handle(work);
    case 'command':
      return handlers.command.handle(work);
    case 'mail':
      return handlers.mail.handle(work);
    case 'change':
      return handlers.change.handle(work);
    case 'digest':
      return handlers.digest.handle(work);
  }
}
