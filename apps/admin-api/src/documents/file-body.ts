import type { Request } from 'express';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** 25 MB, the largest file that is taken. */
export const fileLimit = 25 * 1024 * 1024;

const uploads = /^\/v1\/(workflows\/[^/]+\/documents|notifications\/reports)\/?$/i;

/** Whether the body is a file: it is read by its route, once it is known who sends it. */
export function isUpload({ method, url = '' }: { method?: string | undefined; url?: string | undefined }): boolean {
  return method === 'POST' && uploads.test(url.split('?')[0] ?? '');
}

/** How large a file may be, in bytes, and what is wrong with a larger one. */
type Bound = { limit: number; tooLarge: 'document-too-large' | 'report-too-large' };
const documentBound: Bound = { limit: fileLimit, tooLarge: 'document-too-large' };

/** The file whole, in memory. @throws Problem when it is empty, too large or encoded */
export async function readFile(request: Request, bound = documentBound): Promise<Buffer> {
  if ((request.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Problem('document-type', { detail: encoded });
  if (Number(request.get('content-length')) > bound.limit) throw new Problem(bound.tooLarge);
  const content = await contentOf(request, bound);
  if (content.length === 0) throw new Problem('document-empty');
  return content;
}

async function contentOf(request: Request, { limit, tooLarge }: Bound): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // The connection has to stay: the answer goes out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > limit) throw new Problem(tooLarge);
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
