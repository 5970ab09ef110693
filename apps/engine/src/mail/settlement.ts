import { type Instant, sendingTimeOnOrAfter } from '@app/domain';
import type { NotificationState, Settled } from '@app/store';
import { withoutAddresses } from '../log/without-addresses';
import type { SmtpOutcome } from './classify-smtp-outcome';
import { isGivenUp, isOver, type Lifetime } from './lifetime';
import { inQuarterOfAnHour, retryAt } from './retry-times';

/** A notification or a digest, as far as its sending goes. */
export type Attempted = { state: NotificationState; attempts: number; repeats: number };

const longestReply = 500;

/** Whether it is still to be sent, or to be found out what became of it. */
export function isOwed({ state, repeats }: Attempted): boolean {
  return state === 'queued' || state === 'deferred' || state === 'sending' || (state === 'unknown' && repeats === 0);
}

/** When it was tried, how long it may be, and by how much of its pause the next try is put off (0 up to 1). */
export type Trying = { now: Instant; lifetime: Lifetime; chance: number };

/** What is recorded of an attempt, and when it is tried again. */
export function settlementOf(sent: SmtpOutcome, mail: Attempted, trying: Trying): Settled {
  switch (sent.kind) {
    case 'accepted':
    case 'rejected':
      return { state: sent.kind, reply: keptReply(sent.reply) };
    case 'unknown':
      return unknownSettlement(mail, trying.now, sent.reply);
    case 'deferred':
      return putOff(sent, mail.attempts + 1, trying);
  }
}

/** A server that is away says nothing about the mail: it is not given up for that, unless its day is over. */
function putOff(
  { reply, relayAway }: SmtpOutcome & { kind: 'deferred' },
  attempts: number,
  { now, lifetime, chance }: Trying,
): Settled {
  const again = sendingTimeOnOrAfter(retryAt(now, relayAway ? 1 : attempts, chance));
  if (relayAway ? isOver(lifetime, again) : isGivenUp(lifetime, again, attempts))
    return givenUp(`given up after ${attempts} attempts: ${reply}`);
  return { state: 'deferred', reply: keptReply(reply), retryAt: again };
}

/** It could not be sent in its time. */
export function givenUp(reply: string): Settled {
  return { state: 'rejected', reply: keptReply(reply) };
}

/** Repeated once after a quarter of an hour; if that is not known either, it stays so. */
export function unknownSettlement({ state, repeats }: Attempted, now: Instant, reply: string): Settled {
  const isRepeated = repeats === 0 && state !== 'unknown';
  return { state: 'unknown', reply: keptReply(reply), ...(isRepeated && { retryAt: inQuarterOfAnHour(now) }) };
}

/** Whoever began to send has died, or its lease has ended: nobody knows how far it came. */
export function interruptedSettlement(mail: Attempted, now: Instant): Settled {
  return unknownSettlement(mail, now, 'the sending was interrupted');
}

/** What a server said, on one line and without the addresses that it repeats. */
function keptReply(reply: string): string {
  return withoutAddresses(reply).replace(/\s+/g, ' ').slice(0, longestReply);
}
