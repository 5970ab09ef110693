import { helsinkiDate, type Language, type Register } from '@app/domain';
import { icalendarOf } from '@app/mail';
import type { Calendar, Store } from '@app/store';
import { calendarEntries, type CalendarOwner, calendarSince, organisationBehind } from '@app/workflows';
import { countyName, organisationName } from '../pages/names';
import { eventOf } from './calendar-event';
import { ownDates } from './calendar-words';

const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** The calendar under a secret address, as iCalendar text; undefined where the address opens nothing. Changes nothing. */
export async function readFeed(store: Store, token: string): Promise<string | undefined> {
  const calendar = tokenForm.test(token) ? await store.calendars.resolve(token) : undefined;
  if (!calendar) return undefined;
  const { id, county } = calendar;
  const how = 'GET /v1/calendar.ics';
  await store.access.note({ county, actor: `calendar:${id}`, role: 'reader', what: 'calendar', subject: id, how });
  const [register, now] = await Promise.all([store.register.read(county), store.now()]);
  return register && feedOf(store, calendar, register, helsinkiDate(now));
}

async function feedOf(
  store: Store,
  calendar: Calendar,
  register: Register,
  today: ReturnType<typeof helsinkiDate>,
): Promise<string> {
  const owner = ownerOf(calendar);
  const language = calendar.language ?? ownLanguage(owner, register);
  const needs = { since: calendarSince(today), organisation: organisationBehind(owner, register) };
  const contents = await store.calendars.contents(calendar.county, needs);
  const entries = calendarEntries(owner, { register, ...contents, knownSince: calendar.createdAt }, today);
  return icalendarOf(
    `Vuosikello: ${nameOf(owner, register, language)}`,
    language,
    entries.map((entry) => eventOf(entry, { owner, register, language })),
  );
}

function ownerOf({ scope, subject }: Calendar): CalendarOwner {
  if (scope === 'county') return { scope };
  if (subject === null) throw new Error(`A calendar of the scope ${scope} has a subject`);
  return scope === 'organisation' ? { scope, organisation: subject } : { scope, contact: subject };
}

/** The language of whoever the calendar is for; where they are no longer in the register, the county's first. */
function ownLanguage(owner: CalendarOwner, { county, organisations, contacts }: Register): Language {
  const own =
    owner.scope === 'organisation'
      ? organisations.find(({ id }) => id === owner.organisation)?.languages[0]
      : owner.scope === 'person'
        ? contacts.find(({ id }) => id === owner.contact)?.language
        : undefined;
  return own ?? county.languages[0] ?? 'fi';
}

function nameOf(owner: CalendarOwner, register: Register, language: Language): string {
  if (owner.scope === 'county') return countyName(register, language);
  return owner.scope === 'organisation' ? organisationName(register, owner.organisation, language) : ownDates[language];
}
