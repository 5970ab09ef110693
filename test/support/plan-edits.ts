import type { Plan, PlanDate, PlanEntry } from '@app/domain';
import { addDays, workingDayOnOrAfter } from '@app/domain';
import type { Draw } from './year-story';

/** Random edits of a plan, as a coordinator might make them: sensible ones and senseless ones. */

type Edit = (plan: Plan, draw: Draw) => Plan;

const negotiation = 'hyte-negotiation-2026';

export function edited(plan: Plan, draw: Draw): Plan {
  const times = 1 + draw(2);
  return Array.from({ length: times }).reduce<Plan>((made) => pick(edits, draw)(made, draw), plan);
}

const edits: Edit[] = [
  moveOneDate,
  moveTheRest,
  moveTheRest,
  moveTheRest,
  moveElsewhere,
  moveElsewhere,
  moveOther,
  leaveOut,
  addAnother,
  changeAbout,
];

function moveOneDate(plan: Plan, draw: Draw): Plan {
  const days = draw(61) - 20;
  return withNegotiation(plan, (entry) => {
    const name = pick(Object.keys(entry.dates), draw);
    return withDates(entry, (date, of) => (of === name ? moved(date, days) : date));
  });
}

/** Everything from some date on, as when a whole process is late. */
function moveTheRest(plan: Plan, draw: Draw): Plan {
  const days = draw(45) - 10;
  return withNegotiation(plan, (entry) => {
    const from = draw(Object.keys(entry.dates).length);
    return withDates(entry, (date, name) =>
      Object.keys(entry.dates).indexOf(name) >= from ? moved(date, days) : date,
    );
  });
}

function moveElsewhere(plan: Plan, draw: Draw): Plan {
  const place = pick(['Lahti', 'Heinola', 'Hollola', 'Orimattila'], draw);
  const at = pick(['08:30', '09:00', '12:00'], draw);
  return withNegotiation(plan, (entry) =>
    withDates(entry, (date, name) => (name === 'negotiation' ? { ...date, place, at, until: '16:00' } : date)),
  );
}

function moveOther(plan: Plan, draw: Draw): Plan {
  const { id } = pick(plan.entries, draw);
  if (id === negotiation) return plan;
  const days = draw(30) - 15;
  return withEntry(plan, id, (entry) => withDates(entry, (date) => moved(date, days)));
}

function leaveOut(plan: Plan, draw: Draw): Plan {
  const { id } = pick(plan.entries, draw);
  return { ...plan, entries: plan.entries.filter((entry) => entry.id !== id) };
}

/** An event, or a second negotiation, which starts at once. */
function addAnother(plan: Plan, draw: Draw): Plan {
  const number = plan.entries.length + draw(1_000);
  const known = plan.entries.find(({ id }) => id === negotiation);
  const added: PlanEntry =
    known && draw(3) === 0
      ? withDates({ ...known, id: `extra-${number}` }, (date) => moved(date, 60))
      : { id: `event-${number}`, workflow: 'event', dates: { event: { on: someDay(plan), basis: 'agreed' } } };
  return { ...plan, entries: [...plan.entries, added] };
}

function changeAbout(plan: Plan, draw: Draw): Plan {
  return draw(3) === 0 ? withNegotiation(plan, (entry) => ({ ...entry, about: '2028' })) : plan;
}

function someDay({ entries }: Plan): PlanDate['on'] {
  const [date] = Object.values(entries.at(-1)?.dates ?? {});
  if (!date) throw new Error('The plan has no dates');
  return date.on;
}

function moved({ weekday: _weekday, ...date }: PlanDate, days: number): PlanDate {
  return { ...date, on: workingDayOnOrAfter(addDays(date.on, days)) };
}

function withDates(entry: PlanEntry, change: (date: PlanDate, name: string) => PlanDate): PlanEntry {
  const dates = Object.entries(entry.dates).map(([name, date]) => [name, change(date, name)]);
  return { ...entry, dates: Object.fromEntries(dates) as PlanEntry['dates'] };
}

function withNegotiation(plan: Plan, change: (entry: PlanEntry) => PlanEntry): Plan {
  return withEntry(plan, negotiation, change);
}

function withEntry(plan: Plan, id: string, change: (entry: PlanEntry) => PlanEntry): Plan {
  return { ...plan, entries: plan.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  return items[draw(items.length)] as Item;
}
