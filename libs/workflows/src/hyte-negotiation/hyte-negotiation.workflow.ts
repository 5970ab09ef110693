import { citations } from '@app/domain';
import { label, noForm, reasonForm } from '../fields';
import { carryGoalsOver } from '../goals';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { noteReport } from '../wellbeing-reports';
import { differingDates } from './date-order';
import type { DatesChange } from './hyte-negotiation.changes';
import { areaChanged } from './hyte-negotiation.area';
import { datesChange, partiesChange } from './hyte-negotiation.changes';
import { negotiationChart } from './hyte-negotiation.chart';
import { decisionNote, movedMeetingsNote, noResult, type DecisionNote } from '../board-handling/decision-note';
import type { NegotiationContext, StepName } from './hyte-negotiation.data';
import * as data from './hyte-negotiation.data';
import { closing, goalTopics, reportTopics } from './hyte-negotiation.earlier';
import { askedFor, negotiationMeetings, negotiationTitle } from './hyte-negotiation.meetings';
import { negotiationEvidence } from './hyte-negotiation.evidence';
import { negotiationFromPlan } from './hyte-negotiation.planned';
import { replanned } from './hyte-negotiation.reschedule';
import { refusals } from './hyte-negotiation.refusals';
import { answerNote, withoutContent } from '../information-request/answer-note';
import { negotiationHeld } from './negotiation-record';
import { stepTitles } from './step-titles';

const staff = ['admin', 'coordinator'] as const;

/**
 * The county negotiates at least once a year with its municipalities and the other actors on goals, measures, cooperation
 * and follow-up (612/2021 § 7(4)); a municipality must take part (§ 6).
 */
