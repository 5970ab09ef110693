import type { Things } from './two-counties';

/** What every part of an address, a query or a body names of a county: a new route that names something else has no case, and fails. */

/** The other county, and one that does nothing. */
export const [other, nobodysCounty] = ['07', '08'];

/** Whose id it is: of something that the other county has, of the same form but nobody's, or as if it were of one's own county. */
export type Whose = 'foreign' | 'unknown' | 'nobodys';

/** The id with another last character. */
export const changed = (id: string) =>
  id.replace(/[0-9a-z](?=[^0-9a-z]*$)/, (last) => (last === '9' ? '8' : last === 'f' ? 'e' : '9'));

type Say = (whose: Whose, foreign: Things) => string;
const thing =
  (kind: keyof Things): Say =>
  (whose, foreign) => {
    if (whose === 'foreign') return foreign[kind];
    const nobodys = changed(foreign[kind]);
    return whose === 'unknown' ? nobodys : nobodys.replace(/^07/, '09');
  };
const same =
  (value: string): Say =>
  () =>
    value;
const county: Say = (whose) => (whose === 'foreign' ? other : nobodysCounty);

const parts: Record<string, Say> = {
  'workflows/{id}': thing('workflows'),
  'documents/{document}': thing('documents'),
  'proposals/{proposal}': thing('proposals'),
  'webhooks/{id}': thing('webhooks'),
  'notifications/{id}': thing('notifications'),
  'silences/{id}': thing('silences'),
  'tasks/{id}': thing('tasks'),
  'organisations/{id}': thing('organisations'),
  'organisations/{organisation}': thing('organisations'),
  'standing-links/{id}': thing('standing-links'),
  'contacts/{id}': thing('contacts'),
  'bodies/{id}': thing('bodies'),
  'meetings/{body}': thing('bodies'),
  '{body}/{on}': (_, foreign) => foreign.meeting,
  'calendars/{id}': thing('calendars'),
  'keys/{id}': thing('keys'),
  // Counties are no secret; that one of them has something is.
  'year-clocks/{county}': county,
  'log/{county}': county,
  '{county}/{year}': same('2027'),
  'entries/{path}': same('000.p/1'),
  // What every county has in common.
  'commands/{command}': same('withdraw'),
  'definitions/{name}': same('information-request'),
  '{name}/{version}': same('1'),
  'ladders/{kind}': same('answer'),
  // A number in the log of one's own county: there is none of another's.
  'events/{position}': same('999999'),
};

/** Parameters of a query that name something of a county. */
const asked: Record<string, Say> = {
  county,
  workflow: thing('workflows'),
  organisation: thing('organisations'),
  body: thing('bodies'),
  notification: thing('notifications'),
  subject: thing('workflows'),
  actor: (whose, foreign) => `key:${thing('keys')(whose, foreign)}`,
  supersedes: thing('documents'),
  cursor: thing('workflows'),
};
/** Parameters that name nothing of anybody. */
export const ofNobody = new Set([
  ...[
    'year',
    'definition',
    'status',
    'dueBefore',
    'limit',
    'dryRun',
    'start',
    'period',
    'backward',
    'policy',
    'basis',
    'asOf',
    'after',
    'title',
    'publicity',
    'kind',
    'language',
  ],
  ...[
    'caseNumber',
    'name',
    'type',
    'from',
    'to',
    'state',
    'deadline',
    'reason',
    'rung',
    'template',
    'format',
    'before',
    'on',
    'answers',
  ],
  ...['role', 'interface', 'what', 'disposeBefore', 'token'],
]);

