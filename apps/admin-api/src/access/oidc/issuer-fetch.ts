/** The issuer does not answer, or not as an issuer answers: whether a token is good cannot be known for now. */
export class IssuerAwayError extends Error {
  constructor(why: string, cause?: unknown) {
    super(`The OIDC issuer does not answer as it should: ${why}`, { cause });
    this.name = 'IssuerAwayError';
  }
}

/** Real time. Whoever asks meanwhile hears at once that the issuer is away, so that nobody's requests pile up on it. */
const leftAloneMs = 1_000;
const timeoutMs = 5_000;
const largestBytes = 256 * 1024;

/** Gets the documents of an issuer: no redirects, nothing endless, and no storm of requests on an issuer that is down. */
export class IssuerFetch {
  private failedAt = -Infinity;

  constructor(private readonly elapsedMs: () => number) {}

  /** @throws IssuerAwayError */
  async get(address: string, signal: AbortSignal = AbortSignal.timeout(timeoutMs)): Promise<Response> {
    if (this.elapsedMs() - this.failedAt < leftAloneMs) throw new IssuerAwayError('it was away a moment ago');
    try {
      const response = await fetch(address, { redirect: 'error', signal, headers: { Accept: 'application/json' } });
      if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
      return new Response(await bounded(response), { status: 200, headers: { 'Content-Type': 'application/json' } });
    } catch (error) {
      this.failedAt = this.elapsedMs();
      throw new IssuerAwayError(error instanceof Error ? error.message : String(error), error);
    }
  }
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > largestBytes) throw new Error(`the answer is larger than ${largestBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
