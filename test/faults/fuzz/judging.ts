import type { FuzzRequest } from './requests';
import type { FuzzAnswer } from './sending';

/** What the server's insides look like: a line of a stack, a driver's or a library's words. */
const insides =
  /\bat [^\n]*[(/][^\n]*\.[jt]s:\d+|node_modules|ZodError|MikroORM|PostgresError|violates (check|foreign|unique)/;
/** What is wrong with an answer; undefined where nothing is. */
export function faultIn(
  { route, target, astray }: FuzzRequest,
  { status, type, text }: FuzzAnswer,
): string | undefined {
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`;
  if (insides.test(text) && !type.includes('html')) return `tells of its insides: ${insides.exec(text)?.[0]}`;
  const ignored = status < 400 && !astray ? ignoredIn(route, target) : undefined;
  if (ignored !== undefined) return `answered ${status} and let the parameter «${ignored}» be`;
  if (status < 400)
    return route.statuses.has(status) || astray ? undefined : `answered ${status}, which the document does not list`;
  if (route.path.startsWith('/r/') && type.startsWith('text/html')) return undefined;
  if (!type.startsWith('application/problem+json'))
    return `refused with ${status} as ${type || 'nothing'}: ${text.slice(0, 100)}`;
  const code = codeIn(text, status);
  if (code === undefined) return `refused with no problem details: ${text.slice(0, 200)}`;
  // Whose route it came to nobody knows.
  if (astray) return undefined;
  const listed = route.refusals.get(status) ?? new Set();
  // A workflow's own refusals go out under their own codes.
  if (listed.has(code) || (code.includes('/') && listed.has('step-refused'))) return undefined;
  return `refused as ${status} ${code}, which the document does not list: ${text.slice(0, 200)}`;
}

/** A parameter that the document does not have, sent to a route that refuses such. */
function ignoredIn({ parameters, refusals }: FuzzRequest['route'], target: string): string | undefined {
  if (!refusals.get(400)?.has('unknown-field')) return undefined;
  const declared = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  return [...new URLSearchParams(target.split('?')[1] ?? '').keys()].find((name) => !declared.has(name));
}

function codeIn(text: string, status: number): string | undefined {
  try {
    const said = JSON.parse(text) as Record<string, unknown>;
    const whole = ['type', 'title', 'detail', 'instance', 'code'].every((name) => typeof said[name] === 'string');
    return whole && said.status === status ? String(said.code) : undefined;
  } catch {
    return undefined;
  }
}

/** The request in one line, as one would repeat it. */
export function described({ route, target, headers, body }: FuzzRequest): string {
  const shown = headers
    .filter(([name]) => name !== 'Authorization')
    .map(([name, value]) => `${name}: ${value.slice(0, 80)}`);
  const text = body ? ` ${JSON.stringify(Buffer.from(body).toString('utf8').slice(0, 600))}` : '';
  return `${route.method} ${target.slice(0, 400)} [${shown.join('; ')}]${text}`;
}

/** Each way of making a request smaller by one part. */
export function* smaller(asked: FuzzRequest): Generator<FuzzRequest> {
  for (const [at, [name]] of asked.headers.entries())
    if (name !== 'Authorization') yield { ...asked, headers: asked.headers.filter((_, index) => index !== at) };
  const [path = '', query] = asked.target.split('?');
  const parts = query?.split('&') ?? [];
  for (const at of parts.keys()) {
    const left = parts.filter((_, index) => index !== at);
    yield { ...asked, target: left.length > 0 ? `${path}?${left.join('&')}` : path };
  }
  if (asked.body) yield { ...asked, body: undefined };
  for (const body of smallerBodies(asked.body)) yield { ...asked, body };
}

function* smallerBodies(body: Uint8Array | undefined): Generator<Uint8Array> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body ?? []).toString('utf8'));
  } catch {
    return;
  }
  for (const less of smallerValues(value)) yield Buffer.from(JSON.stringify(less));
}

function* smallerValues(value: unknown): Generator {
  if (typeof value === 'string' && value.length > 1) yield value.slice(0, Math.ceil(value.length / 2));
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value as Record<string, unknown>);
  for (const [name, inner] of entries) {
    const rest = entries.filter(([one]) => one !== name);
    yield Array.isArray(value) ? rest.map(([, one]) => one) : Object.fromEntries(rest);
    for (const less of smallerValues(inner)) {
      const changed = entries.map(([one, old]) => [one, one === name ? less : old] as const);
      yield Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
    }
  }
}
