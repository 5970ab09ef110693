import { blockedEndMessage } from '../calendar/blocked-end';
import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { planWeekdayName, weekdayName, type PlanWeekday } from '../calendar/weekday';
import type { Text } from '../text';
import { ruleForms } from './date-rule';

/** The date is not a day of the calendar. */
export function noSuchDayMessage(name: string, on: string, proposal: CivilDate | undefined): Text {
  const said = {
    fi: `${name}: päivää ”${on}” ei ole. Kirjoita päivä muodossa vvvv-kk-pp.`,
    sv: `${name}: dagen ”${on}” finns inte. Skriv dagen i formen åååå-mm-dd.`,
    en: `${name}: there is no day “${on}”. Write the day as yyyy-mm-dd.`,
  };
  return withProposal(said, proposal);
}

/** The weekday that the author wrote is not the weekday of the date. */
export function weekdayMismatchMessage(
  name: string,
  on: CivilDate,
  written: PlanWeekday,
  proposal: CivilDate | undefined,
): Text {
  const [date, actual, claimed] = [numericDate(on), weekdayName(on), planWeekdayName(written)];
  const said = {
    fi: `${name}: ${date.fi} on ${actual.fi}, mutta viikonpäiväksi on kirjoitettu ${claimed.fi}. Korjaa päivä tai viikonpäivä.`,
    sv: `${name}: ${date.sv} är en ${actual.sv}, men som veckodag står ${claimed.sv}. Rätta dagen eller veckodagen.`,
    en: `${name}: ${date.en} is a ${actual.en}, but the weekday written is ${claimed.en}. Correct the date or the weekday.`,
  };
  return withProposal(said, proposal);
}

/** The date stands on a day that is not a working day. */
export function blockedDayMessage(name: string, on: CivilDate, blocked: Text, proposal: CivilDate): Text {
  const said = blockedEndMessage(on, blocked, proposal);
  return { fi: `${name}: ${said.fi}`, sv: `${name}: ${said.sv}`, en: `${name}: ${said.en}` };
}

/** None of the entry's dates lies in the year of the plan. */
export function outsideYearMessage(on: CivilDate, year: number, proposal: CivilDate | undefined): Text {
  const date = numericDate(on);
  const said = {
    fi: `Mikään päivä ei ole suunnitelman vuonna ${year} (${date.fi}). Tarkista vuosi.`,
    sv: `Ingen dag infaller under planens år ${year} (${date.sv}). Kontrollera året.`,
    en: `No date lies in the plan’s year ${year} (${date.en}). Check the year.`,
  };
  return withProposal(said, proposal);
}

/** The event ends before it begins. */
export function untilBeforeAtMessage(name: string, at: string, until: string): Text {
  return {
    fi: `${name}: päättymisaika ${until} ei ole alkamisajan ${at} jälkeen. Korjaa kellonajat.`,
    sv: `${name}: sluttiden ${until} är inte efter starttiden ${at}. Rätta klockslagen.`,
    en: `${name}: the end ${until} is not after the beginning ${at}. Correct the times.`,
  };
}

/** The date has both a day and a rule, or neither. */
export function onOrRuleMessage(name: string): Text {
  return {
    fi: `${name}: anna joko päivä (on) tai sääntö (rule), ei molempia.`,
    sv: `${name}: ange antingen dagen (on) eller en regel (rule), inte båda.`,
    en: `${name}: give either the day (on) or a rule (rule), not both.`,
  };
}

/** The fields of the rule do not make one together. */
export function noRuleMessage(name: string): Text {
  const forms = ruleForms.map((form) => form.join(' + ')).join('; ');
  return {
    fi: `${name}: säännön kentät eivät sovi yhteen. Anna yksi näistä: ${forms}.`,
    sv: `${name}: regelns fält hör inte ihop. Ange en av dessa: ${forms}.`,
    en: `${name}: the fields of the rule do not go together. Give one of these: ${forms}.`,
  };
}

/** The entry has no dates at all. */
export function noDatesMessage(): Text {
  return {
    fi: 'Merkinnällä ei ole yhtään päivää. Lisää ainakin yksi.',
    sv: 'Posten har ingen dag alls. Lägg till minst en.',
    en: 'The entry has no dates. Add at least one.',
  };
}

/** Says which day would do, where one is known. */
export function withProposal(said: Text, proposal: CivilDate | undefined): Text {
  if (proposal === undefined) return said;
  const [date, weekday] = [numericDate(proposal), weekdayName(proposal)];
  return {
    fi: `${said.fi} Ehdotus: ${weekday.fi} ${date.fi}.`,
    sv: `${said.sv} Förslag: ${weekday.sv} ${date.sv}.`,
    en: `${said.en} Proposal: ${weekday.en} ${date.en}.`,
  };
}
