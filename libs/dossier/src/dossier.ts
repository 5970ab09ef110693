import { createHash } from 'node:crypto';
import type { Instant, Language } from '@app/domain';
import { definitionOf, drawingOf, isWithheld, marksOf, namingOf, svgOf } from '@app/workflows';
import { type Chapter, folderOf, readChapter, wholeStream } from './chapter';
import { chapterData } from './chapter-data';
import { checkingOf } from './checking';
import type { DossierSource } from './dossier-source';
import { familyOf, type Member } from './family';
import { metadataOf } from './metadata';
import { chapterPageOf, checkPageOf, overview, type PageHead } from './pages/pages';
import { DossierPdf } from './pdf/dossier-pdf';
import { type KnownKeys, proofsOf } from './proofs';
import type { ArchivedFile } from './zip/zip-stream';

export type DossierRequest = {
  county: string;
  workflow: string;
  language: Language;
  /** The moment for which it is made; it stands in the dossier. */
  madeAt: Instant;
  /** Whether the reader may see what is not public. */
  mayReadAll: boolean;
  /** By which the reader of the proofs may know who signed them; none unless given. */
  keys?: KnownKeys | undefined;
};

/**
 * A workflow with all that it started, as files to be read by people and programs, without the application. Read and given out workflow by
 * workflow. Undefined where there is no such workflow. @throws OlderSoftwareError
 */
export async function dossierFiles(
  source: DossierSource,
  request: DossierRequest,
): Promise<AsyncGenerator<ArchivedFile> | undefined> {
  const opened = await open(source, request);
  return opened && summed(files(source, request, opened));
}

/** The same as one JSON document, piece by piece; of files it has the hashes. */
export async function dossierJson(
  source: DossierSource,
  request: DossierRequest,
): Promise<AsyncGenerator<string> | undefined> {
  const opened = await open(source, request);
  return opened && json(source, request, opened);
}

type Opened = { members: Member[]; head: PageHead };

async function open(source: DossierSource, { county: code, workflow, language, madeAt, mayReadAll }: DossierRequest) {
  const members = await familyOf(source, code, workflow);
  if (!members) return undefined;
  for (const { instance } of members) definitionOf(instance.definition);
  const register = await source.register.read(code);
  const name = register?.county.name ?? { fi: code, sv: code };
  const workflows = new Map(members.map(({ instance }) => [instance.id, instance]));
  const names = { county: { code, name }, naming: namingOf(register), workflows, language, mayReadAll };
  return { members, head: { ...names, madeAt } };
}

async function* files(
  source: DossierSource,
  { county, workflow, mayReadAll, keys = [] }: DossierRequest,
  { members, head }: Opened,
): AsyncGenerator<ArchivedFile> {
  const { language, naming } = head;
  const metadata = metadataOf(members, head);
  const pdf = new DossierPdf(members, { ...head, caseNumbers: metadata.caseNumbers });
  const streams: string[] = [];
  // They say everything: where something is left out there are none.
  const isWhole = !members.some(({ instance }) => isWithheld(instance, mayReadAll));
  const proofs = isWhole ? await proofsOf(source, { county, workflow, keys }) : undefined;
  const checking = checkingOf(proofs, language);
  const diagram = await diagramOf(source, members, language);
  yield textFile('metadata.json', printed(metadata));
  yield textFile('diagram.svg', diagram);
  yield textFile('index.html', overview(members, { ...head, diagram }));
  yield textFile('check.html', checkPageOf(checking, head));
  for (const member of members) {
    const chapter = await readChapter(source, member, { mayReadAll, naming });
    streams.push(chapter.instance.id, ...chapter.mails.map(({ notification }) => notification.id));
    pdf.add(chapter);
    yield textFile(`${folderOf(chapter.instance)}/index.html`, chapterPageOf(chapter, head));
    yield textFile(`${folderOf(chapter.instance)}/workflow.json`, printed(chapterData(chapter, { withHtml: false })));
    yield* mailFiles(chapter);
    yield* documentFiles(source, chapter);
  }
  yield { name: 'dossier.pdf', content: await pdf.finished(checking) };
  if (proofs) yield textFile('log.ndjson', await joined(proofs.lines(streams)));
}

async function* json(
  source: DossierSource,
  { mayReadAll }: DossierRequest,
  { members, head }: Opened,
): AsyncGenerator<string> {
  yield `{"metadata":${JSON.stringify(metadataOf(members, head))},"workflows":[`;
  for (const [place, member] of members.entries()) {
    const chapter = await readChapter(source, member, { mayReadAll, naming: head.naming });
    yield `${place > 0 ? ',' : ''}\n${JSON.stringify(chapterData(chapter, { withHtml: true }))}`;
  }
  yield '\n]}\n';
}

function* mailFiles({ instance, mails }: Chapter): Generator<ArchivedFile> {
  for (const { notification } of mails) {
    const name = `${folderOf(instance)}/mails/${notification.id}`;
    if (notification.text !== null) yield textFile(`${name}.txt`, notification.text);
    if (notification.html !== null) yield textFile(`${name}.html`, notification.html);
  }
}

async function* documentFiles(source: DossierSource, { instance, documents }: Chapter): AsyncGenerator<ArchivedFile> {
  for (const { document, path } of documents) {
    if (path === null || !document.file) continue;
    const content = await source.documents.content(instance.county, document.file.sha256);
    if (!content) throw new Error(`The file ${document.file.sha256} of ${instance.id} is missing`);
    yield { name: path, content };
  }
}

/** Where the matter stands and has been. That much follows from what its events say, and is not secret. */
async function diagramOf(source: DossierSource, [first]: readonly Member[], language: Language): Promise<string> {
  if (!first) throw new Error('A matter has at least one workflow');
  const { instance } = first;
  const events = await source.workflows.events(instance.county, instance.id, { after: 0, limit: wholeStream });
  const definition = definitionOf(instance.definition);
  return svgOf(drawingOf(definition, language, marksOf(definition, instance, events)));
}

/** The files, and after them their hashes, for `sha256sum -c`. */
async function* summed(of: AsyncIterable<ArchivedFile>): AsyncGenerator<ArchivedFile> {
  let sums = '';
  for await (const file of of) {
    sums += `${createHash('sha256').update(file.content).digest('hex')}  ${file.name}\n`;
    yield file;
  }
  yield textFile('SHA256SUMS', sums);
}

async function joined(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function textFile(name: string, text: string): ArchivedFile {
  return { name, content: Buffer.from(text, 'utf8') };
}
