const firstPauseMs = 200;
const longestPauseMs = 5_000;
/** The server asks for a pause, or says that it is not ready; neither has done anything. */
const tryLater = new Set([429, 503]);

/**
 * A `fetch` that tries again while nobody answers or the server asks it to wait (`Retry-After`, in seconds), for at most `patienceMs`.
 * Only for requests that may be repeated: reads, and writes with an `Idempotency-Key`.
 */
export function patientFetch(patienceMs: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedAt = performance.now();
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const isLast = (nextMs: number) => performance.now() - startedAt + nextMs > patienceMs;
      try {
        const response = await fetch(request.clone());
        const waitMs = (Number(response.headers.get('Retry-After')) || 0) * 1000 || pauseMs;
        if (!tryLater.has(response.status) || isLast(waitMs)) return response;
        await response.body?.cancel();
        await pause(waitMs);
      } catch (error) {
        // Nobody answers: fetch says so with a TypeError, whatever the reason.
        if (!(error instanceof TypeError) || isLast(pauseMs)) throw error;
        await pause(pauseMs);
      }
    }
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
