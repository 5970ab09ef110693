import type { Instant } from '@app/domain';
import type { NotificationState, Settled } from '@app/store';
import { withoutAddresses } from '../log/without-addresses';
import type { SmtpOutcome } from './classify-smtp-outcome';
import { inQuarterOfAnHour, mostAttempts, retryAt } from './retry-times';

/** A notification or a digest, as far as its sending goes. */
export type Attempted = { state: NotificationState; attempts: number; repeats: number };

const longestReply = 500;

/** Whether it is still to be sent, or to be found out what became of it. */
export function isOwed({ state, repeats }: Attempted): boolean {
  return state === 'queued' || state === 'deferred' || state === 'sending' || (state === 'unknown' && repeats === 0);
}

/** What is recorded of an attempt, and when it is tried again. */
export function settlementOf(sent: SmtpOutcome, mail: Attempted, now: Instant): Settled {
  const attempts = mail.attempts + 1;
  switch (sent.kind) {
    case 'accepted':
    case 'rejected':
      return { state: sent.kind, reply: keptReply(sent.reply) };
    case 'unknown':
      return unknownSettlement(mail, now, sent.reply);
    case 'deferred':
      // A relay that is away says nothing about the mail: it is not given up for that.
      if (!sent.relayAway && attempts >= mostAttempts)
        return { state: 'rejected', reply: keptReply(`given up after ${attempts} attempts: ${sent.reply}`) };
      return { state: 'deferred', reply: keptReply(sent.reply), retryAt: retryAt(now, attempts) };
  }
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
