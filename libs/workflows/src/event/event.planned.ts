import type { Finding, PlanEntry, Register } from '@app/domain';
import { organisationsOn } from '@app/domain';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { datesOfPlan, lacking, missingDate } from '../planned-entry';
import type { EventInput } from './event.data';
import { eventInput } from './event.data';

/** Start data of a planned event: its dates, and everybody in the register on its day as invited. */
export function eventFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = eventInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  const { title } = entry;
  const findings = [
    ...(read.success ? [] : read.error.issues.map(({ path }) => missingDate(entry.id, path))),
    ...(title === undefined ? [untitled(entry.id)] : []),
  ];
  if (!read.success || title === undefined) return { findings };
  const data: EventInput = {
    // A plan gives one title, in the language of its authors.
    title: { fi: title, sv: title, en: title },
    invited: organisationsOn(register, read.data.event.on).map(({ id }) => id),
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}

function untitled(entry: string): Finding {
  return lacking(
    entry,
    label(
      'Tilaisuudelta puuttuu nimi. Anna se kentässä title.',
      'Tillfället saknar namn. Ange det i fältet title.',
      'The event has no title. Give it in title.',
    ),
  );
}
