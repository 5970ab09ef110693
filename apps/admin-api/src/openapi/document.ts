import type { Type } from '@nestjs/common';
import type { AnswerDescription, HeaderDescription } from './describe.decorator';
import { type JsonSchema, namedSchemas, plainSchema, schemaFor } from './named-schemas';
import { keepsAnswers } from '../repeats/repeats.decorator';
import { problemAnswers } from './problem-answers';
import { type Route, routesOf } from './routes';

const about = `REST API of Vuosikello, the workflow engine of the statutory year clock.

Every route under \`/v1\` takes an API key (\`Authorization: Bearer vk_…\`), which is bound to one county and one role, or a token of the issuer
that the server trusts; who has roles in several counties names one in the header \`Vuosikello-County\`. Lists answer
\`{ items, next }\`; \`next\` is the \`cursor\` of the following page (of events: \`after\`), or null. Steps of a workflow take \`If-Match\` with the ETag that was
read, and an \`Idempotency-Key\` makes a repeated request safe. Every answer names its request in \`X-Request-Id\`: your own, where you send one of 8 to
64 letters, digits, dots, dashes and underscores. Texts follow \`Accept-Language\` (fi, sv, en; English without it). Whoever asks too often is answered
429 with \`Retry-After\`.
Instants are RFC 3339 in UTC; days are ISO dates of the Finnish calendar.`;

const tags = [
  { name: 'workflows', description: 'Workflows, their steps and their events.' },
  { name: 'events', description: 'The log of the county: what has happened, in its order and in plain words.' },
  { name: 'webhooks', description: 'Where events are sent as they happen.' },
  { name: 'definitions', description: 'Which workflows there are and how they go.' },
  { name: 'diagrams', description: 'Pictures of workflows: SVG, Mermaid and BPMN.' },
  { name: 'notifications', description: 'Mails that are owed, and what became of them.' },
  { name: 'reminders', description: 'By which steps a county reminds of its deadlines.' },
  { name: 'tasks', description: 'What people have to look at.' },
  { name: 'calendars', description: 'Calendars of meetings and due dates, each under a secret address.' },
  { name: 'year-clocks', description: 'The plans of the years, and putting them into force.' },
  { name: 'duties', description: 'Which statutory duties are fulfilled, and by what evidence.' },
  { name: 'deadlines', description: 'Time limits under Act 150/1930, counted and explained.' },
  { name: 'records', description: 'Official documents, how long they are kept, and their disposal.' },
  { name: 'log', description: 'The log of the county, signed, with its proofs.' },
  { name: 'counties', description: 'The wellbeing services counties.' },
  { name: 'register', description: 'The organisations, bodies, meetings and contacts of the county.' },
  { name: 'answers', description: 'The page on which an organisation answers without an account.' },
  { name: 'keys', description: 'API keys: who or what may do what.' },
  { name: 'four-eyes', description: 'Commands that a second person confirms.' },
  { name: 'access-log', description: 'Who read or exported what.' },
  { name: 'health', description: 'Whether this process lives and can serve.' },
];

const keptAnswerKey: HeaderDescription = {
  description:
    'Makes a repeated request safe: for 30 days it is done once, and the first answer is given again (`Idempotency-Replayed: true`). What was refused leaves the key free. 1 to 200 printable ASCII characters.',
};

/** The OpenAPI 3.1 document of all routes. */
export function openApiDocument(controllers: readonly Type[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routesOf(controllers)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vuosikello',
      version: '1',
      description: about,
    },
    servers: [{ url: '/' }],
    tags,
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, `vk_…`, or a token of the issuer that the server trusts.',
        },
      },
    },
  };
}

function operation(route: Route): JsonSchema {
  const { description, access, handler } = route;
  if (!description) throw new Error(`${handler} is not described`);
  const parameters = [...pathParameters(route), ...queryParameters(route), ...headerParameters(headersOf(route))];
  return {
    operationId: handler.replace('Controller.', '_'),
    tags: [description.tag],
    summary: description.summary,
    ...(description.description && { description: description.description }),
    security: access === 'public' ? [] : [{ apiKey: access ? [access] : [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(description.body && { requestBody: requestBody(description.body) }),
    ...(description.file && { requestBody: { required: true, content: bytesAs(description.file) } }),
    responses: { ...answersOf(description.answers), ...problemAnswers(route) },
  };
}

function pathParameters({ path }: Route): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ description }: Route): JsonSchema[] {
  if (!description?.query) return [];
  const { properties = {} } = plainSchema(description.query, 'output') as { properties?: Record<string, JsonSchema> };
  // What has a default need not be given.
  const { required = [] } = plainSchema(description.query) as { required?: string[] };
  return Object.entries(properties).map(([name, { description: meaning, ...schema }]) => ({
    name,
    in: 'query',
    ...(meaning !== undefined && { description: meaning }),
    required: required.includes(name),
    schema,
  }));
}

/** What is true of every route that changes something is not said by each. */
function headersOf({ repeats, description }: Route): Readonly<Record<string, HeaderDescription>> {
  const said = description?.headers ?? {};
  const isKept = keepsAnswers(repeats);
  return isKept ? { 'Idempotency-Key': keptAnswerKey, ...said } : said;
}

function headerParameters(headers: Readonly<Record<string, HeaderDescription>>): JsonSchema[] {
  return Object.entries(headers).map(([name, { description, required = false, example }]) => ({
    name,
    in: 'header',
    description,
    required,
    schema: { type: 'string', ...(example !== undefined && { examples: [example] }) },
  }));
}

function requestBody({
  schema,
  mediaType = 'application/json',
  example,
}: NonNullable<Route['description']>['body'] & object): JsonSchema {
  const content = { schema: schemaFor(schema), ...(example !== undefined && { example }) };
  return { required: true, content: { [mediaType]: content } };
}

/** A file is bytes: no schema says more. */
function bytesAs(mediaTypes: readonly string[]): JsonSchema {
  return Object.fromEntries(mediaTypes.map((type) => [type, {}]));
}

function answersOf(answers: Readonly<Record<number, AnswerDescription>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]));
}

function answerOf({
  description,
  schema,
  file,
  mediaType = 'application/json',
  alsoAs = [],
  headers = {},
}: AnswerDescription): JsonSchema {
  const said = Object.entries(headers).map(([name, header]) => [
    name,
    {
      description: header.description,
      schema: { type: 'string', ...(header.example !== undefined && { examples: [header.example] }) },
    },
  ]);
  const texts = Object.fromEntries(alsoAs.map((type) => [type, { schema: { type: 'string' } }]));
  return {
    description,
    ...(said.length > 0 && { headers: Object.fromEntries(said) as object }),
    ...(file && { content: bytesAs(file) }),
    ...(schema && { content: { [mediaType]: { schema: schemaFor(schema) }, ...texts } }),
  };
}
