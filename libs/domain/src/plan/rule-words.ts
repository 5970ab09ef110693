import type { CivilDate } from '../calendar/civil-date';
import { planWeekdayName, type PlanWeekday } from '../calendar/weekday';
import type { Body } from '../organisations/register';
import { nameIn, type Text } from '../text';
import { dateWord, dateWords, shortDate } from './date-words';
import type { NamedDay, Nth } from './date-rule';

type NamedBody = Pick<Body, 'name' | 'materialsDaysBefore' | 'extractDaysAfter'>;

const monthsFi = 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu'.split(' ');
const monthsSv = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const monthsEn = 'January February March April May June July August September October November December'.split(' ');

const ordinals: Readonly<Record<Nth, Text>> = {
  1: { fi: 'ensimmäinen', sv: 'första', en: 'first' },
  2: { fi: 'toinen', sv: 'andra', en: 'second' },
  3: { fi: 'kolmas', sv: 'tredje', en: 'third' },
  4: { fi: 'neljäs', sv: 'fjärde', en: 'fourth' },
  last: { fi: 'viimeinen', sv: 'sista', en: 'last' },
};

const namedDayWords: Readonly<Record<NamedDay, Text>> = {
  midsummer: { fi: 'juhannusta', sv: 'midsommar', en: 'Midsummer' },
  yearEnd: { fi: 'vuoden loppua', sv: 'årets slut', en: 'the end of the year' },
};

/** '10 päivää ennen neuvottelua (to 27.8.2026)'. */
export function countedDays(
  rule: { from: string } & ({ days: number } | { workingDays: number }),
  from: CivilDate,
): Text {
  const isWorking = 'workingDays' in rule;
  const signed = isWorking ? rule.workingDays : rule.days;
  if (signed === 0) return atDate(rule.from, from);
  const length = lengthOf(Math.abs(signed), isWorking);
  const side = signed < 0 ? beforeDate(rule.from, from) : afterDate(rule.from, from);
  return joined(length, side);
}

/** '25 % ajasta: suunnittelu (to 12.3.2026) – kutsu (ma 25.5.2026)'. */
export function partOfTheWay(part: number, [from, start]: [string, CivilDate], [to, end]: [string, CivilDate]): Text {
  const [one, other] = [atDate(from, start), atDate(to, end)];
  const percent = String(Math.round(part * 100));
  return {
    fi: `${percent} % ajasta: ${one.fi} – ${other.fi}`,
    sv: `${percent} % av tiden: ${one.sv} – ${other.sv}`,
    en: `${percent}% of the way from ${one.en} to ${other.en}`,
  };
}

/** 'elokuun viimeinen torstai 2026'. */
export function nthWeekdayOf(nth: Nth, weekday: PlanWeekday, month: number, year: number): Text {
  const [ordinal, day] = [ordinals[nth], planWeekdayName(weekday)];
  return {
    fi: `${monthsFi[month - 1] ?? ''}kuun ${ordinal.fi} ${day.fi} ${year}`,
    sv: `den ${ordinal.sv} ${day.sv}en i ${monthsSv[month - 1] ?? ''} ${year}`,
    en: `the ${ordinal.en} ${day.en} of ${monthsEn[month - 1] ?? ''} ${year}`,
  };
}

/** The body's first meeting for which the materials are ready in time after the date. */
export function firstMeeting(body: NamedBody, earlier: NamedBody | undefined, after: string, from: CivilDate): Text {
  const side = afterDate(after, from);
  const lead = leadTimes(earlier, body);
  return ofBody(body, {
    fi: `ensimmäinen kokous, johon asia ehtii ${side.fi}${lead.fi}`,
    sv: `det första sammanträdet till vilket ärendet hinner ${side.sv}${lead.sv}`,
    en: `the first meeting that the matter can reach ${side.en}${lead.en}`,
  });
}

/** The body's last meeting of which the extract is ready in time before the date. */
export function lastMeeting(body: NamedBody, later: NamedBody | undefined, before: string, until: CivilDate): Text {
  const side = beforeDate(before, until);
  const lead = leadTimes(body, later);
  return ofBody(body, {
    fi: `viimeinen kokous, josta asia ehtii eteenpäin ${side.fi}${lead.fi}`,
    sv: `det sista sammanträdet från vilket ärendet hinner vidare ${side.sv}${lead.sv}`,
    en: `the last meeting from which the matter can go on in time ${side.en}${lead.en}`,
  });
}

