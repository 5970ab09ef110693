import { addMs, type Instant } from '@app/domain';
import type { Attempted, WebhookDelivery } from '@app/store';
import type { Answered } from './deliver';

const firstPauseMs = 5_000;
const growth = 6;
const hourMs = 3_600_000;
const longestPauseMs = 12 * hourMs;
/** For a receiver that does not answer: it is to be noticed soon that it does again. */
const longestOutagePauseMs = hourMs;
/** Each pause is up to a quarter longer, so that what failed together does not come back together. */
const jitter = 0.25;
const gone = 410;
const asksToWait = new Set([429, 503]);
/** The receiver, or what stands before it, has nothing against this very event. */
const outages = new Set([429, 502, 503, 504]);

export type Moment = {
  /** Business time. */
  now: Instant;
  /** Real time, which an answer's date is held against. */
  realNow: Instant;
  /** From 0 up to 1. */
  chance: number;
};

/**
 * What follows from an attempt. A failed one is repeated after 5 s, 30 s, 3 min, 18 min, 1.8 h, 10.8 h and then every 12 h, or later where
 * the receiver asks for it (429 and 503 with Retry-After); once more when its time is over, and then given up. Where the receiver does not
 * answer at all, it is asked at least every hour, and nothing else is sent before that: so the order of the log outlasts an outage.
 */
export function attempted(answered: Answered, delivery: WebhookDelivery, moment: Moment): Attempted {
  if (answered.kind === 'failed') {
    const rests = answered.reason !== 'no-event';
    const againAt = rests ? nextAttempt(delivery, moment, { longestMs: longestOutagePauseMs }) : undefined;
    return { kind: 'failed', status: null, reason: answered.reason, againAt, rests };
  }
  const { status, retryAfter } = answered;
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === gone) return { kind: 'gone', status };
  const leastMs = asksToWait.has(status) ? retryAfterMs(retryAfter, moment.realNow) : 0;
  const reason = status >= 300 && status < 400 ? 'redirect' : 'status';
  const rests = outages.has(status);
  const longestMs = rests ? longestOutagePauseMs : longestPauseMs;
  return { kind: 'failed', status, reason, againAt: nextAttempt(delivery, moment, { longestMs, leastMs }), rests };
}

/** Undefined once the time is over. */
function nextAttempt(
  { attempts, giveUpAt, position }: WebhookDelivery,
  { now, chance }: Moment,
  { longestMs, leastMs = 0 }: { longestMs: number; leastMs?: number },
): Instant | undefined {
  // A test says what it has to say at once.
  if (position === null || now >= giveUpAt) return undefined;
  const pauseMs = Math.min(firstPauseMs * growth ** Math.max(attempts - 1, 0), longestMs);
  const again = addMs(now, Math.round(Math.max(pauseMs, leastMs) * (1 + jitter * chance)));
  return again < giveUpAt ? again : giveUpAt;
}

/** Seconds or a date (RFC 9110, section 10.2.3); 0 where it says neither. */
function retryAfterMs(header: string | undefined, realNow: Instant): number {
  if (header === undefined) return 0;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.parse(realNow);
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}
