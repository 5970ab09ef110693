import type { Language } from '@app/domain';
import { onDate } from './dates';
import type { BodyMeeting } from './fields';
import type { Part } from './letter';
import { bodyName } from './names';

/** One sentence on the answering body's last meeting before the reply date: agendas close early, and July is silent. */
export function bodyMeetingSentence(meeting: BodyMeeting | undefined, language: Language): Part {
  if (meeting === undefined) return undefined;
  const when = `${onDate(meeting.on, language)} (${bodyName(meeting.name, language)})`;
  const inLanguage: Record<Language, string> = {
    fi: `Jos toimielin käsittelee vastauksen, sen viimeinen kokous ennen vastauspäivää on ${when}.`,
    sv: `Om ett organ behandlar svaret hålls dess sista sammanträde före svarsdagen ${when}.`,
    en: `If a body handles the answer, its last meeting before the reply date is ${when}.`,
  };
  return inLanguage[language];
}
