import type { CivilDate } from '../calendar/civil-date';
import { municipalitiesOn, organisationsOn } from '../organisations/on-date';
import type { Organisation, Register } from '../organisations/register';
import { audienceRole, presenterRole } from '../organisations/seats';
import type { DatedDate, DatedEntry } from './dated-entries';
import { workflowKind, type WrittenTo } from './workflow-kinds';

/** A place that somebody should fill: a role or an interface in an organisation. */
export type Seat = { organisation: string } & ({ role: string } | { interface: string });

/** A seat and the date on which it is written to. */
export type WrittenSeat = { seat: Seat; date: DatedDate };

/** Whoever is written to on the dates of an entry. */
export function seatsWrittenTo(entry: DatedEntry, register: Register): WrittenSeat[] {
  const { writtenTo = [] } = workflowKind(entry.workflow);
  return writtenTo.flatMap((rule) => datesOf(rule, entry).flatMap((date) => seatsOn(rule, entry, date, register)));
}

function datesOf({ on }: WrittenTo, { dates }: DatedEntry): DatedDate[] {
  if (on === 'every') return [...dates.values()];
  return on.flatMap((name) => dates.get(name) ?? []);
}

function seatsOn(rule: WrittenTo, { topics }: DatedEntry, date: DatedDate, register: Register): WrittenSeat[] {
  const { on, body } = date;
  const county = register.county.code;
  if (rule.to === 'coordinator') return [{ date, seat: { organisation: county, role: 'coordinator' } }];
  if (rule.to === 'presenter') return presenterOf(body, register).map((seat) => ({ date, seat }));
  if (rule.to === 'interface-contacts') {
    const organisations = [county, ...municipalitiesOn(register, on).map(({ id }) => id)];
    return organisations.flatMap((organisation) =>
      topics.map((topic) => ({ date, seat: { organisation, interface: topic } })),
    );
  }
  const { to } = rule;
  const roleIn = ({ kind }: Organisation) => (typeof to === 'string' ? audienceRole(kind, to) : to.role);
  return those(rule.of, register, on).map((organisation) => ({
    date,
    seat: { organisation: organisation.id, role: roleIn(organisation) },
  }));
}

function presenterOf(bodyId: string | undefined, register: Register): Seat[] {
  const body = register.bodies.find(({ id }) => id === bodyId);
  const role = body && presenterRole(register, body.id);
  return body === undefined || role === undefined ? [] : [{ organisation: body.of, role }];
}

function those(
  of: Extract<WrittenTo, { of: unknown }>['of'],
  register: Register,
  on: CivilDate,
): readonly Organisation[] {
  const organisations = organisationsOn(register, on);
  return of === 'everybody' ? organisations : organisations.filter(({ kind }) => of.includes(kind));
}