export const reason = 'Pyynnöstä.';
/** Bodies with something of the other county in them, made of one thing each. */
const bodies: Record<string, (of: (kind: keyof Things) => string, code: string) => unknown> = {
  'post /v1/workflows': (of) => ({
    definition: 'information-request',
    key: 'tried',
    year: 2026,
    data: { organisation: of('organisations') },
  }),
  'post /v1/workflows/{id}/commands': () => ({ command: 'withdraw', data: { reason } }),
  'post /v1/workflows:batch': (of) => ({
    items: [{ workflow: of('workflows'), command: 'withdraw', data: { reason }, ifMatch: '"3"' }],
  }),
  'post /v1/definitions/{name}/{version}/migrations': () => ({ from: 1, dryRun: true }),
  'patch /v1/webhooks/{id}': () => ({ state: 'off' }),
  'post /v1/webhooks/{id}/redrive': () => ({}),
  'post /v1/notifications/{id}/resend': () => ({ reason }),
  'post /v1/silences': (of) => ({ organisation: of('organisations'), untilOn: '2026-06-12', reason }),
  'post /v1/tasks/{id}/close': () => ({ note: reason }),
  'post /v1/disposals': (of) => ({ workflows: [of('workflows')], reason, dryRun: true }),
  'patch /v1/organisations/{id}': () => ({ closes: '15:00' }),
  'post /v1/contacts': (of) => ({
    name: 'Aino Malli',
    email: 'aino@kunta.test',
    of: of('organisations'),
    language: 'fi',
    roles: ['kirjaamo'],
  }),
  'patch /v1/contacts/{id}': () => ({ email: 'uusi@kunta.test' }),
  'post /v1/contacts/{id}/handover': (of) => ({ to: of('contacts'), on: '2026-09-01' }),
  'post /v1/contacts/{id}/erasure': () => ({ reason, dryRun: true }),
  'post /v1/bodies': (of) => ({
    id: 'uusi-lautakunta',
    of: of('organisations'),
    name: { fi: 'Uusi', sv: 'Nya' },
    materialsDaysBefore: 7,
    extractDaysAfter: 4,
    meetings: [],
  }),
  'patch /v1/bodies/{id}': () => ({ materialsDaysBefore: 10 }),
  'post /v1/meetings': (of) => ({ body: of('bodies'), on: '2026-11-12' }),
  'post /v1/year-clocks/check': (_, code) => ({ county: code, year: 2027, title: 'x', entries: [] }),
  'post /v1/simulations': (_, code) => ({ county: code, year: 2027, title: 'x', entries: [] }),
  'put /v1/year-clocks/{county}/{year}': (_, code) => ({ county: code, year: 2027, title: 'x', entries: [] }),
  'post /v1/year-clocks/{county}/{year}/activate': () => ({}),
  'post /v1/calendars': (of) => ({ scope: 'organisation', subject: of('organisations') }),
  'post /v1/organisations/{organisation}/standing-links': () => ({}),
};
/** Bodies that can name nothing of anybody. */
export const saysNothing = new Set([
  'post /v1/workflows/{id}/documents',
  'post /v1/webhooks',
  'put /v1/reminders/ladders/{kind}',
  'post /v1/reminders/ladders/{kind}/check',
  'put /v1/mail/hold',
  'post /v1/notifications/reports',
  'post /v1/organisations',
  'put /v1/four-eyes',
  'post /v1/keys',
  'post /log/{county}/checkpoint/cosignatures',
]);

const formId = '0192f0c1-2b3c-4d5e-8f60-718293a4b5c6';
/** Forms of the desk as somebody sends them, filled in. */
const forms: Record<string, Record<string, string>> = {
  '/desk/workflows/{id}/commands/{command}': { form: formId, version: '4', do: 'confirm', reason },
  '/desk/workflows/{id}/proposals/{proposal}': { do: 'confirm' },
  '/desk/tasks/{id}/close': { form: formId, note: reason },
  '/desk/notifications/{id}/resend': { form: formId, reason },
};

/** What the names of the document stand for. */
export const caseOf = {
  /** Of a part of an address, with what stands before it; undefined: nobody has said. */
  part: (name: string): Say | undefined => parts[name],
  /** Of a parameter of a query. */
  query: (name: string): Say | undefined => asked[name],
  /** Of a body, by its route. */
  body: (route: string, whose: Whose, foreign: Things): unknown =>
    bodies[route]?.((kind) => thing(kind)(whose, foreign), county(whose, foreign)),
  /** Of a form, by the address that it goes to. */
  form: (path: string): Record<string, string> | undefined => forms[path],
  routesWithBody: Object.keys(bodies),
  /** Every id of theirs. */
  ids: (whose: Whose, foreign: Things): string[] =>
    Object.keys(foreign).map((kind) => thing(kind as keyof Things)(whose, foreign)),
};
