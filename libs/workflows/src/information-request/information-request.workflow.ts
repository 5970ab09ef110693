import type { CivilDate } from '@app/domain';
import { helsinkiInstant, longDate, onDate } from '@app/domain';
import { label, noForm, reasonForm } from '../fields';
import { escalatingClockCommands } from '../kernel/clock-commands';
import type { Fact, Refusal } from '../kernel/definition';
import { publicAnswer } from '../kernel/record';
import { defineWorkflow } from '../kernel/definition';
import { confirmReceipt } from '../reach';
import { requestChart } from './information-request.chart';
import type { Answer, RequestContext, Rescheduling } from './information-request.data';
import {
  announcement,
  assignment,
  completion,
  handOver,
  registration,
  requestInput,
  rescheduling,
  takeover,
} from './information-request.data';
import { answerForm, correctionForm, receivedAnswerForm } from './answer-form';
import { movesReplyDate, whyDatesStay, whyNotReceivedThen } from './information-request.dates';
import { mostHandOvers } from './information-request.hand-over';
import { awaitedTopics, shareAnswer } from './information-request.sharing';
import { requestEvidence } from './information-request.evidence';

const staff = ['admin', 'coordinator'] as const;

const refusals: Record<string, Refusal<RequestContext>> = {
  hasComeBy: {
    codes: ['in-the-future', 'before-the-request'],
    why: (context, fact) => whyNotReceivedThen(context, fact as Fact<string, Answer>),
  },
  comesAfterAsking: {
    code: 'before-the-request',
    detail: ({ askedOn }) =>
      label(
        `Vastausta on pyydetty ${onDate(askedOn, 'fi')}. Anna kokouspäivä, joka on silloin tai myöhemmin.`,
        `Svaret begärdes ${onDate(askedOn, 'sv')}. Ange en sammanträdesdag som är då eller senare.`,
        `The answer was asked for ${onDate(askedOn, 'en')}. Give a meeting on that day or later.`,
      ),
  },
  datesMayMove: {
    codes: ['already-answered', 'nothing-changes', 'in-the-past', 'dates-out-of-order'],
    why: (context, fact) => whyDatesStay(context, fact as Fact<string, Rescheduling>),
  },
  mayHandOver: {
    code: 'handed-over-too-often',
    detail: () =>
      label(
        `Pyyntö on siirretty jo ${mostHandOvers} kertaa. Pyydä hyvinvointialueen koordinaattoria vaihtamaan vastaaja.`,
        `Begäran har redan överförts ${mostHandOvers} gånger. Be välfärdsområdets koordinator byta den som svarar.`,
        `The request has been handed over ${mostHandOvers} times already. Ask the county’s coordinator to change who answers.`,
      ),
  },
  isHandedOver: {
    code: 'not-handed-over',
    detail: () =>
      label(
        'Pyyntöä ei ole siirretty kenellekään.',
        'Begäran har inte överförts till någon.',
        'The request has not been handed over to anybody.',
      ),
  },
  completionInTime: {
    code: 'dates-out-of-order',
    detail: ({ lastOn }) =>
      label(
        `Anna täydennykselle päivä, joka on huomenna tai myöhemmin ja viimeistään ${onDate(lastOn, 'fi')}, jolloin vastaukset kootaan.`,
        `Ange en dag för kompletteringen som är i morgon eller senare och senast ${onDate(lastOn, 'sv')}, då svaren sammanställs.`,
        `Give a day for the completion from tomorrow until ${longDate(lastOn, 'en')}, when the answers are compiled.`,
      ),
  },
};

/**
 * One organisation is asked for one answer by one date. To take part in the negotiation is a municipality's duty
 * (612/2021 § 6), and to deliver its account; to answer the advance assignment or a card is not, so that the parent says on what
 * basis the reply date stands and whether answering is voluntary.
 */
