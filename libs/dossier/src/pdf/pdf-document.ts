import { readFileSync } from 'node:fs';
import type { Instant, Language } from '@app/domain';
import PDFDocument from 'pdfkit';
import { unpackWoff } from './unpack-woff';

/** Fonts have to be in the file; these have every letter of Finnish, Swedish and the Sámi languages, and Cyrillic. */
const files = {
  regular: require.resolve('roboto-fontface/fonts/roboto/Roboto-Regular.woff'),
  bold: require.resolve('roboto-fontface/fonts/roboto/Roboto-Bold.woff'),
};
type Weight = keyof typeof files;
const unpacked = new Map<Weight, Buffer>();

/** Read once, when the first is asked for. */
function fontOf(weight: Weight): Buffer {
  const font = unpacked.get(weight) ?? unpackWoff(readFileSync(files[weight]));
  unpacked.set(weight, font);
  return font;
}

const headings = { H1: 18, H2: 14, H3: 11 } as const;
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export type PdfHead = {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  language: Language;
  at: Instant;
};

/**
 * A document to be archived: PDF/A-2b with tags for screen readers, fonts and an output intent in the file, and metadata that any
 * reader finds. The same content and time are the same bytes.
 */
export class ArchivedPdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly pieces: Uint8Array[] = [];

  constructor({ title, author, subject, keywords, language, at }: PdfHead) {
    const when = new Date(at);
    // A font that is given here is read again whenever it is asked for by its registered name.
    this.document = new PDFDocument({
      ...{ size: 'A4', margin: 56, bufferPages: true, displayTitle: true, tagged: true },
      ...{ pdfVersion: '1.7', subset: 'PDF/A-2b', lang: locales[language], font: null },
      info: {
        ...{
          Title: printable(title),
          Author: printable(author),
          Subject: printable(subject),
          Keywords: printable(keywords),
        },
        ...{ Creator: 'Vuosikello', Producer: 'Vuosikello', CreationDate: when, ModDate: when },
      },
    } as unknown as PDFKit.PDFDocumentOptions);
    this.document.on('data', (piece: Uint8Array) => this.pieces.push(piece));
    for (const weight of ['regular', 'bold'] as const) this.document.registerFont(weight, fontOf(weight));
    escapeMetadata(this.document);
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  heading(level: keyof typeof headings, text: string): void {
    this.add(level, () => {
      this.document.font('bold').fontSize(headings[level]).text(this.drawable(text), { paragraphGap: 4 });
    });
  }

  paragraph(text: string, { soft = false } = {}): void {
    this.add('P', () => {
      this.document
        .font('regular')
        .fontSize(soft ? 8.5 : 10)
        .fillColor(soft ? '#4a5665' : '#000000')
        .text(this.drawable(text), { paragraphGap: 3 })
        .fillColor('#000000');
    });
  }

  /** What a label says, and then its value. */
  entry(label: string, value: string): void {
    this.add('P', () => {
      this.document
        .font('bold')
        .fontSize(10)
        .text(`${this.drawable(label)}: `, { continued: true })
        .font('regular')
        .text(this.drawable(value), { paragraphGap: 3 });
    });
  }

  newPage(): void {
    this.document.addPage();
  }

  /** The whole file. Nothing can be added afterwards. */
  async finished(): Promise<Uint8Array> {
    this.root.end();
    this.numberPages();
    const ended = new Promise((resolve, reject) => this.document.once('end', resolve).once('error', reject));
    this.document.end();
    await ended;
    return Buffer.concat(this.pieces);
  }

  private add(type: 'P' | keyof typeof headings, content: () => void): void {
    const element = this.document.struct(type, {}, content);
    this.root.add(element);
    element.end();
  }

  /** Numbers are no part of what is read aloud. */
  private numberPages(): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      this.document.switchToPage(index);
      const { page } = this.document;
      page.margins.bottom = 0;
      this.document.markContent('Artifact', { type: 'Pagination' });
      this.document
        .font('regular')
        .fontSize(8.5)
        .text(`${index + 1} / ${count}`, 56, page.height - 36, {
          align: 'center',
          width: page.width - 112,
          lineBreak: false,
        });
      this.document.endMarkedContent();
    }
  }

  /** A letter that the font does not have would be an empty box without a meaning, which an archived file must not have. */
  private drawable(text: string): string {
    const { font } = (this.document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font;
    return [...printable(text)]
      .map((letter) => (letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?'))
      .join('');
  }
}

/** The library writes the metadata twice, the second time as XML without escaping it. */
function escapeMetadata(document: PDFKit.PDFDocument): void {
  const writer = document as unknown as { info: Record<string, unknown>; endMetadata: () => void };
  const writeXml = writer.endMetadata.bind(document);
  writer.endMetadata = () => {
    const { info } = writer;
    const escaped = Object.entries(info).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        : value,
    ]);
    writer.info = Object.fromEntries(escaped) as typeof info;
    writeXml();
    writer.info = info;
  };
}

function printable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{C}\n]/gu, ' ');
}
