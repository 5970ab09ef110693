import { instant } from '@app/domain';
import { openStore, type Store } from '@app/store';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { sql } from '../support/requests';
import { browserPath } from '../../apps/admin-api/test/browser';
import { createAdminApi } from '../../apps/admin-api/src/admin-api';
import { listen } from '../../apps/admin-api/src/http/listen';
import { EngineScene } from '../../apps/engine/test/running-engine';

const linkPattern = /https?:\/\/\S+\/r\/[A-Za-z0-9_-]+/;

/** From the mail to the page, to the answer, to the receipt: with the engine, real mail and a real browser. */
(browserPath ? describe : describe.skip)('an answer without an account', () => {
  let scene: EngineScene;
  let store: Store;
  let browser: Browser;
  let close: () => Promise<void>;

  beforeAll(async () => {
    scene = await EngineScene.open(instant('2026-06-01T09:00:00+03:00'));
    store = await openStore({ databaseUrl: scene.database.appUrl, applicationName: 'answer-page-test' });
    const app = await createAdminApi({ store, log: () => undefined, https: false });
    const port = await listen(app, { host: '127.0.0.1', port: 0 });
    await scene.startEngine({ publicUrl: `http://127.0.0.1:${port}` });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--headless', '--no-sandbox'] });
    close = async () => {
      await browser.close();
      await app.close();
      await store.close();
      await scene.close();
    };
  });
  afterAll(() => close());

  /** The newest link that came with a mail about the request. */
  async function linkIn(workflow: string, template: string): Promise<string> {
    const { messageId } = await scene.mail(workflow, template, 'accepted');
    const message = scene.inbox.messages().find((mail) => mail.messageId === messageId);
    const link = linkPattern.exec(message?.text ?? '')?.[0];
    if (link === undefined) throw new Error(`${template} brought no link: ${message?.text}`);
    return link;
  }

  async function visit(link: string, javaScriptEnabled: boolean): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'fi-FI',
      viewport: { width: 320, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(link);
    return [page, context];
  }

  it.each([true, false])(
    'is given through the link of a mail, with scripts %s, and nobody is reminded',
    async (scripts) => {
      // Each asks somebody else: nobody gets two routine mails a day.
      const workflow = await scene.askAsikkala(`09.e2e-${scripts}`, scripts ? '081' : '111');
      const [page, context] = await visit(await linkIn(workflow, 'advance-assignment'), scripts);
      const first = page.locator('textarea').first();
      await first.fill('Kesken.');
      // Enter in a field keeps the draft and sends nothing.
      await page.locator('#record-answer-body').press('Enter');
      await page.waitForURL(/saved/);
      expect(await page.getByRole('status').textContent()).toContain('Luonnos tallennettu');
      await page.locator('textarea').first().fill('Selaimesta.');
      await page.locator('input[type=file]').setInputFiles({
        name: 'liite.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n'),
      });
      await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
      await page.waitForURL(/receipt/);
      expect(await page.locator('main').textContent()).toContain('Selaimesta.');
      expect(await page.locator('main').textContent()).toContain('liite.pdf');
      await context.close();

      const events = await store.workflows.events('09', workflow, { after: 0, limit: 100 });
      expect(events.map(({ type }) => type)).toContain('AnswerReceived');
      const receipt = await linkIn(workflow, 'receipt');
      const [kept, again] = await visit(`${receipt}/receipt`, scripts);
      expect(await kept.locator('h1').textContent()).toBe('Kuitti');
      await again.close();

      const timers = `select id from vuosikello.work_item where instance = '${workflow}' and kind = 'timer' and state in ('pending', 'leased')`;
      expect(await sql(scene.database.superuserUrl, timers)).toEqual([]);
      const { deadlines } = (await store.workflows.read('09', workflow)) ?? {};
      expect(deadlines?.answer).toMatchObject({ status: 'met', rungs: [] });
    },
  );

  it('can be given with the keyboard alone', async () => {
    const workflow = await scene.askAsikkala('09.e2e-keys', '098');
    const [page, context] = await visit(await linkIn(workflow, 'advance-assignment'), true);
    const tabTo = async (selector: string) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`Tab never comes to ${selector}`);
    };
    await tabTo('textarea');
    await page.keyboard.type('Näppäimillä.');
    await tabTo('button[value=send]');
    const ring = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/receipt/);
    expect(await page.locator('main').textContent()).toContain('Näppäimillä.');
    await context.close();
  });

  it('is handed over to a colleague, who answers with the link of the own mail', async () => {
    const workflow = await scene.askAsikkala('09.e2e-handed');
    const [page, context] = await visit(await linkIn(workflow, 'advance-assignment'), false);
    await page.getByText('Siirrä vastaaminen toiselle').click();
    await page.getByLabel('Nimi').fill('Kaisa Kollega');
    await page.getByLabel('Sähköpostiosoite').fill('kaisa.kollega@asikkala.example.invalid');
    await page.locator('#hand-over-language-sv').check();
    await page.getByRole('button', { name: 'Siirrä ja lähetä linkki' }).click();
    await page.getByRole('heading', { name: 'Vastaaminen on siirretty' }).waitFor();
    await context.close();

    const link = await linkIn(workflow, 'handed-over');
    const mail = scene.inbox.messages().find(({ text }) => text.includes(link));
    expect(mail?.envelopeTo).toEqual(['kaisa.kollega@asikkala.example.invalid']);
    expect(mail?.text).toContain('Svarandet har överförts till dig');
    const [own, closing] = await visit(link, false);
    expect(await own.locator('html').getAttribute('lang')).toBe('sv');
    await own.locator('textarea').first().fill('Kollegan vastaus.');
    await own.getByRole('button', { name: 'Skicka', exact: true }).click();
    await own.waitForURL(/receipt/);
    await closing.close();
    const { messageId } = await scene.mail(workflow, 'receipt', 'accepted');
    const receipt = scene.inbox.messages().find((one) => one.messageId === messageId);
    expect(receipt?.envelopeTo).toEqual(['kaisa.kollega@asikkala.example.invalid']);
    expect(receipt?.text).toContain('kan rättas här tills de har godkänts');
  });
});