export const informationRequest = defineWorkflow<RequestContext>({
  name: 'information-request',
  version: 1,
  title: { fi: 'Vastauspyyntö', sv: 'Begäran om svar', en: 'Information request' },
  basis: null,
  start: {
    event: 'InformationRequested',
    title: { fi: 'Pyydä vastaus', sv: 'Be om svar', en: 'Ask for an answer' },
    schema: requestInput,
    roles: ['workflow', ...staff],
  },
  chart: requestChart,
  commands: {
    ...escalatingClockCommands,
    assign: {
      title: { fi: 'Nimeä vastaaja', sv: 'Utse vem som svarar', en: 'Assign to a person' },
      roles: staff,
      schema: assignment,
      event: 'RequestAssigned',
    },
    'hand-over': {
      title: {
        fi: 'Siirrä vastaaminen toiselle',
        sv: 'Överför svarandet till någon annan',
        en: 'Hand over to somebody',
      },
      roles: [...staff, 'respondent'],
      schema: handOver,
      event: 'RequestHandedOver',
    },
    'take-back-hand-over': {
      title: { fi: 'Peru siirto', sv: 'Återta överföringen', en: 'Take back the hand-over' },
      roles: staff,
      schema: noForm,
      event: 'HandOverTakenBack',
      whilePaused: true,
      offeredWhen: ({ handedOverOn }) => handedOverOn !== null,
    },
    'announce-handling': {
      title: {
        fi: 'Ilmoita toimielimen käsittelystä',
        sv: 'Meddela när organet behandlar ärendet',
        en: 'Announce the handling in a body',
      },
      roles: [...staff, 'respondent'],
      schema: announcement,
      event: 'HandlingAnnounced',
    },
    'confirm-receipt': confirmReceipt,
    'record-answer': {
      title: { fi: 'Anna vastaus', sv: 'Ge svaret', en: 'Give the answer' },
      roles: [...staff, 'respondent'],
      schema: answerForm,
      event: 'AnswerReceived',
      record: (data: object, { context: { dueOn, closes }, now, actor }) => ({
        ...data,
        late: now >= helsinkiInstant(dueOn, closes),
        onBehalf: actor.role !== 'respondent',
      }),
    },
    'correct-answer': {
      title: { fi: 'Korjaa vastausta', sv: 'Rätta svaret', en: 'Correct the answer' },
      roles: [...staff, 'respondent'],
      schema: correctionForm,
      event: 'AnswerCorrected',
      record: (data: object, { context: { answer }, actor }) => ({
        ...data,
        late: answer?.late ?? false,
        onBehalf: actor.role !== 'respondent',
      }),
    },
    'record-received-answer': {
      title: {
        fi: 'Kirjaa muuta kautta saatu vastaus',
        sv: 'Anteckna ett svar som kommit på annat sätt',
        en: 'Record an answer that came another way',
      },
      roles: staff,
      schema: receivedAnswerForm,
      event: 'AnswerReceived',
      // Counted by the day on which it came, whatever the hour: a letter has none.
      record: (data: { receivedOn: CivilDate }, { context: { dueOn } }) => ({
        ...data,
        late: data.receivedOn > dueOn,
        onBehalf: true,
      }),
    },
    'share-answer': shareAnswer,
    'register-answer': {
      title: { fi: 'Merkitse kirjatuksi', sv: 'Anteckna som diariefört', en: 'Register the answer' },
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
    reschedule: {
      title: { fi: 'Siirrä vastauspäivää', sv: 'Flytta svarsdagen', en: 'Move the reply date' },
      roles: ['workflow', ...staff],
      schema: rescheduling,
      event: {
        oneOf: ['RequestRescheduled', 'DatesNoted'],
        choose: (data: Rescheduling, context) => (movesReplyDate(data, context) ? 'RequestRescheduled' : 'DatesNoted'),
      },
      whilePaused: true,
    },
    succeed: {
      title: { fi: 'Siirrä seuraajalle', sv: 'Överför till efterträdaren', en: 'Pass on to the successor' },
      roles: ['workflow'],
      schema: takeover,
      event: 'RequestTakenOver',
    },
    'close-request': {
      title: { fi: 'Päätä pyyntö', sv: 'Avsluta begäran', en: 'Close the request' },
      roles: ['workflow', ...staff],
      schema: noForm,
      event: 'RequestClosed',
    },
    withdraw: {
      title: { fi: 'Peru pyyntö', sv: 'Återta begäran', en: 'Withdraw the request' },
      roles: ['workflow', ...staff],
      schema: reasonForm,
      event: 'RequestWithdrawn',
      whilePaused: true,
    },
    'withdraw-unanswered': {
      title: {
        fi: 'Peru vastaamaton pyyntö',
        sv: 'Återta den obesvarade begäran',
        en: 'Withdraw the unanswered request',
      },
      roles: ['workflow'],
      schema: reasonForm,
      event: 'UnansweredWithdrawn',
    },
  },
  refusals,
  deadlines: {
    answer: {
      title: { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' },
      askedOf: ({ organisation, audience }) => [{ organisation, audience }],
    },
  },
  mails: [
    'advance-assignment',
    'information-request',
    'reminder',
    'overdue',
    'escalation-proposed',
    'nobody-reached',
    'escalation',
    'escalation-made',
    'handed-over',
    'receipt',
    'registry-copy',
    'answer-shared',
    'completion-request',
    'rescheduled',
    'cancelled',
  ],
  parties: ({ organisation, county }) => ({
    respondent: [organisation],
    manager: [organisation],
    coordinator: [county],
  }),
  concerns: ({ organisation }) => [organisation],
  reach: ({ organisation, askedOn, reached }) => ({ organisation, askedOn, reached }),
  matter: ({ title }) => title,
  follows: { 'share-answer': awaitedTopics },
  evidence: requestEvidence,
  records: {
    AnswerReceived: { makes: 'answer', ...publicAnswer },
    AnswerCorrected: { makes: 'answer', ...publicAnswer },
    AnswerRegistered: {
      registers: 'answer',
      caseNumber: ({ caseNumber }: { caseNumber?: string | null }) => caseNumber,
    },
  },
});
