import type { Request, Response } from 'express';
import type { Html } from '../pages/html';
import { styleSource } from '../pages/style';

const policy =
  `default-src 'none'; style-src ${styleSource}; img-src data:; form-action 'self'; frame-ancestors 'none'; ` +
  "base-uri 'none'";

/** Whether a person is reading: the address is that of an answer page. */
export function isAnswerPage({ path }: Pick<Request, 'path'>): boolean {
  return path.startsWith('/r/');
}

/** What is under a secret address is not kept, not indexed, and not told to the pages it links to. */
export const secretHeaders = {
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  Vary: 'Accept-Language',
};

/** Sends a page whose address is a secret. */
export function sendPage(response: Response, status: number, page: Html): void {
  response.status(status).set(secretHeaders).type('html').send(page.markup);
}
