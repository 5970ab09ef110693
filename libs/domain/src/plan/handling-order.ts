import { addDays, type CivilDate } from '../calendar/civil-date';
import type { Body } from '../organisations/register';
import type { Text } from '../text';
import { meetingsOf } from './apply-rule';
import { noMeetingAhead, noMeetingBack, stepAhead, stepBack } from './handling-order-words';

/** What the handling order needs of a body. Days are calendar days; meetings are in the order of time. */
export type OrderedBody = Pick<
  Body,
  'id' | 'name' | 'meetings' | 'materialsDaysBefore' | 'extractDaysAfter' | 'validFrom' | 'validTo'
>;

/** One body's meeting in the order: its materials go out at the latest on `materialsOn`, its extract is ready on `extractOn`. */
export type OrderStep = {
  body: string;
  materialsOn: CivilDate;
  meetingOn: CivilDate;
  extractOn: CivilDate;
  because: Text;
};

/** Steps in the order of the bodies. Ready at the latest on `startOn`, the last extract comes on `endOn`. */
export type FoundOrder = { steps: OrderStep[]; startOn: CivilDate; endOn: CivilDate };

/** At `body` the order breaks: it has no meeting that would do. `steps` are those found until then. */
export type BrokenOrder = { brokenAt: string; steps: OrderStep[]; because: Text };

export type HandlingOrder = FoundOrder | BrokenOrder;

/**
 * The earliest meetings in which the bodies can handle a case one after another, when it is ready on the day: each body's materials
 * go out no earlier than the extract of the body before is ready. Only meetings on which the body exists count.
 */
export function orderForwards(bodies: readonly OrderedBody[], readyOn: CivilDate): HandlingOrder {
  const steps: OrderStep[] = [];
  let from = readyOn;
  for (const body of bodies) {
    const earliest = addDays(from, body.materialsDaysBefore);
    const meetingOn = meetingsOf(body).find((day) => day >= earliest);
    if (meetingOn === undefined) return { brokenAt: body.id, steps, because: noMeetingAhead(body, from) };
    const step = stepOf(body, meetingOn, stepAhead(body, from, meetingOn));
    steps.push(step);
    from = step.extractOn;
  }
  return { steps, startOn: readyOn, endOn: from };
}

/**
 * The latest meetings in which the bodies can handle a case one after another, so that the last extract is ready on the day; `startOn`
 * is the latest day on which the case may be ready.
 */
export function orderBackwards(bodies: readonly OrderedBody[], targetOn: CivilDate): HandlingOrder {
  const steps: OrderStep[] = [];
  let until = targetOn;
  for (const body of bodies.toReversed()) {
    const latest = addDays(until, -body.extractDaysAfter);
    const meetingOn = meetingsOf(body).findLast((day) => day <= latest);
    if (meetingOn === undefined) return { brokenAt: body.id, steps, because: noMeetingBack(body, until) };
    const step = stepOf(body, meetingOn, stepBack(body, until, meetingOn));
    steps.unshift(step);
    until = step.materialsOn;
  }
  return { steps, startOn: until, endOn: steps.at(-1)?.extractOn ?? targetOn };
}

function stepOf(
  { id, materialsDaysBefore, extractDaysAfter }: OrderedBody,
  meetingOn: CivilDate,
  because: Text,
): OrderStep {
  return {
    body: id,
    materialsOn: addDays(meetingOn, -materialsDaysBefore),
    meetingOn,
    extractOn: addDays(meetingOn, extractDaysAfter),
    because,
  };
}
