import { longDate, onDate } from '@app/domain';
import type { PartiesChange } from '../collecting/asked-requests';
import { partiesChange, unanswered, waitedFor, whyPartiesStay } from '../collecting/asked-requests';
import { partiesChangedByArea } from '../collecting/collected-parties';
import type { DatesChange } from '../dated-steps/moved-steps';
import { replannedSteps, whyDatesStay } from '../dated-steps/moved-steps';
import { label, noForm, reasonForm } from '../fields';
import { answerNote } from '../information-request/answer-note';
import { clockCommands } from '../kernel/clock-commands';
import type { Refusal } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { defineWorkflow } from '../kernel/definition';
import { indicatorChart } from './indicator-card.chart';
import type { IndicatorContext, IndicatorStep } from './indicator-card.data';
import { compilation, datesChange, indicatorInput, indicatorSteps } from './indicator-card.data';
import { indicatorsFromPlan } from './indicator-card.planned';
import { indicatorTitle, stepTitles } from './indicator-card.steps';

const staff = ['admin', 'coordinator'] as const;

const refusals: Record<string, Refusal<IndicatorContext>> = {
  replyStillAhead: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Korttien vastauspäivä on ${longDate(dates.statusDue.on, 'fi')}. Siirrä sitä toiminnolla {command:reschedule} ennen kuin pyydät kortit.`,
        `Svarsdagen för korten är ${longDate(dates.statusDue.on, 'sv')}. Flytta den med åtgärden {command:reschedule} innan du ber om korten.`,
        `The cards are due ${onDate(dates.statusDue.on, 'en')}. Move that day with {command:reschedule} before asking for them.`,
      ),
  },
  cardsInOrDue: {
    code: 'cards-missing',
    detail: (context) => {
      const [missing, dueOn] = [unanswered(context).join(', '), context.dates.statusDue.on];
      return label(
        `Kortti puuttuu: ${missing}. Kokoa kortit, kun kaikki ovat tulleet, tai kun vastauspäivä (${longDate(dueOn, 'fi')}) on mennyt.`,
        `Kort saknas: ${missing}. Sammanställ korten när alla har kommit, eller efter svarsdagen (${longDate(dueOn, 'sv')}).`,
        `No card yet from ${missing}. Compile the cards once all are in, or after the reply date (${longDate(dueOn, 'en')}).`,
      );
    },
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'],
    why: (context, { data, on }) => whyDatesStay(context, indicatorSteps, data as DatesChange<IndicatorStep>, on),
  },
  partiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, { data }) => whyPartiesStay(context, data as PartiesChange),
  },
};

/** Every four months the owners of the county's indicators say where they stand. No act requires it. */
export const indicatorCard = defineWorkflow<IndicatorContext>({
  name: 'indicator-card',
  version: 1,
  title: label('Indikaattorikortit', 'Indikatorkort', 'Indicator cards'),
  basis: null,
  start: {
    event: 'CardsPlanned',
    title: label('Aloita korttikierros', 'Inled kortomgången', 'Start a round of cards'),
    schema: indicatorInput,
    roles: staff,
  },
  chart: indicatorChart,
  commands: {
    ...clockCommands,
    'send-requests': { title: stepTitles.requestsSent, roles: staff, schema: noForm, event: 'CardsRequested' },
    'note-answer': {
      title: label('Merkitse vastaus', 'Anteckna svaret', 'Note an answer'),
      roles: ['workflow'],
      schema: answerNote,
      event: 'AnswerNoted',
    },
    compile: { title: stepTitles.compiled, roles: staff, schema: compilation, event: 'CardsCompiled' },
    'skip-step': {
      title: label('Päätä kokoamatta kortteja', 'Avsluta utan sammanställning', 'Close without compiling'),
      roles: staff,
      schema: reasonForm,
      event: 'StepSkipped',
      record: ({ reason }: { reason: string }) => ({ step: 'compiled', reason }),
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: datesChange,
      event: 'DatesChanged',
    },
    'change-parties': {
      title: label('Muuta omistajia', 'Ändra ägare', 'Change the owners'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: partiesChange,
      event: 'PartiesChanged',
    },
    cancel: {
      title: label('Peru korttikierros', 'Återta kortomgången', 'Cancel the round'),
      roles: staff,
      schema: reasonForm,
      event: 'CardsCancelled',
    },
  },
  refusals,
  deadlines: {
    requestsSent: { title: stepTitles.requestsSent, askedOf: coordinator },
    statusDue: { title: stepTitles.statusDue, askedOf: coordinator },
    compiled: { title: stepTitles.compiled, askedOf: coordinator },
  },
  mails: ['step-due', 'step-overdue'],
  parties: (context) => ({ coordinator: [context.county], owners: waitedFor(context) }),
  partTitles: { owners: label('indikaattorien omistajat', 'indikatorernas ägare', 'the owners of the indicators') },
  concerns: ({ parties }) => parties.map(({ organisation }) => organisation),
  matter: indicatorTitle,
  planned: indicatorsFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, indicatorSteps),
  areaChanged: (change, register, { parties }, today) => partiesChangedByArea(change, register, parties, today),
  records: {
    CardsCompiled: { makes: 'report', ...publicForEver },
  },
});

function coordinator({ county }: Pick<IndicatorContext, 'county'>) {
  return [{ organisation: county, audience: 'coordinator' }];
}
