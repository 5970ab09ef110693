import { helsinkiInstant, lastMeetingBefore, sendingTimeOnOrAfter } from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { DeadlineIntent, NotificationIntent, ReaddressIntent } from '../kernel/intents';
import type { RequestContext, Takeover } from './information-request.data';
import { answerDeadline } from './information-request.dates';
import { asked, completionAsked, overdue } from './information-request.mails';

/** Another organisation goes on with the request. What was sent to the first stays in the history; the date stays. */
export function takenOver(context: RequestContext, { data, at, on }: Fact<string, Takeover>): RequestContext {
  const { organisation, organisationKind = context.organisationKind, body } = data;
  return {
    ...context,
    organisation,
    organisationKind,
    answeringBody: body
      ? {
          id: body.id,
          name: body.name,
          lastMeetingOn: lastMeetingBefore(body, context.dueOn) ?? null,
          materialsDaysBefore: body.materialsDaysBefore,
        }
      : null,
    assignedTo: null,
    handOvers: 0,
    handedOverOn: null,
    announced: null,
    reached: null,
    askedOn: on,
    askLeavesAt: sendingTimeOnOrAfter(at),
    history: [...context.history, { what: 'asked', on }],
  };
}

/** The new respondent is asked; after the reply date it is told that the answer can still be given. */
export function askedAnew(context: RequestContext, { at }: Fact): NotificationIntent {
  if (context.answer) return completionAsked(context);
  return at < dueAt(context) ? asked(context) : overdue(context);
}

/** The same date again, with the reminders of the new respondent's own body; a date that has passed has none. */
export function dateOfNewRespondent(context: RequestContext, { at }: Fact): DeadlineIntent[] {
  return at < dueAt(context) ? [answerDeadline(context)] : [];
}

/** Once the date has passed it is not set anew; what was to ask the earlier respondent does not go all the same. */
export function passedDateOfNewRespondent(context: RequestContext, { at }: Fact): ReaddressIntent[] {
  return at < dueAt(context) ? [] : [{ name: 'answer' }];
}

function dueAt({ dueOn, closes }: RequestContext) {
  return helsinkiInstant(dueOn, closes);
}
