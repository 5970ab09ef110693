import { helsinkiDate, type Language } from '@app/domain';
import { ComposeError, MailDataError, previewMail, previewSample } from '@app/mail';
import type { Store } from '@app/store';
import { definitionOf, type Instance, isWithheld, upcomingMail } from '@app/workflows';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { By, type Caller, readsAll } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { registerFor } from '../year-clocks/register-for';
import {
  mailPreview,
  type MailPreview,
  previewQuery,
  type PreviewQuery,
  previewView,
  textsOf,
} from './mail-preview.schema';

/** A mail that is shown may set its own styles, and nothing else: no script, no picture, no form, no other page. */
const onlyStyles =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Told = Parameters<typeof previewMail>[0]['notification'] & { link: boolean };

/** Mails before they are sent: nothing is written, and no link is issued. */
@Controller('v1/notifications/preview')
export class MailPreviewController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('mails:read')
  @Reads('notification')
  @Describe({
    tag: 'notifications',
    summary: 'A mail as it would be written now',
    description:
      'A mail to come of a workflow, one that is owed, or a template’s example. Names are those of the register; the answer link of a preview leads nowhere.',
    query: previewQuery,
    answers: {
      200: {
        description: 'The mail.',
        schema: mailPreview,
        alsoAs: ['text/html', 'text/plain'],
      },
    },
    problems: ['unknown-id', 'no-such-mail', 'mail-not-written', 'register-missing', 'older-software'],
  })
  async preview(
    @By() caller: Caller,
    @In() reader: Language,
    @QueryOf(previewQuery) query: PreviewQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MailPreview | string> {
    const preview = await this.previewed(caller, query, reader);
    response.set('Content-Language', preview.language);
    if (query.format === 'json') return preview;
    if (query.format === 'text') {
      response.type('text/plain');
      return `${preview.subject}\n\n${preview.text}`;
    }
    response.type('text/html').set('Content-Security-Policy', onlyStyles);
    return preview.html;
  }

  private async previewed(caller: Caller, query: PreviewQuery, reader: Language): Promise<MailPreview> {
    const { county } = caller;
    const { template, language } = query;
    if (template !== undefined) {
      const chosen = language ?? reader;
      return { template, language: chosen, to: null, ...textsOf(previewSample(template, chosen)) };
    }
    const { link, ...notification } = await this.asked(caller, query);
    const register = await registerFor(this.store, county);
    const on = helsinkiDate(await this.store.now());
    return written(() =>
      previewView(notification.template, previewMail({ notification, register, on, link, language })),
    );
  }

  private async asked(caller: Caller, { workflow = '', deadline, rung, notification }: PreviewQuery): Promise<Told> {
    const { county } = caller;
    if (notification !== undefined) {
      const stored = await this.store.notifications.read(county, notification);
      if (!stored) throw new Problem('unknown-id');
      requireShown(await this.store.workflows.read(county, stored.workflow), caller);
      return stored;
    }
    const instance = await this.store.workflows.read(county, workflow);
    if (!instance) throw new Problem('unknown-id');
    requireShown(instance, caller);
    const now = await this.store.now();
    const found = upcomingMail(definitionOf(instance.definition), instance, { now, deadline, rung });
    if (!found) throw new Problem('no-such-mail');
    return { ...found.notification, link: found.notification.link ?? false };
  }
}

/** @throws Problem (not-permitted) where what the workflow says is withheld from the caller */
function requireShown(instance: Instance | undefined, caller: Caller): void {
  if (!instance || !isWithheld(instance, readsAll(caller))) return;
  throw new Problem('not-permitted', {
    detail: text(
      'Asiassa on muuta kuin julkista: viestin saa lukea asiaa hoitavan tai tarkastavan avaimella.',
      'Allt i ärendet är inte offentligt: meddelandet kan läsas med en nyckel för dem som sköter eller granskar ärendet.',
      'Not everything in the matter is public: only the key of somebody who handles or audits it can read the mail.',
    ),
  });
}

/** @throws Problem (mail-not-written) that says what the register or the workflow lacks */
function written(write: () => MailPreview): MailPreview {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof ComposeError) && !(error instanceof MailDataError)) throw error;
    throw new Problem('mail-not-written', {
      detail: text(
        `Viestiä ei voi kirjoittaa: ${error.message}.`,
        `Meddelandet kan inte skrivas: ${error.message}.`,
        `The mail cannot be written: ${error.message}.`,
      ),
    });
  }
}
