import { label, noForm, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import type { Fact, Refusal } from '../kernel/definition';
import { defineWorkflow } from '../kernel/definition';
import { handlingChart } from './board-handling.chart';
import type { DecisionData, HandlingContext, Rescheduling } from './board-handling.data';
import {
  agenda,
  decisionForm,
  extract,
  handlingInput,
  preparation,
  rescheduling,
  takeover,
} from './board-handling.data';
import { handlingMeetings, preparer } from './board-handling.meetings';
import { whyDateStays } from './board-handling.moves';

const staff = ['admin', 'coordinator'] as const;
const preparers = [...staff, 'respondent'] as const;

const refusals: Record<string, Refusal<HandlingContext>> = {
  notInTheFuture: {
    code: 'too-early',
    detail: () =>
      label(
        'Kokouspäivä on vielä edessä. Kirjaa päätös, kun kokous on pidetty.',
        'Sammanträdesdagen har inte kommit ännu. Anteckna beslutet när sammanträdet har hållits.',
        'The day of the meeting is still ahead. Record the decision once the meeting has been held.',
      ),
  },
  dateMayMove: {
    codes: ['nothing-changes', 'in-the-past'],
    why: (context, fact) => whyDateStays(context, fact as Fact<string, Rescheduling>),
  },
  overdueAndNotEscalated: {
    code: 'not-overdue',
    detail: ({ due }) =>
      label(
        `Asian voi viedä johtajalle kerran, kun vastauspäivä (${due?.on ?? 'ei asetettu'}) on mennyt.`,
        `Ärendet kan föras till ledningen en gång, när svarsdagen (${due?.on ?? 'inte utsatt'}) har passerat.`,
        `The case can be escalated once, after the reply date (${due?.on ?? 'none'}) has passed.`,
      ),
  },
};

/** One case goes through bodies in a set order. No act requires the handling of the negotiation's result; the parties ask for it. */
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
        oneOf: ['DecisionRecorded', 'AcknowledgementRecorded', 'ItemReturned', 'ItemTabled'],
        choose: ({ decision }: DecisionData, { preparedBy }) => {
          if (decision === 'return') return 'ItemReturned';
          if (decision === 'table') return 'ItemTabled';
          return preparedBy === 'respondent' ? 'AcknowledgementRecorded' : 'DecisionRecorded';
        },
      },
    },
    'send-extract': {
      title: { fi: 'Merkitse ote lähetetyksi', sv: 'Markera utdraget som sänt', en: 'Mark the extract as sent' },
      roles: preparers,
      schema: extract,
      event: {
        oneOf: ['ExtractSent', 'SentToNextBody'],
        // A case that is rejected or referred elsewhere does not go on in this order.
        choose: (_: object, { bodies, bodyNo, decisions }) => {
          const ended = ['reject', 'refer'].includes(decisions.at(-1)?.decision ?? '');
          return bodyNo + 1 < bodies.length && !ended ? 'SentToNextBody' : 'ExtractSent';
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
      schema: rescheduling,
      event: 'HandlingRescheduled',
      whilePaused: true,
    },
    succeed: {
      title: { fi: 'Siirrä seuraajalle', sv: 'Överför till efterträdaren', en: 'Pass on to the successor' },
      roles: ['workflow'],
      schema: takeover,
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
      title: { fi: 'Käsitelty viimeistään', sv: 'Behandlat senast', en: 'Handled by' },
      askedOf: ({ organisation }) => [{ organisation, audience: 'respondent' }],
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
    'acknowledgement',
    'acknowledgement-reminder',
    'acknowledgement-overdue',
    'receipt',
    'escalation-proposed',
    'escalation',
    'rescheduled',
    'cancelled',
  ],
  parties: ({ organisation, county }) => ({ preparer: [organisation], manager: [organisation], coordinator: [county] }),
  concerns: ({ organisation }) => [organisation],
  matter: ({ title }) => title,
  meetings: handlingMeetings,
});
