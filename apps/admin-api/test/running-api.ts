import { instant, type Register } from '@app/domain';
import type { VerifierKey } from '@app/ledger';
import { type KeyRole, keyRoles, openStore, setVirtualClock, type Store } from '@app/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database';
import { exampleRegister } from '../../../test/support/example-area';
import { createAdminApi } from '../src/admin-api';
import type { OidcSettings } from '../src/access/oidc/oidc-settings';
import { listen } from '../src/http/listen';
import { ApiWatch } from '../src/watching/api-watch';
import { problemSchema } from '../src/openapi/problem-answers';
import type { Protection } from '../src/protection/protection';
import { workflow } from '../src/workflows/workflow.schema';
import { requestData } from './request-data';

export type LogLine = { level: string; event: string } & Record<string, unknown>;

/** The admin API on a database of its own, listening on a free port of this machine. */
export type RunningApi = {
  url: string;
  app: NestExpressApplication;
  store: Store;
  database: TestDatabase;
  register: Register;
  /** A key for each role in Päijät-Häme. */
  keys: Record<KeyRole, string>;
  logged: LogLine[];
  setClock(at: string): Promise<void>;
  close(): Promise<void>;
};

/** What the secrets of webhooks are derived from. */
export const webhookKey = Buffer.alloc(32, 3);

export async function runApi({
  at = '2026-06-01T09:00:00+03:00',
  witnesses = [],
  oidc,
  protection,
  metricsToken,
}: {
  at?: string;
  witnesses?: VerifierKey[];
  oidc?: OidcSettings;
  protection?: Protection;
  metricsToken?: string;
} = {}): Promise<RunningApi> {
  const database = await createTestDatabase();
  const setClock = (moment: string) => setVirtualClock(database.ownerUrl, instant(moment));
  await setClock(at);
  const watch = new ApiWatch();
  const store = await openStore({
    databaseUrl: database.appUrl,
    applicationName: 'admin-api-test',
    watch: watch.ofStore,
  });
  const register = exampleRegister();
  await store.register.import(register);
  const logged: LogLine[] = [];
  const app = await createAdminApi({
    store,
    log: (level, event, fields) => logged.push({ ...fields, level, event }),
    https: false,
    witnesses,
    oidc,
    protection,
    webhooks: { key: webhookKey, allowPrivate: false },
    watch,
    metricsToken,
  });
  const port = await listen(app, { host: '127.0.0.1', port: 0 });
  // Client and server share this process: where it is busy, one would use a connection just as the other gives it up.
  app.getHttpServer().keepAliveTimeout = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    store,
    database,
    register,
    keys: await keysFor(store, register.county.code),
    logged,
    setClock,
    close: async () => {
      await app.close();
      await store.close();
      await database.drop();
    },
  };
}

export async function keysFor(store: Store, county: string): Promise<Record<KeyRole, string>> {
  const made = await Promise.all(keyRoles.map(async (role) => [role, (await store.keys.create({ county, role })).key]));
  return Object.fromEntries(made) as Record<KeyRole, string>;
}

export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** One request of a program with a key. */
export async function request(
  api: Pick<RunningApi, 'url'>,
  key: string | undefined,
  path: string,
  {
    method = 'GET',
    json,
    headers = {},
    body,
  }: {
    method?: string;
    json?: unknown;
    headers?: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer> | URLSearchParams | FormData;
  } = {},
): Promise<Answer> {
  const response = await fetch(`${api.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined ? { body } : {}),
  });
  const text = await response.text();
  const isJson = /application\/(\w+\+)?json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? (JSON.parse(text) as unknown) : undefined,
    text,
  };
}

/** The answer as a refusal, in the published shape. */
export function problemIn({ headers, body }: Answer) {
  expect(headers.get('content-type')).toContain('application/problem+json');
  return problemSchema.parse(body);
}

/** The answer as a refusal without the id of its request, which no other one has. */
export function refusalIn(answer: Answer) {
  return { ...problemIn(answer), requestId: undefined };
}

/** The answer as a workflow, in the published shape. */
export function workflowIn({ body }: Answer) {
  return workflow.parse(body);
}

/** Starts a workflow through the API and returns its id. */
export async function startRequest(api: RunningApi, key: string, data: unknown = requestData()): Promise<string> {
  const answer = await request(api, api.keys.coordinator, '/v1/workflows', {
    method: 'POST',
    json: { definition: 'information-request', key, data, year: 2026 },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return workflow.parse(answer.body).id;
}

/** Gives a command and reads the answer. */
export function give(
  api: RunningApi,
  key: string | undefined,
  workflow: string,
  command: unknown,
  {
    version,
    idempotency,
    headers = {},
  }: { version?: number | string; idempotency?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return request(api, key, `/v1/workflows/${workflow}/commands`, {
    method: 'POST',
    json: command,
    headers: {
      ...headers,
      ...(version !== undefined && { 'If-Match': typeof version === 'number' ? `"${version}"` : version }),
      ...(idempotency !== undefined && { 'Idempotency-Key': idempotency }),
    },
  });
}
