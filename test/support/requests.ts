import type { Store } from '@app/store';
import type { Actor, Instance, Json } from '@app/workflows';
import { findDefinition } from '@app/workflows';
import { Client } from 'pg';

/** Valid data and short calls for tests of the store: one information request of Päijät-Häme (09) to Asikkala (016). */

export const coordinator: Actor = { id: 'key:09-00000001', role: 'coordinator' };

const text = (word: string) => ({ fi: word, sv: word, en: word });

export function requestData(overrides: Record<string, Json> = {}): Json {
  return {
    organisation: '016',
    organisationKind: 'municipality',
    subject: 'advance-assignment',
    about: '2027',
    title: text('Ennakkotehtävä'),
    questions: [{ id: 'efforts', text: text('efforts') }],
    dueOn: '2026-08-17',
    closes: '16:15',
    basis: 'requested',
    lastOn: '2026-08-21',
    citation: 'countyNegotiates',
    voluntary: true,
    next: { title: text('Neuvottelu'), on: '2026-08-27', at: '08:30', basis: 'agreed' },
    answeringBody: null,
    ...overrides,
  };
}

export function handlingData(overrides: Record<string, Json> = {}): Json {
  return {
    organisation: '09',
    preparedBy: 'presenter',
    subject: 'negotiation-result',
    about: '2026',
    title: text('Vuosineuvottelun tulos'),
    bodies: [
      {
        id: 'hyte-lautakunta',
        name: { fi: 'Hyte-lautakunta', sv: 'Nämnden' },
        meetings: ['2026-10-15', '2026-11-19'],
        materialsDaysBefore: 7,
        extractDaysAfter: 7,
        presenter: 'esittelija',
        plannedOn: null,
      },
    ],
    due: null,
    proposal: null,
    document: null,
    closes: '16:15',
    ...overrides,
  };
}

let commands = 0;

/** A command with an id of its own. */
export function step(
  workflow: string,
  name: string,
  data: Json,
  more: { commandId?: string; ifVersion?: number; county?: string; requestHash?: string } = {},
) {
  commands += 1;
  return {
    county: '09',
    workflow,
    name,
    data,
    actor: coordinator,
    commandId: `test-${commands}`,
    requestHash: JSON.stringify([workflow, name, data]),
    ...more,
  };
}

/** A request to start a workflow, with an id of its own, in a role that may. */
export function begin(
  id: string,
  definition: string,
  data: Json,
  more: { commandId?: string; county?: string; year?: number; entry?: string } = {},
) {
  commands += 1;
  return {
    county: '09',
    id,
    definition,
    data,
    actor: { id: coordinator.id, role: findDefinition(definition)?.start.roles[0] ?? coordinator.role },
    commandId: `test-${commands}`,
    requestHash: JSON.stringify([id, definition, data]),
    ...more,
  };
}

/** Starts an information request and expects it to be accepted. */
export async function startRequest(
  store: Store,
  id: string,
  overrides: Record<string, Json> = {},
  county = '09',
): Promise<Instance> {
  const answer = await store.workflows.start(begin(id, 'information-request', requestData(overrides), { county }));
  if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.instance;
}

/** One statement on a connection of its own. */
export async function sql<Row extends object>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
