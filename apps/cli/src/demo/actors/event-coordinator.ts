import type { Casting } from './casting';
import { participantsOf } from '../scenario/behaviour';
import { eventWords } from '../scenario/texts';

/** The county's coordinator in a meeting or seminar: announces it, tells who came, and what came of it. */
export function castEvent({ world, entry, steps }: Casting): void {
  const participants = participantsOf(world.register.organisations);
  steps.step('announcement', 'announce', { text: eventWords.programme(entry.title ?? '') });
  steps.take(steps.after('event'), 'record-event', { heldOn: steps.on('event'), participants });
  steps.step('notes', 'record-notes', { outcomes: eventWords.outcomes });
}
