import { parse } from 'csv-parse/sync';
import { historyOf2023 } from '../../../test/support/example-area';
import { dutyList } from '../src/duties/duties.schema';
import { enterHistory } from './history';
import { keysFor, problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
  await enterHistory(api, 'history-2023', historyOf2023());
  await enterHistory(api, 'history-report', {
    duty: 'municipal-report',
    organisation: '016',
    year: 2026,
    heldOn: '2026-05-25',
    handlings: [
      {
        organisation: '016',
        body: '=HYPERLINK("https://evil.test")',
        on: '2026-05-25',
        section: '@8',
        caseNumber: '-1',
      },
    ],
    source: '<script>alert(1)</script>\r\n+1',
  });
});
afterAll(() => api.close());

const read = (query = '', headers: Record<string, string> = {}) =>
  request(api, api.keys.auditor, `/v1/duties${query}`, { headers: { 'Accept-Language': 'fi', ...headers } });
const listed = async (query: string, headers = {}) => dutyList.parse((await read(query, headers)).body);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the duties as data', () => {
  it('show the negotiation of 2023 as fulfilled, with its evidence and what the law says', async () => {
    const answer = await read('?county=09&year=2023&organisation=09');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('content-language')).toBe('fi');
    const { items, next, today } = dutyList.parse(answer.body);
    expect([next, today]).toEqual([null, '2026-06-01']);
    const [negotiation] = items;
    expect(negotiation).toMatchObject({
      id: 'annual-negotiation:09:2023',
      duty: 'annual-negotiation',
      title: 'Vuosittainen hyte-neuvottelu kuntien ja muiden toimijoiden kanssa',
      organisation: { id: '09', name: 'Päijät-Hämeen hyvinvointialue' },
      basis: { act: '612/2021', section: '7', moment: '4' },
      period: { kind: 'year', id: '2023', startsOn: '2023-01-01', endsOn: '2023-12-31' },
      status: 'fulfilled',
    });
    expect(plain(negotiation?.basis.text ?? '')).toBe(
      'laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § 4 mom.',
    );
    expect(negotiation).not.toHaveProperty('reason');
    expect(
      negotiation?.evidence.map(({ on, kind, organisation, body, section, caseNumber, fulfils }) => [
        on,
        kind,
        organisation?.name,
        body,
        section,
        caseNumber,
        fulfils,
      ]),
    ).toEqual([
      ['2023-08-07', 'answered', 'Heinola', 'Hyvinvointilautakunta', null, null, false],
      ['2023-08-17', 'held', undefined, null, null, null, true],
      ['2023-10-12', 'decision', undefined, 'Hyvinvoinnin ja terveyden edistämisen lautakunta', '36', null, false],
      ['2023-11-21', 'acknowledged', 'Heinola', 'Hyvinvointilautakunta', '91', '539/00.04.01/2023', false],
    ]);
    expect(negotiation?.evidence[1]).toMatchObject({
      text: 'Neuvottelu pidettiin. Läsnä yhteensä 49 osallistujaa.',
      event: {
        id: '09.history-2023#1',
        stream: '09.history-2023',
        seq: 1,
        type: 'HistoryRecorded',
        at: '2026-06-01T06:00:00.000Z',
      },
    });
  });

  it('are told in the reader’s language', async () => {
    const { items } = await listed('?year=2023&status=fulfilled', { 'Accept-Language': 'sv' });
    expect(items.map(({ title, organisation }) => `${organisation.name}: ${title}`)).toEqual([
      'Päijänne-Tavastlands välfärdsområde: Årlig förhandling om främjande av hälsa och välfärd med kommunerna och andra aktörer',
    ]);
    const english = await request(api, api.keys.auditor, '/v1/duties?year=2026&status=at-risk&organisation=09');
    expect(dutyList.parse(english.body).items.map(({ reason }) => reason)).toEqual([
      'No date has been planned for 2026.',
      'No date has been planned for 2026.',
    ]);
  });

  it.each([
    ['?organisation=016&status=fulfilled', ['municipal-report:016:2026']],
    [
      '?organisation=111&year=2023',
      [
        'takes-part:111:2023',
        'municipal-report:111:2023',
        'council-term-negotiation:111:2021-2025',
        'municipal-account:111:2021-2025',
      ],
    ],
    ['?status=missed', []],
    ['?organisation=nobody', []],
  ])('%s', async (query, ids) => {
    expect((await listed(query)).items.map(({ id }) => id)).toEqual(ids);
  });

  it('are corrected and struck with the entry that they follow from', async () => {
    await enterHistory(
      api,
      'history-2022',
      historyOf2023({ year: 2022, heldOn: '2022-09-01', answers: [], handlings: [] }),
    );
    const fulfilled = async () =>
      (await listed('?year=2022&organisation=09&status=fulfilled')).items.map(({ evidence }) =>
        evidence.map(({ event }) => event.id),
      );
    expect(await fulfilled()).toEqual([['09.history-2022#1']]);
    const strike = (command: string, data: object, version: number) =>
      request(api, api.keys.coordinator, '/v1/workflows/09.history-2022/commands', {
        method: 'POST',
        json: { command, data },
        headers: { 'If-Match': `"${version}"` },
      });
    const corrected = historyOf2023({
      year: 2022,
      heldOn: '2022-09-02',
      answers: [],
      handlings: [],
      reason: 'Väärä päivä.',
    });
    expect((await strike('correct', corrected, 1)).status).toBe(200);
    expect(await fulfilled()).toEqual([['09.history-2022#2']]);
    expect((await strike('strike', { reason: 'Ei pidetty.' }, 2)).status).toBe(200);
    expect(await fulfilled()).toEqual([]);
  });
});

