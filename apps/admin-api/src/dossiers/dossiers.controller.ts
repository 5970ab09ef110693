import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import { dossierFiles, dossierJson, dossierName, type DossierRequest, zipped } from '@app/dossier';
import type { VerifierKey } from '@app/ledger';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { By, type Caller, readsAll } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { goneOrUnknown } from '../disposals/disposed-problem';
import { giveUpStalled } from '../http/steady-writing';
import { OwnId } from '../input/own-id.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { AtOnce } from '../protection/at-once';
import { STORE } from '../store.token';
import { WITNESSES } from '../witnesses.token';

/** The first is what is sent when Accept does not choose. */
const forms = ['application/zip', 'application/json'];

/** Dossiers made at once: pages, a diagram and a PDF of everything, from the whole history. */
const most = { ofOneKey: 2, ofOneCounty: 4, altogether: 8 };

/** A workflow whole, to be given out of the house. */
@Controller('v1/workflows/:id/dossier')
export class DossiersController {
  private readonly atOnce = new AtOnce(most);

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(WITNESSES) private readonly keys: readonly VerifierKey[],
  ) {}

  @Get()
  @Allow('dossiers:read')
  @Reads('dossier', { subject: ['id'], before: true })
  @Describe({
    tag: 'records',
    summary: 'The file of a matter: a workflow with all that it started',
    description:
      'Events, mails as sent, answers, decisions, attached files, diagram, a PDF/A, metadata for a case-management system, and where nothing is left out what proves its signed events (`log.ndjson`), as one ZIP archive; or the same without files as JSON. Pages are in the language of `Accept-Language`. Keys that neither handle nor audit the matter get what is public: restricted files, and what workflows with records that are not public say, are left out.',
    headers: { Accept: { description: forms.map((form) => `\`${form}\``).join(', '), example: 'application/zip' } },
    answers: {
      200: {
        description: 'The dossier, as it was read piece by piece.',
        file: forms,
      },
    },
    problems: ['unknown-id', 'disposed-of', 'older-software', 'not-acceptable'],
  })
  async read(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const form = request.accepts(forms);
    if (form === false) throw new Problem('not-acceptable', { allowed: forms });
    const end = this.atOnce.begin(caller, tooMany);
    try {
      await this.send({ caller, language, id, form }, response);
    } finally {
      end();
    }
  }

  private async send({ caller, language, id, form }: Asked, response: Response): Promise<void> {
    const { county } = caller;
    const madeAt = await this.store.now();
    const mayReadAll = readsAll(caller);
    const wanted: DossierRequest = { county, workflow: id, language, madeAt, mayReadAll, keys: this.keys };
    const pieces = form === 'application/json' ? await dossierJson(this.store, wanted) : await this.archive(wanted);
    if (!pieces) throw await goneOrUnknown(this.store, county, id);
    response.set({
      'Content-Type': form,
      'Content-Language': language,
      'Content-Disposition': `attachment; filename="${dossierName(id, form === 'application/json' ? 'json' : 'zip')}"`,
      'Cache-Control': 'private, no-store',
      Vary: 'Accept, Accept-Language, Authorization',
    });
    giveUpStalled(response);
    // Where something is missing on the way, the archive breaks off: half of one does not open.
    await pipeline(pieces, response);
  }

  private async archive(wanted: DossierRequest) {
    const files = await dossierFiles(this.store, wanted);
    return files && zipped(files, wanted.madeAt);
  }
}

type Asked = { caller: Caller; language: Language; id: string; form: string };

function tooMany(): Problem {
  return new Problem('too-many-requests', { detail: several, headers: { 'Retry-After': '10' } });
}

const several = text(
  `Usean asian asiakirjoja kootaan parhaillaan. Samalla avaimella voi koota enintään ${most.ofOneKey} asian asiakirjat kerrallaan. Yritä hetken kuluttua uudelleen.`,
  `Handlingarna i flera ärenden sammanställs just nu. Med samma nyckel kan man sammanställa handlingarna i högst ${most.ofOneKey} ärenden åt gången. Försök igen om en stund.`,
  `Several dossiers are being made already. One key may make ${most.ofOneKey} at a time. Try again in a moment.`,
);
