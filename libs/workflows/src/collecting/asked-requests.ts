import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import { label } from '../fields';
import type { AnswerNote } from '../information-request/answer-note';
import type { AnswerValue } from '../information-request/question';
import { answerKey, type AskedParty } from '../information-request/request-child';
import type { Json } from '../kernel/command';
import type { Fact, Reason } from '../kernel/definition';
import type { ChildIntent, EndDeadlineIntent, TellChildIntent } from '../kernel/intents';
import { met } from '../kernel/intents';
import { organisationLabel, partiesChangeForm, partyKindField, whyTheyStay } from '../taking-part';

/** What workflows share that ask several organisations for one answer each, and gather what comes. */

/** How a request to an organisation stands, with what it answered. `audience`: who in it is asked, unless its respondent. */
export type AskedRequest = {
  organisation: string;
  audience?: string;
  outcome: 'asked' | 'answered' | 'late' | 'missed' | 'withdrawn';
  on: CivilDate | null;
  answers: Record<string, AnswerValue>;
};

/** What such a workflow keeps: who is to be asked, and what was asked of whom, by the key of the request. */
export type Collecting = {
  id: string;
  parties: CollectedParty[];
  asked: Record<string, AskedRequest>;
};

/** Who is asked: its respondent, or whoever has the audience in it (a role, or `interface:<id>`). */
export const collectedParty = z.strictObject({
  organisation: z.string().meta({ label: organisationLabel }),
  kind: partyKindField,
  audience: z
    .string()
    .meta({ label: label('Kenelle siellä', 'Till vem där', 'To whom there') })
    .exactOptional(),
});
export type CollectedParty = z.infer<typeof collectedParty>;

/** The form of a change of who is asked. */
export const partiesChange = partiesChangeForm(collectedParty);
export type PartiesChange = z.infer<typeof partiesChange>;

/** The key of a new request to a party: one that left and came back has another. */
export function freshKey({ asked }: Pick<Collecting, 'asked'>, { organisation, audience }: CollectedParty): string {
  const first = answerKey(organisation, audience);
  const earlier = Object.keys(asked).filter((key) => key === first || key.startsWith(`${first}--`)).length;
  return earlier === 0 ? first : `${first}--${earlier + 1}`;
}

/** A party as a request asks it; no body answers for it. */
export function partyAsked({ organisation, kind, audience }: CollectedParty): AskedParty {
  return { organisation, kind, body: null, ...(audience !== undefined && { audience }) };
}

/** The requests that have just been sent, all still unanswered. */
export function nowAsked(requests: readonly ChildIntent[]): Record<string, AskedRequest> {
  return Object.fromEntries(
    requests.map(({ key, data }) => {
      const { organisation, audience } = data as { organisation: string; audience: string };
      const whom = { organisation, ...(audience !== 'respondent' && { audience }) };
      return [key, { ...whom, outcome: 'asked' as const, on: null, answers: {} }];
    }),
  );
}

/** What a request has told, by whom it was answered. A note of a request that is none of ours changes nothing. */
export function withNote(
  { id, asked }: Collecting,
  { data: { organisation, outcome, late, on, answers }, by }: Fact<string, AnswerNote>,
): Collecting['asked'] {
  const key = Object.keys(asked).find((candidate) => `${id}.${candidate}` === by.id);
  const request = key === undefined ? undefined : asked[key];
  if (key === undefined || !request) return asked;
  // What has been answered stays, whatever becomes of the request afterwards.
  if (outcome !== 'answered' && isAnswered(request)) return asked;
  return {
    ...asked,
    [key]: { ...request, organisation, outcome: outcome === 'answered' && late ? 'late' : outcome, on, answers },
  };
}

function isAnswered({ outcome }: Pick<AskedRequest, 'outcome'>): boolean {
  return outcome === 'answered' || outcome === 'late';
}

/** Whether nobody is waited for any more. */
export function isComplete({ asked }: Collecting): boolean {
  return Object.values(asked).every(({ outcome }) => outcome !== 'asked');
}

/** The organisations that have not answered yet. */
export function unanswered({ asked }: Collecting): string[] {
  const waiting = Object.values(asked).filter(({ outcome }) => outcome === 'asked');
  return [...new Set(waiting.map(({ organisation }) => organisation))];
}

/** Who is waited for: whoever has not answered; once all are in, the county, which goes on with what came. */
export function waitedFor(context: Collecting & { county: string }): string[] {
  const missing = unanswered(context);
  return missing.length > 0 ? missing : [context.county];
}

