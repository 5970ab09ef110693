import { sendingTimeOnOrAfter } from '@app/domain';
import { assign, setup } from 'xstate';
import type { z } from 'zod';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { reachAnew, reachedBy, reachedByAct, reachFound, reachMissing } from '../reach';
import { state } from '../state-meta';
import type {
  announcement,
  Answer,
  assignment,
  completion,
  registration,
  RequestContext,
  RequestInput,
  Rescheduling,
  Takeover,
} from './information-request.data';
import {
  answerDeadline,
  rescheduledTo,
  whyDatesStay,
  withDatesAround,
  whyNotReceivedThen,
} from './information-request.dates';
import {
  asked,
  completionAsked,
  escalated,
  escalationMade,
  filed,
  handedOver,
  negotiationMoved,
  outcome,
  receipt,
  reminded,
  rescheduled,
  withdrawn,
} from './information-request.mails';
import {
  type AnswerShared,
  metByShared,
  publishedAnswer,
  sharedReceipt,
  withShared,
} from './information-request.sharing';
import { type HandOver, mostHandOvers, withHandOver, withoutHandOver } from './information-request.hand-over';
import { askedAnew, dateOfNewRespondent, passedDateOfNewRespondent, takenOver } from './information-request.takeover';

type Facts =
  | Fact<'RequestAssigned', z.infer<typeof assignment>>
  | Fact<'HandlingAnnounced', z.infer<typeof announcement>>
  | Fact<'ReceiptConfirmed'>
  | Fact<'AnswerReceived', Answer>
  | Fact<'AnswerCorrected', Answer>
  | Fact<'RequestHandedOver', HandOver>
  | Fact<'HandOverTakenBack'>
  | Fact<'AnswerShared', AnswerShared>
  | Fact<'SharedAnswerCorrected', AnswerShared>
  | Fact<'AnswerRegistered', z.infer<typeof registration>>
  | Fact<'AnswerAccepted'>
  | Fact<'CompletionRequested', z.infer<typeof completion>>
  | Fact<'RequestEscalated'>
  | Fact<'RequestRescheduled', Rescheduling>
  | Fact<'DatesNoted', Rescheduling>
  | Fact<'RequestTakenOver', Takeover>
  | Fact<'RequestClosed'>
  | Fact<'RequestWithdrawn', { reason: string }>
  | Fact<'UnansweredWithdrawn', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>
  | Fact<'EscalationFellDue', ReminderFellDue>;

const request = setup({
  types: { context: {} as RequestContext, input: {} as Started<RequestInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    hasComeBy: ({ context, event }) => event.type !== 'AnswerReceived' || whyNotReceivedThen(context, event) === null,
    comesAfterAsking: ({ context, event }) =>
      event.type !== 'HandlingAnnounced' || event.data.meetingOn >= context.askedOn,
    mayHandOver: ({ context }) => context.handOvers < mostHandOvers,
    isHandedOver: ({ context }) => context.handedOverOn !== null,
    completionInTime: ({ context, event }) =>
      event.type !== 'CompletionRequested' || (event.on < event.data.dueOn && event.data.dueOn <= context.lastOn),
    datesMayMove: ({ context, event }) =>
      (event.type !== 'RequestRescheduled' && event.type !== 'DatesNoted') || whyDatesStay(context, event) === null,
  },
});

type Moved = { context: RequestContext; event: Fact<'RequestRescheduled', Rescheduling> };

/** The reply date moves, with its reminders; who is told of it knows the old one. */
const moveReplyDate = [
  { type: 'notify' as const, params: ({ context, event }: Moved) => rescheduled(context, event) },
  request.assign(({ context, event }) => rescheduledTo(context, event as Moved['event'])),
  { type: 'setDeadline' as const, params: ({ context }: Moved) => answerDeadline(context) },
];

type Noted = { context: RequestContext; event: Fact<'DatesNoted', Rescheduling> };

/** Only what comes after the answer has moved. */
const noteDates = {
  guard: 'datesMayMove' as const,
  actions: [
    { type: 'notify' as const, params: ({ context, event }: Noted) => negotiationMoved(context, event) },
    request.assign(({ context, event }) => withDatesAround(context, (event as Noted['event']).data)),
  ],
};

type Shared = { context: RequestContext; event: Fact<string, AnswerShared> };

/** Answered by what the same organisation has answered to another request. */
const takeShared = {
  target: '#information-request.received' as const,
  actions: [
    request.assign(({ context, event }) => withShared(context, event as Shared['event'])),
    { type: 'notify' as const, params: ({ context, event }: Shared) => sharedReceipt(context, event) },
    { type: 'tellParent' as const, params: ({ context }: Shared) => outcome(context, 'answered') },
    { type: 'endDeadline' as const, params: ({ event }: Shared) => metByShared(event) },
    { type: 'closeTask' as const, params: ({ context }: Shared) => reachFound(context) },
  ],
};

