import { unescaped } from './answer-links';
import { type Answer, request, type RunningApi } from './running-api';

/** Somebody at the desk in a browser: keeps the cookie and sends the forms of the pages. */
export class DeskVisitor {
  private constructor(
    private readonly api: Pick<RunningApi, 'url'>,
    readonly cookie: string,
  ) {}

  static async signIn(api: Pick<RunningApi, 'url'>, key: string): Promise<DeskVisitor> {
    const answer = await signIn(api, key);
    return new DeskVisitor(api, cookieIn(answer));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return request(this.api, undefined, path, {
      headers: { Cookie: this.cookie, 'Accept-Language': 'fi', ...headers },
    });
  }

  /** Fills in the form of a page that leads to an address, and sends it. */
  async send(page: Answer, to: RegExp, values: Record<string, string>): Promise<Answer> {
    const { action, fields } = formTo(page, to);
    return this.post(action, { ...fields, ...values });
  }

  post(path: string, values: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return request(this.api, undefined, path, {
      method: 'POST',
      body: new URLSearchParams(values),
      headers: { Cookie: this.cookie, Origin: this.api.url, 'Accept-Language': 'fi', ...headers },
    });
  }
}

export function signIn(api: Pick<RunningApi, 'url'>, key: string, path = '/desk/sign-in?lang=fi'): Promise<Answer> {
  return request(api, undefined, path, {
    method: 'POST',
    body: new URLSearchParams({ key }),
    headers: { Origin: api.url },
  });
}

/** The cookie of an answer as a browser sends it back. */
export function cookieIn({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

/** The form of a page that leads to an address, with what stands in it. */
export function formTo({ text }: Answer, to: RegExp): { action: string; fields: Record<string, string> } {
  for (const [, head = '', inner = ''] of text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const action = unescaped(/action="([^"]*)"/.exec(head)?.[1] ?? '');
    if (!to.test(action)) continue;
    const hidden = [...inner.matchAll(/<input\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
      const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
      return value('type') === 'hidden' ? [[value('name') ?? '', unescaped(value('value') ?? '')]] : [];
    });
    return { action, fields: Object.fromEntries(hidden) as Record<string, string> };
  }
  throw new Error(`The page has no form that leads to ${to.source}: ${text}`);
}

/** What a reader sees: no markup, one blank between words. */
export function readable({ text }: Answer): string {
  const body = text.slice(text.indexOf('<body'));
  return unescaped(body.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/[\s\u00a0]+/g, ' ');
}
