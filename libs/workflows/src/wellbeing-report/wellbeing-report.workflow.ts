import { handlingSteps, type HandlingStep } from '../board-handling/county-order';
import { citations } from '@app/domain';
import { decisionNote, movedMeetingsNote, noResult, type DecisionNote } from '../board-handling/decision-note';
import { partiesChange, waitedFor } from '../collecting/asked-requests';
import { partiesChangedByArea } from '../collecting/collected-parties';
import { replannedSteps } from '../dated-steps/moved-steps';
import { isTaken } from '../dated-steps/taken-steps';
import { carryGoalsOver, yearGoalsTopic } from '../goals';
import { label, noForm, reasonForm } from '../fields';
import { answerNote } from '../information-request/answer-note';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import type { Recipient } from '../kernel/intents';
import { reportChart } from './wellbeing-report.chart';
import type { ReportContext, ReportStep } from './wellbeing-report.data';
import * as data from './wellbeing-report.data';
import { reportEvidence } from './wellbeing-report.evidence';
import { reportFromPlan } from './wellbeing-report.planned';
import { refusals } from './wellbeing-report.refusals';
import { reportTitle, stepTitles } from './wellbeing-report.steps';

const staff = ['admin', 'coordinator'] as const;

/**
 * The county reports yearly to its council on the wellbeing and health of its residents and publishes the report (612/2021 § 7). It
 * ends when the council has handled it, it is published, and every municipality has received it.
 */
export const wellbeingReport = defineWorkflow<ReportContext>({
  name: 'wellbeing-report',
  version: 1,
  title: label('Hyvinvointiraportti', 'Välfärdsrapport', 'Wellbeing report'),
  basis: citations.countyReports,
  start: {
    event: 'ReportPlanned',
    title: label('Aloita hyvinvointiraportti', 'Inled välfärdsrapporten', 'Start the wellbeing report'),
    schema: data.reportInput,
    roles: staff,
  },
  chart: reportChart,
  commands: {
    ...clockCommands,
    'record-design': { title: stepTitles.designStarts, roles: staff, schema: data.design, event: 'CollectionDesigned' },
    'send-requests': { title: stepTitles.requestsSent, roles: staff, schema: noForm, event: 'CardsRequested' },
    'note-answer': {
      title: label('Merkitse vastaus', 'Anteckna svaret', 'Note an answer'),
      roles: ['workflow'],
      schema: answerNote,
      event: 'AnswerNoted',
    },
    'record-indicators': {
      title: stepTitles.indicatorsReady,
      roles: staff,
      schema: data.indicators,
      event: 'IndicatorsGathered',
    },
    'compile-cards': { title: stepTitles.cardsCompiled, roles: staff, schema: data.compiled, event: 'CardsCompiled' },
    'finish-report': { title: stepTitles.reportReady, roles: staff, schema: data.readyReport, event: 'ReportFinished' },
    'note-decision': {
      title: label('Merkitse toimielimen päätös', 'Anteckna organets beslut', "Note a body's decision"),
      roles: ['workflow'],
      schema: decisionNote,
      event: {
        oneOf: ['BodyDecisionNoted', 'CouncilDecisionNoted', 'ReportRejectionNoted'],
        choose: ({ decision, last }: DecisionNote) => {
          if (noResult.includes(decision ?? '')) return 'ReportRejectionNoted';
          return last ? 'CouncilDecisionNoted' : 'BodyDecisionNoted';
        },
      },
    },
    'note-moved-meetings': {
      title: label('Merkitse siirtynyt kokous', 'Anteckna ett flyttat sammanträde', 'Note a meeting that moved'),
      roles: ['workflow'],
      schema: movedMeetingsNote,
      event: 'BodyMeetingsMoved',
    },
    'carry-goals-over': carryGoalsOver,
    publish: { title: stepTitles.published, roles: staff, schema: data.publication, event: 'ReportPublished' },
    close: {
      title: stepTitles.delivered,
      roles: staff,
      schema: (context) => data.delivery(data.municipalitiesOf(context)),
      event: 'ReportDelivered',
    },
    'skip-step': {
      title: label('Ohita vaihe', 'Hoppa över steget', 'Skip the step'),
      roles: staff,
      schema: reasonForm,
      event: 'StepSkipped',
      record: ({ reason }: { reason: string }, { context }) => ({ step: skippable(context), reason }),
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: data.datesChange,
      event: 'DatesChanged',
    },
    'change-parties': {
      title: label('Muuta korttien antajia', 'Ändra vem som ombeds om kort', 'Change who is asked'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: partiesChange,
      event: 'PartiesChanged',
    },
    cancel: {
      title: label('Peru raportti', 'Återta rapporten', 'Cancel the report'),
      roles: staff,
      schema: reasonForm,
      event: 'ReportCancelled',
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    data.reportSteps.map((step) => [
      step,
      {
        title: stepTitles[step],
        askedOf: askedFor(step),
        ...(step === 'countyCouncil' && { citation: citations.countyReports }),
      },
    ]),
  ),
  mails: ['step-due', 'step-overdue', 'report-published'],
  parties: (context) => ({
    coordinator: [context.county],
    respondents: waitedFor(context),
    bodies: [context.county],
  }),
  partTitles: {
    bodies: label('hyvinvointialueen toimielimet', 'välfärdsområdets organ', "the county's bodies"),
  },
  concerns: ({ parties }) => parties.map(({ organisation }) => organisation),
  matter: reportTitle,
  planned: reportFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, data.reportSteps),
  follows: { 'carry-goals-over': ({ about }) => [yearGoalsTopic(about)] },
  evidence: reportEvidence,
  areaChanged: (change, register, { parties }, today) => partiesChangedByArea(change, register, parties, today),
  records: {
    ReportFinished: { makes: 'report', ...publicForEver },
  },
});

/** The step that may be left out now: the design before the requests, the indicators after them. */
function skippable(context: ReportContext): ReportStep {
  return isTaken(context, 'designStarts') ? 'indicatorsReady' : 'designStarts';
}

function askedFor(step: ReportStep): (context: ReportContext) => Recipient[] {
  const isHandling = (handlingSteps as readonly string[]).includes(step);
  return ({ county, bodies }) => [
    {
      organisation: county,
      audience: (isHandling ? bodies[step as HandlingStep].presenter : null) ?? 'coordinator',
    },
  ];
}
