import type { CivilDate, Language } from '@app/domain';
import type { z } from 'zod';
import { dateList } from './dates';
import type { wordingOrLine } from './fields';
import type { Part } from './letter';
import { bodyName } from './names';
import { isStillAhead, type WhichReminder } from './reply-date';

const before: Record<Language, string> = {
  fi: 'Toimielimen kokoukset vastauspäivään mennessä',
  sv: 'Organets sammanträden fram till svarsdagen',
  en: 'Meetings of the body up to the reply date',
};

const none: Record<Language, string> = {
  fi: 'Tiedossamme ei ole toimielimen kokousta vastauspäivään mennessä. Kerro meille, milloin asia voidaan käsitellä.',
  sv: 'Vi känner inte till något sammanträde fram till svarsdagen. Meddela oss när ärendet kan behandlas.',
  en: 'We know of no meeting of the body up to the reply date. Please tell us when the matter can be handled.',
};

/** One sentence on the body's meetings up to the reply date: what it is to handle must reach one of them. */
export function meetingsSentence(meetings: readonly CivilDate[], language: Language): string {
  return meetings.length === 0 ? none[language] : `${before[language]}: ${dateList(meetings, language)}.`;
}

const later: Record<Language, (bodies: string) => string> = {
  fi: (bodies) => `Sen jälkeen asian käsittelevät: ${bodies}. Ilmoita jokaisen toimielimen päätös erikseen.`,
  sv: (bodies) => `Därefter behandlas ärendet av: ${bodies}. Meddela varje organs beslut för sig.`,
  en: (bodies) => `After it, the matter is handled by: ${bodies}. Please report the decision of each body separately.`,
};

/** One sentence on the bodies that handle the matter after the first, in their order; nothing where there are none. */
export function laterBodiesSentence(bodies: readonly z.output<typeof wordingOrLine>[] = [], language: Language): Part {
  if (bodies.length === 0) return undefined;
  return later[language](bodies.map((body) => bodyName(body, language)).join(', '));
}

/** The same for a reminder: only meetings that are still ahead when it is read, and nothing where there are none. */
export function meetingsAhead(
  meetings: readonly CivilDate[],
  { dueOn, ...which }: { dueOn: CivilDate } & WhichReminder,
  language: Language,
): Part {
  const ahead = meetings.filter((on) => isStillAhead(on, dueOn, which));
  return ahead.length === 0 ? undefined : meetingsSentence(ahead, language);
}
