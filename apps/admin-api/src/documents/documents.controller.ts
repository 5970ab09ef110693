import { Controller, Get, Headers, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { attachDocument, publicities } from '@app/workflows';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { IdempotencyKey, IfMatch } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { commandIdOf, requestHashOf, versionNobodyHas } from '../workflows/command-identity';
import { etag, idempotencyKey, ifMatch, replayed } from '../workflows/step-headers';
import { notDone, WorkflowAnswer } from '../workflows/workflow-answer';
import { workflow } from '../workflows/workflow.schema';
import { Repeated } from '../repeats/repeats.decorator';
import { readFile } from './file-body';
import { isFileName } from './file-name';
import { mediaTypes } from './media-types';
import { sendDocument } from './send-document';
import { receivedFile } from './received-file';

const attachQuery = z.strictObject({
  title: word.describe('What the document is called.'),
  publicity: z
    .enum(publicities)
    .describe('`restricted`: only administrators, coordinators and auditors can read the file.'),
  kind: word.optional().describe('What kind of document it is.'),
  language: word.optional().describe('Language code, such as `fi`.'),
  caseNumber: word.optional().describe('Case number of whoever made the document.'),
  supersedes: word.optional().describe('The earlier document whose place it takes.'),
  name: word.refine(isFileName).optional().describe('Name of the file; made from the title otherwise.'),
});

/** Files of workflows. A link is attached like any other step, with the command `attach-document`. */
@Controller('v1/workflows/:id/documents')
export class DocumentsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly answer: WorkflowAnswer,
  ) {}

  @Post()
  @Allow('documents:write')
  @Repeated('own-id')
  @Describe({
    tag: 'workflows',
    summary: 'Attach a file',
    description:
      'The body is the file itself, 25 MB at most, and Content-Type its type; both have to agree. A link is attached with the command `attach-document`.',
    query: attachQuery,
    headers: { 'If-Match': ifMatch, 'Idempotency-Key': idempotencyKey },
    file: mediaTypes,
    answers: {
      201: {
        description: 'The workflow as it stood right after the step.',
        schema: workflow,
        headers: { ETag: etag, Location: { description: 'Where the file is.' }, 'Idempotency-Replayed': replayed },
      },
    },
    problems: [
      'unknown-id',
      'version-stale',
      'version-required',
      'invalid-header',
      'idempotency-key-reused',
      'document-empty',
      'document-too-large',
      'document-type',
      'document-type-mismatch',
    ],
  })
  async attach(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @IfMatch() seen: number | undefined,
    @IdempotencyKey() key: string | undefined,
    @QueryOf(attachQuery) { name, ...data }: z.infer<typeof attachQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const content = await readFile(request);
    const file = receivedFile(content, { type: request.get('content-type'), name, title: data.title });
    const { county } = caller;
    const answer = await this.store.documents.attach({
      county,
      workflow: id,
      data,
      file,
      content,
      actor: actorOf(caller),
      commandId: commandIdOf(caller, key),
      requestHash: requestHashOf({ workflow: id, name: attachDocument, data: { ...data, file } }),
      ifVersion: seen ?? versionNobodyHas,
    });
    if (answer.outcome !== 'accepted') throw notDone(answer, seen);
    const attached = answer.instance.life.documents.at(-1)?.id ?? '';
    response.set('Location', `/v1/workflows/${id}/documents/${attached}`);
    return this.answer.afterwards(answer, { caller, language, response });
  }

  @Get(':document')
  @Allow('workflows:read')
  @Reads('document', { subject: ['id', 'document'], before: true })
  @Describe({
    tag: 'workflows',
    summary: 'The file of a document',
    description: 'Also that of a document whose place another has taken. It is to be saved, not shown.',
    headers: { 'If-None-Match': { description: 'The ETag that was read before.' } },
    answers: {
      200: {
        description: 'The file.',
        file: mediaTypes,
        headers: {
          ETag: { description: 'The SHA-256 of the file, in hex.' },
          'Content-Disposition': { description: 'An attachment, with the name of the file.' },
        },
      },
      304: { description: 'The file with that hash; it never changes.' },
    },
    problems: ['unknown-id', 'document-elsewhere'],
  })
  async read(
    @By() caller: Caller,
    @OwnId() id: string,
    @Param('document') wanted: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await sendDocument(this.store, caller, { workflow: id, document: wanted, known }, response);
  }
}
