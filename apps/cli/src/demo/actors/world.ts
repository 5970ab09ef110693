import type { CivilDate, Instant, Register } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import type { Agenda } from '../agenda';

/** What the simulated people share: a calendar of what they are going to do, the time it is, and who is who. */
export type World = { agenda: Agenda; register: Register; now: () => Instant };

export function today({ now }: World): CivilDate {
  return helsinkiDate(now());
}
