import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { DeliveryFault } from '@app/store';
import { guardedLookup, RefusedAddressError, requireSendable, type Resolve } from './address-guard';

/** From the first look at the name to the answer's status. */
export const timeoutMs = 10_000;
const mostHeaderBytes = 16_384;

export type Outgoing = { url: string; headers: Readonly<Record<string, string>>; body: string };

/** What came of an attempt. `retryAfter`: that header of the answer, as it stands there. */
export type Answered =
  { kind: 'answered'; status: number; retryAfter: string | undefined } | { kind: 'failed'; reason: DeliveryFault };

export type Ways = {
  /** For development: http, any port, and addresses of one's own network. */
  allowPrivate: boolean;
  timeoutMs?: number;
  /** Instead of the system's resolver; its answers are judged all the same. */
  resolve?: Resolve;
};

/**
 * Sends one message. Only the status and Retry-After of the answer are looked at: its body, however long or slow, is not read, and no
 * redirect is followed. Each attempt has a connection of its own, so that each is judged anew. Never throws.
 */
export async function deliver({ url, headers, body }: Outgoing, ways: Ways): Promise<Answered> {
  const { allowPrivate, resolve } = ways;
  const signal = AbortSignal.timeout(ways.timeoutMs ?? timeoutMs);
  try {
    const target = requireSendable(url, allowPrivate);
    const bytes = Buffer.from(body);
    const options = {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(allowPrivate, resolve),
      maxHeaderSize: mostHeaderBytes,
      signal,
      headers: {
        ...headers,
        'content-type': 'application/cloudevents+json; charset=UTF-8',
        'content-length': bytes.length,
        'user-agent': 'Vuosikello',
        connection: 'close',
      },
    };
    return await new Promise<Answered>((answer, fail) => {
      const send = target.protocol === 'https:' ? requestHttps : requestHttp;
      const request = send(target, options, (response) => {
        answer({
          kind: 'answered',
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
        });
        response.destroy();
      });
      request.on('error', fail);
      request.end(bytes);
    });
  } catch (error) {
    return { kind: 'failed', reason: faultOf(error, signal) };
  }
}

function faultOf(error: unknown, { aborted }: AbortSignal): DeliveryFault {
  if (error instanceof RefusedAddressError) return 'refused-address';
  if (aborted) return 'timeout';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)) return 'unknown-host';
  return /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL/.test(code) ? 'bad-certificate' : 'no-connection';
}
