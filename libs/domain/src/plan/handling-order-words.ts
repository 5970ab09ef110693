import type { CivilDate } from '../calendar/civil-date';
import type { Body } from '../organisations/register';
import { nameIn, type Language, type Text } from '../text';
import { shortDate } from './date-words';

type NamedBody = Pick<Body, 'name' | 'materialsDaysBefore' | 'extractDaysAfter'>;

/** Why the body handles the case in this meeting, counted forwards. */
export function stepAhead(body: NamedBody, from: CivilDate, meetingOn: CivilDate): Text {
  const [ready, meeting] = [shortDate(from), shortDate(meetingOn)];
  return ofBody(body, {
    fi: `asia on valmis ${ready.fi}, aineisto ${body.materialsDaysBefore} pv ennen kokousta: ensimmäinen mahdollinen kokous ${meeting.fi}`,
    sv: `ärendet är klart ${ready.sv}, materialet ${body.materialsDaysBefore} d före sammanträdet: första möjliga sammanträde ${meeting.sv}`,
    en: `the case is ready on ${ready.en}, materials ${body.materialsDaysBefore} days before the meeting: the first possible meeting is on ${meeting.en}`,
  });
}

/** Why the body handles the case in this meeting, counted backwards. */
export function stepBack(body: NamedBody, until: CivilDate, meetingOn: CivilDate): Text {
  const [end, meeting] = [shortDate(until), shortDate(meetingOn)];
  return ofBody(body, {
    fi: `otteen pitää olla valmis ${end.fi}, ote ${body.extractDaysAfter} pv kokouksen jälkeen: viimeinen mahdollinen kokous ${meeting.fi}`,
    sv: `utdraget ska vara klart ${end.sv}, utdraget ${body.extractDaysAfter} d efter sammanträdet: sista möjliga sammanträde ${meeting.sv}`,
    en: `the extract has to be ready on ${end.en}, the extract ${body.extractDaysAfter} days after the meeting: the last possible meeting is on ${meeting.en}`,
  });
}

/** The body has no meeting that the case could reach. */
export function noMeetingAhead(body: NamedBody, from: CivilDate): Text {
  const ready = shortDate(from);
  return ofBody(body, {
    fi: `rekisterissä ei ole kokousta, johon ${ready.fi} valmis asia ehtii`,
    sv: `registret har inget sammanträde som ett ärende som är klart ${ready.sv} hinner till`,
    en: `the register has no meeting that a case ready on ${ready.en} could reach`,
  });
}

/** The body has no meeting from which the case could go on in time. */
export function noMeetingBack(body: NamedBody, until: CivilDate): Text {
  const end = shortDate(until);
  return ofBody(body, {
    fi: `rekisterissä ei ole kokousta, josta ote ehtii valmiiksi ${end.fi} mennessä`,
    sv: `registret har inget sammanträde varifrån utdraget blir klart senast ${end.sv}`,
    en: `the register has no meeting of which the extract would be ready by ${end.en}`,
  });
}

function ofBody({ name }: NamedBody, said: Text): Text {
  const of = (language: Language) => `${nameIn(name, language)}: ${said[language]}`;
  return { fi: of('fi'), sv: of('sv'), en: of('en') };
}
