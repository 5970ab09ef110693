import type { CivilDate, Text } from '@app/domain';
import { periodEnd } from '@app/domain';
import { label } from '../fields';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent } from '../kernel/intents';
import type { MovableStep, StepName, TermContext } from './council-term-negotiation.data';
import { preparationSteps } from './council-term-negotiation.data';
import { stepDate } from './council-term-negotiation.dates';
import { stepTitles } from './step-titles';

/** What the mails of the council term say beyond names and links, which the shell adds when it sends. */

/** Role in the register of the official who leads the county. */
const director = 'hyvinvointialuejohtaja';

/** A step is due, or was; or the term draws to its end without its negotiation. */
export function reminded(context: TermContext, fact: Fact<'ReminderFellDue', ReminderFellDue>): NotificationIntent[] {
  const { deadline, audience, template } = fact.data;
  const audiences = audience === 'coordinator-and-director' ? ['coordinator', director] : [audience];
  const data =
    deadline === 'termEnds'
      ? { ...warning(context, fact.on), alsoToDirector: audiences.includes(director) }
      : stepOf(context, deadline as StepName);
  return audiences.map((each) => ({ template, to: { organisation: context.county, audience: each }, data, deadline }));
}

function stepOf(context: TermContext, step: StepName) {
  const { on, basis } = stepDate(context, step);
  const { term, id } = context;
  return { of: { kind: 'council-term', term }, stepTitle: stepTitles[step], dueOn: on, basis, workflowId: id };
}

/** How much time is left, what has been done so far and what is missing before the negotiation can be held. */
function warning(context: TermContext, today: CivilDate) {
  const { term, dates, preparation, id } = context;
  const endsOn = dates.termEnds.on;
  const done = preparationSteps.flatMap((step) => {
    const how = preparation[step];
    return how ? [{ what: outcomes[step], on: how.on, skipped: how.skipped !== null }] : [];
  });
  const missing = [...preparationSteps.filter((step) => !preparation[step]), 'negotiation' as const].map((step) => ({
    what: outcomes[step],
    plannedOn: dates[step].on,
  }));
  return { term, endsOn, monthsLeft: monthsUntil(endsOn, today), done, missing, workflowId: id };
}

/** Whole months until the day; null when it has gone. */
function monthsUntil(endsOn: CivilDate, today: CivilDate): number | null {
  if (today > endsOn) return null;
  let months = 0;
  while (periodEnd(endsOn, { count: months + 1, unit: 'months' }, 'backward') >= today) months += 1;
  return months;
}

/** What has come about when a step has been taken. */
const outcomes: Record<Extract<MovableStep, (typeof preparationSteps)[number] | 'negotiation'>, Text> = {
  forum: label('Neuvottelufoorumi', 'Förhandlingsforum', 'Negotiation forum'),
  situation: label('Yhteinen tilannekuva', 'Gemensam lägesbild', 'Shared picture of the situation'),
  goalsWorkbook: label('Tavoitetyökirja', 'Målarbetsbok', 'Goals workbook'),
  negotiation: label('Neuvottelu', 'Förhandling', 'Negotiation'),
};
