import type { CivilDate, LocalTime, Text } from '@app/domain';
import { helsinkiInstant } from '@app/domain';
import { z } from 'zod';
import { dateField, label, lineField, textField, timeField } from '../../src/fields';
import type { ReminderFellDue } from '../../src/kernel/clock-commands';
import type { Fact } from '../../src/kernel/definition';
import type { DeadlineIntent, NotificationIntent } from '../../src/kernel/intents';

/** What a visit is started with, what is told of it, and what follows from that. */

export const visitInput = z.strictObject({
  organisation: lineField(label('Vierailtavan tunnus', 'Värdens id', 'Id of the host'), 100),
  place: lineField(label('Paikka', 'Plats', 'Place')),
  visitOn: dateField(label('Vierailupäivä', 'Besöksdag', 'Day of the visit')),
  closes: timeField(label('Virasto sulkeutuu', 'Ämbetsverket stänger', 'The office closes')),
});
export type VisitInput = { organisation: string; place: string; visitOn: CivilDate; closes: LocalTime };

export const visitNote = z.strictObject({
  heldOn: dateField(label('Vierailtu', 'Besökt', 'Visited on')),
  findings: textField(label('Havainnot', 'Iakttagelser', 'Findings')).optional(),
});
export type VisitNote = z.output<typeof visitNote>;

/** `overdue`: the day has passed and nobody has told how it went. */
export type VisitContext = VisitInput & { id: string; county: string; overdue: boolean; held: VisitNote | null };

export const visitTitle = label('Paikkavierailu', 'Platsbesök', 'Site visit');
export const visitStep = label('Tee paikkavierailu', 'Gör platsbesöket', 'Make the site visit');

/** The coordinator is reminded a week before the visit and once after it, until it is told how it went. */
export function visitDeadline({ visitOn, closes }: VisitContext): DeadlineIntent {
  return { name: 'visit', dueOn: visitOn, dueAt: helsinkiInstant(visitOn, closes), basis: 'agreed', ladder: 'step' };
}

/** What the coordinator is to do, and by when. */
export type VisitStep = { title: Text; dueOn: CivilDate };

export function visitStepOf({ visitOn }: VisitContext): VisitStep {
  return { title: visitStep, dueOn: visitOn };
}

export function reminded(
  { id, county }: VisitContext,
  { data }: Fact<'ReminderFellDue', ReminderFellDue>,
  { title, dueOn }: VisitStep,
): NotificationIntent {
  const { template, audience, deadline } = data;
  const about = { of: { kind: 'matter', title: visitTitle }, stepTitle: title, dueOn, basis: 'agreed', workflowId: id };
  return { template, to: { organisation: county, audience }, data: about, deadline };
}