/** The day on which the answers were due is met by the last of them, on its day. Where nobody has answered it is missed. */
export function answersMet({ asked }: Collecting, deadline: string): EndDeadlineIntent[] {
  const requests = Object.values(asked);
  const lastOn = requests
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1);
  return [requests.some(isAnswered) ? met(deadline, lastOn) : { name: deadline, as: 'cancelled' }];
}

/** What came is used; what did not come is missed. */
export function closeRequests({ asked }: Collecting): TellChildIntent[] {
  return tell(Object.keys(asked), 'close-request', {});
}

/** Nothing is asked any more. */
export function withdrawRequests({ asked }: Collecting, reason: string): TellChildIntent[] {
  return tell(Object.keys(asked), 'withdraw', { reason });
}

/** Whoever has not answered yet hears of other dates, where any of theirs is. */
export function requestsMoved({ asked }: Collecting, dates: object, reason: string): TellChildIntent[] {
  if (Object.keys(dates).length === 0) return [];
  const open = Object.keys(asked).filter((key) => asked[key]?.outcome === 'asked');
  return tell(open, 'reschedule', { ...dates, reason });
}

/** The open requests of those who leave: the successor goes on with them where it has none of its own, else they are withdrawn. */
export function requestsHandedOver(context: Collecting, change: PartiesChange): TellChildIntent[] {
  return handovers(context, change).flatMap(({ key, to }) =>
    to
      ? tell([key], 'succeed', { organisation: to.organisation, organisationKind: to.kind, reason: change.reason })
      : tell([key], 'withdraw-unanswered', { reason: change.reason }),
  );
}

/** Why those who are asked may not change so; null when they may. */
export function whyPartiesStay(
  { parties }: Pick<Collecting, 'parties'>,
  { joined, left }: PartiesChange,
): Reason | null {
  const ids = (list: readonly CollectedParty[]) => list.map(({ organisation }) => organisation);
  return whyTheyStay(ids(parties), { joined: ids(joined), left });
}

/** Who is asked after the change, and by which request; `fresh` are the requests to those who join. */
export function withChangedParties(
  context: Collecting,
  change: PartiesChange,
  fresh: readonly ChildIntent[],
): Pick<Collecting, 'parties' | 'asked'> {
  const asked = { ...context.asked, ...nowAsked(fresh) };
  for (const { key, to } of handovers(context, change)) {
    const request = asked[key];
    if (request) asked[key] = to ? { ...request, organisation: to.organisation } : { ...request, outcome: 'withdrawn' };
  }
  return { parties: partiesAfter(context, change), asked };
}

/** Those who join and are not asked by a request that they take over. */
export function partiesToAsk(context: Collecting, change: PartiesChange): CollectedParty[] {
  return notTakenOver(context, change, change.joined);
}

/** Those of `asks` who take over no request; `asks` may name several people of an organisation that joins. */
export function notTakenOver<Party extends CollectedParty>(
  context: Collecting,
  change: PartiesChange,
  asks: readonly Party[],
): Party[] {
  const taken = handovers(context, change).flatMap(({ key, to }) =>
    to ? [seatOf({ organisation: to.organisation, audience: context.asked[key]?.audience })] : [],
  );
  return asks.filter((party) => !taken.includes(seatOf(party)));
}

export function partiesAfter(
  { parties }: Pick<Collecting, 'parties'>,
  { joined, left }: PartiesChange,
): CollectedParty[] {
  const gone = new Set(left.map(({ organisation }) => organisation));
  return [...parties.filter(({ organisation }) => !gone.has(organisation)), ...joined];
}

type Handover = { key: string; to: CollectedParty | null };

function handovers(context: Collecting, change: PartiesChange): Handover[] {
  const after = partiesAfter(context, change);
  const having = new Set(Object.values(context.asked).map(seatOf));
  return change.left.flatMap(({ organisation, successor }) =>
    Object.entries(context.asked)
      .filter(([, request]) => request.organisation === organisation && request.outcome === 'asked')
      .map(([key, { audience }]): Handover => {
        const to = after.find((party) => party.organisation === successor);
        const seat = to && seatOf({ organisation: to.organisation, audience });
        const takes = seat !== undefined && !having.has(seat);
        if (takes) having.add(seat);
        return { key, to: takes && to ? to : null };
      }),
  );
}

/** Who is asked, as one word: an organisation may be asked through several people, each once. */
function seatOf({ organisation, audience }: { organisation: string; audience?: string | undefined }): string {
  return audience === undefined ? organisation : `${organisation} ${audience}`;
}

function tell(keys: readonly string[], command: string, data: object): TellChildIntent[] {
  return keys.map((key) => ({ key, command, data: data as Json }));
}
