import { citations } from '@app/domain';
import { noForm, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { handlingChart } from './board-handling.chart';
import type { DecisionData, HandlingContext } from './board-handling.data';
import { agenda, decisionForm, extract, handlingInput, preparation } from './board-handling.data';

const staff = ['admin', 'coordinator'] as const;
const preparers = [...staff, 'respondent'] as const;

/** One case goes through bodies in a set order: the handling order of the year's negotiation and reports (612/2021 § 7). */
export const boardHandling = defineWorkflow<HandlingContext>({
  name: 'board-handling',
  version: 1,
  title: { fi: 'Toimielinkäsittely', sv: 'Behandling i organ', en: 'Handling in a body' },
  basis: citations.countyNegotiates,
  start: {
    event: 'HandlingStarted',
    title: { fi: 'Aloita toimielinkäsittely', sv: 'Inled behandlingen i organ', en: 'Start the handling' },
    schema: handlingInput,
    roles: ['workflow', ...staff],
  },
  chart: handlingChart,
  commands: {
    ...clockCommands,
    'mark-prepared': {
      title: { fi: 'Merkitse valmistelluksi', sv: 'Markera som beredd', en: 'Mark as prepared' },
      roles: preparers,
      schema: preparation,
      event: 'ItemPrepared',
    },
    'place-on-agenda': {
      title: { fi: 'Vie esityslistalle', sv: 'Ta upp på föredragningslistan', en: 'Place on the agenda' },
      roles: preparers,
      schema: agenda,
      event: 'PlacedOnAgenda',
    },
    'record-decision': {
      title: { fi: 'Kirjaa päätös', sv: 'Anteckna beslutet', en: 'Record the decision' },
      roles: preparers,
      schema: decisionForm,
      event: {
        oneOf: ['DecisionRecorded', 'ItemReturned', 'ItemTabled'],
        choose: ({ decision }: DecisionData) =>
          decision === 'return' ? 'ItemReturned' : decision === 'table' ? 'ItemTabled' : 'DecisionRecorded',
      },
    },
    'send-extract': {
      title: { fi: 'Merkitse ote lähetetyksi', sv: 'Markera utdraget som sänt', en: 'Mark the extract as sent' },
      roles: preparers,
      schema: extract,
      event: {
        oneOf: ['ExtractSent', 'SentToNextBody'],
        choose: (_: object, { bodies, bodyNo }) => (bodyNo + 1 < bodies.length ? 'SentToNextBody' : 'ExtractSent'),
      },
    },
    escalate: {
      title: { fi: 'Vie johtajalle', sv: 'För till ledningen', en: 'Escalate to the manager' },
      roles: staff,
      schema: noForm,
      event: 'HandlingEscalated',
    },
    withdraw: {
      title: { fi: 'Peru käsittely', sv: 'Återta ärendet', en: 'Withdraw the case' },
      roles: ['workflow', ...staff],
      schema: reasonForm,
      event: 'HandlingWithdrawn',
    },
  },
  refusals: {},
  deadlines: {
    handling: { title: { fi: 'Käsittely tehty', sv: 'Behandlat senast', en: 'Handled by' } },
    materials: { title: { fi: 'Aineisto valmis', sv: 'Handlingarna klara', en: 'Materials ready' } },
    extract: { title: { fi: 'Ote lähetetty', sv: 'Utdraget sänt', en: 'Extract sent' } },
  },
  mails: [
    'board-item',
    'board-step-due',
    'board-step-overdue',
    'acknowledgement',
    'acknowledgement-reminder',
    'acknowledgement-overdue',
    'escalation-proposed',
    'escalation',
    'cancelled',
  ],
  parties: ({ organisation, county }) => ({ preparer: [organisation], manager: [organisation], coordinator: [county] }),
  concerns: ({ organisation }) => [organisation],
});
