import { languages } from '@app/domain';
import { contentOf, linksIn, shownText } from '../../test/html-content';
import { everyMail, sampleOf, write, type Rendered } from '../../test/rendered';
import { everyRequestMail } from '../../test/request-mails';
import { templateNames } from '../registry';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const mails: [string, Rendered][] = [...everyMail(), ...everyMail({ link: undefined }), ...everyRequestMail()].map(
  (mail) => [`${mail.name} ${mail.language}: ${mail.subject}`, mail],
);

/** A line of the text part as the HTML part shows it: its mark is a list's, its address a link's. */
function shownLines(text: string): string[] {
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [, label, address] = /^(.*): (https?:\S+)$/.exec(line) ?? [];
      return label === undefined || address === undefined ? [line.replace(/^– /, '')] : [label, address];
    });
}

describe.each(mails)('%s', (_title, { language, subject, text, html }) => {
  it('is a document in its language, under its subject', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}"`));
    expect(html).toContain('<meta name="color-scheme" content="light dark" />');
    expect(shownText(html)).toContain(plain(subject));
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it('takes nothing from elsewhere, runs nothing and tells nobody that it was opened', () => {
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form|video|audio|svg|base)\b/i);
    expect(html).not.toMatch(/\bsrc=|url\(|@import|@font-face|\bon[a-z]+=|\sdata-|javascript:/i);
    expect(html).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  });

  it('says all that the text says, with the same links', () => {
    const shown = shownText(html);
    for (const line of shownLines(text)) expect(shown).toContain(plain(line));
    const inText = [...text.matchAll(/: (https?:\S+)$/gm)].map(([, address]) => address);
    const inHtml = linksIn(html);
    expect(inHtml.filter((target) => !target.startsWith('mailto:'))).toEqual([...new Set(inText)]);
    for (const target of inHtml.filter((link) => link.startsWith('mailto:'))) {
      expect(text).toContain(`: ${target.slice('mailto:'.length)}\n`);
    }
  });

  it('lays out with tables that are not read as tables, in letters of 16 pixels or more', () => {
    const visible = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<div style="display:none[^>]*>/, '');
    for (const [table] of visible.matchAll(/<table[^>]*>/gs)) expect(table).toContain('role="presentation"');
    const sizes = [...visible.matchAll(/<(div|a|h1|h2|li)[^>]*font-size:(\d+)px/gs)].map(([, , size]) => Number(size));
    // A size of nought belongs to what holds no text of its own.
    expect(Math.min(...sizes.filter((size) => size > 0))).toBeGreaterThanOrEqual(16);
  });
});

it('shows how the mail begins beside its subject', () => {
  const { html } = write('advance-assignment', 'fi', sampleOf('advance-assignment'));
  expect(/display:none[^>]*>([^<]*)</.exec(html)?.[1]).toBe(
    'Päijät-Hämeen hyvinvointialue pyytää Asikkalan kunnalta vastausta hyvinvoinnin ja terveyden edistämisen vuosineuvottelun ennakkotehtävään.',
  );
});

it('has a button for what is asked, and its address below to copy', () => {
  const { html } = write('advance-assignment', 'fi', sampleOf('advance-assignment'));
  const button = /<a[^>]*display:inline-block[^>]*>([^<]*)<\/a>/s.exec(html)?.[1] ?? '';
  expect(plain(button)).toBe('Vastaa viimeistään maanantaina 17.8.2026 klo 16.15');
  expect(html).toContain('<a href="https://vuosikello.example.invalid/r/mallitunnus">');
});

it('writes to an address where there is no page', () => {
  const { html } = write('advance-assignment', 'sv', { ...sampleOf('advance-assignment'), link: undefined });
  expect(linksIn(html)).toEqual(['mailto:eero.esimerkki@paijatha.example.invalid']);
});

it('makes a list of what stands in lines with a mark', () => {
  const { html } = write('escalation', 'en', sampleOf('escalation'));
  expect(contentOf(html).match(/<li>/g)).toHaveLength(4);
});

describe('the look', () => {
  it.each(templateNames)('of %s is as approved', (name) => {
    for (const language of languages) expect(contentOf(write(name, language, sampleOf(name)).html)).toMatchSnapshot();
  });

  it.each(languages)('of a whole document is as approved in %s', (language) => {
    expect(write('information-request', language, sampleOf('information-request')).html).toMatchSnapshot();
  });
});
