import { lastMeetingBefore } from '@app/domain';
import type { BodyInOrder } from '../board-handling/board-handling.data';
import type { Json } from '../kernel/command';
import type { ChildIntent } from '../kernel/intents';
import type { RequestInput } from './information-request.data';

/** Who is asked: an organisation, its body that answers if one does, and who in it, unless its respondent. */
export type AskedParty = {
  organisation: string;
  kind: RequestInput['organisationKind'];
  body: BodyInOrder | null;
  audience?: string;
};

type What = Omit<RequestInput, 'organisation' | 'organisationKind' | 'audience' | 'answeringBody'>;

/** A request as the child of the workflow that asks. Without a key of its own it is the party's first of its kind there. */
export function requestFor(
  { organisation, kind, body, audience = 'respondent' }: AskedParty,
  what: What,
  key = answerKey(organisation, audience),
): ChildIntent {
  const data: RequestInput = {
    organisation,
    organisationKind: kind,
    audience,
    ...what,
    answeringBody: body && {
      id: body.id,
      name: body.name,
      lastMeetingOn: lastMeetingBefore(body, what.dueOn) ?? null,
      materialsDaysBefore: body.materialsDaysBefore,
    },
  };
  return { key, workflow: 'information-request', data: data as Json };
}

/** `answer-016`; `answer-016-kotoutuminen` where the contact of an interface is asked, `answer-016-<role>` another role. */
export function answerKey(organisation: string, audience = 'respondent'): string {
  const part = audience === 'respondent' ? '' : `-${audience.replace(/^interface:/, '')}`;
  return `answer-${organisation}${part}`;
}
