import { readFileSync } from 'node:fs';
import { instant } from '@app/domain';
import type { InboxMessage } from '@app/embedded';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'playwright-core';
import { createAdminApi } from '../../apps/admin-api/src/admin-api';
import { listen } from '../../apps/admin-api/src/http/listen';
import { browserPath, Reader } from '../../apps/admin-api/test/browser';
import { eventually } from '../../apps/engine/test/eventually';
import { EngineScene } from '../../apps/engine/test/running-engine';

/** Monday 25 May 2026, nine in the morning in Helsinki; the board meets on 9 June. */
const asked = instant('2026-05-25T06:00:00Z');
const afterMeeting = instant('2026-06-10T07:00:00Z');

(browserPath ? describe : describe.skip)('an answer that a board gives, from the mail to the registry', () => {
  let scene: EngineScene;
  let app: NestExpressApplication;
  let reader: Reader;
  let page: Page;
  let url = '';

  beforeAll(async () => {
    scene = await EngineScene.open(asked);
    app = await createAdminApi({ store: scene.store, log: () => {}, https: false });
    url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
    await scene.startEngine({ publicUrl: url });
    reader = await Reader.open();
    const context = await reader.browser.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await reader.close();
    await app.close();
    await scene.close();
  });

  const mailTo = (address: string): Promise<InboxMessage> =>
    eventually(`a mail to ${address}`, () =>
      Promise.resolve(scene.inbox.messages().find(({ envelopeTo }) => envelopeTo.includes(address))),
    );

  it('is announced, drafted for the agenda, given with its section, and filed', async () => {
    const workflow = await scene.askAsikkala();
    const { text } = await mailTo('lauri.esimerkki@asikkala.example.invalid');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/r\/\S+/.exec(text) ?? [];
    await page.goto(address);

    await page.getByRole('link', { name: 'Siirry ilmoitukseen' }).click();
    const announcement = page.locator('#form-announce-handling');
    if ((await announcement.getAttribute('open')) === null) await announcement.locator('summary').click();
    await announcement.getByLabel('Toimielin').fill('Hyvinvointilautakunta');
    await announcement.getByLabel('Kokouspäivä').fill('2026-06-09');
    await announcement.getByRole('button').click();
    await page.waitForURL(/received/);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Esityslistateksti, pelkkä teksti' }).click();
    const item = readFileSync(await (await download).path(), 'utf8').replaceAll('\u00a0', ' ');
    expect(item).toContain('Hyvinvointilautakunta, tiistai 9.6.2026');
    expect(item).toContain('Hyvinvointilautakunta päättää antaa hyvinvointialueelle liitteen mukaisen vastauksen.');

    await scene.setClock(afterMeeting);
    await page.goto(address);
    const answer = page.locator('section[aria-labelledby=form] > form');
    expect(await answer.getByLabel('Toimielin').inputValue()).toBe('Hyvinvointilautakunta');
    expect(await answer.getByLabel('Kokouspäivä').inputValue()).toBe('2026-06-09');
    await answer.locator('textarea').first().fill('Liikuntaneuvonta alkoi kouluissa.');
    await answer.getByLabel('Pykälä').fill('36');
    await answer.getByLabel('Linkki pöytäkirjaan').fill('https://asikkala.example.invalid/poytakirja');
    await answer.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.waitForURL(/receipt/);
    expect(await page.locator('main').textContent()).toContain('Liikuntaneuvonta alkoi kouluissa.');

    const copy = await mailTo('kirjaamo@paijatha.example.invalid');
    const filed = copy.text.replaceAll('\u00a0', ' ');
    expect(copy.subject).toContain('Kirjattavaksi: ennakkotehtävä');
    expect(filed).toContain('– Lähettäjä: Asikkalan kunta');
    expect(filed).toContain(`– Pyynnön tunnus: ${workflow}`);
    expect(filed).toContain('– Vastaanotettu: keskiviikko 10.6.2026 klo 10.00');
    expect(filed).toContain('– Saapumistapa: vastaussivu');
    expect(filed).toContain('– Toimielin: hyvinvointilautakunta');
    expect(filed).toContain('– Kokouspäivä: tiistai 9.6.2026');
    expect(filed).toContain('– Pykälä: § 36');
    expect(filed).toContain('Pöytäkirja: https://asikkala.example.invalid/poytakirja');
    expect(filed).toContain('– Asianumero: ei vielä kirjattu');
    expect(filed).toContain('– Liikuntaneuvonta alkoi kouluissa.');
    expect(filed).not.toContain('/r/');
    await eventually('the copy is settled', async () =>
      (await scene.notifications(workflow)).find(
        ({ template, state }) => template === 'registry-copy' && state === 'accepted',
      ),
    );
    expect((await scene.notifications(workflow)).filter(({ template }) => template === 'registry-copy')).toHaveLength(
      1,
    );
  });
});
