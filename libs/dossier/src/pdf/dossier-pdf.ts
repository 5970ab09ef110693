import { nameIn } from '@app/domain';
import type { Chapter } from '../chapter';
import { linesOf } from '../chapter-lines';
import type { CheckingPart } from '../checking';
import { factsOf, titleOf } from '../facts';
import type { Member } from '../family';
import type { PageHead } from '../pages/pages';
import { checkWords } from '../words/check-words';
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
    const title = titleOf(first.instance, head);
    const author = nameIn(county.name, language);
    const keywords = [first.instance.id, ...caseNumbers].join(', ');
    this.pdf = new ArchivedPdf({ title, author, subject: words.dossier[language], keywords, language, at: madeAt });
    this.pdf.paragraph(author);
    this.pdf.heading('H1', title);
    this.pdf.paragraph(`${words.dossier[language]}. ${words.made[language]} ${momentIn(language, madeAt)}.`, {
      soft: true,
    });
    this.pdf.paragraph(words.timeZone[language], { soft: true });
    this.pdf.heading('H2', words.parts[language]);
    this.pdf.contents([...members.map(({ instance }) => titleOf(instance, head)), checkWords.title[language]]);
  }

  add(chapter: Chapter): void {
    const { pdf, head } = this;
    const { instance, withheld } = chapter;
    const { records, documents, events, actors, mails } = linesOf(chapter, head);
    pdf.chapter(titleOf(instance, head));
    for (const { label, value } of factsOf(instance, head)) pdf.entry(label, value);
    if (withheld) pdf.paragraph(words.withheld[head.language]);
    this.section('records', records, ({ heading, registered, told, said }) => {
      pdf.heading('H4', heading);
      pdf.paragraph(registered, { soft: true });
      if (told !== null) pdf.paragraph(told);
      for (const { label, value } of said) pdf.entry(label, value);
    });
    this.section('documents', documents, ({ title, about }) => {
      pdf.paragraph(title);
      pdf.paragraph(about, { soft: true });
    });
    this.section('events', events, ({ at, text, about, note }) => {
      pdf.entry(at, text);
      pdf.paragraph(about, { soft: true });
      if (note !== null) pdf.paragraph(note);
    });
    this.section('actors', actors, ({ label, value }) => pdf.entry(label, value));
    this.section('mails', mails, ({ subject, about, body }) => {
      pdf.heading('H4', subject);
      for (const line of about) pdf.paragraph(line, { soft: true });
      if (body !== null) pdf.paragraph(body, { small: true });
    });
  }

  /** The whole file, with how to check it at its end. Nothing can be added afterwards. */
  finished(checking: readonly CheckingPart[]): Promise<Uint8Array> {
    const { pdf } = this;
    pdf.chapter(checkWords.title[this.head.language]);
    for (const { heading, text, facts, command, more } of checking) {
      pdf.heading('H3', heading);
      pdf.paragraph(text);
      for (const { label, value } of facts) pdf.entry(label, value);
      for (const line of command === null ? more : [command, ...more]) pdf.paragraph(line);
    }
    return pdf.finished();
  }

  private section<Line>(
    name: 'records' | 'documents' | 'events' | 'actors' | 'mails',
    lines: readonly Line[],
    write: (line: Line) => void,
  ): void {
    if (lines.length === 0) return;
    this.pdf.heading('H3', words[name][this.head.language]);
    lines.forEach(write);
  }
}
