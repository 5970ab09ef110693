import { citations, helsinkiInstant } from '@app/domain';
import { noForm, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { requestChart } from './information-request.chart';
import type { RequestContext } from './information-request.data';
import {
  announcement,
  answerForm,
  assignment,
  completion,
  registration,
  requestInput,
} from './information-request.data';

const staff = ['admin', 'coordinator'] as const;

/**
 * One organisation is asked for one answer by one date. To take part in the negotiation is a municipality's duty
 * (612/2021 § 6); to answer the advance assignment is not, so the reply date is `requested`, never a statutory time limit.
 */
export const informationRequest = defineWorkflow<RequestContext>({
  name: 'information-request',
  version: 1,
  title: { fi: 'Tietopyyntö', sv: 'Begäran om uppgifter', en: 'Information request' },
  basis: citations.countyNegotiates,
  start: {
    event: 'InformationRequested',
    title: { fi: 'Pyydä vastaus', sv: 'Be om svar', en: 'Ask for an answer' },
    schema: requestInput,
    roles: ['workflow', ...staff],
  },
  chart: requestChart,
  commands: {
    ...clockCommands,
    assign: {
      title: { fi: 'Osoita vastaajalle', sv: 'Tilldela en person', en: 'Assign to a person' },
      roles: staff,
      schema: assignment,
      event: 'RequestAssigned',
    },
    'announce-handling': {
      title: {
        fi: 'Ilmoita toimielimen käsittelystä',
        sv: 'Anmäl behandling i organ',
        en: 'Announce the handling in a body',
      },
      roles: [...staff, 'respondent'],
      schema: announcement,
      event: 'HandlingAnnounced',
    },
    'record-answer': {
      title: { fi: 'Lähetä vastaus', sv: 'Skicka svaret', en: 'Give the answer' },
      roles: [...staff, 'respondent'],
      schema: ({ questions }) => answerForm(questions),
      event: 'AnswerReceived',
      record: (data: object, { context: { dueOn, closes }, now, actor }) => ({
        ...data,
        late: now >= helsinkiInstant(dueOn, closes),
        onBehalf: actor.role !== 'respondent',
      }),
    },
    'register-answer': {
      title: { fi: 'Kirjaa vastaus', sv: 'Registrera svaret', en: 'Register the answer' },
      roles: staff,
      schema: registration,
      event: 'AnswerRegistered',
    },
    'accept-answer': {
      title: { fi: 'Hyväksy vastaus', sv: 'Godkänn svaret', en: 'Accept the answer' },
      roles: staff,
      schema: noForm,
      event: 'AnswerAccepted',
    },
    'return-for-completion': {
      title: { fi: 'Pyydä täydennystä', sv: 'Begär komplettering', en: 'Return for completion' },
      roles: staff,
      schema: completion,
      event: 'CompletionRequested',
    },
    escalate: {
      title: { fi: 'Vie johtajalle', sv: 'För till ledningen', en: 'Escalate to the manager' },
      roles: staff,
      schema: noForm,
      event: 'RequestEscalated',
    },
    'close-request': {
      title: { fi: 'Päätä pyyntö', sv: 'Avsluta begäran', en: 'Close the request' },
      roles: ['workflow'],
      schema: noForm,
      event: 'RequestClosed',
    },
    withdraw: {
      title: { fi: 'Peru pyyntö', sv: 'Återta begäran', en: 'Withdraw the request' },
      roles: ['workflow', ...staff],
      schema: reasonForm,
      event: 'RequestWithdrawn',
    },
  },
  refusals: {},
  deadlines: { answer: { title: { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' } } },
  mails: [
    'advance-assignment',
    'reminder',
    'overdue',
    'escalation-proposed',
    'escalation',
    'receipt',
    'completion-request',
    'cancelled',
  ],
  parties: ({ organisation, county }) => ({
    respondent: [organisation],
    manager: [organisation],
    coordinator: [county],
  }),
  concerns: ({ organisation }) => [organisation],
});