/** The body's last meeting before a day of the calendar. */
export function lastMeetingBeforeDay(body: NamedBody, before: NamedDay): Text {
  const day = namedDayWords[before];
  return ofBody(body, {
    fi: `viimeinen kokous ennen ${day.fi}`,
    sv: `det sista sammanträdet före ${day.sv}`,
    en: `the last meeting before ${day.en}`,
  });
}

/** When the materials for the meeting on the date have to go out. */
export function materialsDue(body: NamedBody, name: string, on: CivilDate): Text {
  return ofBody(
    body,
    joined(
      prefixed({ fi: 'aineisto', sv: 'materialet', en: 'the materials' }, body.materialsDaysBefore),
      beforeDate(name, on),
    ),
  );
}

/** When the extract of the meeting on the date is ready. */
export function extractReady(body: NamedBody, name: string, on: CivilDate): Text {
  return ofBody(
    body,
    joined(prefixed({ fi: 'ote', sv: 'utdraget', en: 'the extract' }, body.extractDaysAfter), afterDate(name, on)),
  );
}

/** 'valtuustokausi 2025–2029 päättyy'. */
export function termEnding(id: string): Text {
  const years = id.replace('-', '–');
  return {
    fi: `valtuustokausi ${years} päättyy`,
    sv: `fullmäktigeperioden ${years} går ut`,
    en: `the council term ${years} ends`,
  };
}

/** Says that the day was moved to a working day. */
export function withMove(because: Text, isBack: boolean): Text {
  return {
    fi: `${because.fi}, siirretty ${isBack ? 'edelliseen' : 'seuraavaan'} arkipäivään`,
    sv: `${because.sv}, flyttad till ${isBack ? 'föregående' : 'följande'} vardag`,
    en: `${because.en}, moved to the working day ${isBack ? 'before' : 'after'} it`,
  };
}

function leadTimes(one: NamedBody | undefined, other: NamedBody | undefined): Text {
  const [extract, materials] = [one?.extractDaysAfter, other?.materialsDaysBefore];
  const list = (extractWord: string, materialsWord: string, unit: string) =>
    [
      ...(extract === undefined ? [] : [`${extractWord} ${extract} ${unit}`]),
      ...(materials === undefined ? [] : [`${materialsWord} ${materials} ${unit}`]),
    ].join(', ');
  if (extract === undefined && materials === undefined) return { fi: '', sv: '', en: '' };
  return {
    fi: ` (${list('ote', 'aineisto', 'pv')})`,
    sv: ` (${list('utdrag', 'material', 'd')})`,
    en: ` (${list('extract', 'materials', 'days')})`,
  };
}

function prefixed(what: Text, days: number): Text {
  const length = lengthOf(days, false);
  return mapText(what, (said, language) => `${said} ${length[language]}`);
}

function ofBody({ name }: NamedBody, said: Text): Text {
  return mapText(said, (text, language) => `${nameIn(name, language)}: ${text}`);
}

function lengthOf(count: number, isWorking: boolean): Text {
  const one = count === 1;
  if (isWorking) {
    return {
      fi: `${count} arkipäivä${one ? '' : 'ä'}`,
      sv: `${count} ${one ? 'vardag' : 'vardagar'}`,
      en: `${count} working ${one ? 'day' : 'days'}`,
    };
  }
  return {
    fi: `${count} päivä${one ? '' : 'ä'}`,
    sv: `${count} ${one ? 'dag' : 'dagar'}`,
    en: `${count} ${one ? 'day' : 'days'}`,
  };
}

function beforeDate(name: string, on: CivilDate): Text {
  const [{ fi, sv, en }, date] = [dateWords(name), shortDate(on)];
  return { fi: `ennen ${fi.partitive} (${date.fi})`, sv: `före ${sv} (${date.sv})`, en: `before ${en} (${date.en})` };
}

function afterDate(name: string, on: CivilDate): Text {
  const [{ fi, sv, en }, date] = [dateWords(name), shortDate(on)];
  return { fi: `${fi.genitive} (${date.fi}) jälkeen`, sv: `efter ${sv} (${date.sv})`, en: `after ${en} (${date.en})` };
}

function atDate(name: string, on: CivilDate): Text {
  const date = shortDate(on);
  return mapText(dateWord(name), (said, language) => `${said} (${date[language]})`);
}

function joined(one: Text, other: Text): Text {
  return mapText(one, (said, language) => `${said} ${other[language]}`);
}

function mapText(text: Text, say: (said: string, language: keyof Text) => string): Text {
  return { fi: say(text.fi, 'fi'), sv: say(text.sv, 'sv'), en: say(text.en, 'en') };
}
