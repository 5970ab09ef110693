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
import { OwnId } from '../input/own-id.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { WITNESSES } from '../witnesses.token';

/** The first is what is sent when Accept does not choose. */
const forms = ['application/zip', 'application/json'];

/** A workflow whole, to be given out of the house. */
@Controller('v1/workflows/:id/dossier')
export class DossiersController {
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
    // Where something is missing on the way, the archive breaks off: half of one does not open.
    await pipeline(pieces, response);
  }

  private async archive(wanted: DossierRequest) {
    const files = await dossierFiles(this.store, wanted);
    return files && zipped(files, wanted.madeAt);
  }
}
