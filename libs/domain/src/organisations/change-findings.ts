import { addDays, isCivilDate, type CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Text } from '../text';
import * as said from './change-messages';
import { isCountyCode } from './county-codes';
import { error, unknownReference } from './item-findings';
import type { Path, Placed, ReadableRegister } from './readable-register';
import { nameOf, noSuchDay, organisationEnded, unknownCounty } from './register-messages';
import type { ChangeInput, OrganisationInput } from './register.schema';

type Change = Placed<ChangeInput>;
type Departure = { id: string; on: string; path: Path };
type Known = { organisations: ReadonlyMap<string, OrganisationInput>; departures: ReadonlyMap<string, Departure> };

/** The calendar has none before it. */
const firstDay = '0000-01-01';

/**
 * Changes of the area that cannot be: a day or an organisation that does not exist, somebody who leaves twice, or goes on in another's
 * place after leaving or before beginning. And a warning for what begins only after its organisation has ended.
 */
export function changeFindings(register: ReadableRegister): Finding[] {
  const departures = register.changes.flatMap(departuresIn);
  const known: Known = {
    organisations: new Map(register.organisations.map(({ item }) => [item.id, item])),
    departures: new Map(departures.toReversed().map((departure) => [departure.id, departure])),
  };
  return [
    ...register.changes.flatMap((change) => valueFindings(change, register)),
    ...departures.flatMap((departure) => departureFindings(departure, known)),
    ...register.changes.flatMap((change) => successorFindings(change, known)),
    ...lateFindings(register, known),
  ];
}

function departuresIn({ item, path }: Change): Departure[] {
  if (item.kind === 'transfer') return [{ id: item.organisation, on: item.on, path: [...path, 'organisation'] }];
  return item.from.map((id, index) => ({ id, on: item.on, path: [...path, 'from', index] }));
}

function valueFindings({ item, path }: Change, { county, ids }: ReadableRegister): Finding[] {
  const departures = departuresIn({ item, path });
  const entry = departures[0]?.id ?? item.kind;
  const subject = { entry, name: entry };
  return [
    // The others end on the day before, so there has to be one.
    ...(dayBefore(item.on) === undefined ? [noDay(entry, item.on, [...path, 'on'])] : []),
    ...departures.flatMap((departure) =>
      unknownReference('unknown-organisation', subject, departure.id, ids.organisations, departure.path),
    ),
    ...(item.kind === 'merger'
      ? unknownReference('unknown-organisation', subject, item.into, ids.organisations, [...path, 'into'])
      : destinationFindings(item.organisation, item.to, county?.item.code, [...path, 'to'])),
  ];
}

function destinationFindings(id: string, to: string, own: string | undefined, path: Path): Finding[] {
  if (!isCountyCode(to)) return [error('unknown-county', id, path, unknownCounty(to))];
  return to === own ? [invalid(id, path, said.transferHome(id, to))] : [];
}

function departureFindings(departure: Departure, { organisations, departures }: Known): Finding[] {
  const { id, on, path } = departure;
  const first = departures.get(id);
  if (first !== undefined && first !== departure) return [invalid(id, path, said.leavesTwice(id, first.on, on))];
  const end = dayBefore(on);
  const { validFrom, validTo } = organisations.get(id) ?? {};
  if (end === undefined) return [];
  if (validTo !== undefined && validTo !== end) return [invalid(id, path, said.endsOnAnotherDay(id, validTo, end))];
  if (validFrom !== undefined && validFrom > end)
    return [invalid(id, path, said.leavesBeforeItBegins(id, validFrom, on))];
  return [];
}

function successorFindings({ item, path }: Change, { organisations, departures }: Known): Finding[] {
  if (item.kind === 'transfer') return [];
  const { into, on } = item;
  const at = [...path, 'into'];
  if (item.from.includes(into)) return [invalid(into, at, said.mergesIntoItself(into))];
  const { validFrom, validTo } = organisations.get(into) ?? {};
  const left = departures.get(into)?.on;
  const isGone = left === undefined ? validTo !== undefined && validTo < on : left <= on;
  if (isGone) return [invalid(into, at, said.successorIsGone(into, on))];
  if (validFrom !== undefined && validFrom > on)
    return [invalid(into, at, said.successorBeginsLater(into, validFrom, on))];
  return [];
}

/** Bodies and contacts that begin when their organisation is no more. */
function lateFindings({ bodies, contacts }: ReadableRegister, { organisations, departures }: Known): Finding[] {
  const items = [
    ...bodies.map(({ item, path }) => ({ item, path, id: item.id, name: item.id })),
    ...contacts.map(({ item, path, id }) => ({ item, path, id, name: nameOf(item) })),
  ];
  return items.flatMap(({ item: { of, validFrom }, path, id, name }) => {
    const departure = departures.get(of);
    const end = departure === undefined ? organisations.get(of)?.validTo : dayBefore(departure.on);
    if (validFrom === undefined || end === undefined || validFrom <= end) return [];
    if (!isCivilDate(validFrom) || !isCivilDate(end)) return [];
    const message = organisationEnded(name, of, end, validFrom);
    return [
      {
        code: 'organisation-ended',
        severity: 'warning',
        entry: id,
        date: validFrom,
        message,
        path: [...path, 'validFrom'],
      },
    ];
  });
}

function dayBefore(on: string): CivilDate | undefined {
  return isCivilDate(on) && on > firstDay ? addDays(on, -1) : undefined;
}

function noDay(entry: string, on: string, path: Path): Finding {
  return { ...error('invalid-date', entry, path, noSuchDay(entry, on)), date: on };
}

function invalid(entry: string, path: Path, message: Text): Finding {
  return error('invalid-change', entry, path, message);
}
