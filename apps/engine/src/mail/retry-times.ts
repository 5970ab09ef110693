import { addMs, type Instant } from '@app/domain';

const minuteMs = 60_000;
/** Servers that greylist want a few minutes; after the first hours a server that puts off is asked every four. */
const pausesMin = [1, 5, 15, 60, 120, 240] as const;
/** Each pause is up to a quarter longer, so that what was put off together does not come back together. */
const jitter = 0.25;

/** When to try again after so many attempts, with `chance` from 0 up to 1. Business time. */
export function retryAt(now: Instant, attempts: number, chance: number): Instant {
  const pauseMin = pausesMin[Math.min(Math.max(attempts, 1), pausesMin.length) - 1] ?? 0;
  return addMs(now, Math.round(pauseMin * minuteMs * (1 + jitter * chance)));
}

/** When a mail of unknown outcome is repeated, and a held one looked at again. */
export function inQuarterOfAnHour(now: Instant): Instant {
  return addMs(now, 15 * minuteMs);
}
