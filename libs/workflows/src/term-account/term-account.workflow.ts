import { handlingSteps, type HandlingStep } from '../board-handling/county-order';
import { citations, type Citation } from '@app/domain';
import { type DecisionNote, decisionNote, movedMeetingsNote, noResult } from '../board-handling/decision-note';
import { partiesChange } from '../collecting/asked-requests';
import { partiesChangedByArea } from '../collecting/collected-parties';
import { replannedSteps } from '../dated-steps/moved-steps';
import { label, noForm, reasonForm } from '../fields';
import { answerNote } from '../information-request/answer-note';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import type { Recipient } from '../kernel/intents';
import { accountChart } from './term-account.chart';
import type { AccountContext, AccountStep } from './term-account.data';
import * as data from './term-account.data';
import { accountEvidence } from './term-account.evidence';
import { accountFromPlan } from './term-account.planned';
import { refusals } from './term-account.refusals';
import { accountTitle, stepTitles } from './term-account.steps';

const staff = ['admin', 'coordinator'] as const;

/** Acts behind dates: what each municipality delivers to the county, and what the county's council handles. */
const citationOf: Partial<Record<AccountStep, Citation>> = {
  deliveredToCounty: citations.municipalityTakesPart,
  countyCouncil: citations.countyReports,
};

/**
 * Once a council term each municipality draws up a wellbeing account and plan and delivers them to the county (612/2021 § 6), and the county
 * draws up its own and publishes them (§ 7). It ends when everybody's are there and the county's own are handled and published, or the record
 * says why not.
 */
export const termAccount = defineWorkflow<AccountContext>({
  name: 'term-account',
  version: 1,
  title: label(
    'Valtuustokauden hyvinvointikertomukset ja -suunnitelmat',
    'Fullmäktigeperiodens välfärdsberättelser och välfärdsplaner',
    'Wellbeing accounts and plans of a council term',
  ),
  basis: citations.municipalityTakesPart,
  start: {
    event: 'AccountsPlanned',
    title: label('Aloita kertomukset', 'Inled berättelserna', 'Start the accounts'),
    schema: data.accountInput,
    roles: staff,
  },
  chart: accountChart,
  commands: {
    ...clockCommands,
    'send-requests': { title: stepTitles.requestsSent, roles: staff, schema: noForm, event: 'AccountsRequested' },
    'note-answer': {
      title: label('Merkitse vastaus', 'Anteckna svaret', 'Note an answer'),
      roles: ['workflow'],
      schema: answerNote,
      event: 'AnswerNoted',
    },
    'start-handling': {
      title: label(
        'Vie oma kertomus toimielimiin',
        'För den egna berättelsen till organen',
        "Take the county's own account to the bodies",
      ),
      roles: staff,
      schema: data.ownAccount,
      event: 'HandlingStarted',
    },
    'note-decision': {
      title: label('Merkitse toimielimen päätös', 'Anteckna organets beslut', "Note a body's decision"),
      roles: ['workflow'],
      schema: decisionNote,
      event: {
        oneOf: ['BodyDecisionNoted', 'CouncilDecisionNoted', 'AccountRejectionNoted'],
        choose: ({ decision, last }: DecisionNote) => {
          if (noResult.includes(decision ?? '')) return 'AccountRejectionNoted';
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
    publish: { title: stepTitles.published, roles: staff, schema: data.publication, event: 'AccountPublished' },
    close: {
      title: label('Päätä kertomukset', 'Avsluta berättelserna', 'Close the accounts'),
      roles: staff,
      schema: data.closing,
      event: 'AccountsClosed',
    },
    'skip-step': {
      title: label(
        'Jätä oma kertomus erilliseksi asiaksi',
        'Lämna den egna berättelsen som ett separat ärende',
        "Leave the county's own account to a separate matter",
      ),
      roles: staff,
      schema: reasonForm,
      event: 'OwnPartSkipped',
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: data.datesChange,
      event: 'DatesChanged',
    },
    'change-parties': {
      title: label('Muuta mukana olevia kuntia', 'Ändra vilka kommuner som deltar', 'Change the municipalities'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: partiesChange,
      event: 'PartiesChanged',
    },
    cancel: {
      title: label('Peru virheellinen aloitus', 'Återta en felaktig start', 'Cancel what was started by mistake'),
      roles: staff,
      schema: reasonForm,
      event: 'AccountsCancelled',
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    data.accountSteps.map((step) => {
      const citation = citationOf[step];
      return [step, { title: stepTitles[step], askedOf: askedFor(step), ...(citation && { citation }) }];
    }),
  ),
  mails: ['step-due', 'step-overdue'],
  parties: (context) => {
    const missing = data.undelivered(context);
    return {
      // Both parts run side by side: the county is waited for, and whoever has not delivered its account.
      everybody: [context.county, ...missing],
      // Once all are in, the county has only to end the matter.
      municipalities: missing.length > 0 ? missing : [context.county],
    };
  },
  partTitles: {
    everybody: label(
      'hyvinvointialue ja kunnat, joiden kertomus puuttuu',
      'välfärdsområdet och de kommuner vars berättelse saknas',
      'the county, and the municipalities whose account is missing',
    ),
  },
  concerns: ({ parties }) => parties.map(({ organisation }) => organisation),
  matter: accountTitle,
  planned: accountFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, data.accountSteps),
  evidence: accountEvidence,
  areaChanged: (change, register, { parties }, today) => partiesChangedByArea(change, register, parties, today),
  records: {
    AccountPublished: { makes: 'report', ...publicForEver },
  },
});

function askedFor(step: AccountStep): (context: AccountContext) => Recipient[] {
  const isHandling = (handlingSteps as readonly string[]).includes(step);
  return ({ county, bodies }) => [
    {
      organisation: county,
      audience: (isHandling ? bodies[step as HandlingStep].presenter : null) ?? 'coordinator',
    },
  ];
}
