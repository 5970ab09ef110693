import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { civilDate, languages, type Language } from '@app/domain';
import { browserPath } from '../../../apps/admin-api/test/browser';
import { renderDigest, type TemplateName } from '../src';
import { county } from '../src/samples';
import { sampleOf, write } from './rendered';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const names: TemplateName[] = ['advance-assignment', 'escalation', 'term-warning'];

const mails: [string, Language, string][] = languages.flatMap((language) => [
  ...names.map((name): [string, Language, string] => [name, language, write(name, language, sampleOf(name)).html]),
  [
    'a digest',
    language,
    renderDigest(
      language,
      { county },
      names.map((template) => ({ template, data: sampleOf(template) })),
      civilDate('2026-06-01'),
    ).html,
  ],
]);

(browserPath ? describe : describe.skip)('a mail in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser.close());

  describe.each([
    ['light', 900],
    ['dark', 320],
  ] as const)('%s, %i px wide', (colorScheme, width) => {
    let page: Page;
    const askedFor: string[] = [];

    beforeAll(async () => {
      page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      await page.route('**/*', (route) => {
        askedFor.push(route.request().url());
        return route.abort();
      });
    });

    it.each(mails)('%s in %s is as WCAG 2.1 AA asks, and no wider than the window', async (_name, _language, html) => {
      await page.setContent(html);
      await page.evaluate(axe);
      // A mail is not a page of a site: it has no landmarks of its own.
      const results = await page.evaluate<AxeResults>(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })`,
      );
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
        [],
      );
      expect(results.passes.map(({ id }) => id)).toContain('color-contrast');
      expect(overflow).toBeLessThanOrEqual(0);
      expect(askedFor).toEqual([]);
    });
  });
});
