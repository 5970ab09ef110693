import { waitUntil } from '../../clock/wait-until';

/** How long a page is asked for while the server is being started again. */
const PATIENCE_MS = 30_000;
const TRY_EVERY_MS = 100;

/** A request that is repeated while nobody answers or the server says it is not ready; for requests that may be repeated. */
export async function reached(url: string, init: RequestInit): Promise<Response> {
  let trouble = '';
  const response = await waitUntil(
    async () => {
      try {
        const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
        if (answer.status !== 503) return answer;
        trouble = `503 ${await answer.text()}`;
      } catch (error) {
        trouble = [error, (error as Error).cause]
          .map((reason) => (reason instanceof Error ? reason.message : ''))
          .join(' ');
      }
      return undefined;
    },
    PATIENCE_MS,
    TRY_EVERY_MS,
  );
  if (!response) throw new Error(`${new URL(url).origin} does not answer: ${trouble}`);
  return response;
}
