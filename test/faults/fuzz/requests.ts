import { ladderNames } from '@app/domain';
import type { Draw } from '../../support/walks/draw';
import type { FuzzedRoute } from './routes';
import { hostileText, hostileValue, type Schema, type Sources, spoilt, valueOf } from './values';

/** One request as it goes out. */
export type FuzzRequest = {
  route: FuzzedRoute;
  /** Path and query, as they are written. */
  target: string;
  headers: [name: string, value: string][];
  body: Uint8Array | undefined;
  /** Whether the address may not be the route's: then nobody's refusals are expected. */
  astray: boolean;
};

/** What has been heard of so far: ids by what they stand behind in an address, and steps that workflows allow. */
export type Heard = {
  ids: Map<string, string[]>;
  steps: { workflow: string; version: number; command: string; schema: Schema }[];
};

/** Whoever asks. */
export type Callers = { keys: readonly string[]; tokens: readonly string[] };

type Around = { draw: Draw; named: Readonly<Record<string, Schema>>; heard: Heard; callers: Callers };

/** Parameters that many routes do not have. */
const undeclared = ['dryRun', 'limit', 'force', 'x', '__proto__', 'constructor', ''];

/** Draws a request for a route: as the document has it, nearly so, or nothing like it. */
export function drawRequest(route: FuzzedRoute, around: Around): FuzzRequest {
  const { draw, heard, callers } = around;
  const step = route.path.endsWith('/commands') && heard.steps.length > 0 ? draw.pick(heard.steps) : undefined;
  const { path, astray } = addressOf(route, around, step?.workflow);
  const manner = draw.pick(['valid', 'valid', 'near', 'near', 'hostile'] as const);
  const body = bodyOf(route, around, manner, step);
  const headers: [string, string][] = [];
  if (route.closed && draw.chance(0.97)) headers.push(['Authorization', `Bearer ${draw.pick(callers.keys)}`]);
  if (draw.chance(0.1))
    headers.push(['Accept-Language', draw.pick(['fi', 'sv', 'en', '*', 'x'.repeat(500), 'fi;q=abc'])]);
  if (draw.chance(0.1))
    headers.push(['Accept', draw.pick(['*/*', 'text/html', 'application/x-ndjson', 'text/csv', ';;;'])]);
  if (draw.chance(0.03)) headers.push(['Vuosikello-County', draw.pick(['09', '17', 'x', '__proto__'])]);
  if (draw.chance(0.03)) headers.push(['Content-Encoding', draw.pick(['gzip', 'br', 'x'])]);
  headers.push(...documentedHeaders(route, around, manner, step?.version));
  if (body) headers.push(['Content-Type', body.type]);
  return {
    route,
    target: `${path}${queryOf(route, around, manner)}`,
    headers: headers.filter(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)),
    body: body?.bytes,
    astray,
  };
}

function addressOf(
  { path, method }: FuzzedRoute,
  { draw, heard, callers }: Around,
  workflow: string | undefined,
): { path: string; astray: boolean } {
  let astray = false;
  const written = path.replaceAll(/([^/]+)\/\{(\w+)\}|\{(\w+)\}/g, (_, before: string | undefined, first, second) => {
    const name = String(first ?? second);
    const lead = before === undefined ? '' : `${before}/`;
    if (name === 'id' && workflow !== undefined && draw.chance(0.95)) return `${lead}${workflow}`;
    const way = draw.below(100);
    if (way < 70) return `${lead}${encodeURIComponent(knownFor(name, before, heard, callers, draw))}`;
    if (way < 92) {
      const text = encodable(hostileText(draw)).slice(0, 3_000);
      astray ||= text === '' || text === '.' || text === '..';
      return `${lead}${encodeURIComponent(text)}`;
    }
    astray = true;
    return `${lead}${draw.pick(['..', '.', '', '%', '%zz', '%00', '..%2f..', '%2e%2e/x', 'a/b', ';x=1', '%c0%af', '//'])}`;
  });
  // What it is called in another case, or with a slash at its end, is the same to the router.
  if (method === 'GET' && draw.chance(0.02)) return { path: `${written}/`, astray: true };
  return { path: written, astray };
}

/** What an id in an address may be. */
function knownFor(name: string, before: string | undefined, heard: Heard, { tokens }: Callers, draw: Draw): string {
  const own: Record<string, readonly string[]> = {
    token: tokens,
    county: ['09', '09', '17'],
    year: ['2026', '2026', '2027', '1999'],
    version: ['1', '1', '2', '0'],
    position: ['0', '1', '5', '100000'],
    level: ['0', '1', '9'],
    path: ['000', '000.p/5', 'x001/000', '-1'],
    on: ['2026-10-15', '2026-11-12', '2026-02-30'],
    kind: ladderNames,
    body: ['hyte-lautakunta', '016-tarkastuslautakunta'],
    name: heard.ids.get('definitions') ?? ['information-request'],
  };
  const ids = own[name] ?? heard.ids.get(name === 'workflow' ? 'workflows' : (before ?? '')) ?? [];
  return ids.length > 0 && draw.chance(0.95) ? draw.pick(ids) : draw.pick(['09.unknown', '17.other', 'x']);
}

