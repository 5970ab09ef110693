import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type DeliveryReport, noReports, readReport, reportLimit } from '@app/mail';
import type { Store } from '@app/store';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { readFile } from '../documents/file-body';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';

const mail = 'message/rfc822';

const noted = named(
  'NotedReport',
  z.object({
    outcome: z
      .enum(['marked', 'recorded', 'again', 'other-recipient', 'unknown-mail'])
      .describe(
        '`marked`: a mail did not arrive. `recorded`: it was delayed or delivered. `again`: nothing new. `other-recipient`: the mail went to none of the addresses that are reported on. `unknown-mail`: not a mail of this county. A failure that fits no mail is a task and marks nothing.',
      ),
    notifications: z.array(z.string()),
    contacts: z.array(z.string()).describe('Ids of contacts that are not written to any more.'),
  }),
);

const reasons: Record<(typeof noReports)[number], ReturnType<typeof text>> = {
  'auto-reply': text(
    'Viesti on automaattinen vastaus, ei toimitusraportti.',
    'Meddelandet är ett automatiskt svar, inte en leveransrapport.',
    'The mail is an automatic reply and no delivery report.',
  ),
  'other-mail': text(
    'Viestissä ei ole osaa message/delivery-status, jossa kerrotaan vastaanottajasta, toimenpiteestä ja tilasta.',
    'Meddelandet saknar en del message/delivery-status med mottagare, åtgärd och status.',
    'The mail has no part message/delivery-status that tells a recipient, an action and a status.',
  ),
  unreadable: text(
    'Viestin rakennetta ei voi lukea.',
    'Meddelandets struktur kan inte läsas.',
    'The structure of the mail cannot be read.',
  ),
  'too-large': text(
    'Raportin enimmäiskoko on 1 Mt.',
    'En rapport får vara högst 1 MB.',
    'A report may have 1 MB at most.',
  ),
};

/** Delivery reports (RFC 3464) that a mail system passes on. */
@Controller('v1/notifications/reports')
export class ReportsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post()
  @HttpCode(200)
  @Allow('mails:report')
  @Describe({
    tag: 'notifications',
    summary: 'Pass on a delivery report',
    description:
      'The body is the report as it came, 1 MB at most. The same report twice is noted once; one that fits no mail of this county, by its name or its recipient, marks nothing and is a task.',
    file: [mail],
    answers: { 200: { description: 'What was marked.', schema: noted } },
    problems: ['not-a-report', 'report-too-large', 'document-empty', 'document-type'],
  })
  async note(@By() { county }: Caller, @Req() request: Request) {
    if (!request.is(mail)) throw new Problem('document-type', { detail: wrongType });
    const read = await readReport(await readFile(request, { limit: reportLimit, tooLarge: 'report-too-large' }));
    if (read.report === null) throw new Problem('not-a-report', { detail: reasons[read.why] });
    return this.store.deliveries.note(county, read.report satisfies DeliveryReport);
  }
}

const wrongType = text(
  'Lähetä raportti sellaisenaan ja otsake «Content-Type: message/rfc822».',
  'Skicka rapporten som den är med huvudfältet «Content-Type: message/rfc822».',
  'Send the report as it is, with the header «Content-Type: message/rfc822».',
);
