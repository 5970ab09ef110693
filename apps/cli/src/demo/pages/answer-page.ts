import { reached } from '../api/api-client';
import { filled, formsOf, type HtmlForm } from './html-form';

/** Where a mail's answer link leads. */
const linkPattern = /https?:\/\/[^\s<>"]+\/r\/[A-Za-z0-9_-]+/;

/** The answer link in a mail, if it carries one. */
export function linkIn(text: string): string | undefined {
  return linkPattern.exec(text)?.[0];
}

/** A page that a clerk has opened in a browser. */
export class AnswerPage {
  private constructor(
    private readonly link: string,
    private readonly forms: readonly HtmlForm[],
  ) {}

  /** @throws Error when the page does not open. */
  static async open(link: string): Promise<AnswerPage> {
    const response = await reached(link, { headers: { 'Accept-Language': 'fi', Accept: 'text/html' } });
    const html = await response.text();
    if (!response.ok) throw new Error(`The answer page does not open: ${response.status} ${titleOf(html)}`);
    return new AnswerPage(link, formsOf(html));
  }

  /** Whether the page lets its reader do this. */
  offers(command: string): boolean {
    return this.formFor(command) !== undefined;
  }

  /**
   * Fills in the form of a command and sends it, as a browser would.
   * @throws Error when the page has no such form or field, or what was sent was not taken.
   */
  async send(command: string, values: Readonly<Record<string, string>>): Promise<void> {
    const form = this.formFor(command);
    if (!form) throw new Error(`The answer page offers no ${command}.`);
    const target = new URL(form.action || this.link, this.link);
    const response = await reached(target.href, {
      method: 'POST',
      headers: { Origin: target.origin, Accept: 'text/html', 'Accept-Language': 'fi' },
      body: filled(form, values),
    });
    const taken = response.ok || response.status === 303;
    if (!taken) throw new Error(`${command} was not taken: ${response.status} ${titleOf(await response.text())}`);
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
