import { z } from 'zod';
import { label } from '../fields';
import type { KernelCommand } from './kernel-command';

/** That texts were erased from what a workflow had recorded, since they were of a person. How many; what they said is gone. */
export const textsErased = 'TextsErased';

export const erasureCommands: Readonly<Record<string, KernelCommand>> = {
  'note-erasure': {
    title: label('Kirjaa tekstien poisto', 'Anteckna borttagna texter', 'Note that texts were erased'),
    // The store gives it, in the transaction that erases. It moves the version: whoever decides on what was read before decides again.
    roles: ['workflow'],
    schema: z.strictObject({ texts: z.int().min(1) }),
    event: textsErased,
    whilePaused: true,
    isPossible: () => true,
    turn: (instance) => ({ instance, intents: [] }),
  },
};