describe('the duties for a spreadsheet', () => {
  it('have a line for each piece of evidence, under titles in the reader’s language', async () => {
    const answer = await read('?year=2023&organisation=09', { Accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=velvoitteet-09-2026-06-01.csv');
    expect(answer.headers.get('vary')).toContain('Accept,');
    const lines = parse(answer.text, { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' });
    const fulfilled = lines.filter((line) => (line as Record<string, string>).Tila === 'Täytetty') as Record<
      string,
      string
    >[];
    expect(fulfilled.map((line) => [line['Näyttö: päivä'], line.Toimielin, line.Pykälä, line.Asianumero])).toEqual([
      ['2023-08-07', 'Hyvinvointilautakunta', '', ''],
      ['2023-08-17', '', '', ''],
      ['2023-10-12', 'Hyvinvoinnin ja terveyden edistämisen lautakunta', '36', ''],
      ['2023-11-21', 'Hyvinvointilautakunta', '91', '539/00.04.01/2023'],
    ]);
    // A duty without evidence has a line too.
    expect(lines).toHaveLength(4 + 3);
  });

  it('start with a byte order mark, so that Excel reads ä and ö', async () => {
    const response = await fetch(`${api.url}/v1/duties`, {
      headers: { Authorization: `Bearer ${api.keys.auditor}`, Accept: 'text/csv', 'Accept-Language': 'sv' },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').slice(1)).toMatch(/^Id;Skyldighet;Organisation;/);
  });

  it('hold no cell that a spreadsheet would run', async () => {
    const { text } = await read('?organisation=016&status=fulfilled', { Accept: 'text/csv' });
    const [, cells = []] = parse(text, { bom: true, delimiter: ';' });
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toEqual(
      expect.arrayContaining([`'=HYPERLINK("https://evil.test")`, `'@8`, `'-1`, '<script>alert(1)</script> +1']),
    );
  });
});

describe('the duties as a page', () => {
  it('stand period by period in tables with captions, with evidence, and run nothing', async () => {
    const { text, headers } = await read('', { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).toContain('<html lang="fi">');
    expect(text).not.toContain('<script');
    const page = plain(text)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(page).toContain('Päijät-Hämeen hyvinvointialue Lakisääteiset velvoitteet Tilanne 1.6.2026');
    expect(page).toContain('Valtuustokausi 2025–2029 (1.6.2025–31.5.2029)');
    expect(page).toContain('17.8.2023 Neuvottelu pidettiin. Läsnä yhteensä 49 osallistujaa. Täyttää velvoitteen.');
    expect(page).toContain(
      '21.11.2023 Heinola, Hyvinvointilautakunta, § 91, asianumero 539/00.04.01/2023: Käsitteli neuvottelun tuloksen. Päätös: merkitä tiedoksi ja lähettää edelleen. Otteet: kaupunginhallitus, valtuusto. 09.history-2023#1, kirjattu 1.6.2026',
    );
    expect(text.match(/<table/g)?.length).toBe(text.match(/<caption/g)?.length);
  });
});

describe('the duties', () => {
  it('of another county are not found, and those of a county without a register say what is missing', async () => {
    expect(problemIn(await read('?county=08')).code).toBe('unknown-id');
    const { auditor } = await keysFor(api.store, '17');
    const answer = await request(api, auditor, '/v1/duties');
    expect([answer.status, problemIn(answer).detail]).toEqual([
      404,
      'The organisations of the county have not been imported yet.',
    ]);
  });

  it.each(['year=1999', 'year=x', 'status=late', 'year=2026&year=2027'])('refuse %s', async (query) => {
    expect((await read(`?${query}`)).status).toBe(422);
  });

  it('are for readers with a key', async () => {
    expect((await request(api, undefined, '/v1/duties')).status).toBe(401);
    expect((await read('?colour=red')).status).toBe(400);
  });
});
