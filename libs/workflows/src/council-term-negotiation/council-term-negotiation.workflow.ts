import { citations } from '@app/domain';
import type { DecisionNote } from '../board-handling/decision-note';
import { decisionNote, movedMeetingsNote } from '../board-handling/decision-note';
import { label, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { agreement, agreementDraft, yearlyInput } from './council-term-negotiation.agreement';
import { termChart } from './council-term-negotiation.chart';
import type { HandOver, TermContext } from './council-term-negotiation.data';
import * as data from './council-term-negotiation.data';
import { hasApproved } from './council-term-negotiation.dates';
import { termEvidence } from './council-term-negotiation.evidence';
import { coordinator, termMeetings, termTitle } from './council-term-negotiation.meetings';
import { areaChanged } from './council-term-negotiation.municipalities';
import { termFromPlan } from './council-term-negotiation.planned';
import { refusals } from './council-term-negotiation.refusals';
import { replanned } from './council-term-negotiation.reschedule';
import { skipStep } from './council-term-negotiation.skipping';
import { successorOf } from './council-term-negotiation.succession';
import { yearsInForce } from './council-term-negotiation.yearly';
import { stepTitles } from './step-titles';

const staff = ['admin', 'coordinator'] as const;

/**
 * The county and its municipalities negotiate at least once in a council term on their cooperation, goals and division of
 * work (611/2021 § 14). Two terms can run side by side: a term hands its open matters over before it is evaluated.
 */
export const councilTermNegotiation = defineWorkflow<TermContext>({
  name: 'council-term-negotiation',
  version: 1,
  title: label('Valtuustokauden neuvottelu', 'Fullmäktigeperiodens förhandling', 'Negotiation of the council term'),
  basis: citations.councilTermNegotiation,
  start: {
    event: 'TermPlanned',
    title: label('Aloita valtuustokauden neuvottelu', 'Inled periodens förhandling', "Start the term's negotiation"),
    schema: data.termInput,
    roles: [...staff, 'workflow'],
  },
  chart: termChart,
  commands: {
    ...clockCommands,
    'record-forum': { title: stepTitles.forum, roles: staff, schema: data.forumAgreement, event: 'ForumAgreed' },
    'record-situation': {
      title: stepTitles.situation,
      roles: staff,
      schema: data.situationPicture,
      event: 'SituationShared',
      record: (given: object, { context: { takenOver } }) => ({ takenOver, ...given }),
    },
    'record-goals': {
      title: stepTitles.goalsWorkbook,
      roles: staff,
      schema: data.goalsWorkbook,
      event: 'GoalsWorkbookFinished',
    },
    'skip-step': skipStep,
    'record-negotiation': {
      title: stepTitles.negotiation,
      roles: staff,
      schema: (context) => data.termNegotiation(negotiators(context)),
      event: 'NegotiationHeld',
    },
    'send-agreement': {
      title: label(
        'Lähetä sopimus valtuustoille',
        'Sänd avtalet till fullmäktige',
        'Send the agreement to the councils',
      ),
      roles: staff,
      schema: agreementDraft,
      event: 'AgreementSent',
    },
    'note-decision': {
      title: label('Merkitse toimielimen päätös', 'Anteckna organets beslut', "Note a body's decision"),
      roles: ['workflow'],
      schema: decisionNote,
      event: {
        oneOf: ['CouncilDecisionNoted', 'BodyDecisionNoted'],
        choose: ({ last }: DecisionNote) => (last ? 'CouncilDecisionNoted' : 'BodyDecisionNoted'),
      },
    },
    'note-moved-meetings': {
      title: label('Merkitse siirtynyt kokous', 'Anteckna ett flyttat sammanträde', 'Note a meeting that moved'),
      roles: ['workflow'],
      schema: movedMeetingsNote,
      event: 'CountyMeetingMoved',
    },
    'record-agreement': {
      title: label('Kirjaa sopimus allekirjoitetuksi', 'Anteckna avtalet som undertecknat', 'Record the agreement'),
      roles: staff,
      schema: agreement,
      event: 'AgreementSigned',
    },
    'record-yearly-input': {
      title: label('Kirjaa vuosittainen näkemys', 'Anteckna årets synpunkter', 'Record a yearly input'),
      roles: staff,
      schema: (context) => yearlyInput(yearsInForce(context)),
      event: 'YearlyInputRecorded',
    },
    'record-mid-evaluation': {
      title: stepTitles.midEvaluation,
      roles: staff,
      schema: data.midEvaluation,
      event: 'MidEvaluationRecorded',
    },
    'hand-over': {
      title: stepTitles.handOver,
      roles: staff,
      schema: ({ term }) => data.handOver(term),
      event: 'TermHandedOver',
      record: (given: HandOver, { context }) => ({ ...given, ...successorOf(context) }),
    },
    'take-over': {
      title: label('Ota avoimet asiat vastaan', 'Ta över öppna ärenden', 'Take over open matters'),
      roles: ['workflow'],
      schema: data.takenOver,
      event: 'MattersTakenOver',
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: data.datesChange,
      event: 'DatesChanged',
      whilePaused: true,
    },
    'change-municipalities': {
      title: label('Muuta mukana olevia kuntia', 'Ändra vilka kommuner som deltar', 'Change the municipalities'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: data.municipalitiesChange,
      event: 'MunicipalitiesChanged',
    },
    close: {
      title: label('Päätä valtuustokauden neuvottelu', 'Avsluta periodens förhandling', "Close the term's negotiation"),
      roles: staff,
      schema: ({ evaluation }) => data.closing(evaluation !== null),
      event: 'TermClosed',
    },
    'close-as-missed': {
      title: label('Päätä ilman neuvottelua', 'Avsluta utan förhandling', 'Close without a negotiation'),
      roles: staff,
      schema: reasonForm,
      event: 'TermMissed',
    },
    cancel: {
      title: label('Peru virheellinen aloitus', 'Återta en felaktig start', 'Cancel what was started by mistake'),
      roles: staff,
      schema: reasonForm,
      event: 'TermCancelled',
      whilePaused: true,
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    Object.entries(stepTitles).map(([name, title]) => [
      name,
      { title, askedOf: coordinator, ...(name === 'termEnds' && { citation: citations.councilTermNegotiation }) },
    ]),
  ),
  mails: ['step-due', 'step-overdue', 'term-warning'],
  parties: (context) => ({
    coordinator: [context.county],
    negotiators: negotiators(context),
    councils: awaitedCouncils(context),
  }),
  concerns: ({ municipalities }) => municipalities,
  matter: termTitle,
  meetings: termMeetings,
  planned: termFromPlan,
  replanned,
  evidence: termEvidence,
  areaChanged,
  records: {
    NegotiationHeld: { makes: 'minutes', ...publicForEver },
    AgreementSigned: { makes: 'agreement', ...publicForEver },
    MidEvaluationRecorded: { makes: 'report', ...publicForEver },
  },
});

/** The councils that have not approved; once all have, the county, which has the agreement signed. */
function awaitedCouncils(context: TermContext): string[] {
  const awaited = negotiators(context).filter((organisation) => !hasApproved(context, organisation));
  return awaited.length > 0 ? awaited : [context.county];
}

/** The county and its municipalities: those who must negotiate, and whose councils approve. */
function negotiators({ county, municipalities }: TermContext): string[] {
  return [county, ...municipalities];
}
