import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '@app/store';
import { readyPlan } from '@app/workflows';
import Ajv from 'ajv/dist/2020';
import { type Permission, permissions, rolesWith } from '../access/permissions';
import { exampleRegister } from '../../../../test/support/example-area';
import { createAdminApi } from '../admin-api';
import { controllers } from '../app.module';
import { deskControllers } from '../desk/desk-controllers';
import { planExample } from '../year-clocks/year-clock.schema';
import { openApiDocument } from './document';
import { plainSchema } from './named-schemas';
import { documentedPath, routesOf } from './routes';

type Operation = {
  operationId: string;
  tags: string[];
  parameters?: { name: string; in: string }[];
  responses: Record<
    string,
    {
      description: string;
      content?: Record<string, { schema: object; examples?: Record<string, { value: { status: number } }> }>;
    }
  >;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
  tags: { name: string }[];
};

const routes = routesOf(controllers);
const document = openApiDocument(controllers) as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('every route', () => {
  it('says exactly once who may use it', () => {
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.filter(({ access }) => access === undefined).map(({ handler }) => handler)).toEqual([]);
    const sources = controllers.map(({ name }) => name);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('asks for a permission that exists, and none is left over', () => {
    const asked = routes.flatMap(({ access }) => (access && access !== 'public' ? [access] : []));
    expect([...new Set(asked)].sort()).toEqual(Object.keys(permissions).sort());
  });

  it('is open to everybody only where a key would be no use', () => {
    const open = routes.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'get /health/live',
      'get /health/ready',
      'get /log/{county}/checkpoint',
      'get /log/{county}/tile/{level}/{path}',
      'get /metrics',
      'get /r/{token}',
      'get /r/{token}/agenda-item',
      'get /r/{token}/receipt',
      'get /r/{token}/requests/{workflow}',
      'get /r/{token}/requests/{workflow}/agenda-item',
      'get /r/{token}/requests/{workflow}/receipt',
      'get /v1/calendar.ics',
      'post /r/{token}',
      'post /r/{token}/requests/{workflow}',
    ]);
  });

  it('that is read says what of it goes into the access log, or gives out nothing of anybody', () => {
    const read = routes.filter(({ method }) => method === 'get');
    const silent = read.filter(({ reading }) => !reading).map(({ path }) => path);
    const ofNobody = [
      // The calendar is nobody's.
      '/v1/deadlines',
      ...['/health/live', '/health/ready', '/v1/counties', '/v1/definitions', '/v1/definitions/{name}/{version}'],
      ...['/v1/definitions/{name}/{version}/diagram', '/v1/mail/hold'],
      // Where events are sent, and that they were: ids only.
      ...['/v1/webhooks', '/v1/webhooks/{id}', '/v1/webhooks/{id}/deliveries'],
      // Organisations, their bodies and meetings: public, and nobody's.
      ...['/v1/bodies', '/v1/bodies/{id}', '/v1/meetings', '/v1/organisations', '/v1/organisations/{id}'],
    ];
    // Under a secret address nobody has a key: they note who opened them where they open it (note-opened.ts, calendar-feed.ts).
    // The hashes and checkpoints of the log are for everybody and say nothing.
    const byLink = read.filter(({ access }) => access === 'public').map(({ path }) => path);
    expect(silent.sort()).toEqual([...ofNobody, ...byLink.filter((path) => !path.startsWith('/health'))].sort());
    for (const { path, reading } of read)
      for (const name of reading?.subject ?? []) expect([path, path.includes(`{${name}}`)]).toEqual([path, true]);
  });

  it('that changes something is closed to auditors and operators', () => {
    // A check takes a body and changes nothing.
    const checks = ['/v1/year-clocks/check', '/v1/simulations'];
    // Stopping mail is what operators are for.
    const operating = ['/v1/mail/hold'];
    const changing = routes.filter(
      ({ method, access, path }) =>
        method !== 'get' && access !== 'public' && ![...checks, ...operating].includes(path),
    );
    expect(changing.length).toBeGreaterThan(1);
    for (const { access } of changing)
      expect(rolesWith(access as Permission)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/auditor|operator/)]),
      );
  });

  it('that changes something is done once under an Idempotency-Key, and keeps no secret that it shows', () => {
    const by = new Map(routes.flatMap(({ handler, repeats }) => (repeats ? [[handler, repeats] as const] : [])));
    const itself = [...by].filter(([, repeats]) => repeats === 'own-id').map(([handler]) => handler);
    // A proposal is confirmed once: its own id, in the address, is the key.
    const keyed = routes.filter(
      ({ repeats, handler }) => repeats === 'own-id' && handler !== 'ProposalsController.confirm',
    );
    for (const { handler, description } of keyed)
      expect([handler, Object.keys(description?.headers ?? {})]).toEqual([
        handler,
        expect.arrayContaining(['Idempotency-Key']),
      ]);
    expect(itself).toEqual(expect.arrayContaining(['CommandsController.give', 'BatchController.give']));
    const secret = /"(secret|token|key|apiKey|url)":\{"(type|anyOf|description)"/;
    // The key of a rung is no secret, nor is the address that events are sent to: whoever reads webhooks sees it.
    const openly = ['LaddersController.check', 'WebhooksController.change'];
    const kept = routes.filter(({ repeats, handler }) => repeats === 'kept-answer' && !openly.includes(handler));
    expect(kept.length).toBeGreaterThan(12);
    for (const { handler, description } of kept)
      for (const { schema } of Object.values(description?.answers ?? {}))
        expect([handler, schema && secret.exec(JSON.stringify(plainSchema(schema)))?.[0]]).toEqual([
          handler,
          schema && undefined,
        ]);
  });

  it('that is served is described', async () => {
    const app = await createAdminApi({ store: { keys: {}, access: {} } as Store, log: () => undefined, https: false });
    await app.init();
    const { router } = app.getHttpAdapter().getInstance() as unknown as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const served = router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${documentedPath(route.path)}`) : [],
    );
    await app.close();
    const ownOfTheDocumentation = /^get \/?(docs|openapi\.json)/;
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    // Pages for people: no part of the API.
    const ofTheDesk = routesOf(deskControllers).map(({ method, path }) => `${method} ${path}`);
    expect(served.filter((route) => !ownOfTheDocumentation.test(route)).sort()).toEqual(
      [...described, ...ofTheDesk].sort(),
    );
  });
});

describe('the OpenAPI document', () => {
  it('is the one that is committed', () => {
    const committed: unknown = JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('has every path of the contract', () => {
    const table = [
      ...['get /v1/counties', 'get /v1/organisations', 'post /v1/organisations', 'get /v1/organisations/{id}'],
      ...['patch /v1/organisations/{id}', 'get /v1/contacts', 'get /v1/bodies', 'get /v1/meetings'],
      ...['post /v1/year-clocks/check', 'put /v1/year-clocks/{county}/{year}', 'get /v1/year-clocks/{county}/{year}'],
      ...['post /v1/year-clocks/{county}/{year}/activate', 'post /v1/simulations', 'get /v1/definitions'],
      ...['get /v1/definitions/{name}/{version}', 'get /v1/definitions/{name}/{version}/diagram'],
      ...['post /v1/workflows', 'get /v1/workflows', 'get /v1/workflows/{id}', 'post /v1/workflows/{id}/commands'],
      ...['get /v1/workflows/{id}/events', 'get /v1/events', 'get /v1/events/stream', 'get /v1/duties'],
      ...['get /v1/notifications', 'get /v1/notifications/{id}', 'post /v1/notifications/{id}/resend'],
      ...['get /v1/deadlines', 'get /v1/calendar.ics', 'get /log/{county}/checkpoint'],
      ...['get /log/{county}/tile/{level}/{path}', 'get /r/{token}', 'get /health/live', 'get /health/ready'],
      'get /metrics',
    ];
    const described = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    expect(table.filter((route) => !described.has(route))).toEqual([]);
    const queries: Record<string, string[]> = {
      '/v1/workflows': ['county', 'year', 'definition', 'status', 'organisation', 'dueBefore'],
      '/v1/events': ['county', 'workflow', 'type', 'from', 'to', 'after'],
      '/v1/duties': ['county', 'year'],
      '/v1/deadlines': ['start', 'period'],
      '/v1/calendar.ics': ['token'],
    };
    for (const [path, names] of Object.entries(queries))
      expect([path, document.paths[path]?.get?.parameters?.map(({ name }) => name)]).toEqual([
        path,
        expect.arrayContaining(names),
      ]);
  });

  it('is version 3.1, and names every operation and tag once', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    for (const { operation } of operations) expect(operation.tags.every((tag) => tags.has(tag))).toBe(true);
  });

  it('shows bodies that its own schemas take, and a plan without fault', () => {
    const shown = routes.flatMap(({ handler, description }) =>
      description?.body?.example === undefined ? [] : [{ handler, ...description.body }],
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const { handler, schema, example } of shown)
      expect([handler, schema.safeParse(example).error?.issues]).toEqual([handler, undefined]);
    const { plan, findings } = readyPlan(planExample, exampleRegister());
    expect([plan?.entries.length, findings.filter(({ severity }) => severity === 'error')]).toEqual([1, []]);
    expect(JSON.stringify(document)).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  it('refers only to shapes that are in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  });

  it('has schemas that are JSON Schema', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
    }
  });

  it('names every parameter of a path', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([path, named]).toEqual([path, inPath]);
    }
  });

  it('shows for every refusal an example of its own status and shape', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isProblem = ajv.compile({ ...document.components.schemas.Problem, components: document.components });
    const step = document.paths['/v1/workflows/{id}/commands']?.post?.responses ?? {};
    expect(Object.keys(step)).toEqual([
      '200',
      '202',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '429',
      '500',
      '503',
    ]);
    for (const { operation } of operations) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const examples = Object.values(content?.['application/problem+json']?.examples ?? {});
        for (const { value } of examples) {
          expect(String(value.status)).toBe(status);
          expect(isProblem(value)).toBe(true);
        }
      }
    }
  });
});
