import type { CivilDate } from './civil-date';
import { numericDate } from './numeric-date';
import type { Period, PeriodUnit } from './period';
import { weekdayName } from './weekday';
import type { Basis } from '../duties/basis';
import type { Text } from '../text';

/** One step of the reasoning: the section of Act 150/1930 applied, the day it concerns, and why. */
export type TimeLimitStep = { section: '2 §' | '3 §' | '4 §' | '5 §'; date: CivilDate; because: Text };

const unitNames: Record<PeriodUnit, { one: Text; many: Text }> = {
  days: { one: { fi: 'päivä', sv: 'dag', en: 'day' }, many: { fi: 'päivää', sv: 'dagar', en: 'days' } },
  weeks: { one: { fi: 'viikko', sv: 'vecka', en: 'week' }, many: { fi: 'viikkoa', sv: 'veckor', en: 'weeks' } },
  months: { one: { fi: 'kuukausi', sv: 'månad', en: 'month' }, many: { fi: 'kuukautta', sv: 'månader', en: 'months' } },
  years: { one: { fi: 'vuosi', sv: 'år', en: 'year' }, many: { fi: 'vuotta', sv: 'år', en: 'years' } },
};

/** Where the period ends before any move: 2 § for days, 3 § for longer units, 4 § when counting back. */
export function rawStep(
  start: CivilDate,
  period: Period,
  direction: 'forward' | 'backward',
  raw: CivilDate,
): TimeLimitStep {
  if (direction === 'backward') return { section: '4 §', date: raw, because: countedBack(start, period, raw) };
  if (period.unit === 'days') return { section: '2 §', date: raw, because: countedDays(start, period, raw) };
  return { section: '3 §', date: raw, because: countedUnits(start, period, raw) };
}

/** A blocked day on which the time limit does not end. The text begins with the day's name. */
export function skippedStep(on: CivilDate, name: Text, rollsBack: boolean): TimeLimitStep {
  const because = rollsBack
    ? {
        fi: `${name.fi}: varovaisen laskutavan mukaan siirrytään edelliseen arkipäivään, jotta aika ei lyhene`,
        sv: `${name.sv}: enligt det försiktiga beräkningssättet väljs föregående vardag, så att tiden inte blir kortare`,
        en: `${name.en}: by the safe policy the working day before it is taken, so that the time does not become shorter`,
      }
    : {
        fi: `${name.fi}: tehtävän saa toimittaa ensimmäisenä arkipäivänä sen jälkeen`,
        sv: `${name.sv}: åtgärden får vidtas första vardagen därefter`,
        en: `${name.en}: the act may be done on the first working day after it`,
      };
  return { section: '5 §', date: on, because };
}

/** The working day on which the time limit ends. */
export function endStep(deadline: CivilDate, direction: 'forward' | 'backward'): TimeLimitStep {
  const weekday = weekdayName(deadline);
  const date = numericDate(deadline);
  const back = direction === 'backward';
  const because = {
    fi: `${weekday.fi} ${date.fi} on arkipäivä: ${back ? 'viimeistään silloin on toimittava' : 'määräaika päättyy'}`,
    sv: `${weekday.sv} ${date.sv} är en vardag: ${back ? 'åtgärden ska vidtas senast då' : 'tidsfristen går ut'}`,
    en: `${weekday.en} ${date.en} is a working day: ${back ? 'the act is done then at the latest' : 'the time limit ends'}`,
  };
  return { section: '5 §', date: deadline, because };
}

/** Why a date that no act sets as a time limit stays where it is. */
export function notMovedStep(on: CivilDate, basis: Exclude<Basis, 'statutory'>): TimeLimitStep {
  const because =
    basis === 'statutory-period-end'
      ? {
          fi: 'kauden tai vuoden loppu ei siirry',
          sv: 'slutet av en period eller ett år flyttas inte',
          en: 'the end of a term or a year does not move',
        }
      : {
          fi: 'päivä ei ole lakisääteinen määräaika, joten laki ei siirrä sitä',
          sv: 'dagen är inte en lagstadgad tidsfrist, så lagen flyttar den inte',
          en: 'the date is not a statutory time limit, so the act does not move it',
        };
  return { section: '5 §', date: on, because };
}

function countedDays(start: CivilDate, period: Period, raw: CivilDate): Text {
  const [from, end, length] = [numericDate(start), numericDate(raw), periodName(period)];
  return {
    fi: `alkamispäivää ${from.fi} ei lueta aikaan: ${length.fi} päättyy ${end.fi}`,
    sv: `dagen ${from.sv} räknas inte med: ${length.sv} går ut ${end.sv}`,
    en: `the day ${from.en} is not counted: ${length.en} from it end on ${end.en}`,
  };
}

function countedUnits(start: CivilDate, period: Period, raw: CivilDate): Text {
  const [from, end, length] = [numericDate(start), numericDate(raw), periodName(period)];
  if (isCutToMonthEnd(start, period, raw)) {
    return {
      fi: `${length.fi} päivästä ${from.fi}: kuussa ei ole vastaavaa päivää, joten aika päättyy sen viimeisenä päivänä ${end.fi}`,
      sv: `${length.sv} från ${from.sv}: månaden saknar motsvarande dag, så tiden går ut dess sista dag ${end.sv}`,
      en: `${length.en} from ${from.en}: the month lacks that day, so the time ends on its last day, ${end.en}`,
    };
  }
  const weeks = period.unit === 'weeks';
  return {
    fi: `${length.fi} päivästä ${from.fi}: aika päättyy ${weeks ? 'samana viikonpäivänä' : 'järjestysnumeroltaan samana päivänä'} ${end.fi}`,
    sv: `${length.sv} från ${from.sv}: tiden går ut ${weeks ? 'samma veckodag' : 'dagen med samma nummer'} ${end.sv}`,
    en: `${length.en} from ${from.en}: the time ends on the same ${weeks ? 'weekday' : 'day of the month'}, ${end.en}`,
  };
}

function countedBack(event: CivilDate, period: Period, raw: CivilDate): Text {
  const [from, end, length] = [numericDate(event), numericDate(raw), periodName(period)];
  return {
    fi: `taaksepäin luetaan samoin perustein: tapahtumapäivää ${from.fi} ei lueta aikaan, ja ${length.fi} ennen sitä on ${end.fi}`,
    sv: `bakåt räknas enligt samma grunder: dagen ${from.sv} räknas inte med, och ${length.sv} före den är ${end.sv}`,
    en: `counting back follows the same rules: the day ${from.en} is not counted, and ${length.en} before it is ${end.en}`,
  };
}

function isCutToMonthEnd(start: CivilDate, period: Period, raw: CivilDate): boolean {
  return period.unit !== 'weeks' && raw.slice(8) !== start.slice(8);
}

function periodName({ count, unit }: Period): Text {
  const name = unitNames[unit][count === 1 ? 'one' : 'many'];
  return { fi: `${count} ${name.fi}`, sv: `${count} ${name.sv}`, en: `${count} ${name.en}` };
}
