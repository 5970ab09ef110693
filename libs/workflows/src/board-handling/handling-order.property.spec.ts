import { addDays, civilDate, type CivilDate, helsinkiDate, helsinkiInstant, instant } from '@app/domain';
import * as fc from 'fast-check';
import type { Accepted } from '../kernel/decide';
import { advance, start } from '../kernel/decide';
import { fold } from '../kernel/fold';
import type { WorkflowEvent } from '../kernel/instance';
import { standing } from '../kernel/standing';
import { boardHandling } from './board-handling.workflow';
import type { HandlingContext } from './board-handling.context';
import { decisions } from './board-handling.data';

/** Whatever is decided, tabled, returned, moved and told in whatever order and however late, the order holds. */

const every = (days: number, from: string, times: number) =>
  Array.from({ length: times }, (_, no) => addDays(civilDate(from), no * days));
const body = (id: string, meetings: string[]) => ({
  id,
  name: { fi: id, sv: id },
  meetings,
  materialsDaysBefore: 7,
  extractDaysAfter: 4,
  presenter: null,
  plannedOn: null,
});
const bodies = [
  body('hyte-lautakunta', every(28, '2026-01-22', 6)),
  body('aluehallitus', every(21, '2026-01-19', 7)),
  body('aluevaltuusto', every(56, '2026-03-02', 4)),
];
const place = { id: '09.test', county: '09', parent: { id: '09.parent', key: 'test' } };
const begunAt = instant('2026-01-02T08:00:00+02:00');

const action = fc.record({
  name: fc.oneof(
    ...[
      { weight: 6, arbitrary: fc.constant('record-decision' as const) },
      { weight: 4, arbitrary: fc.constant('send-extract' as const) },
      { weight: 2, arbitrary: fc.constant('place-on-agenda' as const) },
      { weight: 3, arbitrary: fc.constant('reschedule' as const) },
      { weight: 1, arbitrary: fc.constant('mark-prepared' as const) },
    ],
  ),
  decision: fc.constantFrom(...decisions),
  body: fc.constantFrom(...bodies.map(({ id }) => id)),
  /** From the day on which the command is given. */
  day: fc.oneof(fc.integer({ min: -20, max: 0 }), fc.integer({ min: 0, max: 60 })),
  role: fc.constantFrom('workflow' as const, 'coordinator' as const),
});
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;
const history = fc.array(fc.record({ action, passing: fc.integer({ min: 0, max: 20 }) }), {
  maxLength: 25,
  size: 'max',
});
const preparedBy = fc.constantFrom('presenter', 'respondent');

function run(by: string, steps: { action: Action; passing: number }[]): Accepted[] {
  const begun = start(boardHandling, place, {
    name: 'start',
    data: {
      ...{
        organisation: by === 'presenter' ? '09' : '111',
        preparedBy: by,
        subject: 'wellbeing-report',
        about: '2025',
      },
      ...{ title: { fi: 'a', sv: 'b', en: 'c' }, bodies, due: null, proposal: null, document: null, closes: '16:15' },
    },
    actor: { id: 'parent', role: 'workflow' },
    commandId: 'start',
    now: begunAt,
  });
  if (!begun.accepted) throw new Error(begun.detail.en);
  const taken = [begun];
  let today = helsinkiDate(begunAt);
  for (const [no, { action: step, passing }] of steps.entries()) {
    today = addDays(today, passing);
    const { name, data, role } = commandOf(step, today);
    const decision = advance(boardHandling, (taken.at(-1) ?? begun).instance, {
      ...{ name, data, commandId: `${no}`, actor: { id: role, role } },
      now: helsinkiInstant(today, '12:00'),
    });
    if (decision.accepted) taken.push(decision);
  }
  return taken;
}

function commandOf({ name, decision, body: id, day, role }: Action, today: CivilDate) {
  const meetingOn = addDays(today, day);
  const data: Record<Action['name'], object> = {
    'record-decision': { decision, meetingOn, section: '1' },
    'send-extract': {},
    'place-on-agenda': { meetingOn },
    reschedule: { body: id, meetingOn, reason: 'Siirto.' },
    'mark-prepared': { proposal: 'a' },
  };
  // Only a meeting is ever moved by the parent.
  return { name, data: data[name], role: name === 'reschedule' ? role : ('coordinator' as const) };
}

const contextOf = ({ instance }: Accepted) => instance.context as unknown as HandlingContext;
const isSorted = (days: readonly string[]) => days.every((on, no) => no === 0 || (days[no - 1] ?? '') <= on);
const finals = ({ decisions: made }: HandlingContext) =>
  made.filter(({ decision }) => decision !== 'return' && decision !== 'table').map(({ body: id }) => id);

describe('any history of a handling', () => {
  it('keeps the meetings in the order of the bodies, and lets no body decide twice', () => {
    let ended = 0;
    fc.assert(
      fc.property(preparedBy, history, (by, steps) => {
        for (const step of run(by, steps)) {
          const context = contextOf(step);
          const ahead = context.bodies.slice(context.bodyNo).flatMap(({ meetingOn }) => meetingOn ?? []);
          // A case that was rejected or referred goes on to no later body: their meetings stand as they stood.
          const goesOn = !['reject', 'refer'].includes(context.decisions.at(-1)?.decision ?? '');
          if (goesOn && by === 'presenter') expect(isSorted(ahead)).toBe(true);
          expect(isSorted(context.decisions.map(({ meetingOn }) => meetingOn))).toBe(true);
          expect(finals(context)).toEqual(bodies.slice(0, finals(context).length).map(({ id }) => id));
          if (step.instance.status !== 'open') ended += 1;
        }
      }),
      { numRuns: 80, seed: 18 },
    );
    // Not only histories in which everything was refused.
    expect(ended).toBeGreaterThan(10);
  });

  it('ends, or waits for somebody who is told the meeting or asked for it; and is what its log says', () => {
    fc.assert(
      fc.property(preparedBy, history, (by, steps) => {
        const taken = run(by, steps);
        for (const step of taken) {
          const { instance } = step;
          const [waiting] = standing(boardHandling, instance).waitingFor;
          expect(instance.status !== 'open' || (waiting?.organisations.length ?? 0) > 0).toBe(true);
          expectDeadlineOfStep(step, by);
        }
        const events = taken.flatMap(({ events: some }) => some);
        const stored = JSON.parse(JSON.stringify(events)) as WorkflowEvent[];
        expect(fold(boardHandling as never, place, stored).differences).toEqual([]);
      }),
      { numRuns: 80, seed: 18 },
    );
  });
});

/** Where a meeting is known, a step of the county's own case has its date. */
function expectDeadlineOfStep(step: Accepted, by: string): void {
  const { instance } = step;
  const context = contextOf(step);
  if (by !== 'presenter' || instance.status !== 'open' || context.bodies[context.bodyNo]?.meetingOn === null) return;
  const running = Object.values(instance.deadlines).filter(({ status }) => status === 'open');
  expect([instance.state, running.length > 0]).toEqual([instance.state, true]);
}
