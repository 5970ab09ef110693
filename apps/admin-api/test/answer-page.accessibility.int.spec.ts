import { formIn, linkTo, send } from './answer-links';
import { browserPath, Reader } from './browser';
import { request, type RunningApi, runApi, startRequest } from './running-api';

(browserPath ? describe : describe.skip)('the answer page in a browser', () => {
  let api: RunningApi;
  let reader: Reader;
  const pages: [name: string, path: string][] = [];

  beforeAll(async () => {
    api = await runApi();
    reader = await Reader.open();
    const asked = await linkTo(api, await startRequest(api, 'asked'));
    const answered = await linkTo(api, await startRequest(api, 'answered'));
    const form = formIn(await request(api, undefined, answered), 'record-answer');
    await send(api, answered, form, { 'answers.efforts': 'Liikuntaa.', handledOn: '2026-05-19' });
    pages.push(
      ['asked', asked],
      ['asked in Swedish', `${asked}?lang=sv`],
      ['answered', `${answered}/receipt`],
      ['answered, to be corrected', answered],
      ['no such link', '/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    );
  });
  afterAll(async () => {
    await reader.close();
    await api.close();
  });

  const violations = (markup: string, width: number) => reader.violations(markup, width);

  it('would be caught with a field that has no label', async () => {
    const { text } = await request(api, undefined, pages[0]?.[1] ?? '');
    const broken = text.replaceAll(/<label for="record-answer-body">[\s\S]*?<\/label>/g, '');
    expect(await violations(broken, 1200)).toEqual([expect.stringMatching(/^label: /)]);
  });

  it.each([360, 1200])(
    'has nothing for axe to find, and nothing wider than the screen, at %i pixels',
    async (width) => {
      for (const [name, path] of pages) {
        const { text } = await request(api, undefined, path, { headers: { 'Accept-Language': 'fi' } });
        expect([name, await violations(text, width)]).toEqual([name, []]);
      }
    },
  );

  it('has nothing for axe to find where something is wrong with the form', async () => {
    const [, path = ''] = pages[0] ?? [];
    for (const [command, values] of [
      ['record-answer', { minutes: 'x' }],
      ['announce-handling', { body: '' }],
    ] as const) {
      const form = formIn(await request(api, undefined, path), command);
      const { text } = await send(api, path, form, values);
      expect(await violations(text, 360)).toEqual([]);
    }
  });

  it('is styled although nothing but its own style is let through, and is answered without scripts', async () => {
    const context = await reader.browser.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
    const visited = await context.newPage();
    const complaints: string[] = [];
    visited.on('console', (message) => complaints.push(message.text()));
    await visited.goto(`${api.url}${await linkTo(api, await startRequest(api, 'by-hand'))}`);
    expect(complaints).toEqual([]);
    const colour = await visited.evaluate('getComputedStyle(document.querySelector("button.first")).backgroundColor');
    expect(colour).toBe('rgb(11, 74, 143)');
    await visited.getByLabel('Mitkä olivat tärkeimmät toimenne?').fill('Selaimesta.');
    await visited.locator('button.first').click();
    await visited.waitForURL(/receipt/);
    expect(await visited.getByRole('status').textContent()).toContain('Kiitos, tiedot on vastaanotettu.');
    await context.close();
  });
});
