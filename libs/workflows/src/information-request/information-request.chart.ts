import { helsinkiInstant } from '@app/domain';
import { assign, setup } from 'xstate';
import type { z } from 'zod';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import type {
  announcement,
  Answer,
  assignment,
  completion,
  registration,
  RequestContext,
  RequestInput,
} from './information-request.data';
import { asked, completionAsked, escalated, outcome, receipt, reminded, withdrawn } from './information-request.mails';

type Facts =
  | Fact<'RequestAssigned', z.infer<typeof assignment>>
  | Fact<'HandlingAnnounced', z.infer<typeof announcement>>
  | Fact<'AnswerReceived', Answer>
  | Fact<'AnswerRegistered', z.infer<typeof registration>>
  | Fact<'AnswerAccepted'>
  | Fact<'CompletionRequested', z.infer<typeof completion>>
  | Fact<'RequestEscalated'>
  | Fact<'RequestClosed'>
  | Fact<'RequestWithdrawn', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** requested → (assigned, announced) → answered → registered → accepted; or overdue → escalated → missed; or returned for completion. */
export const requestChart = setup({
  types: { context: {} as RequestContext, input: {} as Started<RequestInput>, events: {} as Facts },
  actions: intentActions,
}).createMachine({
  id: 'information-request',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    history: [{ what: 'asked', on: input.on }],
    assignedTo: null,
    announced: null,
    answer: null,
    completion: null,
    caseNumber: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Odottaa vastausta', 'Väntar på svar', 'Awaiting an answer', 'respondent'),
      initial: 'requested',
      entry: {
        type: 'setDeadline',
        params: ({ context: { dueOn, closes, basis, completion: sentBack } }) => ({
          name: 'answer',
          dueOn,
          dueAt: helsinkiInstant(dueOn, closes),
          basis,
          ladder: sentBack ? ('completion' as const) : ('answer' as const),
        }),
      },
      on: {
        RequestAssigned: { target: '.assigned', actions: assign({ assignedTo: ({ event }) => event.data.contact }) },
        HandlingAnnounced: { target: '.announced', actions: assign({ announced: ({ event }) => event.data }) },
        AnswerReceived: {
          target: 'received',
          actions: [
            assign({ answer: ({ event }) => ({ ...event.data, on: event.on }) }),
            { type: 'notify', params: ({ context, event }) => receipt(context, event) },
            { type: 'tellParent', params: ({ context }) => outcome(context, 'answered') },
            { type: 'endDeadline', params: met('answer') },
          ],
        },
        ReminderFellDue: {
          actions: [
            { type: 'notify', params: ({ context, event }) => reminded(context, event.data) },
            assign({ history: ({ context, event }) => [...context.history, ...sent(event)] }),
          ],
        },
        DeadlinePassed: '.overdue',
        RequestClosed: 'missed',
        RequestWithdrawn: 'withdrawn',
      },
      states: {
        requested: {
          meta: state('Pyydetty', 'Begärt', 'Requested', 'respondent'),
          entry: { type: 'notify', params: ({ context }) => asked(context) },
        },
        assigned: { meta: state('Osoitettu vastaajalle', 'Tilldelat', 'Assigned to a person', 'respondent') },
        announced: {
          meta: state(
            'Toimielimen käsittely ilmoitettu',
            'Behandling i organ anmäld',
            'Handling announced',
            'respondent',
          ),
        },
        overdue: {
          meta: state('Vastauspäivä on kulunut', 'Svarsdagen har gått ut', 'Overdue', 'respondent'),
          on: { RequestEscalated: 'escalated' },
        },
        escalated: {
          meta: state('Viety johtajalle', 'Fört till ledningen', 'Escalated to the manager', 'manager'),
          entry: { type: 'notify', params: ({ context }) => escalated(context) },
        },
        returned: {
          meta: state('Odottaa täydennystä', 'Väntar på komplettering', 'Awaiting completion', 'respondent'),
          entry: { type: 'notify', params: ({ context }) => completionAsked(context) },
          // What was answered stands, even if it is never completed.
          on: { DeadlinePassed: {}, RequestClosed: '#information-request.accepted' },
        },
      },
    },
    received: {
      meta: state('Vastattu', 'Besvarat', 'Answered', 'coordinator'),
      initial: 'answered',
      on: {
        AnswerAccepted: 'accepted',
        CompletionRequested: {
          target: 'open.returned',
          actions: assign({ dueOn: ({ event }) => event.data.dueOn, completion: ({ event }) => event.data }),
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
              actions: assign({ caseNumber: ({ event }) => event.data.caseNumber ?? null }),
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
    accepted: { type: 'final', meta: state('Hyväksytty', 'Godkänt', 'Accepted', null) },
    missed: {
      type: 'final',
      meta: state('Jäi vastaamatta', 'Obesvarat', 'Not answered', null),
      entry: { type: 'tellParent', params: ({ context }) => outcome(context, 'missed') },
    },
    withdrawn: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Återtaget', 'Withdrawn', null),
      entry: { type: 'notify', params: ({ context, event }) => withdrawn(context, event) },
    },
  },
});

/** What a reminder adds to the history: only what went to the respondent. */
function sent({ data, on }: Fact<'ReminderFellDue', ReminderFellDue>): RequestContext['history'] {
  if (data.audience !== 'respondent') return [];
  return [{ what: data.rung === 'overdue' ? 'overdue' : 'reminded', on }];
}
