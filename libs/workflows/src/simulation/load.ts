import { addDays, type CivilDate, helsinkiDate, weekdayOf } from '@app/domain';
import type { SentMail } from './post';

/** What comes to somebody in a span of time: mails, requests (each counted when it is first asked), and steps to take. */
export type Amount = { mails: number; asks: number; steps: number };

/** What a simulated year asks of one person, or of a registry. */
export type Load = {
  /** A contact's id, or `registry:<organisation>`. */
  reader: string;
  /** The seats in which the reader is written to. */
  seats: { organisation: string; audience: string }[];
  total: Amount;
  /** By month, `2026-03`. */
  byMonth: Record<string, Amount>;
  /** The week in which most comes, by its Monday; of several the first. */
  busiestWeek: { from: CivilDate } & Amount;
};

type Counted = { on: CivilDate; mails: number; asks: number; steps: number };
type Reader = { seats: Map<string, Load['seats'][number]>; asked: Set<string>; counted: Counted[] };

/** Templates by which somebody is asked for something on a page. */
const asking: ReadonlySet<string> = new Set([
  'advance-assignment',
  'information-request',
  'acknowledgement',
  'completion-request',
  'board-item',
]);

/**
 * How much comes to whom, and when it piles up: whoever gets most comes first.
 * @param steps the days on which the county's coordinator takes a step
 */
export function loadOf(
  mails: readonly SentMail[],
  { county, steps }: { county: string; steps: readonly CivilDate[] },
): Load[] {
  const readers = new Map<string, Reader>();
  for (const { reader, at, carries } of mails) {
    const known: Reader = readers.get(reader) ?? { seats: new Map(), asked: new Set(), counted: [] };
    readers.set(reader, known);
    let asks = 0;
    for (const { to, template, workflow } of carries) {
      known.seats.set(`${to.organisation} ${to.audience}`, to);
      const ask = `${workflow} ${template}`;
      if (!asking.has(template) || known.asked.has(ask)) continue;
      known.asked.add(ask);
      asks += 1;
    }
    known.counted.push({ on: helsinkiDate(at), mails: 1, asks, steps: 0 });
  }
  const coordinator = [...readers.values()].find(({ seats }) => seats.has(`${county} coordinator`));
  for (const on of steps) coordinator?.counted.push({ on, mails: 0, asks: 0, steps: 1 });
  return [...readers].map(toLoad).sort(byWeight);
}

function toLoad([reader, { seats, counted }]: [string, Reader]): Load {
  const byWeek = sums(counted, mondayOf);
  const [from, most] = [...byWeek].sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1))[0] as [
    CivilDate,
    Amount,
  ];
  return {
    reader,
    seats: [...seats.values()].map(({ organisation, audience }) => ({ organisation, audience })),
    total: counted.reduce(plus, none),
    byMonth: Object.fromEntries([...sums(counted, (on) => on.slice(0, 7))].sort(([a], [b]) => (a < b ? -1 : 1))),
    busiestWeek: { from, ...most },
  };
}

const none: Amount = { mails: 0, asks: 0, steps: 0 };

function plus(sum: Amount, { mails, asks, steps }: Amount): Amount {
  return { mails: sum.mails + mails, asks: sum.asks + asks, steps: sum.steps + steps };
}

function sums<Key extends string>(counted: readonly Counted[], keyOf: (on: CivilDate) => Key): Map<Key, Amount> {
  const found = new Map<Key, Amount>();
  for (const one of counted) found.set(keyOf(one.on), plus(found.get(keyOf(one.on)) ?? none, one));
  return found;
}

function weight({ mails, asks, steps }: Amount): number {
  return mails + asks + steps;
}

function byWeight(a: Load, b: Load): number {
  return weight(b.total) - weight(a.total) || (a.reader < b.reader ? -1 : 1);
}

function mondayOf(on: CivilDate): CivilDate {
  return addDays(on, 1 - weekdayOf(on));
}
