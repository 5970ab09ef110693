import { formIn, linkTo, openPage, send } from './answer-links';
import { browserPath, Reader } from './browser';
import { requestData } from './request-data';
import { request, type RunningApi, runApi, startRequest } from './running-api';

(browserPath ? describe : describe.skip)('the pages for boards and for an organisation in a browser', () => {
  let api: RunningApi;
  let reader: Reader;
  let standing = '';
  const pages: [name: string, path: string][] = [];

  beforeAll(async () => {
    api = await runApi();
    reader = await Reader.open();
    const asked = await linkTo(api, await startRequest(api, 'asked'));
    const announcedId = await startRequest(api, 'announced', requestData({ dueOn: '2026-05-29' }));
    const announced = await linkTo(api, announcedId);
    const form = formIn(await openPage(api, announced), 'announce-handling');
    await send(api, announced, form, { body: 'Hyvinvointilautakunta', meetingOn: '9.6.2026' });
    const answered = await startRequest(api, 'answered');
    const answeredPage = await linkTo(api, answered);
    const answer = formIn(await openPage(api, answeredPage), 'record-answer');
    await send(api, answeredPage, answer, { 'answers.efforts': 'Liikuntaa.' });
    const made = await request(api, api.keys.coordinator, '/v1/organisations/016/standing-links', {
      method: 'POST',
      json: {},
    });
    standing = new URL((made.body as { url: string }).url).pathname;
    pages.push(
      ['asked', asked],
      ['announced', announced],
      ['agenda item', `${asked}/agenda-item?format=html`],
      ['standing', standing],
      ['standing in Swedish, what is open', `${standing}?lang=sv&show=open`],
      ['standing in English, what is coming', `${standing}?lang=en&show=coming`],
      ['under the standing link', `${standing}/requests/${announcedId}`],
    );
  });
  afterAll(async () => {
    await reader.close();
    await api.close();
  });

  it.each([320, 900])(
    'have nothing for axe to find, and nothing wider than the screen, at %i pixels',
    async (width) => {
      for (const [name, path] of pages) {
        const { text } = await openPage(api, path);
        expect([name, await reader.violations(text, width)]).toEqual([name, []]);
      }
    },
  );

  it('are read on paper too: what is asked stays, what only a screen needs goes', async () => {
    const { text } = await openPage(api, standing);
    await reader.show(text, 900, 'print');
    const shown = (selector: string) =>
      reader.look<boolean>(`document.querySelector(${JSON.stringify(selector)}).checkVisibility()`);
    expect(await shown('article h3')).toBe(true);
    expect(await shown('.matters li')).toBe(true);
    expect(await shown('.filter')).toBe(false);
  });

  it('are used with the keyboard alone and without scripts: from the list to a request, its announcement and back', async () => {
    const context = await reader.browser.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
    const visited = await context.newPage();
    await visited.goto(`${api.url}${standing}?show=open`);
    const links = await visited.locator('article h3 a').count();
    expect(links).toBe(2);
    await visited.locator('article h3 a').last().focus();
    await visited.keyboard.press('Enter');
    await visited.waitForURL(/\/requests\//);
    await visited.getByRole('link', { name: 'Siirry ilmoitukseen' }).focus();
    await visited.keyboard.press('Enter');
    const summary = visited.locator('#form-announce-handling > summary');
    await summary.focus();
    await visited.keyboard.press('Enter');
    await visited.locator('#announce-handling-body').fill('Kunnanhallitus');
    await visited.locator('#announce-handling-meetingOn').fill('2026-06-15');
    await visited.locator('#form-announce-handling button').focus();
    await visited.keyboard.press('Enter');
    await visited.waitForURL(/received/);
    expect(await visited.locator('.steps').textContent()).toContain('Kunnanhallitus');
    const download = visited.waitForEvent('download');
    await visited.getByRole('link', { name: 'Esityslistateksti, pelkkä teksti' }).click();
    expect((await download).suggestedFilename()).toBe('esityslistateksti.txt');
    await visited.getByRole('link', { name: 'Kaikki organisaatioltanne pyydetty' }).click();
    await visited.waitForURL(new RegExp(`${standing}\\?lang=fi$`));
    await context.close();
  });
});
