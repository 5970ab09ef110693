import type { CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Register } from '../organisations/register';
import { deliverableContacts } from '../organisations/undeliverable';
import { roleName } from '../organisations/role-names';
import type { Name, Text } from '../text';
import { interfaceName } from './attendance';
import { ContactsByOrganisation } from './contacts-by-organisation';
import { shortDate } from './date-words';
import type { DatedDate, DatedEntry } from './dated-entries';
import { seatsWrittenTo, type Seat } from './seats-written-to';

type Need = { entry: DatedEntry; date: DatedDate };
type EmptySeat = { seat: Seat; needs: Need[] };

/**
 * Warns of seats without a holder or deputy who can be written to on a date on which they will be written to: one finding a seat. `entry` and `date` are the
 * first that needs it, in the order of time; `others` are the other entries that do.
 */
export function emptySeatFindings(entries: readonly DatedEntry[], register: Register): Finding[] {
  const contacts = new ContactsByOrganisation({ contacts: deliverableContacts(register) });
  const empty = new Map<string, EmptySeat>();
  for (const entry of entries) {
    for (const { seat, date } of seatsWrittenTo(entry, register)) {
      if (isFilled(seat, date.on, contacts)) continue;
      const key =
        'role' in seat ? `${seat.organisation} role ${seat.role}` : `${seat.organisation} interface ${seat.interface}`;
      const known = empty.get(key);
      if (known === undefined) empty.set(key, { seat, needs: [{ entry, date }] });
      else known.needs.push({ entry, date });
    }
  }
  const names = namesOf(register);
  return [...empty.values()].flatMap((seat) => finding(seat, names, register));
}

function isFilled(seat: Seat, on: CivilDate, contacts: ContactsByOrganisation): boolean {
  return 'role' in seat
    ? contacts.inSeat(seat.organisation, seat.role, on) !== undefined
    : contacts.onInterface(seat.organisation, seat.interface, on).length > 0;
}

function finding({ seat, needs }: EmptySeat, names: ReadonlyMap<string, Name>, register: Register): Finding[] {
  const [first] = [...needs].sort(({ date: one }, { date: other }) =>
    one.on < other.on ? -1 : Number(one.on > other.on),
  );
  if (first === undefined) return [];
  const others = new Set(needs.map(({ entry }) => entry).filter((entry) => entry !== first.entry));
  return [
    {
      code: 'empty-seat',
      severity: 'warning',
      entry: first.entry.id,
      date: first.date.on,
      ...(others.size > 0 ? { others: [...others].flatMap(({ id }) => id ?? []) } : {}),
      message: nobodyThere(seat, first.date.on, names, register),
      path: first.date.path,
    },
  ];
}

function namesOf({ county, organisations }: Register): Map<string, Name> {
  return new Map([[county.code, county.name], ...organisations.map(({ id, name }) => [id, name] as const)]);
}

function nobodyThere(seat: Seat, on: CivilDate, names: ReadonlyMap<string, Name>, register: Register): Text {
  const name = names.get(seat.organisation) ?? { fi: seat.organisation, sv: seat.organisation };
  const date = shortDate(on);
  const place = 'role' in seat ? inRole(roleName(seat.role)) : onInterface(interfaceName(seat.interface, register));
  return {
    fi: `${name.fi}: rekisterissä ei ole henkilöä ${place.fi} ${date.fi}, jolloin hänelle pitäisi kirjoittaa. Lisää hänet tai sijainen.`,
    sv: `${name.sv}: registret har ingen person ${place.sv} ${date.sv}, då personen borde få ett meddelande. Lägg till personen eller en ersättare.`,
    en: `${name.en ?? name.fi}: the register has nobody ${place.en} on ${date.en}, when that person should be written to. Add the person or a deputy.`,
  };
}

function inRole(role: Text): Text {
  return { fi: `rooliin ${role.fi}`, sv: `i rollen ${role.sv}`, en: `in the role ${role.en}` };
}

function onInterface(name: Text): Text {
  return { fi: `yhdyspintaan ${name.fi}`, sv: `för kontaktytan ${name.sv}`, en: `for the interface ${name.en}` };
}
