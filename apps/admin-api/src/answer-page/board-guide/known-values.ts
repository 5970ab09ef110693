import { z } from 'zod';
import { day } from '../explanations/request-facts';
import type { FormValues } from '../../pages/form-values';
import type { OpenedPage } from '../opened-link';

const facts = z.object({ announced: z.object({ body: z.string(), meetingOn: day }) });

/** What an answer's form need not ask again: the body and the day that were announced, once that meeting has been held. */
export function knownValues({ instance, today }: OpenedPage, command: string): FormValues {
  const announced = command === 'record-answer' ? facts.safeParse(instance.context).data?.announced : undefined;
  if (!announced || announced.meetingOn > today) return new Map();
  return new Map([
    ['body', announced.body],
    ['handledOn', announced.meetingOn],
  ]);
}
