import { label } from '../fields';
import type { Reason } from '../kernel/definition';

/** What is told as done lies ahead. */
export function stillAhead(): Reason {
  return {
    code: 'too-early',
    detail: label(
      'Päivä on vielä edessä. Kirjaa asia, kun se on tapahtunut.',
      'Dagen har inte kommit ännu. Anteckna saken när den har skett.',
      'The day is still ahead. Record it once it has happened.',
    ),
  };
}
