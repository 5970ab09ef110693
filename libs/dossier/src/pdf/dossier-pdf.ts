import { nameIn } from '@app/domain';
import type { Chapter } from '../chapter';
import { linesOf } from '../chapter-lines';
import { factsOf, titleOf } from '../facts';
import type { Member } from '../family';
import type { PageHead } from '../pages/pages';
import { words } from '../words/dossier-words';
import { momentIn } from '../words/moment';
import { ArchivedPdf } from './pdf-document';

/** The dossier on paper, workflow by workflow. */
export class DossierPdf {
  private readonly pdf: ArchivedPdf;

  constructor(
    members: readonly Member[],
    private readonly head: PageHead & { caseNumbers: readonly string[] },
  ) {
    const { county, language, madeAt, caseNumbers } = head;
    const [first] = members;
    if (!first) throw new Error('A matter has at least one workflow');
    const title = titleOf(first.instance, language);
    const author = nameIn(county, language);
    const keywords = [first.instance.id, ...caseNumbers].join(', ');
    this.pdf = new ArchivedPdf({ title, author, subject: words.dossier[language], keywords, language, at: madeAt });
    this.pdf.paragraph(author);
    this.pdf.heading('H1', title);
    this.pdf.paragraph(`${words.dossier[language]}. ${words.made[language]} ${momentIn(language, madeAt)}`, {
      soft: true,
    });
    if (members.length > 1) {
      this.pdf.heading('H2', words.parts[language]);
      for (const { instance } of members) this.pdf.paragraph(`${titleOf(instance, language)} (${instance.id})`);
    }
  }

  add(chapter: Chapter): void {
    const { pdf } = this;
    const { language } = this.head;
    const { instance, withheld, depth } = chapter;
    const { records, documents, events, mails } = linesOf(chapter, language);
    if (depth > 0) pdf.newPage();
    pdf.heading('H2', titleOf(instance, language));
    for (const { label, value } of factsOf(instance, language)) pdf.entry(label, value);
    if (withheld) pdf.paragraph(words.withheld[language]);
    this.section('records', records, ({ heading, registered, said }) => {
      pdf.paragraph(heading);
      pdf.paragraph(registered, { soft: true });
      for (const { label, value } of said) pdf.entry(label, value);
    });
    this.section('documents', documents, ({ title, about }) => {
      pdf.paragraph(title);
      pdf.paragraph(about, { soft: true });
    });
    this.section('events', events, ({ at, text, about, note }) => {
      pdf.entry(at, `${text} (${about})`);
      if (note !== null) pdf.paragraph(note);
    });
    this.section('mails', mails, ({ subject, about }) => {
      pdf.paragraph(subject);
      for (const line of about) pdf.paragraph(line, { soft: true });
    });
  }

  finished(): Promise<Uint8Array> {
    return this.pdf.finished();
  }

  private section<Line>(
    name: 'records' | 'documents' | 'events' | 'mails',
    lines: readonly Line[],
    write: (line: Line) => void,
  ): void {
    if (lines.length === 0) return;
    this.pdf.heading('H3', words[name][this.head.language]);
    lines.forEach(write);
  }
}
