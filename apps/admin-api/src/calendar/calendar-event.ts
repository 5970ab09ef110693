import { citationText, type Language, nameIn, type Register } from '@app/domain';
import { basisSentence, type CalendarEvent, eventTime } from '@app/mail';
import type { CalendarEntry, CalendarOwner, EntryStanding } from '@app/workflows';
import { organisationName } from '../pages/names';
import { andOthers, atTheLatest, labels, marker } from './calendar-words';

/** For whom, and in which language, events are worded. */
export type Reader = { owner: CalendarOwner; register: Register; language: Language };

/** So many organisations are named; of more it is said how many. */
const named = 5;

/** Words an entry for its reader. */
export function eventOf(entry: CalendarEntry, reader: Reader): CalendarEvent {
  const { uid, revision, place, standing, kind } = entry;
  return {
    uid,
    sequence: revision.sequence,
    changedAt: revision.at,
    when: eventTime(entry),
    summary: summaryOf(entry, reader),
    description: descriptionOf(entry, reader),
    place: place === undefined ? undefined : placeIn(place, reader),
    state: stateOf(standing),
    busy: kind === 'meeting' && standing !== 'cancelled',
  };
}

function stateOf(standing: EntryStanding): CalendarEvent['state'] {
  if (standing === 'cancelled') return 'cancelled';
  // Of a paused date nobody knows yet whether it holds.
  return standing === 'planned' || standing === 'paused' ? 'tentative' : 'confirmed';
}

/** 'Vastauspäivä – Ennakkotehtävä, vuosi 2027 – Asikkalan kunta (tehty)'. */
function summaryOf(entry: CalendarEntry, reader: Reader): string {
  const { title, matter } = entry;
  const parts = [title[reader.language], matter?.[reader.language], whoFor(entry, reader)];
  return parts.filter((part) => part !== undefined).join(' – ') + marker(entry, reader.language);
}

/** Whose date it is, where it is one other organisation's: in an organisation's own calendar that goes without saying. */
function whoFor({ organisations, kind }: CalendarEntry, { owner, register, language }: Reader): string | undefined {
  const [only, ...others] = organisations;
  if (kind === 'meeting' || owner.scope !== 'county' || only === undefined || others.length > 0) return undefined;
  return only === register.county.code ? undefined : organisationName(register, only, language);
}

function descriptionOf(entry: CalendarEntry, reader: Reader): string {
  const { dueAt, basis, citation, organisations, workflow, kind } = entry;
  const { language } = reader;
  const lines = [
    dueAt && atTheLatest(dueAt, language),
    basis && basisSentence(basis, language),
    citation && `${citationText(citation, language)}.`,
    organisations.length > 0 &&
      `${labels[kind === 'due' ? 'asked' : 'participants'][language]}: ${namesOf(entry, reader)}`,
    workflow && `${labels.workflow[language]}: ${workflow}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function namesOf({ organisations }: CalendarEntry, { register, language }: Reader): string {
  const names = organisations.slice(0, named).map((id) => organisationName(register, id, language));
  const left = organisations.length - named;
  return names.join(', ') + (left > 0 ? ` ${andOthers(left, language)}` : '');
}

/** A town that is in the register is called as the reader's language calls it; any other place as it was written. */
function placeIn(place: string, { register, language }: Reader): string {
  const town = register.organisations.find(
    ({ kind, name }) => kind === 'municipality' && (name.fi === place || name.sv === place),
  );
  return town ? nameIn(town.name, language) : place;
}