export const hyteNegotiation = defineWorkflow<NegotiationContext>({
  name: 'hyte-negotiation',
  version: 1,
  title: label('Hyte-neuvottelu', 'Hyte-förhandling', 'HYTE negotiation'),
  basis: citations.countyNegotiates,
  start: {
    event: 'NegotiationPlanned',
    title: label('Aloita neuvottelu', 'Inled förhandlingen', 'Start the negotiation'),
    schema: data.negotiationInput,
    roles: staff,
  },
  chart: negotiationChart,
  commands: {
    ...clockCommands,
    'record-planning': { title: stepTitles.planning, roles: staff, schema: data.planningHeld, event: 'PlanningHeld' },
    'fix-date': { title: stepTitles.dateFixed, roles: staff, schema: data.dateFix, event: 'DateFixed' },
    reschedule: {
      title: label('Siirrä päiviä', 'Flytta datum', 'Move dates'),
      roles: staff,
      schema: datesChange,
      event: 'DatesChanged',
      // The log says what changes, not what was sent along unchanged.
      record: (data: DatesChange, { context }) => ({ ...data, dates: differingDates(context, data.dates) }),
      whilePaused: true,
    },
    'change-parties': {
      title: label('Muuta osapuolia', 'Ändra parterna', 'Change the parties'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: partiesChange,
      event: 'PartiesChanged',
    },
    invite: { title: stepTitles.invitation, roles: staff, schema: noForm, event: 'PartiesInvited' },
    'note-answer': {
      title: label('Merkitse vastaus', 'Anteckna svaret', 'Note an answer'),
      roles: ['workflow'],
      schema: answerNote,
      event: 'AnswerNoted',
      // What was answered stays in the request's own log: the negotiation only counts.
      record: withoutContent,
    },
    'compile-answers': {
      title: stepTitles.answersCompiled,
      roles: staff,
      schema: data.compiled,
      event: 'AnswersCompiled',
    },
    'record-negotiation': {
      title: stepTitles.negotiation,
      roles: staff,
      schema: (context) => negotiationHeld(everInvolved(context)),
      event: 'NegotiationHeld',
    },
    'send-draft-summary': {
      title: stepTitles.draftSummary,
      roles: staff,
      schema: data.draft,
      event: 'DraftSummarySent',
    },
    'record-comment': {
      title: label('Kirjaa kommentti', 'Anteckna en kommentar', 'Record a comment'),
      roles: staff,
      schema: ({ parties }) => data.comment(parties.map(({ organisation }) => organisation)),
      event: 'CommentRecorded',
    },
    'finish-summary': { title: stepTitles.summary, roles: staff, schema: data.summary, event: 'SummaryFinished' },
    'note-decision': {
      title: label('Merkitse toimielimen päätös', 'Anteckna organets beslut', "Note a body's decision"),
      roles: ['workflow'],
      schema: decisionNote,
      event: {
        oneOf: ['BoardDecisionNoted', 'BoardRejectionNoted', 'AcknowledgementNoted', 'AcknowledgementForwarded'],
        choose: ({ organisation, decision, last }: DecisionNote, { county }) => {
          if (organisation !== county) return last ? 'AcknowledgementNoted' : 'AcknowledgementForwarded';
          // What is rejected, referred elsewhere or not handled at all is no result to send.
          return noResult.includes(decision ?? '') ? 'BoardRejectionNoted' : 'BoardDecisionNoted';
        },
      },
    },
    'note-moved-meetings': {
      title: label('Merkitse siirtynyt kokous', 'Anteckna ett flyttat sammanträde', 'Note a meeting that moved'),
      roles: ['workflow'],
      schema: movedMeetingsNote,
      event: 'BoardMeetingMoved',
    },
    'send-result': { title: stepTitles.resultSent, roles: staff, schema: data.result, event: 'ResultSent' },
    'carry-goals-over': carryGoalsOver,
    'note-report': noteReport,
    close: {
      title: stepTitles.closed,
      roles: staff,
      schema: ({ carriedGoals }) => closing(carriedGoals),
      event: 'NegotiationClosed',
    },
    'skip-step': {
      title: label('Ohita vaihe', 'Hoppa över steget', 'Skip the step'),
      roles: staff,
      schema: reasonForm,
      event: 'StepSkipped',
      record: ({ reason }: { reason: string }, { context }) => ({ step: context.step, reason }),
    },
    cancel: {
      title: label('Peru neuvottelu', 'Ställ in förhandlingen', 'Cancel the negotiation'),
      roles: staff,
      schema: reasonForm,
      event: 'NegotiationCancelled',
      whilePaused: true,
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    Object.entries(stepTitles).map(([name, title]) => [name, { title, askedOf: askedFor(name as StepName) }]),
  ),
  mails: [
    'invitation',
    'answers-compiled',
    'draft-summary',
    'result',
    'step-due',
    'step-overdue',
    'rescheduled',
    'cancelled',
  ],
  parties: partsNow,
  concerns: everInvolved,
  matter: negotiationTitle,
  meetings: negotiationMeetings,
  planned: negotiationFromPlan,
  replanned,
  follows: { 'carry-goals-over': goalTopics, 'note-report': reportTopics },
  evidence: negotiationEvidence,
  areaChanged,
  records: {
    NegotiationHeld: { makes: 'minutes', ...publicForEver },
    SummaryFinished: { makes: 'report', ...publicForEver },
  },
});

/** The parties, and those that have left but answered, came or handled the result: what they did stays theirs. */
function everInvolved({ parties, answers, participants, acknowledgements }: NegotiationContext): string[] {
  return [
    ...new Set([
      ...[...parties, ...participants].map(({ organisation }) => organisation),
      ...Object.keys(answers),
      ...Object.keys(acknowledgements),
    ]),
  ];
}

/** Who is waited for: the coordinator, the county's board, or those who have not answered, come or acknowledged yet. */
function partsNow({ county, parties, answers, acknowledgements }: NegotiationContext): Record<string, string[]> {
  // Once all are in, the county is waited for: it goes on with what came.
  const without = (given: Record<string, unknown>, open: unknown) => {
    const missing = Object.keys(given).filter((id) => given[id] === open);
    return missing.length > 0 ? missing : [county];
  };
  return {
    coordinator: [county],
    board: [county],
    respondents: without(answers, 'asked'),
    parties: parties.map(({ organisation }) => organisation),
    municipalities: without(acknowledgements, null),
  };
}
