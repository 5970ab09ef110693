import type { Request, Response } from 'express';
import { Problem } from '../../problems/problem';
import { markup, mediaType } from '../answer-page.schema';
import type { OpenedPage } from '../opened-link';
import { goneOnPage } from '../passed-on.view';
import { sendPage, secretHeaders } from '../page-response';
import { agendaItem } from './agenda-item';
import { agendaPage, agendaText } from './agenda-item.view';

const fileNames = { fi: 'esityslistateksti', sv: 'foredragningslistetext', en: 'agenda-item' } as const;

export const agendaDescription = {
  tag: 'answers',
  summary: 'A draft of the agenda item with which a body takes the matter up',
  description:
    'To download: `?format=txt` (the default) or `html`, `?lang=` fi, sv or en. What the preparer fills in stands in brackets.',
  answers: {
    200: { description: 'The text.', schema: markup, mediaType: 'text/plain' },
    404: { description: 'The link opens nothing, or what it asks is not for a body.', schema: markup, mediaType },
    410: { description: 'A successor goes on with the matter; it has a link of its own.', schema: markup, mediaType },
  },
};

/** Sends the agenda item of what the page asks. @throws Problem where it asks nothing of a body */
export function sendAgendaItem(page: OpenedPage, { query }: Request, response: Response): void {
  const gone = goneOnPage(page);
  if (gone) {
    sendPage(response, 410, gone);
    return;
  }
  const item = agendaItem(page);
  if (!item) throw new Problem('unknown-id');
  const asPage = query.format === 'html';
  response
    .status(200)
    .set(secretHeaders)
    .attachment(`${fileNames[page.language]}.${asPage ? 'html' : 'txt'}`)
    .type(asPage ? 'html' : 'text/plain; charset=utf-8')
    .send(asPage ? agendaPage(item).markup : agendaText(item));
}
