import { civilDate, type CivilDate } from '@app/domain';
import { reached } from './reached';
import { filled, formsOf, type FormField, type HtmlForm } from './html-form';

/** Where a mail's answer link leads. */
const linkPattern = /https?:\/\/[^\s<>"]+\/r\/([A-Za-z0-9_-]+)/g;
/** The first date in the box that says by when. */
const duePattern = /<div class="box">[\s\S]*?(\d{1,2})\.(\d{1,2})\.(\d{4})[\s\S]*?<\/div>/;

/** The answer links in a mail, each once, in the order in which they stand. */
export function linksIn(text: string): string[] {
  return [...new Set([...text.matchAll(linkPattern)].map(([link]) => link))];
}

/** What tells one link from another. */
export function tokenOf(link: string): string {
  const [found] = link.matchAll(linkPattern);
  return found?.[1] ?? '';
}

/** A page that a clerk has opened in a browser. */
export class AnswerPage {
  private constructor(
    readonly link: string,
    private readonly html: string,
    private readonly forms: readonly HtmlForm[],
  ) {}

  /** @throws Error when the page does not open. */
  static async open(link: string): Promise<AnswerPage> {
    // These clerks read dates in Finnish, whatever language they were written to in.
    const response = await reached(`${link}?lang=fi`, { headers: { Accept: 'text/html' } });
    const html = await response.text();
    if (!response.ok) throw new Error(`The answer page does not open: ${response.status} ${titleOf(html)}`);
    return new AnswerPage(link, html, formsOf(html));
  }

  /** The day by which something is asked for; undefined where no date is. */
  dueOn(): CivilDate | undefined {
    const [, day = '', month = '', year] = duePattern.exec(this.html) ?? [];
    return year === undefined ? undefined : civilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }

  /** Whether the page says this anywhere. */
  names(what: string): boolean {
    return this.html.includes(what);
  }

  /** Whether the page lets its reader do this. */
  offers(command: string): boolean {
    return this.formFor(command) !== undefined;
  }

  /** What the form of a command asks for. @throws Error when the page has no such form. */
  fieldsOf(command: string): readonly FormField[] {
    return this.requireForm(command).fields;
  }

  /**
   * Fills in the form of a command and sends it, as a browser would.
   * @throws Error when the page has no such form or field, or what was sent was not taken.
   */
  async send(command: string, values: Readonly<Record<string, string>>): Promise<void> {
    const form = this.requireForm(command);
    const target = new URL(form.action || this.link, this.link);
    const response = await reached(target.href, {
      method: 'POST',
      headers: { Origin: target.origin, Accept: 'text/html', 'Accept-Language': 'fi' },
      body: filled(form, values),
    });
    const taken = response.ok || response.status === 303;
    if (!taken) throw new Error(`${command} was not taken: ${response.status} ${titleOf(await response.text())}`);
  }

  private requireForm(command: string): HtmlForm {
    const form = this.formFor(command);
    if (!form) throw new Error(`The answer page "${titleOf(this.html)}" offers no ${command}.`);
    return form;
  }

  private formFor(command: string): HtmlForm | undefined {
    return this.forms.find(
      ({ method, fields }) =>
        method === 'post' &&
        fields.some(({ name, type, value }) => type === 'hidden' && name === 'command' && value === command),
    );
  }
}

function titleOf(html: string): string {
  return /<title>([^<]*)/i.exec(html)?.[1] ?? '';
}
