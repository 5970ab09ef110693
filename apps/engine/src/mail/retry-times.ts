import { addMs, type Instant } from '@app/domain';

const minuteMs = 60_000;
const pausesMin = [1, 5, 15, 60] as const;

/** A mail that the relay puts off this often is given up. */
export const mostAttempts = 5;

/** When to try again after the given number of attempts: 1, 5, 15 minutes, then every hour. Business time. */
export function retryAt(now: Instant, attempts: number): Instant {
  return addMs(now, (pausesMin[Math.max(attempts, 1) - 1] ?? 60) * minuteMs);
}

/** When a mail of unknown outcome is repeated, and a held one looked at again. */
export function inQuarterOfAnHour(now: Instant): Instant {
  return addMs(now, 15 * minuteMs);
}

/** When to see whether a relay that was away is there again. */
export function inOneMinute(now: Instant): Instant {
  return addMs(now, minuteMs);
}