/** requested → answered → registered → accepted; or overdue → escalated → missed; or returned for completion. */
export const requestChart = request.createMachine({
  id: 'information-request',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    askedOn: input.on,
    askLeavesAt: sendingTimeOnOrAfter(input.at),
    history: [{ what: 'asked', on: input.on }],
    assignedTo: null,
    handOvers: 0,
    handedOverOn: null,
    announced: null,
    answer: null,
    reached: null,
    sharedFrom: null,
    completion: null,
    caseNumber: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Odottaa vastausta', 'Väntar på svar', 'Awaiting an answer', 'respondent', 'answer'),
      // Asked once: a request that comes back from overdue, or from completion, is not asked anew.
      initial: { target: 'requested', actions: { type: 'notify', params: ({ context }) => asked(context) } },
      entry: { type: 'setDeadline', params: ({ context }) => answerDeadline(context) },
      on: {
        RequestAssigned: { actions: assign({ assignedTo: ({ event }) => event.data.contact }) },
        HandlingAnnounced: {
          guard: 'comesAfterAsking',
          actions: [
            assign(({ context, event }) => ({ ...reachedByAct(context, event), announced: event.data })),
            { type: 'closeTask', params: ({ context }) => reachFound(context) },
          ],
        },
        ReceiptConfirmed: {
          actions: [
            assign(({ context, event }) => reachedBy(context, 'confirmed', event.on)),
            { type: 'closeTask', params: ({ context }) => reachFound(context) },
          ],
        },
        RequestHandedOver: {
          guard: 'mayHandOver',
          actions: [
            assign(({ context, event }) => withHandOver(context, event)),
            { type: 'notify', params: ({ context, event }) => handedOver(context, event) },
            { type: 'setDeadline', params: ({ context, event }) => dateOfNewRespondent(context, event) },
            { type: 'readdress', params: ({ context, event }) => passedDateOfNewRespondent(context, event) },
          ],
        },
        HandOverTakenBack: {
          guard: 'isHandedOver',
          actions: [
            assign(({ context, event }) => withoutHandOver(context, event)),
            { type: 'notify', params: ({ context, event }) => askedAnew(context, event) },
            { type: 'setDeadline', params: ({ context, event }) => dateOfNewRespondent(context, event) },
            { type: 'readdress', params: ({ context, event }) => passedDateOfNewRespondent(context, event) },
          ],
        },
        AnswerReceived: {
          guard: 'hasComeBy',
          target: 'received',
          actions: [
            // What the registry has had before the answer is known before it is taken in.
            { type: 'notify', params: ({ context, event }) => [receipt(context, event), ...filed(context, event)] },
            assign(({ context, event }) => answered(context, event)),
            { type: 'tellParent', params: ({ context }) => outcome(context, 'answered') },
            { type: 'endDeadline', params: ({ event }) => met('answer', event.data.receivedOn) },
            { type: 'closeTask', params: ({ context }) => reachFound(context) },
            { type: 'publish', params: ({ context }) => publishedAnswer(context) },
          ],
        },
        ReminderFellDue: {
          actions: [
            { type: 'notify', params: ({ context, event }) => reminded(context, event) },
            { type: 'openTask', params: ({ context, event }) => reachMissing(context, event) },
            assign({ history: ({ context, event }) => [...context.history, ...sent(event)] }),
          ],
        },
        // The matter is with the manager already, or its answer is only to be completed.
        EscalationFellDue: {},
        RequestRescheduled: { guard: 'datesMayMove', target: '.requested', actions: moveReplyDate },
        DatesNoted: noteDates,
        RequestTakenOver: {
          actions: [
            assign(({ context, event }) => takenOver(context, event)),
            { type: 'notify', params: ({ context, event }) => askedAnew(context, event) },
            { type: 'setDeadline', params: ({ context, event }) => dateOfNewRespondent(context, event) },
            { type: 'readdress', params: ({ context, event }) => passedDateOfNewRespondent(context, event) },
            { type: 'closeTask', params: reachAnew },
          ],
        },
        DeadlinePassed: '.overdue',
        RequestClosed: 'missed',
        RequestWithdrawn: 'withdrawn',
        // Who takes no part any more is asked for nothing; what it has answered stays, so there is no such way out of `received`.
        UnansweredWithdrawn: 'withdrawn',
      },
      states: {
        requested: {
          meta: state('Pyydetty', 'Begärd', 'Requested', 'respondent'),
          on: { AnswerShared: takeShared },
        },
        overdue: {
          meta: state('Vastauspäivä on kulunut', 'Svarsdagen har passerat', 'Overdue', 'respondent'),
          on: {
            AnswerShared: takeShared,
            RequestEscalated: 'escalated',
            // The county has said that its requests go to the manager by themselves; the coordinator is told of it.
            EscalationFellDue: {
              target: 'escalated',
              actions: { type: 'notify', params: ({ context }) => escalationMade(context) },
            },
          },
        },
        escalated: {
          meta: state('Viety johtajalle', 'Förd till ledningen', 'Escalated to the manager', 'manager'),
          entry: { type: 'notify', params: ({ context }) => escalated(context) },
          on: { AnswerShared: takeShared },
        },
        returned: {
          meta: state('Odottaa täydennystä', 'Väntar på komplettering', 'Awaiting completion', 'respondent'),
          entry: { type: 'notify', params: ({ context }) => completionAsked(context) },
          // What was answered stands, even if it is never completed.
          on: {
            DeadlinePassed: {},
            SharedAnswerCorrected: takeShared,
            RequestClosed: '#information-request.accepted',
            UnansweredWithdrawn: '#information-request.accepted',
            RequestRescheduled: { guard: 'datesMayMove', actions: moveReplyDate },
          },
        },
      },
    },
    received: {
      meta: state('Vastattu', 'Besvarat', 'Answered', 'coordinator'),
      initial: 'answered',
      on: {
        AnswerAccepted: 'accepted',
        // What has been corrected is registered anew.
        AnswerCorrected: {
          target: '.answered',
          actions: [
            { type: 'notify', params: ({ context, event }) => [receipt(context, event), ...filed(context, event)] },
            assign(({ context, event }) => corrected(context, event)),
            { type: 'tellParent', params: ({ context }) => outcome(context, 'answered') },
            { type: 'publish', params: ({ context }) => publishedAnswer(context) },
          ],
        },
        CompletionRequested: {
          guard: 'completionInTime',
          target: 'open.returned',
          actions: assign({ dueOn: ({ event }) => event.data.dueOn, completion: ({ event }) => event.data }),
        },
        DatesNoted: noteDates,
        SharedAnswerCorrected: {
          actions: [
            assign(({ context, event }) => withShared(context, event)),
            { type: 'tellParent', params: ({ context }) => outcome(context, 'answered') },
          ],
        },
        RequestClosed: 'accepted',
        RequestWithdrawn: 'withdrawn',
      },
      states: {
        answered: {
          meta: state(
            'Vastattu, odottaa kirjaamista',
            'Besvarat, väntar på registrering',
            'Answered, awaiting registration',
            'coordinator',
          ),
          on: {
            AnswerRegistered: {
              target: 'registered',
              actions: assign({ caseNumber: ({ context, event }) => event.data.caseNumber ?? context.caseNumber }),
            },
          },
        },
        registered: {
          meta: state(
            'Kirjattu, odottaa hyväksymistä',
            'Registrerat, väntar på godkännande',
            'Registered, awaiting acceptance',
            'coordinator',
          ),
        },
      },
    },
    accepted: { type: 'final', meta: state('Hyväksytty', 'Godkänd', 'Accepted', null) },
    missed: {
      type: 'final',
      meta: state('Jäi vastaamatta', 'Obesvarad', 'Not answered', null),
      entry: { type: 'tellParent', params: ({ context }) => outcome(context, 'missed') },
    },
    withdrawn: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Återtagen', 'Withdrawn', null),
      entry: [
        { type: 'notify', params: ({ context, event }) => withdrawn(context, event) },
        { type: 'tellParent', params: ({ context }) => outcome(context, 'withdrawn') },
      ],
    },
  },
});

