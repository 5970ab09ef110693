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

const headings = { H1: 18, H2: 14, H3: 11.5, H4: 10 } as const;
/** Above a heading, in points. */
const roomAbove: Record<keyof typeof headings, number> = { H1: 0, H2: 14, H3: 10, H4: 5 };
/** A heading stands with what follows it: with less room than this under it, on the next page. In points. */
const roomUnderHeading = 70;
/** For the page numbers of the contents, at the right. In points. */
const numberWidth = 40;
/** In points. */
const margin = 56;
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export type PdfHead = {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  language: Language;
  at: Instant;
};

type ContentsLine = { element: PDFKit.PDFStructureElement; page: number; y: number };

/**
 * A document to be archived: PDF/A-2b with tags for screen readers, fonts and an output intent in the file, and metadata that any
 * reader finds. The same content and time are the same bytes.
 */
export class ArchivedPdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly pieces: Uint8Array[] = [];
  /** The contents under way: their lines wait for the pages on which the chapters begin. */
  private waiting: ContentsLine[] = [];
  private readonly begun: number[] = [];

  constructor({ title, author, subject, keywords, language, at }: PdfHead) {
    const when = new Date(at);
    // A font that is given here is read again whenever it is asked for by its registered name.
    this.document = new PDFDocument({
      ...{ size: 'A4', margin, bufferPages: true, displayTitle: true, tagged: true },
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
    const { y, page } = this.document;
    if (y > page.height - page.margins.bottom - roomUnderHeading) this.document.addPage();
    else if (y > page.margins.top) this.document.y = y + roomAbove[level];
    this.add(level, () => {
      this.document.font('bold').fontSize(headings[level]).text(this.drawable(text), { paragraphGap: 4 });
    });
  }

  paragraph(text: string, { soft = false, small = false } = {}): void {
    if (small) this.document.y += 4;
    this.add('P', () => {
      this.document
        .font('regular')
        .fontSize(soft || small ? 8.5 : 10)
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
        .text(`${this.drawable(label)}${/[.?!:]$/.test(label) ? '' : ':'} `, { continued: true })
        .font('regular')
        .text(this.drawable(value), { paragraphGap: 3 });
    });
  }

  /** The list of all chapters to come, in their order; each gets the number of its page when the file is finished. */
  contents(titles: readonly string[]): void {
    const { document } = this;
    const list = document.struct('TOC');
    this.root.add(list);
    const width = document.page.width - 2 * margin - numberWidth;
    for (const title of titles) {
      const element = document.struct('TOCI');
      list.add(element);
      element.add(() => document.font('regular').fontSize(10).text(this.drawable(title), { width, paragraphGap: 4 }));
      const y = document.y - document.currentLineHeight(true) - 4;
      this.waiting.push({ element, page: this.lastPage(), y });
    }
  }

  /** Begins the next chapter of the contents on a page of its own. */
  chapter(title: string): void {
    this.document.addPage();
    this.begun.push(this.lastPage() + 1);
    this.document.outline.addItem(printable(title));
    this.heading('H2', title);
  }

  /** The whole file. Nothing can be added afterwards. */
  async finished(): Promise<Uint8Array> {
    this.numberContents();
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

  private lastPage(): number {
    const { start, count } = this.document.bufferedPageRange();
    return start + count - 1;
  }

  private numberContents(): void {
    for (const [place, { element, page, y }] of this.waiting.entries()) {
      this.document.switchToPage(page);
      const options = { width: this.document.page.width - 2 * margin, align: 'right', lineBreak: false } as const;
      element.add(() =>
        this.document
          .font('regular')
          .fontSize(10)
          .text(String(this.begun[place] ?? ''), margin, y, options),
      );
    }
    this.waiting = [];
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
        .text(`${index + 1} / ${count}`, margin, page.height - 36, {
          align: 'center',
          width: page.width - 2 * margin,
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
