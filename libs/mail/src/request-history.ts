import type { Language } from '@app/domain';
import { longDate } from './dates';
import type { History } from './fields';
import type { Part } from './letter';

const heading: Record<Language, string> = {
  fi: 'Mitä on lähetetty ja milloin:',
  sv: 'Detta har skickats:',
  en: 'What has been sent and when:',
};

const words: Record<Language, Record<History[number]['what'], string>> = {
  fi: {
    asked: 'pyyntö',
    reminded: 'muistutus',
    rescheduled: 'ilmoitus uudesta päivästä',
    overdue: 'ilmoitus siitä, että vastauspäivä on kulunut',
  },
  sv: {
    asked: 'begäran',
    reminded: 'påminnelse',
    rescheduled: 'meddelande om ny dag',
    overdue: 'meddelande om att svarsdagen har passerat',
  },
  en: {
    asked: 'request',
    reminded: 'reminder',
    rescheduled: 'notice of a new date',
    overdue: 'notice that the reply date has passed',
  },
};

/** What a mail that has been sent is called. */
export function sentWords(what: History[number]['what'], language: Language): string {
  return words[language][what];
}

/** What has been sent about a request and when, a line for each; nothing where nothing is known. */
export function requestHistory(history: History, language: Language): Part {
  if (history.length === 0) return undefined;
  const lines = history.map(({ what, on }) => `– ${longDate(on, language)}: ${sentWords(what, language)}`);
  return [heading[language], ...lines].join('\n');
}
