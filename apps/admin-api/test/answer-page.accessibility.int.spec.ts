import { formIn, linkTo, openPage, send, sendFiles } from './answer-links';
import { browserPath, Reader } from './browser';
import { give, request, type RunningApi, runApi, startRequest } from './running-api';

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

  /** Every state of the page that is answered to something that was sent, or that ends it. */
  async function states(): Promise<[name: string, markup: string][]> {
    const id = await startRequest(api, 'states');
    const page = await linkTo(api, id);
    const form = formIn(await openPage(api, page), 'record-answer');
    const files = [{ name: `${'pitkä-nimi-'.repeat(12)}.pdf`, content: '%PDF-1.7' }];
    const saved = await sendFiles(api, page, form, { do: 'draft', 'answers.efforts': 'Kesken.' }, files);
    const overtaken = await send(api, page, form, { do: 'send', form: crypto.randomUUID(), 'answers.efforts': 'Oma.' });
    const refused = await sendFiles(api, page, form, { do: 'add' }, [{ name: 'a.pdf', content: 'MZ' }]);
    const reused = formIn(await openPage(api, page), 'record-answer');
    const filled = await send(api, page, reused, { do: 'reuse' });
    const handOver = formIn(await openPage(api, page), 'hand-over');
    const wrong = await send(api, page, handOver, { name: '', email: 'x' });
    const shown = async (path: string) => (await openPage(api, path.split('#')[0] ?? '')).text;
    const withDraft = await shown(saved.headers.get('location') ?? '');
    const withReused = await shown(filled.headers.get('location') ?? '');
    await send(api, page, handOver, { name: 'Kaisa', email: 'kaisa@asikkala.example.invalid', language: 'fi' });
    const expired = await linkTo(api, id, { expiresAt: '2026-05-31T00:00:00Z' });
    const closed = await startRequest(api, 'closed');
    const closedPage = await linkTo(api, closed);
    const late = formIn(await openPage(api, closedPage), 'record-answer');
    const withdraw = { command: 'withdraw', data: { reason: 'Ei tarvita.' } };
    await give(api, api.keys.coordinator, closed, withdraw, { version: 3 });
    return [
      ['draft kept', withDraft],
      ['draft overtaken', overtaken.text],
      ['file refused', refused.text],
      ['filled from an earlier answer', withReused],
      ['hand-over wrong', wrong.text],
      ['handed over', await shown(page)],
      ['sent after the hand-over', (await send(api, page, form, { 'answers.efforts': 'Vanha.' })).text],
      ['expired', await shown(expired)],
      ['closed', await shown(closedPage)],
      ['sent after the end', (await send(api, closedPage, late, { 'answers.efforts': 'Myöhässä.' })).text],
    ];
  }

  const violations = (markup: string, width: number) => reader.violations(markup, width);

  it('would be caught with a field that has no label', async () => {
    const { text } = await request(api, undefined, pages[0]?.[1] ?? '');
    const broken = text.replaceAll(/<label for="record-answer-body">[\s\S]*?<\/label>/g, '');
    expect(await violations(broken, 1200)).toEqual([expect.stringMatching(/^label: /)]);
  });

  it.each([320, 900])('has nothing for axe to find, and nothing wider than the screen, at %i pixels', async (width) => {
    for (const [name, path] of pages) {
      const { text } = await request(api, undefined, path, { headers: { 'Accept-Language': 'fi' } });
      expect([name, await violations(text, width)]).toEqual([name, []]);
    }
  });

  it('has nothing for axe to find in any other state, with everything on it opened', async () => {
    for (const [name, markup] of await states()) {
      const opened = markup.replaceAll(/<details[^>]*>/g, '<details open>');
      for (const width of [320, 900]) expect([name, await violations(opened, width)]).toEqual([name, []]);
    }
  });

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
    // On paper the address to write to is still there.
    await visited.emulateMedia({ media: 'print' });
    expect(await visited.locator('footer a[href^="mailto:"]').isVisible()).toBe(true);
    expect(await visited.locator('nav').isVisible()).toBe(false);
    await context.close();
  });
});
