import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import { dateField, label, textInThree } from '../fields';
import type { Json } from '../kernel/command';
import type { CommandDefinition, Fact } from '../kernel/definition';
import { hearingForm } from '../kernel/follows';
import type { NotificationIntent, PublishIntent } from '../kernel/intents';
import { met, type EndDeadlineIntent } from '../kernel/intents';
import { reachedBy } from '../reach';
import type { Answer, RequestContext, SharedFrom } from './information-request.data';

/**
 * One answer serves several requests: those that ask the same thing (`asksFor`) of the same organisation. Whoever is answered
 * publishes the answer, and the others, also those sent later, take it for theirs.
 */

/** An answer as its request publishes it: what it was an answer to, when it was first given, and what it says. */
const published = z.strictObject({
  matter: textInThree,
  answeredOn: dateField(label('Vastattu', 'Besvarat', 'Answered on')),
  answers: z.record(z.string(), z.unknown()),
  body: z.string().optional(),
  handledOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')).optional(),
  section: z.string().optional(),
  minutes: z.string().optional(),
  onBehalf: z.boolean(),
});
type PublishedAnswer = z.infer<typeof published>;

/** What is recorded: the answer, whose it was, on which day it was given (`on`), and whether that is late for this request. */
export type AnswerShared = Answer & SharedFrom & { on: CivilDate };

type SharingContext = Pick<RequestContext, 'organisation' | 'asksFor'>;

/** On what the answer is published and waited for; a request that asks for nothing named shares nothing. */
function topicsOf({ organisation, asksFor }: SharingContext): string[] {
  return asksFor === undefined ? [] : [`answer/${organisation}/${asksFor}`];
}

/** Followed as long as the request has no answer of its own: one that it has been given here is not overwritten from elsewhere. */
export function awaitedTopics(context: RequestContext): string[] {
  return context.answer === null || context.sharedFrom !== null ? topicsOf(context) : [];
}

/** The answer as it stands, for whoever asks the same. */
export function publishedAnswer(context: RequestContext): PublishIntent[] {
  const { answer } = context;
  if (!answer) return [];
  // Documents are those of this workflow: the other one has none of these ids.
  const { on: answeredOn, givenBy: _givenBy, late: _late, way: _way, documents: _documents, ...told } = answer;
  const data: PublishedAnswer = { matter: context.title, answeredOn, ...told };
  return topicsOf(context).map((topic) => ({ topic, data: data as Json }));
}

type Heard = { from: string; data: PublishedAnswer };

/** How the request hears of an answer given elsewhere: the first one is its answer, what comes to that later corrects it. */
export const shareAnswer: CommandDefinition<RequestContext> = {
  title: label('Käytä toiseen pyyntöön annettua vastausta', 'Använd ett svar på en annan begäran', 'Share an answer'),
  roles: ['workflow'],
  schema: hearingForm(published),
  event: {
    oneOf: ['AnswerShared', 'SharedAnswerCorrected'],
    choose: ({ from }: Heard, { sharedFrom, completion }) =>
      sharedFrom && (sharedFrom.from === from || completion) ? 'SharedAnswerCorrected' : 'AnswerShared',
  },
  record: ({ from, data }: Heard, { context }): AnswerShared => {
    const { matter, answeredOn: on, ...told } = data;
    return { ...(told as Omit<Answer, 'late'>), from, matter, on, late: on > context.dueOn };
  },
};

/** The request with the answer that was given elsewhere. */
export function withShared(context: RequestContext, { data, on }: Fact<string, AnswerShared>): RequestContext {
  const { from, matter, ...told } = data;
  const answer = { ...told, givenBy: context.organisation };
  return { ...reachedBy(context, 'answered', on), answer, sharedFrom: { from, matter }, completion: null };
}

/** Answered on the day on which the other request was: an answer that was there before this date is on time. */
export function metByShared({ data: { on, late } }: Fact<string, AnswerShared>): EndDeadlineIntent {
  return met('answer', late ? undefined : on);
}

/** Says that nothing more is needed, and why. */
export function sharedReceipt(context: RequestContext, { data }: Fact<string, AnswerShared>): NotificationIntent {
  const { matter: answered, on: answeredOn, body, section, handledOn: on } = data;
  const handled =
    body !== undefined && section !== undefined ? { body, section, ...(on !== undefined && { on }) } : null;
  return {
    template: 'answer-shared',
    to: { organisation: context.organisation, audience: 'respondent' },
    data: { matter: context.title, answered, answeredOn, ...(handled && { handled }) },
  };
}
