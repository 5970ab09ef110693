import { noForm, reasonForm } from '../fields';
import { escalatingClockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { handlingChart } from './board-handling.chart';
import { confirmReceipt } from '../reach';
import { askedOn } from './board-handling.dates';
import type { HandlingContext } from './board-handling.context';
import { handlingInput } from './board-handling.data';
import type { CountyDecision } from './board-handling.forms';
import * as forms from './board-handling.forms';
import { handlingMeetings, preparer } from './board-handling.meetings';
import { endsOrder } from './board-handling.order';
import { refusals } from './board-handling.refusals';

const staff = ['admin', 'coordinator'] as const;
const preparers = [...staff, 'respondent'] as const;

/** One case goes through bodies in a set order, the county's own or a municipality's. Who starts it knows whether an act requires it. */
export const boardHandling = defineWorkflow<HandlingContext>({
  name: 'board-handling',
  version: 1,
  title: { fi: 'Toimielinkäsittely', sv: 'Behandling i organet', en: 'Handling in a body' },
  basis: null,
  start: {
    event: 'HandlingStarted',
    title: { fi: 'Aloita toimielinkäsittely', sv: 'Inled behandlingen i organet', en: 'Start the handling' },
    schema: handlingInput,
    roles: ['workflow', ...staff],
  },
  chart: handlingChart,
  commands: {
    ...escalatingClockCommands,
    'confirm-receipt': {
      ...confirmReceipt,
      offeredWhen: ({ reached, preparedBy }) => reached === null && preparedBy === 'respondent',
    },
    'mark-prepared': {
      title: { fi: 'Merkitse valmistelluksi', sv: 'Markera som beredd', en: 'Mark as prepared' },
      roles: preparers,
      schema: ({ preparedBy }) => (preparedBy === 'presenter' ? forms.countyPreparation : forms.municipalPreparation),
      event: 'ItemPrepared',
    },
    'place-on-agenda': {
      title: { fi: 'Vie esityslistalle', sv: 'Ta upp på föredragningslistan', en: 'Place on the agenda' },
      roles: preparers,
      schema: forms.agenda,
      event: 'PlacedOnAgenda',
    },
    'record-decision': {
      title: { fi: 'Kirjaa päätös', sv: 'Anteckna beslutet', en: 'Record the decision' },
      roles: preparers,
      schema: ({ preparedBy }) => (preparedBy === 'presenter' ? forms.countyDecision : forms.municipalDecision),
      event: {
        oneOf: ['DecisionRecorded', 'DecisionReported', 'LastDecisionReported', 'ItemReturned', 'ItemTabled'],
        choose: (data: CountyDecision, context) => {
          if (data.decision === 'return') return 'ItemReturned';
          if (data.decision === 'table') return 'ItemTabled';
          if (context.preparedBy === 'presenter') return 'DecisionRecorded';
          return endsOrder(context, data) ? 'LastDecisionReported' : 'DecisionReported';
        },
      },
    },
    'send-extract': {
      title: { fi: 'Merkitse ote lähetetyksi', sv: 'Markera utdraget som sänt', en: 'Mark the extract as sent' },
      roles: preparers,
      schema: forms.extract,
      event: {
        oneOf: ['ExtractSent', 'SentToNextBody'],
        // A case that is rejected or referred elsewhere does not go on in this order.
        choose: (_: object, context) => {
          const last = context.decisions.at(-1);
          return !last || endsOrder(context, last) ? 'ExtractSent' : 'SentToNextBody';
        },
      },
    },
    escalate: {
      title: { fi: 'Vie johtajalle', sv: 'För till ledningen', en: 'Escalate to the manager' },
      roles: staff,
      schema: noForm,
      event: 'HandlingEscalated',
    },
    reschedule: {
      title: { fi: 'Siirrä käsittelyä', sv: 'Flytta behandlingen', en: 'Move the handling' },
      roles: ['workflow', ...staff],
      schema: forms.rescheduling,
      event: 'HandlingRescheduled',
      whilePaused: true,
    },
    succeed: {
      title: { fi: 'Siirrä seuraajalle', sv: 'Överför till efterträdaren', en: 'Pass on to the successor' },
      roles: ['workflow'],
      schema: forms.takeover,
      event: 'HandlingTakenOver',
    },
    'close-handling': {
      title: { fi: 'Päätä käsittelyn seuranta', sv: 'Avsluta uppföljningen', en: 'Close the handling' },
      roles: ['workflow', ...staff],
      schema: noForm,
      event: 'HandlingClosed',
    },
    withdraw: {
      title: { fi: 'Peru käsittely', sv: 'Återta ärendet', en: 'Withdraw the case' },
      roles: ['workflow', ...staff],
      schema: reasonForm,
      event: 'HandlingWithdrawn',
      whilePaused: true,
    },
  },
  refusals,
  deadlines: {
    handling: {
      title: { fi: 'Asia käsitelty', sv: 'Ärendet behandlat', en: 'Matter handled' },
      askedOf: preparer,
    },
    decision: {
      title: { fi: 'Päätös kirjattu', sv: 'Beslutet antecknat', en: 'Decision recorded' },
      askedOf: preparer,
    },
    materials: { title: { fi: 'Aineisto valmis', sv: 'Handlingarna klara', en: 'Materials ready' }, askedOf: preparer },
    extract: { title: { fi: 'Ote lähetetty', sv: 'Utdraget sänt', en: 'Extract sent' }, askedOf: preparer },
  },
  mails: [
    'board-item',
    'board-step-due',
    'board-step-overdue',
    'board-rescheduled',
    'handling-order-moved',
    'acknowledgement',
    'acknowledgement-reminder',
    'acknowledgement-overdue',
    'receipt',
    'registry-copy',
    'escalation-proposed',
    'nobody-reached',
    'escalation',
    'escalation-made',
    'rescheduled',
    'cancelled',
  ],
  parties: ({ organisation, county }) => ({ preparer: [organisation], manager: [organisation], coordinator: [county] }),
  concerns: ({ organisation }) => [organisation],
  // Whoever prepares for the county's own bodies is not asked from outside.
  reach: (context) => {
    const { organisation, preparedBy, reached, history } = context;
    const asked = askedOn(context) ?? history[0]?.on;
    return preparedBy === 'respondent' && asked ? { organisation, askedOn: asked, reached } : null;
  },
  matter: ({ title }) => title,
  meetings: handlingMeetings,
  records: {
    DecisionRecorded: {
      makes: 'decision',
      ...publicForEver,
      caseNumber: ({ caseNumber }: { caseNumber?: string | null }) => caseNumber,
    },
    DecisionReported: {
      makes: 'decision',
      ...publicForEver,
      caseNumber: ({ caseNumber }: { caseNumber?: string | null }) => caseNumber,
    },
    LastDecisionReported: {
      makes: 'decision',
      ...publicForEver,
      caseNumber: ({ caseNumber }: { caseNumber?: string | null }) => caseNumber,
    },
  },
});
