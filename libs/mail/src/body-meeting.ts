import type { CivilDate, Language } from '@app/domain';
import { longDate, onDate } from './dates';
import type { BodyMeeting } from './fields';
import { bodyName, sentenceStart } from './names';

/**
 * One sentence on the answering body's last meeting before the reply date, and on when its agenda closes: agendas close
 * early, and July is silent.
 */
export function bodyMeetingSentence(meeting: BodyMeeting | undefined, language: Language): string | undefined {
  if (meeting === undefined) return undefined;
  const inLanguage: Record<Language, string> = {
    fi: `Jos toimielin käsittelee vastauksen, sen viimeinen kokous ennen vastauspäivää on ${when(meeting, 'fi')}.`,
    sv: `Om ett organ behandlar svaret hålls dess sista sammanträde före svarsdagen ${when(meeting, 'sv')}.`,
    en: `If a body handles the answer, its last meeting before the reply date is ${when(meeting, 'en')}.`,
  };
  return inLanguage[language];
}

/** The same before an agenda closes: that day comes first, as the one that counts. */
export function agendaSentence(meeting: BodyMeeting, language: Language): string | undefined {
  if (meeting.materialsDueOn === undefined) return bodyMeetingSentence(meeting, language);
  const held = lastMeeting(meeting, language);
  const inLanguage: Record<Language, string> = {
    fi: `Jos toimielin käsittelee vastauksen, anna sen aineisto viimeistään ${onDate(meeting.materialsDueOn, 'fi')}: ${held}.`,
    sv: `Om ett organ behandlar svaret ska möteshandlingarna lämnas in senast ${longDate(meeting.materialsDueOn, 'sv')}: ${held}.`,
    en: `If a body handles the answer, deliver its materials by ${longDate(meeting.materialsDueOn, 'en')}: ${held}.`,
  };
  return inLanguage[language];
}

/** The same where a body always handles the matter. */
export function lastMeetingSentence(meeting: BodyMeeting, language: Language): string {
  const held = lastMeeting(meeting, language);
  const { materialsDueOn } = meeting;
  if (materialsDueOn === undefined) return `${sentenceStart(held)}.`;
  const inLanguage: Record<Language, string> = {
    fi: `Anna toimielimen aineisto viimeistään ${onDate(materialsDueOn, 'fi')}: ${held}.`,
    sv: `Lämna in möteshandlingarna till organet senast ${longDate(materialsDueOn, 'sv')}: ${held}.`,
    en: `Deliver the body's materials by ${longDate(materialsDueOn, 'en')}: ${held}.`,
  };
  return inLanguage[language];
}

function lastMeeting({ name, on }: BodyMeeting, language: Language): string {
  const day = `${onDate(on, language)} (${bodyName(name, language)})`;
  const inLanguage: Record<Language, string> = {
    fi: `toimielimen viimeinen kokous ennen vastauspäivää on ${day}`,
    sv: `organets sista sammanträde före svarsdagen hålls ${day}`,
    en: `the last meeting of the body before the reply date is ${day}`,
  };
  return inLanguage[language];
}

function when({ name, on, materialsDueOn }: BodyMeeting, language: Language): string {
  const meeting = `${onDate(on, language)} (${bodyName(name, language)})`;
  return materialsDueOn === undefined ? meeting : `${meeting}, ${materials[language](materialsDueOn)}`;
}

const materials: Record<Language, (on: CivilDate) => string> = {
  fi: (on) => `ja sen aineisto on annettava viimeistään ${onDate(on, 'fi')}`,
  sv: (on) => `och möteshandlingarna ska lämnas in senast ${longDate(on, 'sv')}`,
  en: (on) => `and its materials must be delivered by ${longDate(on, 'en')}`,
};
