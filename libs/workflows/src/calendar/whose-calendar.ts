import type { CivilDate, Contact, Register } from '@app/domain';
import { actsFor, audienceOrRole } from '@app/domain';
import type { Recipient } from '../kernel/intents';
import type { CalendarEntry, CalendarOwner } from './calendar-entry';

/** Whether something on a day, asked of these, belongs into the calendar. */
export type Belongs = (kind: CalendarEntry['kind'], asked: readonly Recipient[], on: CivilDate) => boolean;

/** What belongs into the owner's calendar; a person who is not in the register, or no longer, has nothing in it. */
export function whatBelongsTo(owner: CalendarOwner, register: Register, today: CivilDate): Belongs {
  const isAsked = (asked: readonly Recipient[], id: string) => asked.some(({ organisation }) => organisation === id);
  // The county watches over every date, but a municipality's bodies meet for the municipality.
  if (owner.scope === 'county') return (kind, asked) => kind === 'due' || isAsked(asked, register.county.code);
  if (owner.scope === 'organisation') return (_, asked) => isAsked(asked, owner.organisation);
  const contact = contactOf(owner, register, today);
  if (!contact) return () => false;
  return (_, asked, on) =>
    asked.some(({ organisation, audience }) => actsFor(register, contact, organisation, audienceOrRole(audience), on));
}

/** The person whose calendar it is, while they are in the register and their time has not ended. */
export function contactOf(owner: CalendarOwner, { contacts }: Register, today: CivilDate): Contact | undefined {
  if (owner.scope !== 'person') return undefined;
  return contacts.find(({ id, validTo }) => id === owner.contact && (validTo === undefined || today <= validTo));
}

/**
 * The organisation whose workflows are enough to make the calendar; null where all of the county's are needed: for the county
 * and for its own people.
 */
export function organisationBehind(owner: CalendarOwner, { county, contacts }: Register): string | null {
  if (owner.scope === 'county') return null;
  if (owner.scope === 'organisation') return owner.organisation;
  const of = contacts.find(({ id }) => id === owner.contact)?.of;
  return of === undefined || of === county.code ? null : of;
}
