import type { Store } from '@app/store';
import { type Instance, isFileWithheld, type WorkflowDocument } from '@app/workflows';
import type { Response } from 'express';
import { type Caller, readsAll } from '../access/caller';
import { namesTag } from '../input/entity-tag';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { asAttachment, nameFrom } from './file-name';
import type { MediaType } from './media-types';

/** A browser that shows the file in spite of all does nothing with it. */
const nothing = "sandbox; default-src 'none'";

type Asked = { workflow: string; document: string; known: string | undefined };

/** Sends the file of a document, to be saved. `known` is the tag that the asker has already. @throws Problem */
export async function sendDocument(
  store: Store,
  caller: Caller,
  { workflow: id, document: wanted, known }: Asked,
  response: Response,
): Promise<void> {
  const instance = await store.workflows.read(caller.county, id);
  const document = instance?.life.documents.find((one) => one.id === wanted);
  const file = fileOf(instance, document, caller);
  const tag = `"${file.sha256}"`;
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (known !== undefined && namesTag(known, tag)) {
    response.status(304).end();
    return;
  }
  const content = await store.documents.content(caller.county, file.sha256);
  const names = await store.documents.names(caller.county, id);
  if (!content) throw new Error(`The file ${file.sha256} of ${id} is missing`);
  response
    .set({
      // A text was taken as UTF-8 only.
      'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
      'Content-Disposition': asAttachment(
        names.get(wanted) ?? nameFrom(document?.title ?? wanted, file.mediaType as MediaType),
      ),
      'Content-Security-Policy': nothing,
      'X-Content-Type-Options': 'nosniff',
    })
    .send(content);
}

function fileOf(instance: Instance | undefined, document: WorkflowDocument | undefined, caller: Caller) {
  if (!instance || !document) throw new Problem('unknown-id');
  if (isFileWithheld(instance, document, readsAll(caller))) throw new Problem('not-permitted', { detail: restricted });
  if (!document.file) throw new Problem('document-elsewhere');
  return document.file;
}

const restricted = text(
  'Asiakirja on rajattu: sen saa lukea asiaa hoitavan tai tarkastavan avaimella.',
  'Handlingen är begränsad: den kan läsas med en nyckel för dem som sköter eller granskar ärendet.',
  'The document is restricted: only the key of somebody who handles or audits the matter can read it.',
);
