import { addDays, yearOf, type CivilDate } from '../calendar/civil-date';
import { workingDayOnOrBefore } from '../calendar/working-day';
import type { Finding } from '../finding';
import { municipalitiesOn } from '../organisations/on-date';
import type { Body, Register } from '../organisations/register';
import type { Name } from '../text';
import { meetingsOf, meetsIn } from './apply-rule';
import type { DatedEntry } from './dated-entries';
import { infeasible } from './order-findings';
import { noMunicipalMeetingMessage } from './order-messages';
import { workflowKind } from './workflow-kinds';

/**
 * An error where a municipality's answering body has no meeting between two dates that the materials can reach. All municipalities are in
 * one finding; proposed is the latest sending that reaches them all.
 */
export function municipalOrderFindings(
  entry: DatedEntry,
  register: Register,
  bodies: ReadonlyMap<string, Body>,
): Finding[] {
  const { municipal } = workflowKind(entry.workflow);
  const from = municipal && entry.dates.get(municipal.from);
  const by = municipal && entry.dates.get(municipal.by);
  if (from === undefined || by === undefined) return [];
  // A municipality that ends in between leaves its case to its successor.
  const handling = municipalitiesOn(register, by.on).flatMap(({ name, answers }) => {
    const body = answers === undefined ? undefined : bodies.get(answers);
    return body === undefined ? [] : [{ name, body }];
  });
  const late = handling.filter(({ body }) => cannotHandle(body, from.on, by.on));
  if (late.length === 0) return [];
  const proposal = latestSending(handling, by.on);
  const names = late.map(({ name }) => name);
  const message = noMunicipalMeetingMessage([from.name, from.on], [by.name, by.on], names, proposal);
  return [infeasible(entry, by, message, proposal)];
}

/** No meeting would do, and the register knows the calendar well enough to say so. */
function cannotHandle(body: Body, sentOn: CivilDate, dueOn: CivilDate): boolean {
  const earliest = addDays(sentOn, body.materialsDaysBefore);
  if (meetingsOf(body).some((day) => earliest <= day && day <= dueOn)) return false;
  return meetsIn(body, yearOf(dueOn)) && (earliest > dueOn || meetsIn(body, yearOf(earliest)));
}

function latestSending(handling: readonly { name: Name; body: Body }[], dueOn: CivilDate): CivilDate | undefined {
  const days = handling.flatMap(({ body }) => {
    const last = meetingsOf(body).findLast((day) => day <= dueOn);
    return last === undefined ? [] : [addDays(last, -body.materialsDaysBefore)];
  });
  const [earliest] = days.sort();
  return earliest === undefined || days.length < handling.length ? undefined : workingDayOnOrBefore(earliest);
}
