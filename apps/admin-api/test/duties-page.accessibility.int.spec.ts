import { historyOf2023 } from '../../../test/support/example-area';
import { browserPath, Reader } from './browser';
import { enterHistory } from './history';
import { request, type RunningApi, runApi } from './running-api';

(browserPath ? describe : describe.skip)('the page of duties in a browser', () => {
  let api: RunningApi;
  let reader: Reader;

  beforeAll(async () => {
    api = await runApi({ at: '2026-12-01T09:00:00+02:00' });
    reader = await Reader.open();
    await enterHistory(api, 'history-2023', historyOf2023());
    const participants = api.register.organisations.slice(0, 13).map(({ id }) => ({ organisation: id, people: 2 }));
    const year = {
      year: 2026,
      heldOn: '2026-08-27',
      source: 'https://paijatha.example.invalid/poytakirjat/2026-08-27-neuvottelu.pdf',
    };
    await enterHistory(
      api,
      'history-2026',
      historyOf2023({ ...year, participants: participants.slice(1), answers: [], handlings: [] }),
    );
  });
  afterAll(async () => {
    await reader.close();
    await api.close();
  });

  const page = async (language: string, query = '') => {
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    return (await request(api, api.keys.auditor, `/v1/duties${query}`, { headers })).text;
  };

  it.each([
    [360, 'fi', ''],
    [900, 'sv', ''],
    [1200, 'en', '?year=2026'],
    [360, 'fi', '?organisation=nobody'],
  ])(
    'has nothing for axe to find, and nothing wider than the screen, at %i pixels in %s %s',
    async (width, language, query) => {
      expect(await reader.violations(await page(language, query), width)).toEqual([]);
    },
  );

  it('would be caught without its language', async () => {
    const broken = (await page('fi')).replaceAll(/<html lang="fi">/g, '<html>');
    expect(await reader.violations(broken, 900)).toEqual([expect.stringMatching(/^html-has-lang: /)]);
  });

  it('is a table to a screen reader also where its rows have become blocks', async () => {
    await reader.violations(await page('fi'), 360);
    const { display, rows, heads } = await reader.look<{ display: string; rows: number; heads: number }>(
      `(() => {
        const rows = [...document.querySelectorAll('tbody tr')];
        return {
          display: getComputedStyle(rows[0]).display,
          rows: rows.filter((row) => row.getAttribute('role') === 'row').length - rows.length,
          heads: document.querySelectorAll('th[role=columnheader]').length,
        };
      })()`,
    );
    expect([display, rows, heads > 0]).toEqual(['block', 0, true]);
  });

  it('fits on A4 and repeats the heads of its tables', async () => {
    await reader.show(await page('fi'), 700, 'print');
    const { head, overflow } = await reader.look<{ head: string; overflow: number }>(
      `({
        head: getComputedStyle(document.querySelector('thead')).display,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })`,
    );
    expect([head, overflow]).toEqual(['table-header-group', 0]);
  });
});
