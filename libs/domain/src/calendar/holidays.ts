import { addDays, civilDate, weekdayOf, type CivilDate, type Weekday } from './civil-date';
import type { Text } from '../text';

const fixed: readonly (readonly [monthDay: string, name: Text])[] = [
  ['01-01', { fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: 'New Year’s Day' }],
  ['01-06', { fi: 'loppiainen', sv: 'trettondagen', en: 'Epiphany' }],
  ['05-01', { fi: 'vapunpäivä', sv: 'första maj', en: 'May Day' }],
  ['12-06', { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' }],
  ['12-24', { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' }],
  ['12-25', { fi: 'joulupäivä', sv: 'juldagen', en: 'Christmas Day' }],
  ['12-26', { fi: '2. joulupäivä (tapaninpäivä)', sv: 'annandag jul', en: 'St Stephen’s Day' }],
];

const afterEaster: readonly (readonly [days: number, name: Text])[] = [
  [-2, { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' }],
  [0, { fi: 'pääsiäispäivä', sv: 'påskdagen', en: 'Easter Sunday' }],
  [1, { fi: '2. pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' }],
  [39, { fi: 'helatorstai', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' }],
  [49, { fi: 'helluntaipäivä', sv: 'pingstdagen', en: 'Whit Sunday' }],
];

const movable: readonly (readonly [earliest: string, weekday: Weekday, name: Text])[] = [
  ['06-19', 5, { fi: 'juhannusaatto', sv: 'midsommarafton', en: 'Midsummer Eve' }],
  ['06-20', 6, { fi: 'juhannuspäivä', sv: 'midsommardagen', en: 'Midsummer Day' }],
  ['10-31', 6, { fi: 'pyhäinpäivä', sv: 'alla helgons dag', en: 'All Saints’ Day' }],
];

// Holidays are a pure function of the year; a year is asked for thousands of times and computed once.
const computed = new Map<string, ReadonlyMap<CivilDate, Text>>();

/**
 * The fifteen days that are not working days whatever their weekday (Act 150/1930, 5 §): the church holidays,
 * Independence Day, May Day, and the Eves of Midsummer and Christmas. New Year's Eve is a working day.
 */
export function holidaysOfYear(on: CivilDate): ReadonlyMap<CivilDate, Text> {
  const year = on.slice(0, 4);
  const known = computed.get(year);
  if (known !== undefined) return known;
  const holidays = new Map<CivilDate, Text>();
  const easter = easterSunday(year);
  for (const [monthDay, name] of fixed) holidays.set(civilDate(`${year}-${monthDay}`), name);
  for (const [days, name] of afterEaster) holidays.set(addDays(easter, days), name);
  for (const [earliest, weekday, name] of movable) holidays.set(onOrAfter(`${year}-${earliest}`, weekday), name);
  computed.set(year, holidays);
  return holidays;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(yearText: string): CivilDate {
  const year = Number(yearText);
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return civilDate(`${yearText}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function onOrAfter(earliest: string, weekday: Weekday): CivilDate {
  const first = civilDate(earliest);
  return addDays(first, (weekday - weekdayOf(first) + 7) % 7);
}
