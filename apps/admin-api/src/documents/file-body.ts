import type { Request } from 'express';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** 25 MB, the largest file that is taken. */
export const fileLimit = 25 * 1024 * 1024;

const uploads = /^\/v1\/workflows\/[^/]+\/documents\/?$/i;

/** Whether the body is a file: it is read by its route, once it is known who sends it. */
export function isUpload({ method, url = '' }: { method?: string | undefined; url?: string | undefined }): boolean {
  return method === 'POST' && uploads.test(url.split('?')[0] ?? '');
}

/** The file whole, in memory. @throws Problem when it is empty, too large or encoded */
export async function readFile(request: Request): Promise<Buffer> {
  if ((request.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Problem('document-type', { detail: encoded });
  if (Number(request.get('content-length')) > fileLimit) throw new Problem('document-too-large');
  const content = await contentOf(request);
  if (content.length === 0) throw new Problem('document-empty');
  return content;
}

async function contentOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // The connection has to stay: the answer goes out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > fileLimit) throw new Problem('document-too-large');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    // What is still to come is thrown away, or the next request on the connection would wait behind it.
    request.resume();
    // Anything else: whoever sent it has gone.
    throw error instanceof Problem ? error : new Problem('malformed-request');
  }
  return Buffer.concat(chunks, bytes);
}

const encoded = text(
  'Lähetä tiedosto sellaisenaan, ilman otsaketta Content-Encoding.',
  'Skicka filen som den är, utan huvudfältet Content-Encoding.',
  'Send the file as it is, without Content-Encoding.',
);
