import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserPath } from '../apps/admin-api/test/browser';
import { bundleOf, file, logKey } from './faults/tampering';
import { MemoryLog } from './support/memory-log';

const folder = join(process.cwd(), 'verifier');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

it('hashes as everybody does, whatever the length', () => {
  const source = readFileSync(join(folder, 'page', 'sha256.js'), 'utf8');
  const own = runInThisContext(`(() => { ${source}; return sha256; })()`) as (bytes: Uint8Array) => Uint8Array;
  for (const length of [...Array(200).keys(), 70_000]) {
    const bytes = Buffer.alloc(length, 'Päätös ');
    expect(Buffer.from(own(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

(browserPath ? describe : describe.skip)('the verifier for those who have only a browser', () => {
  let browser: Browser;
  let files: string;
  let lines: string[];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    files = mkdtempSync(join(tmpdir(), 'vuosikello-page-'));
    const log = new MemoryLog(60);
    log.dispose(59);
    lines = await bundleOf(log);
    writeFileSync(join(files, 'good.ndjson'), file(lines));
    writeFileSync(join(files, 'bad.ndjson'), file(lines).replace('Beslut', '<b>Ändrat</b>'));
    writeFileSync(join(files, 'old.txt'), await log.checkpoint(33));
    writeFileSync(join(files, 'forged.txt'), (await log.checkpoint(33)).replace('\n33\n', '\n34\n'));
    writeFileSync(join(files, 'wrong.zip'), Buffer.from('504b0304fffefdfc', 'hex'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(files, { recursive: true, force: true });
  });

  const opened = async (options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ locale: 'en-GB', ...options });
    await page.route(/^(?!file:)/, (route) => {
      throw new Error(`The page asks for ${route.request().url()}`);
    });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(pathToFileURL(join(folder, 'verify-log.html')).href);
    return page;
  };
  const verify = async (page: Page, bundle: string, old?: string): Promise<string> => {
    await page.setInputFiles('#bundle', join(files, bundle));
    if (old !== undefined) await page.setInputFiles('#old', join(files, old));
    await page.click('#verify');
    await page.waitForSelector('#outcome h2');
    return page.innerText('#outcome');
  };

  it('accepts what is whole, and says what it has not checked', async () => {
    const page = await opened();
    const said = await verify(page, 'good.ndjson');
    expect(said).toContain('All that was checked holds');
    expect(said).toContain('Who signed: the key is only what the export itself names');
    await page.fill('#keys', `${logKey}\n`);
    const more = await verify(page, 'good.ndjson', 'old.txt');
    expect(more).toContain('the log begins with the same 33 entries');
    expect(more).toContain(logKey);
    expect(more).not.toContain('This was not checked');
    await page.click('[data-language=sv]');
    expect(await page.innerText('#outcome')).toContain('Allt som kontrollerades stämmer');
    expect(await page.getAttribute('html', 'lang')).toBe('sv');
    await page.close();
  });

  it('names the place of the first fault, and shows nothing of a file as markup', async () => {
    const page = await opened({ locale: 'fi-FI' });
    const position = lines.findIndex((line) => line.includes('Beslut')) - 1;
    const said = await verify(page, 'bad.ndjson');
    expect(said).toContain('Lokissa on virhe');
    expect(said).toContain(`Ensimmäinen virhe on sijainnissa ${position}.`);
    expect(await page.locator('#outcome b').count()).toBe(0);
    await page.close();
  });

  it('does not shout about the log where the file, the key or the kept checkpoint is the wrong one', async () => {
    const page = await opened({ locale: 'fi-FI' });
    const wrong = async (bundle: string, words: string, old?: string) => {
      const said = await verify(page, bundle, old);
      expect(said).toContain('Tarkistus ei onnistunut');
      expect(said).not.toContain('Lokissa on virhe');
      expect(said).toContain(words);
    };
    await wrong('wrong.zip', 'ZIP, josta vienti pitää ensin purkaa');
    await wrong('good.ndjson', 'tarkistuspisteen allekirjoitus ei pidä paikkaansa', 'forged.txt');
    await page.fill('#keys', 'foo');
    await wrong('good.ndjson', 'this is no key: foo', 'old.txt');
    await page.close();
  });

  it.each([
    ['fi', 'light', 900],
    ['sv', 'dark', 320],
    ['en', 'light', 320],
  ] as const)('in %s, %s, is as WCAG 2.1 AA asks and no wider than %i px', async (language, colorScheme, width) => {
    // Past its own policy, which keeps the checker out.
    const page = await opened({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } });
    await page.click(`[data-language=${language}]`);
    for (const bundle of ['good.ndjson', 'bad.ndjson']) {
      await verify(page, bundle);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>('axe.run()');
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
        [],
      );
      expect(results.passes.map(({ id }) => id)).toContain('color-contrast');
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.close();
  });
});
