import { addDays, addMs, helsinkiDate, helsinkiInstant, type Instant, isCivilDate, numericDate } from '@app/domain';
import type { PastMoment, Store } from '@app/store';
import { z } from 'zod';
import { momentIn, position } from '../events/event.schema';
import { requireReached } from '../events/log-question';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

const isMoment = (value: string) => isPosition(value) || isCivilDate(value) || momentIn(value) !== undefined;

function isPosition(value: string): boolean {
  return /^\d{1,16}$/.test(value) && position.safeParse(value).success;
}

/** The query of a question about the past. */
export const pastQuery = z.strictObject({
  asOf: z
    .string()
    .refine(isMoment, {
      params: {
        text: text(
          'Anna lokin sija (1041), hetki (2026-08-17T09:00:00Z) tai päivä (2026-08-17).',
          'Ange en position i loggen (1041), en tidpunkt (2026-08-17T09:00:00Z) eller en dag (2026-08-17).',
          'Give a position in the log (1041), a moment (2026-08-17T09:00:00Z) or a day (2026-08-17).',
        ),
      },
    })
    .optional()
    .describe(
      'As it stood after this position of the county’s log, at this moment, or at the end of this day in Helsinki.',
    ),
});

/** The moment that is asked for. @throws Problem 422 for one that is still to come */
export async function momentOf(store: Store, county: string, asOf: string): Promise<PastMoment> {
  if (isPosition(asOf)) {
    await requireReached(store, county, Number(asOf));
    return { position: Number(asOf) };
  }
  const now = await store.now();
  if (!isCivilDate(asOf)) return { at: notAfter(now, momentIn(asOf) ?? now) };
  if (asOf > helsinkiDate(now)) throw toCome();
  return { at: addMs(helsinkiInstant(addDays(asOf, 1), '00:00'), -1) };
}

function notAfter(now: Instant, moment: Instant): Instant {
  if (moment > now) throw toCome();
  return moment;
}

function toCome(): Problem {
  const message = text(
    'Hetki on vasta tulossa: anna mennyt.',
    'Tidpunkten har ännu inte kommit: ange en som har varit.',
    'The moment is still to come: give one that has been.',
  );
  return new Problem('invalid-data', { detail: message, errors: [{ path: 'asOf', code: 'to-come', message }] });
}

/** The workflow began later. */
export function notBegun(startedAt: Instant): Problem {
  const day = numericDate(helsinkiDate(startedAt));
  return new Problem('not-begun', {
    detail: text(
      `Työnkulku alkoi ${day.fi} (${startedAt}).`,
      `Förloppet började ${day.sv} (${startedAt}).`,
      `The workflow began on ${day.en} (${startedAt}).`,
    ),
  });
}