function queryOf({ parameters }: FuzzedRoute, { draw, named, heard, callers }: Around, manner: string): string {
  const sources: Sources = { draw, named, known: [...heard.ids.values()].flat() };
  const said: [string, string][] = [];
  for (const { name, in: place, required, schema } of parameters) {
    if (place !== 'query' || !(required || draw.chance(0.3))) continue;
    const known = name === 'token' ? draw.pick(callers.tokens) : String(valueOf(schema, sources));
    const value = manner !== 'valid' && draw.chance(0.3) ? hostileText(draw) : known;
    said.push([name, encodable(value).slice(0, 3_000)]);
    if (manner !== 'valid' && draw.chance(0.1)) said.push([draw.pick([name, `${name}[]`, `${name}[a]`]), 'again']);
  }
  if (draw.chance(manner === 'hostile' ? 0.3 : 0.04)) {
    const declared = parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : []));
    const others = undeclared.filter((name) => !declared.includes(name));
    said.push([draw.pick(others), draw.pick(['1', 'true'])]);
  }
  if (said.length === 0) return '';
  return `?${said.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}

function documentedHeaders(
  { parameters }: FuzzedRoute,
  { draw }: Around,
  manner: string,
  version: number | undefined,
): [string, string][] {
  return parameters.flatMap(({ name, in: place }): [string, string][] => {
    if (place !== 'header') return [];
    if (name === 'If-Match' && version !== undefined && draw.chance(0.9)) return [[name, `"${version}"`]];
    if (!draw.chance(0.4)) return [];
    if (manner !== 'valid' && draw.chance(0.4)) return [[name, hostileText(draw).slice(0, 2_000)]];
    const usual: Record<string, string[]> = {
      'If-Match': ['"1"', '"2"', '"3"', 'W/"3"', '*'],
      'If-None-Match': ['"1"', '*'],
      'Idempotency-Key': ['k1', 'k2', `k${draw.below(100_000)}`],
      'Last-Event-ID': ['0', '5', '99999999'],
      Accept: ['application/json', 'text/html', 'image/svg+xml', 'text/csv'],
    };
    return [[name, draw.pick(usual[name] ?? ['x'])]];
  });
}

function bodyOf(
  { bodies, method }: FuzzedRoute,
  { draw, named, heard }: Around,
  manner: 'valid' | 'near' | 'hostile',
  step: Heard['steps'][number] | undefined,
): { type: string; bytes: Uint8Array } | undefined {
  if (bodies.length === 0)
    return method === 'GET' || draw.chance(0.9) ? undefined : { type: 'text/plain', bytes: rubbish(draw) };
  const [type, schema, example] = draw.pick(bodies);
  const wrongType =
    manner === 'hostile' && draw.chance(0.2)
      ? draw.pick(['text/xml', 'application/json; charset=utf-16', 'x', 'multipart/form-data; boundary=x'])
      : type;
  if (!schema || manner === 'hostile') return { type: wrongType, bytes: rubbish(draw) };
  const sources: Sources = { draw, named, known: [...heard.ids.values()].flat() };
  const fitting =
    step && draw.chance(0.8)
      ? { command: step.command, data: valueOf(step.schema, sources) }
      : example !== undefined && draw.chance(0.3)
        ? example
        : valueOf(schema, sources);
  const value = manner === 'near' ? spoilt(fitting, draw) : fitting;
  if (type === 'application/x-www-form-urlencoded') return { type, bytes: Buffer.from(formOf(value)) };
  return { type, bytes: Buffer.from(JSON.stringify(value)) };
}

function formOf(value: unknown): string {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [['x', value]];
  return fields
    .map(
      ([name, one]) =>
        `${encodeURIComponent(encodable(String(name)))}=${encodeURIComponent(encodable(typeof one === 'string' ? one : JSON.stringify(one)))}`,
    )
    .join('&');
}

/** Bytes that are hardly what was asked for. */
function rubbish(draw: Draw): Uint8Array {
  return draw.pick<() => Uint8Array>([
    () => Buffer.alloc(0),
    () => Buffer.from('{'),
    () => Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    () => Buffer.from(`{"a":"\xe4"}`, 'latin1'),
    () => Buffer.from('['.repeat(5_000)),
    () => Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    () => Buffer.from(`${'['.repeat(200)}${']'.repeat(200)}`),
    () => Buffer.from(`{"items":[${'1,'.repeat(1_500)}1]}`),
    () => Buffer.from('{"command":"x","command":"y","data":{}}'),
    () => Buffer.from('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
    () => Buffer.from('x'.repeat(300_000)),
    () => Buffer.from(JSON.stringify(hostileValue(draw))),
    () => Buffer.from('%PDF-1.7\n%%EOF'),
    () => Buffer.from('command=&x=%ff%fe&__proto__=1&a[b]=c'),
    () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
  ])();
}

/** Without halves of surrogate pairs, which no address can hold. */
function encodable(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
