import type { CivilDate } from '@app/domain';
import type { DatedContext, StepDate } from '../dated-steps/dated-context';
import { isTaken, taken } from '../dated-steps/taken-steps';
import type { Fact } from '../kernel/definition';
import type { TellChildIntent } from '../kernel/intents';
import type { DecisionNote, MovedMeetingsNote } from './decision-note';

/** What workflows share whose own matter goes through the county's bodies, each with a dated step of its own. */

/** The bodies of the county's handling order, by the date of their meeting. */
export const handlingSteps = ['hyteBoard', 'countyExecutive', 'countyCouncil'] as const;
export type HandlingStep = (typeof handlingSteps)[number];

type Steps = Pick<DatedContext<HandlingStep>, 'steps'>;
type WithBodies = { bodies: Record<HandlingStep, { id: string }> };
/** How often the matter has gone to the bodies: one that is rejected comes back. */
type Handled = { handlingNo: number };

/** The key of the present handling. */
export function handlingKey({ handlingNo }: Handled): string {
  return `handling-${handlingNo}`;
}

/** The step that a body's handling takes. */
export function stepOfBody({ bodies }: WithBodies, body: string): HandlingStep | undefined {
  return handlingSteps.find((step) => bodies[step].id === body);
}

/** The bodies' meetings that move while they have the matter. */
export function meetingsMoved(
  context: WithBodies & Handled & Steps,
  dates: Partial<Record<HandlingStep, { on: CivilDate } | undefined>>,
  reason: string,
): TellChildIntent[] {
  return handlingSteps.flatMap((step) => {
    const meetingOn = dates[step]?.on;
    if (meetingOn === undefined || isTaken(context, step)) return [];
    const data = { body: context.bodies[step].id, meetingOn, reason };
    return [{ key: handlingKey(context), command: 'reschedule', data }];
  });
}

/** The matter does not go on in the bodies. */
export function handlingEnded(context: Handled, reason: string): TellChildIntent[] {
  return [{ key: handlingKey(context), command: 'withdraw', data: { reason } }];
}

/** The dates of the bodies whose meetings moved, as the handling tells. One that nobody had dated stands because the body meets on it. */
export function movedByBodies(
  context: WithBodies & { dates: Partial<Record<HandlingStep, StepDate>> },
  { meetings }: MovedMeetingsNote,
): Partial<Record<HandlingStep, StepDate>> {
  return Object.fromEntries(
    meetings.flatMap(({ body, on }) => {
      const step = stepOfBody(context, body);
      return step && on !== null ? [[step, { basis: 'decided', ...context.dates[step], on }]] : [];
    }),
  );
}

/** What a body's decision adds: itself, and its step taken on the day of its meeting. */
export function withDecision(
  context: WithBodies & Steps & { decisions: DecisionNote[] },
  { data, on }: Fact<string, DecisionNote>,
) {
  const step = stepOfBody(context, data.body);
  return {
    decisions: [...context.decisions, data],
    ...(step && { steps: taken(context, step, data.meetingOn ?? on) }),
  };
}
