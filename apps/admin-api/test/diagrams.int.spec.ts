import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpmnOf, definitions, drawingOf, svgOf } from '@app/workflows';
import { browserPath, Reader } from './browser';
import { keysFor, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const read = (path: string, headers: Record<string, string> = {}) =>
  request(api, api.keys.auditor, path, { headers: { 'Accept-Language': 'fi', ...headers } });
const ofNegotiation = '/v1/definitions/hyte-negotiation/1/diagram';

describe('the diagram of a definition', () => {
  it.each([
    ['*/*', 'image/svg+xml', '<svg '],
    ['text/vnd.mermaid', 'text/vnd.mermaid', 'stateDiagram-v2'],
    ['text/plain', 'text/plain', 'stateDiagram-v2'],
    ['application/bpmn+xml', 'application/bpmn+xml', '<?xml'],
    ['application/xml', 'application/xml', '<?xml'],
  ])('that accepts %s is %s', async (accept, type, beginning) => {
    const answer = await read(ofNegotiation, { Accept: accept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('content-language')).toBe('fi');
    expect(answer.headers.get('vary')).toContain('Accept,');
    expect(answer.text.startsWith(beginning)).toBe(true);
    expect(answer.text).toContain('Odottaa ajankohtaa');
  });

  it('in a form that there is not is refused, with those that there are', async () => {
    const answer = await read(ofNegotiation, { Accept: 'image/png' });
    expect(answer.status).toBe(406);
    expect(problemIn(answer)).toMatchObject({
      code: 'not-acceptable',
      allowed: expect.arrayContaining(['image/svg+xml']),
    });
  });

  it('runs nothing and is not read twice', async () => {
    const { headers } = await read(ofNegotiation);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action/,
    );
    const again = await read(ofNegotiation, { 'If-None-Match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await read(ofNegotiation, { 'If-None-Match': headers.get('etag') ?? '', 'Accept-Language': 'sv' });
    expect(other.status).toBe(200);
  });

  it.each(['hyte-negotiation/99', 'moon-landing/1', 'hyte-negotiation/1e0'])('%s is not found', async (id) => {
    expect((await read(`/v1/definitions/${id}/diagram`)).status).toBe(404);
  });
});

describe('the diagram of a workflow', () => {
  it('marks where it stands and until when, and only its own county sees it', async () => {
    const id = await startRequest(api, 'drawn');
    const answer = await read(`/v1/workflows/${id}/diagram`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('▶ nyt');
    expect(answer.text).toMatch(/Vastauspäivä \d+\.\d+\.2026/);
    const keys = await keysFor(api.store, '04');
    expect((await request(api, keys.auditor, `/v1/workflows/${id}/diagram`)).status).toBe(404);
    expect((await read('/v1/workflows/09.nothing/diagram')).status).toBe(404);
  });
});

const modeller = join(require.resolve('bpmn-js/package.json'), '../dist/bpmn-modeler.production.min.js');
const inBrowser = browserPath ? describe : describe.skip;

inBrowser('in a browser', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.open();
  });
  afterAll(() => reader.close());
  const every = definitions.map((definition) => [`${definition.name}.v${definition.version}`, definition] as const);

  it.each(every)('the picture of %s is XML, and its texts stay in their boxes', async (_, definition) => {
    await reader.show('<main id="picture"></main>', 1200);
    const svg = svgOf(drawingOf(definition, 'fi'));
    const faults = await reader.look<string[]>(`((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      if (parsed.querySelector('parsererror')) return ['not XML'];
      document.getElementById('picture').append(parsed.documentElement);
      if (document.querySelectorAll('g > g > text').length < 3) return ['no texts'];
      return [...document.querySelectorAll('g > g')].flatMap((group) => {
        const frame = group.querySelector('rect');
        const texts = [...group.querySelectorAll('text')];
        if (!frame) return [];
        const around = frame.getBBox();
        return texts
          .filter((text) => { const box = text.getBBox(); return box.x < around.x || box.x + box.width > around.x + around.width; })
          .map((text) => text.textContent);
      });
    })(${JSON.stringify(svg)})`);
    expect(faults).toEqual([]);
  });

  it.each(every)('a modeller opens the BPMN file of %s without a warning', async (_, definition) => {
    await reader.show('<main id="canvas" style="height: 600px"></main>', 1200);
    await reader.look(`(() => {${readFileSync(modeller, 'utf8')}\n})()`);
    const xml = bpmnOf(drawingOf(definition, 'fi'));
    const shown = await reader.look<{ warnings: string[]; elements: number }>(`(async (source) => {
      const modeller = new BpmnJS({ container: '#canvas' });
      const { warnings } = await modeller.importXML(source);
      return { warnings: warnings.map(String), elements: modeller.get('elementRegistry').getAll().length };
    })(${JSON.stringify(xml)})`);
    expect(shown.warnings).toEqual([]);
    expect(shown.elements).toBeGreaterThan(5);
  });
});
