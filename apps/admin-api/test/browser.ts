import { existsSync, readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Chromium, where there is one; without it the suites that need it say loudly that they are skipped. */
export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync';

if (!browserPath) {
  console.warn(
    '\n*** SKIPPED: the accessibility of pages was not checked, because there is no Chromium.\n' +
      '*** Install it with: apt-get update && apt-get install -y chromium\n',
  );
}

/** A browser that looks at markup in a page of no origin: without the policy that would keep the checker out. */
export class Reader {
  private constructor(
    readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async open(): Promise<Reader> {
    const browser = await chromium.launch({ executablePath: browserPath ?? '', args: flags.split(' ') });
    return new Reader(browser, await browser.newPage());
  }

  async show(markup: string, width: number, media: 'screen' | 'print' = 'screen'): Promise<void> {
    await this.page.emulateMedia({ media });
    await this.page.setViewportSize({ width, height: 800 });
    await this.page.setContent(markup);
  }

  look<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  /** What axe finds; the page must not be wider than the screen. */
  async violations(markup: string, width: number): Promise<string[]> {
    await this.show(markup, width);
    await this.page.evaluate(axe);
    const results = await this.look<AxeResults>('axe.run()');
    const overflow = await this.look<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    expect(results.passes.length).toBeGreaterThan(10);
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
