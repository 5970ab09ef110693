import type { CivilDate } from '@app/domain';
import { publishedOn, termGoalsTopic } from '../goals';
import type { PublishIntent } from '../kernel/intents';
import type { TermContext } from './council-term-negotiation.data';
import { termTitle } from './council-term-negotiation.meetings';

/** The goals of the term as they stand, for the negotiations of its years: from the workbook on, and anew as they are agreed. */
export function goalsPublished(context: TermContext, agreedOn: CivilDate): PublishIntent[] {
  const { id, term, goals } = context;
  return publishedOn(termGoalsTopic(term), { id, matter: termTitle(context), agreedOn, goals });
}
