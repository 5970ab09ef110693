import { addDays, civilDate, type CivilDate, helsinkiInstant, workingDayOnOrAfter } from '@app/domain';
import fc from 'fast-check';
import { leavingOf } from './leaving';
import { urgencyOf } from './urgency';

/** Sending days on end; what happens in one happens in the order given. */
const firstDay = civilDate('2026-08-03');
const dayCount = 8;
const days = Array.from({ length: dayCount + 40 }).reduce<CivilDate[]>(
  (list) => [...list, workingDayOnOrAfter(addDays(list.at(-1) ?? addDays(firstDay, -1), 1))],
  [],
);
const dayAt = (index: number): CivilDate => days[index] ?? firstDay;

type Owed = { reader: string; template: string; data: object };
type Happening =
  | ({ kind: 'owed' } & Owed)
  /** The reader's mail of the day leaves, if there is anything in it. */
  | { kind: 'leaves'; reader: string };
type Day = { happenings: Happening[]; isRelayAway: boolean };
type SentMail = { reader: string; on: CivilDate; how: 'alone' | 'together'; carries: number[] };

const anyReader = fc.constantFrom('a', 'b', 'c');
const anyOwed = fc.oneof(
  fc.record({ template: fc.constant('reminder'), due: fc.integer({ min: 0, max: dayCount + 2 }) }),
  fc.record({ template: fc.constant('step-due'), due: fc.integer({ min: 0, max: dayCount + 2 }) }),
  fc.record({ template: fc.constantFrom('result', 'overdue', 'receipt'), due: fc.constant(0) }),
);
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(anyReader, anyOwed).map(([reader, { template, due }]) => owed(reader, template, due)),
  },
  { weight: 1, arbitrary: anyReader.map((reader) => ({ kind: 'leaves' as const, reader })) },
);
const anyYear = (isRelayAway: fc.Arbitrary<boolean>) =>
  fc.array(fc.record({ happenings: fc.array(anyHappening, { maxLength: 8 }), isRelayAway }), {
    minLength: dayCount,
    maxLength: dayCount,
  });

function owed(reader: string, template: string, due: number): Happening {
  const on = dayAt(due);
  const data =
    template === 'reminder' ? { dueAt: helsinkiInstant(on, '16:15') } : template === 'step-due' ? { dueOn: on } : {};
  return { kind: 'owed', reader, template, data };
}

/** Plays the days by the rule alone: what left, when, and what was owed in the order in which it was. */
function play(year: readonly Day[]): { sent: SentMail[]; all: (Owed & { owedOn: number })[] } {
  const sent: SentMail[] = [];
  const all: (Owed & { owedOn: number })[] = [];
  let waiting: number[] = [];
  const lastDays: Day[] = Array.from({ length: 30 }, () => ({ happenings: [], isRelayAway: false }));
  for (const [index, { happenings, isRelayAway }] of [...year, ...lastDays].entries()) {
    const today = dayAt(index);
    const mails = new Map<string, { hasLeft: boolean; carries: number[] }>();
    const looked = waiting;
    waiting = [];
    const look = (no: number): void => {
      const { reader, template, data } = all[no] ?? { reader: '', template: '', data: {} };
      const mail = mails.get(reader) ?? { hasLeft: false, carries: [] };
      mails.set(reader, mail);
      const leaving = leavingOf(template, data, { today, nextOn: dayAt(index + 1), hasLeft: mail.hasLeft });
      if (leaving === 'together') mail.carries.push(no);
      else if (leaving === 'next-day' || isRelayAway) waiting.push(no);
      else sent.push({ reader, on: today, how: 'alone', carries: [no] });
    };
    const leave = (reader: string): void => {
      const mail = mails.get(reader);
      if (!mail || mail.hasLeft || mail.carries.length === 0 || isRelayAway) return;
      mail.hasLeft = true;
      sent.push({ reader, on: today, how: 'together', carries: mail.carries });
    };
    looked.forEach(look);
    for (const happening of happenings) {
      if (happening.kind === 'leaves') leave(happening.reader);
      else look(all.push({ ...happening, owedOn: index }) - 1);
    }
    [...mails.keys()].forEach(leave);
    // What could not leave on its day is looked at again on the next.
    for (const { hasLeft, carries } of mails.values()) if (!hasLeft) waiting.push(...carries);
  }
  return { sent, all };
}

describe('the rule of the digest', () => {
  it('sends a reader one routine mail a day, everything that is owed in exactly one mail, and what is urgent alone', () => {
    fc.assert(
      fc.property(anyYear(fc.boolean()), (year) => {
        const { sent, all } = play(year);
        expect(sent.flatMap(({ carries }) => carries).sort((a, b) => a - b)).toEqual(all.map((_, no) => no));
        const routine = sent.filter(({ how }) => how === 'together').map(({ reader, on }) => `${reader} ${on}`);
        expect(new Set(routine).size).toBe(routine.length);
        for (const { how, on, carries } of sent)
          for (const no of carries) {
            const { template, data } = all[no] ?? { template: '', data: {} };
            if (how === 'together') expect(urgencyOf(template, data, on)).toBe('routine');
          }
      }),
      { numRuns: 500 },
    );
  });

  it('never tells anything later than its day, if it was owed before it and the mail server is there', () => {
    fc.assert(
      fc.property(anyYear(fc.constant(false)), (year) => {
        const { sent, all } = play(year);
        for (const { on, carries } of sent)
          for (const no of carries) {
            const { template, data, owedOn } = all[no] ?? { template: '', data: {}, owedOn: 0 };
            const wasInTime = urgencyOf(template, data, dayAt(owedOn)) === 'routine';
            // Whatever leaves after the day on which it was owed leaves before its own.
            if (on > dayAt(owedOn)) expect(wasInTime && urgencyOf(template, data, on) === 'routine').toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('sends alone only what is urgent, or would be by the next sending day', () => {
    const reminder = { dueAt: helsinkiInstant(civilDate('2026-08-10'), '16:15') };
    const friday = { today: civilDate('2026-08-07'), nextOn: civilDate('2026-08-10') };
    expect(leavingOf('reminder', reminder, { ...friday, hasLeft: false })).toBe('together');
    expect(leavingOf('reminder', reminder, { ...friday, hasLeft: true })).toBe('alone');
    const thursday = { today: civilDate('2026-08-06'), nextOn: civilDate('2026-08-07') };
    expect(leavingOf('reminder', reminder, { ...thursday, hasLeft: true })).toBe('next-day');
    expect(leavingOf('overdue', reminder, { ...thursday, hasLeft: false })).toBe('alone');
    expect(leavingOf('receipt', reminder, { ...thursday, hasLeft: true })).toBe('alone');
  });
});