/** A correction takes the place of what was answered, which keeps its day. */
function corrected(context: RequestContext, { data, on }: Fact<string, Answer>): RequestContext {
  const answer = { ...data, on: context.answer?.on ?? on, givenBy: context.organisation };
  return { ...context, answer, sharedFrom: null };
}

/** A completion adds to the first answer, which keeps its day: whoever answered in time has answered in time. */
function completed(
  { answer, organisation }: RequestContext,
  { data, on }: Fact<'AnswerReceived', Answer>,
): RequestContext['answer'] {
  if (!answer) return { ...data, on: data.receivedOn ?? on, givenBy: organisation };
  const { documents: more = [] } = data;
  const documents = [...(answer.documents ?? []), ...more];
  return {
    ...answer,
    ...data,
    answers: { ...answer.answers, ...data.answers },
    ...(documents.length > 0 && { documents }),
    late: answer.late,
    on: answer.on,
    givenBy: answer.givenBy,
  };
}

function answered(context: RequestContext, event: Fact<'AnswerReceived', Answer>): RequestContext {
  const answer = completed(context, event);
  return { ...reachedBy(context, 'answered', event.on), answer, completion: null, sharedFrom: null };
}

/** What a reminder adds to the history: only what went to the respondent. */
function sent({ data, on }: Fact<'ReminderFellDue', ReminderFellDue>): RequestContext['history'] {
  if (data.audience !== 'respondent' && data.audience !== 'respondent-and-deputy') return [];
  return [{ what: data.template === 'overdue' ? 'overdue' : 'reminded', on }];
}
