import { addDays, yearOf, type CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { isValidOn } from '../organisations/on-date';
import type { Body, Register } from '../organisations/register';
import type { Text } from '../text';
import { meetingsOf, meetsIn } from './apply-rule';
import type { DatedDate, DatedEntry } from './dated-entries';
import { orderBackwards, type FoundOrder } from './handling-order';
import { brokenLinkMessage, notMeetingMessage, type Link } from './order-messages';
import { workflowKind } from './workflow-kinds';

type BodyMeeting = { date: DatedDate; body: Body };
type BrokenLink = Link & { date: DatedDate };

/** A body that has a calendar for the year meets at least so often in it. */
const fewestInYear = 3;

/** Errors of the handling order: a body does not meet on the day, or a case cannot reach a meeting in time. Needs the register. */
export function orderFindings(entry: DatedEntry, bodies: ReadonlyMap<string, Body>): Finding[] {
  const meetings = [...entry.dates.values()].flatMap((date) => {
    const body = date.body === undefined ? undefined : bodies.get(date.body);
    return body === undefined ? [] : [{ date, body }];
  });
  return [...meetings.flatMap((meeting) => notMeeting(entry, meeting)), ...chainFindings(entry, meetings)];
}

/** The bodies of a register by their ids. */
export function bodiesById({ bodies }: Pick<Register, 'bodies'>): Map<string, Body> {
  return new Map(bodies.map((body) => [body.id, body]));
}

function notMeeting(entry: DatedEntry, { date, body }: BodyMeeting): Finding[] {
  if (!isCalendarKnown(body, date.on) || meetingsOf(body).includes(date.on)) return [];
  const inYear = meetingsOf(body).filter((day) => yearOf(day) === yearOf(date.on));
  const proposal = inYear.find((day) => day > date.on) ?? inYear.at(-1);
  return [infeasible(entry, date, notMeetingMessage(date, body, proposal), proposal)];
}

/**
 * Whether the register knows when the body meets around the day. Of a year that has only begun to be entered the last meeting known says
 * nothing of what comes after it.
 */
function isCalendarKnown(body: Body, on: CivilDate): boolean {
  if (!isValidOn(body, on)) return true;
  const inYear = meetingsOf(body).filter((day) => yearOf(day) === yearOf(on));
  return inYear.length >= fewestInYear || inYear.some((day) => day >= on);
}

function chainFindings(entry: DatedEntry, meetings: readonly BodyMeeting[]): Finding[] {
  const { order } = workflowKind(entry.workflow);
  if (order === undefined) return [];
  const chain = order.meetings.flatMap((name) => meetings.find(({ date }) => date.name === name) ?? []);
  const by = order.by === undefined ? undefined : entry.dates.get(order.by);
  const broken = brokenLinks(lastOf(order.ready, entry), chain, by);
  if (broken.length === 0) return [];
  const latest = latestOrder(chain, by);
  return broken.map((link) => infeasible(entry, link.date, brokenLinkMessage(link, chain, latest), latest?.startOn));
}

/** A case is ready when the last of the dates is there that it waits for. */
function lastOf(names: readonly string[], { dates }: DatedEntry): DatedDate | undefined {
  return names
    .flatMap((name) => dates.get(name) ?? [])
    .reduce<DatedDate | undefined>((last, date) => (last === undefined || date.on > last.on ? date : last), undefined);
}

/** A link holds when what comes from one side is there before the other needs it. */
function brokenLinks(
  ready: DatedDate | undefined,
  chain: readonly BodyMeeting[],
  by: DatedDate | undefined,
): BrokenLink[] {
  const broken: BrokenLink[] = [];
  let from = ready && { name: ready.name, on: ready.on, outOn: ready.on };
  for (const { date, body } of chain) {
    const neededOn = addDays(date.on, -body.materialsDaysBefore);
    if (from && from.outOn > neededOn) broken.push({ from, to: { name: date.name, on: date.on, neededOn }, date });
    from = { name: date.name, on: date.on, outOn: addDays(date.on, body.extractDaysAfter) };
  }
  if (from && by && chain.length > 0 && from.outOn > by.on) {
    broken.push({ from, to: { name: by.name, on: by.on, neededOn: by.on }, date: by });
  }
  return broken;
}

/** The latest order that still reaches the end of the chain, as far as the register knows the bodies' calendars. */
function latestOrder(chain: readonly BodyMeeting[], by: DatedDate | undefined): FoundOrder | undefined {
  const last = chain.at(-1);
  if (last === undefined || !chain.every(({ date, body }) => meetsIn(body, yearOf(date.on)))) return undefined;
  const target = by?.on ?? addDays(last.date.on, last.body.extractDaysAfter);
  const order = orderBackwards(
    chain.map(({ body }) => body),
    target,
  );
  return 'brokenAt' in order ? undefined : order;
}

/** A finding of the handling order about a date. */
export function infeasible(entry: DatedEntry, date: DatedDate, message: Text, proposal?: CivilDate): Finding {
  const found = {
    code: 'order-infeasible',
    severity: 'error' as const,
    entry: entry.id,
    date: date.on,
    message,
    path: date.path,
  };
  return proposal === undefined ? found : { ...found, proposal };
}
