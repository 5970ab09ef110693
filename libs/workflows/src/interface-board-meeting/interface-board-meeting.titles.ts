import type { Text } from '@app/domain';
import { numericDate } from '@app/domain';
import { label } from '../fields';
import type { BoardContext, BoardStep, Topic } from './interface-board-meeting.data';

export const boardTitle = label(
  'Yhdyspintaneuvottelukunta',
  'Delegationen för kontaktytor',
  'Interface advisory board',
);

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<BoardStep, Text> = {
  topicsAsked: label('Pyydä aiheet yhdyspinnoilta', 'Be kontaktytorna om ämnen', 'Ask the interfaces for topics'),
  itemsReady: label('Sovi kokouksen asiat', 'Kom överens om ärendena', 'Agree on the items'),
  agenda: label('Lähetä kutsu ja esityslista', 'Skicka kallelse och föredragningslista', 'Send the agenda'),
  meeting: label('Kirjaa kokous pidetyksi', 'Anteckna sammanträdet som hållet', 'Record the meeting'),
  minutes: label('Kirjaa tarkastettu pöytäkirja', 'Anteckna det justerade protokollet', 'Record the examined minutes'),
  published: label(
    'Julkaise pöytäkirja ja lähetä otteet',
    'Publicera protokollet och skicka utdrag',
    'Publish the minutes and send the extracts',
  ),
};

/** 'Yhdyspintaneuvottelukunta 18.2.2026: varautuminen ja turvallisuus' */
export function boardMatter({ topics, dates, held }: Pick<BoardContext, 'topics' | 'dates' | 'held'>): Text {
  const day = numericDate(held?.heldOn ?? dates.meeting.on);
  const names = topics.map(({ name }) => inRunningText(name));
  const of = (language: keyof Text) =>
    `${boardTitle[language]} ${day[language]}: ${names.map((name) => name[language]).join(', ')}`;
  return label(of('fi'), of('sv'), of('en'));
}

/** What the contact of an interface is asked for: 'Aiheet: kotoutuminen' */
export function topicsTitle({ name }: Pick<Topic, 'name'>): Text {
  const { fi, sv, en } = inRunningText(name);
  return label(`Aiheet: ${fi}`, `Ämnen: ${sv}`, `Topics: ${en}`);
}

function inRunningText({ fi, sv, en }: Text): Text {
  return label(uncapitalised(fi), uncapitalised(sv), uncapitalised(en));
}

/** An abbreviation keeps its capitals. */
function uncapitalised(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
