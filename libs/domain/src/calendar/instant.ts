import { Temporal } from 'temporal-polyfill';
import { civilDate, type CivilDate } from './civil-date';

declare const inst: unique symbol;

/** A moment in UTC, always 'YYYY-MM-DDTHH:MM:SS.sssZ': plain string comparison puts moments in order. */
export type Instant = string & { readonly [inst]: true };

/** A time of day in Helsinki, 'HH:MM'. */
export type LocalTime = string;

/** The text is not an RFC 3339 moment within the years 0000–9999 (UTC). */
export class InvalidInstantError extends Error {
  constructor(readonly value: string) {
    super(`Not an RFC 3339 moment: ${value}`);
    this.name = 'InvalidInstantError';
  }
}

/** The text is not a time of day between 00:00 and 23:59. */
export class InvalidTimeError extends Error {
  constructor(readonly value: string) {
    super(`Not a time of day (HH:MM): ${value}`);
    this.name = 'InvalidTimeError';
  }
}

export const localTimeForm = /^([01]\d|2[0-3]):[0-5]\d$/;

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const zone = 'Europe/Helsinki';
const dayMs = 86_400_000;

/**
 * Any RFC 3339 moment, normalised to UTC and milliseconds (what is finer is cut off).
 * @throws InvalidInstantError
 */
export function instant(text: string): Instant {
  if (canonical.test(text) && isSameAfterParsing(text)) return text as Instant;
  if (!rfc3339.test(text)) throw new InvalidInstantError(text);
  try {
    return ofEpochMs(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    throw new InvalidInstantError(text);
  }
}

/** The moment `ms` milliseconds later (earlier when negative). @throws InvalidInstantError outside the years 0000–9999. */
export function addMs(at: Instant, ms: number): Instant {
  return ofEpochMs(Date.parse(at) + ms);
}

/** The day it is in Helsinki at that moment. */
export function helsinkiDate(at: Instant): CivilDate {
  return civilDate(wallClock(at).slice(0, 10));
}

/** The time of day in Helsinki at that moment, cut to the minute. */
export function helsinkiTime(at: Instant): LocalTime {
  return wallClock(at).slice(11, 16);
}

/**
 * The moment at which a Helsinki clock shows this day and time. A time that the change to summer time skips is moved
 * forward by the length of the gap (03:30 on 2027-03-28 is 04:30); of a time that the change back doubles, the earlier
 * moment is meant.
 * @throws InvalidTimeError
 */
export function helsinkiInstant(on: CivilDate, at: LocalTime): Instant {
  if (!localTimeForm.test(at)) throw new InvalidTimeError(at);
  const known = knownInstant(on, at);
  if (known !== undefined) return known;
  const moment = Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return ofEpochMs(moment.epochMilliseconds);
}

function ofEpochMs(epochMs: number): Instant {
  const moment = new Date(epochMs);
  const text = Number.isNaN(moment.getTime()) ? String(epochMs) : moment.toISOString();
  if (!canonical.test(text)) throw new InvalidInstantError(text);
  return text as Instant;
}

function isSameAfterParsing(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

function wallClock(at: Instant): string {
  const epochMs = Date.parse(at);
  return new Date(epochMs + helsinkiOffsetMs(epochMs)).toISOString();
}

// Asking the time zone costs 30 µs a time and every command asks. The offset is constant through almost every UTC day,
// so each day is asked once; on the two days a year that change, and for days that do not fit, the zone is asked again.
const constantOffsets = new Map<number, number | undefined>();
const rememberedDays = 4_096;

function helsinkiOffsetMs(epochMs: number): number {
  return constantOffsetMs(Math.floor(epochMs / dayMs)) ?? zoneOffsetMs(epochMs);
}

/** Of a UTC day, counted from 1970; undefined where it changes within the day. */
function constantOffsetMs(day: number): number | undefined {
  if (!constantOffsets.has(day)) {
    if (constantOffsets.size >= rememberedDays) constantOffsets.clear();
    const first = zoneOffsetMs(day * dayMs);
    constantOffsets.set(day, first === zoneOffsetMs((day + 1) * dayMs) ? first : undefined);
  }
  return constantOffsets.get(day);
}

/** Where the offset is the same through both UTC days in which the moment can lie, as on almost every day. */
function knownInstant(on: CivilDate, at: LocalTime): Instant | undefined {
  const local = Date.parse(`${on}T${at}Z`);
  const offset = constantOffsetMs(Math.floor(local / dayMs));
  if (offset === undefined || constantOffsetMs(Math.floor(local / dayMs) - 1) !== offset) return undefined;
  return ofEpochMs(local - offset);
}

function zoneOffsetMs(epochMs: number): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs);
  return moment.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
