import { languages } from '@app/domain';
import { everyMail, sampleOf, write } from '../test/rendered';
import { templateNames } from './registry';
import { MailDataError } from './template';

const hostile = {
  'a header': 'Asikkala\r\nBcc: evil@example.test\r\n\r\nforged body',
  'a lone carriage return': 'Asikkala\rBcc: evil@example.test',
  'unicode line ends': 'Asikkala\u2028Bcc: evil@example.test\u2029\u0085x',
  'control characters': 'Asikkala\u0000\u001b[31m\u007f',
  'a direction override': 'Asikkala\u202egpj.exe\u2066',
  'a broken surrogate': 'Asikkala\ud83d',
};

/** The data once for each text in it, with that text replaced. */
function withEachTextReplaced(data: unknown, replacement: string): unknown[] {
  if (typeof data === 'string') return [replacement];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    withEachTextReplaced(value, replacement).map((changed) =>
      Array.isArray(data) ? data.with(Number(key), changed) : { ...data, [key]: changed },
    ),
  );
}

function writeOrRefuse(...arguments_: Parameters<typeof write>) {
  try {
    return write(...arguments_);
  } catch (error) {
    if (error instanceof MailDataError) return undefined;
    throw error;
  }
}

describe.each(Object.entries(hostile))('%s in any field', (_what, text) => {
  it.each(templateNames)('cannot break out of %s', (name) => {
    const written = withEachTextReplaced(sampleOf(name), text).flatMap((data) =>
      languages.map((language) => writeOrRefuse(name, language, data)),
    );
    const mails = written.filter((mail) => mail !== undefined);
    // Names, roles and places take any text; dates, addresses and choices refuse it.
    expect(mails.length).toBeGreaterThan(10);
    expect(mails.length).toBeLessThan(written.length);
    for (const { subject, text: body, html } of mails) {
      expect(html).not.toMatch(/[\p{Cs}\u2028\u2029\u202e\u2066\r]/u);
      expect(subject).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e\u2066]/u);
      expect(body.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e\u2066]/u);
    }
  });
});

describe('a line break in a name', () => {
  it('does not start a line of the mail', () => {
    const organisation = { name: { fi: 'Asikkala\r\nBcc: evil@example.test', sv: 'Asikkala\nBcc: evil@example.test' } };
    for (const { text, subject } of everyMail({ organisation })) {
      expect(text).not.toMatch(/^Bcc/m);
      expect(subject).toContain('Asikkala Bcc: evil@example.test');
    }
  });
});

describe('markup and template syntax in a name', () => {
  const inert =
    '<script>alert(1)</script> ${7*7} {{7*7}} {{{title}}} {{> x}} {{=<% %>=}} <%= 7*7 %> $& $1 <mj-raw> mj- "\'> <!-- ]]>';
  const escaped = inert
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

  it('is text like any other', () => {
    for (const { subject, text, html } of everyMail({ organisation: { name: { fi: inert, sv: inert } } })) {
      expect(subject.endsWith(` – ${inert}`)).toBe(true);
      expect(text).not.toContain('49');
      expect(html).toContain(`<h1>${textIn(html, 'title')}</h1>`);
      expect(textIn(html, 'title').endsWith(` – ${escaped}`)).toBe(true);
      expect(html).not.toMatch(/<script|alert\(1\)<\/script>|<mj-raw/);
    }
  });

  it('is text like any other in what a person has written', () => {
    const answers = { reason: inert, title: { fi: inert, sv: inert }, text: inert };
    for (const mail of ['completion-request', 'meeting-moved', 'cancelled'] as const) {
      const { html, text } = write(mail, 'fi', { ...sampleOf(mail), ...answers });
      expect(text).toContain(inert);
      expect(html).toContain(escaped);
      expect(html).not.toContain('<script');
    }
  });

  it('cannot break out of an address', () => {
    const link = "https://vuosikello.example.invalid/r/x'onclick='alert(1)&amp;{{title}}";
    const { html } = write('advance-assignment', 'fi', { ...sampleOf('advance-assignment'), link });
    expect(html).toContain('href="https://vuosikello.example.invalid/r/x&#39;onclick=&#39;alert(1)&amp;amp;{{title}}"');
  });

  const textIn = (html: string, tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(html)?.[1] ?? '';
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    'https://vuosikello.example.invalid/r/x\r\nBcc: evil@example.test',
    'https://vuosikello.example.invalid/r/x and more',
    'https://vuosikello.example.invalid/\u202er',
    'vuosikello.example.invalid/r/x',
  ])('%j is refused', (link) => {
    const data = { ...sampleOf('advance-assignment'), link };
    expect(() => write('advance-assignment', 'fi', data)).toThrow(MailDataError);
  });

  it('of a page with letters of another alphabet is accepted', () => {
    const link = 'https://kärkölä.example.invalid/pöytäkirja?§=36';
    expect(write('advance-assignment', 'fi', { ...sampleOf('advance-assignment'), link }).text).toContain(
      `: ${link}\n`,
    );
  });
});

describe('the address to ask', () => {
  it.each(['a@y.test\r\nBcc: evil@x.test', 'a@y.test, b@y.test', 'nobody', 'Group: a@y.test;'])(
    '%j is refused',
    (askEmail) => {
      expect(() => write('receipt', 'sv', { ...sampleOf('receipt'), askEmail })).toThrow(
        /askEmail: must be one e-mail address/,
      );
    },
  );
});
