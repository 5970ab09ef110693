import { dirname } from 'node:path';

/** The statements that the store sends, by their names where they have one. */
export function statementsOfTheStore() {
  const driver = require.resolve('pg', { paths: [dirname(require.resolve('@mikro-orm/postgresql'))] });
  // The driver that the store has, not the one of the tests.
  const { prototype } = jest.requireActual<{ Client: { prototype: Queried } }>(driver).Client;
  const query = prototype.query;
  const statements: string[] = [];
  const spy = jest.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...sent: unknown[]) {
    const [first] = sent as [string | { text?: string; name?: string }];
    statements.push(typeof first === 'string' ? first : (first.name ?? first.text ?? ''));
    return query.apply(this, sent);
  });
  return { statements, stop: () => spy.mockRestore() };
}

type Queried = { query: (...sent: unknown[]) => unknown };
