import { longDate } from '@app/domain';
import { stillAhead } from '../dated-steps/step-reasons';
import { replannedSteps, whyDatesStay } from '../dated-steps/moved-steps';
import type { DatesChange } from '../dated-steps/moved-steps';
import { label, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import type { Fact, Refusal } from '../kernel/definition';
import { publicAnswer } from '../kernel/record';
import { defineWorkflow } from '../kernel/definition';
import { areaCommand, changedByArea, whyTheyStay } from '../taking-part';
import { eventChart } from './event.chart';
import type { EventContext, EventStep, InvitedChange } from './event.data';
import { announcement, datesChange, eventInput, eventSteps, held, invitedChange, notes } from './event.data';
import { eventFromPlan } from './event.planned';
import { coordinator, eventMeetings, stepNow, stepTitles } from './event.steps';

const staff = ['admin', 'coordinator'] as const;

const refusals: Record<string, Refusal<EventContext>> = {
  stillToCome: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Tilaisuuden päivä (${longDate(dates.event.on, 'fi')}) on jo mennyt. Siirrä tilaisuus toiminnolla {command:reschedule} ennen kutsua, tai ohita kutsu syineen toiminnolla {command:skip-step}.`,
        `Dagen för tillfället (${longDate(dates.event.on, 'sv')}) har redan passerat. Flytta det med åtgärden {command:reschedule} före inbjudan, eller hoppa över inbjudan med orsak med åtgärden {command:skip-step}.`,
        `The day of the event (${longDate(dates.event.on, 'en')}) has passed. Move it with {command:reschedule} before inviting, or skip the invitation with a reason with {command:skip-step}.`,
      ),
  },
  hasHappened: { codes: ['too-early'], why: stillAhead },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'],
    why: (context, { data, on }) => whyDatesStay(context, eventSteps, data as DatesChange<EventStep>, on),
  },
  invitedMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: ({ invited }, { data }: Fact) => whyTheyStay(invited, data as InvitedChange),
  },
};

/** A plain meeting or seminar of the year clock: announced, held, noted. No act requires it. */
export const event = defineWorkflow<EventContext>({
  name: 'event',
  version: 1,
  title: label('Tilaisuus', 'Tillfälle', 'Event'),
  basis: null,
  start: {
    event: 'EventPlanned',
    title: label('Aloita tilaisuus', 'Inled tillfället', 'Start the event'),
    schema: eventInput,
    roles: staff,
  },
  chart: eventChart,
  commands: {
    ...clockCommands,
    announce: { title: stepTitles.announcement, roles: staff, schema: announcement, event: 'EventAnnounced' },
    'record-event': { title: stepTitles.event, roles: staff, schema: held, event: 'EventHeld' },
    'record-notes': { title: stepTitles.notes, roles: staff, schema: notes, event: 'EventNoted' },
    'skip-step': {
      title: label('Ohita vaihe', 'Hoppa över steget', 'Skip the step'),
      roles: staff,
      schema: reasonForm,
      event: 'StepSkipped',
      record: ({ reason }: { reason: string }, { context }) => ({ step: stepNow(context), reason }),
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: datesChange,
      event: 'DatesChanged',
    },
    'change-invited': {
      title: label('Muuta kutsuttuja', 'Ändra vilka som är inbjudna', 'Change who is invited'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: invitedChange,
      event: 'InvitedChanged',
    },
    cancel: {
      title: label('Peru tilaisuus', 'Ställ in tillfället', 'Cancel the event'),
      roles: staff,
      schema: reasonForm,
      event: 'EventCancelled',
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    Object.entries(stepTitles).map(([name, title]) => [name, { title, askedOf: coordinator }]),
  ),
  mails: ['meeting-announced', 'meeting-moved', 'meeting-cancelled', 'step-due', 'step-overdue'],
  parties: ({ county, invited }) => ({ coordinator: [county], invited }),
  concerns: ({ invited }) => invited,
  matter: ({ title }) => title,
  meetings: eventMeetings,
  planned: eventFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, eventSteps),
  areaChanged: (change, register, { invited }, today) =>
    areaCommand('change-invited', changedByArea(change, register, invited, today)),
  records: {
    EventNoted: { makes: 'minutes', ...publicAnswer },
  },
});
