import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated';
import { newRequestKey } from './clock/request-key';
import { patientFetch } from './patient-fetch';

export type ConnectOptions = {
  /** Where the API is, without `/v1`: `https://vuosikello.example.fi`. */
  baseUrl: string;
  /** An API key or an OIDC token; a function is asked before each request, so that a token can be renewed. */
  token: string | (() => string | Promise<string>);
  /** In which language titles and problems are written; Finnish unless said. */
  language?: 'fi' | 'sv' | 'en';
  /** How long to try again, in seconds, while the server is away, not ready or asks for a pause; 30 unless said, 0 for never. */
  patienceSeconds?: number;
};

export type Vuosikello = Client<paths>;

const readOnly = new Set(['GET', 'HEAD']);

/**
 * The API of Vuosikello, every path and body typed: `vuosikello.GET('/v1/workflows/{id}', { params: { path: { id } } })`.
 * A write that names no `Idempotency-Key` gets one, so that what is sent again is done once.
 */
export function connect({ baseUrl, token, language = 'fi', patienceSeconds = 30 }: ConnectOptions): Vuosikello {
  const client = createFetchClient<paths>({ baseUrl, fetch: patientFetch(patienceSeconds * 1000) });
  client.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      request.headers.set('Accept-Language', language);
      if (!readOnly.has(request.method) && !request.headers.has('Idempotency-Key'))
        request.headers.set('Idempotency-Key', newRequestKey());
      return request;
    },
  });
  return client;
}
