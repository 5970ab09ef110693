import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftFile } from '@app/store';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { fileLimit } from '../documents/file-body';
import { fileOfForm } from '../documents/received-file';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { isStorable } from '../input/storable-text';

/** The largest form with files that is read at all. */
const formLimit = 64 * 1024 * 1024;
/** As much text as a form without files may have. */
const textLimit = 256 * 1024;
const mostFiles = 10;
const mostFields = 1000;

/** A file that came with a form and lies on disk. */
export type Uploaded = { file: DraftFile; path: string };
/** `problem`: what is wrong with the files, of which none is then used; what was written beside them is there. */
export type UploadedForm = { fields: [string, string][]; files: Uploaded[]; problem?: Problem };

type Head = { method?: string | undefined; url?: string | undefined; headers: { 'content-type'?: string | undefined } };

const pageOfLink = /^\/r\/[^/]+(\/requests\/[^/]+)?\/?$/;

/** Whether the body is a form with files: it is read by its route, once it is known whose page it is. */
export function isPageUpload(request: Head): boolean {
  const path = request.url?.split('?')[0] ?? '';
  return request.method === 'POST' && pageOfLink.test(path) && isMultipart(request);
}

export function isMultipart({ headers }: Pick<Head, 'headers'>): boolean {
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
}

/**
 * Reads a form with files and lets `use` have it. Files go to disk as they come, and are gone afterwards; one at a time is in memory.
 * @throws Problem when it is too large altogether, or no form
 */
export async function withUpload<T>(
  request: Request,
  response: Response,
  use: (form: UploadedForm) => Promise<T>,
): Promise<T> {
  const bytes = Number(request.get('content-length'));
  if (!Number.isSafeInteger(bytes) || bytes > formLimit) {
    // What is still to come is thrown away, or the browser would never see the answer.
    request.resume();
    throw new Problem(bytes > formLimit ? 'document-too-large' : 'malformed-request');
  }
  const folder = await mkdtemp(join(tmpdir(), 'vuosikello-upload-'));
  try {
    const tooLarge = await receive(request, response, folder);
    const fields = fieldsIn(request.body);
    if (tooLarge) return await use({ fields, files: [], problem: tooLarge });
    return await use({ fields, ...(await filesIn(request)) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The content of a file that was uploaded. */
export function contentOf({ path }: Uploaded): Promise<Buffer> {
  return readFile(path);
}

/** What is wrong with the files, if something is. */
function receive(request: Request, response: Response, folder: string): Promise<Problem | undefined> {
  const limits = {
    fileSize: fileLimit,
    files: mostFiles,
    fields: mostFields,
    fieldSize: textLimit,
    fieldNameSize: 300,
  };
  const middleware = multer({ dest: folder, limits, defParamCharset: 'utf8' }).array('files');
  return new Promise((resolve, reject) => {
    middleware(request, response, (error: unknown) => {
      if (error === undefined || error === null) return resolve(undefined);
      request.resume();
      const problem = problemOf(error);
      if (problem.kind === 'document-too-large') resolve(problem);
      else reject(problem);
    });
  });
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof MulterError)) return new Problem('malformed-request');
  if (error.code === 'LIMIT_FILE_SIZE') return new Problem('document-too-large');
  if (error.code === 'LIMIT_FIELD_VALUE') return new Problem('body-too-large');
  return error.code === 'LIMIT_FILE_COUNT' ? new Problem('document-too-large') : new Problem('malformed-request');
}

function fieldsIn(body: unknown): [string, string][] {
  const fields = Object.entries(body as Record<string, unknown>).map(([name, value]): [string, string] => {
    if (typeof value !== 'string') throw new Problem('malformed-request');
    return [name, value];
  });
  if (fields.reduce((sum, [, value]) => sum + value.length, 0) > textLimit) throw new Problem('body-too-large');
  return fields;
}

async function filesIn(request: Request): Promise<{ files: Uploaded[]; problem?: Problem }> {
  const received = Array.isArray(request.files) ? request.files : [];
  const files: Uploaded[] = [];
  for (const { originalname: name, path, size } of received) {
    // A browser sends an empty file with no name where none was chosen.
    if (name === '' && size === 0) continue;
    if (!isStorable(name)) throw new Problem('malformed-request');
    if (size === 0) return { files: [], problem: new Problem('document-empty', { detail: emptyFile(name) }) };
    try {
      files.push({ file: fileOfForm(await readFile(path), name), path });
    } catch (error) {
      if (error instanceof Problem) return { files: [], problem: error };
      throw error;
    }
  }
  return { files };
}

function emptyFile(name: string) {
  return text(`Tiedosto ”${name}” on tyhjä.`, `Filen ”${name}” är tom.`, `The file “${name}” is empty.`);
}
