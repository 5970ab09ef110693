import { array, assert, asyncProperty, jsonValue, string } from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { literalsOf, textArray } from './array-literals';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function read(literal: string | undefined): Promise<unknown> {
  const { rows } = await client.query<{ texts: unknown }>('select $1::text[] as texts', [literal]);
  return rows[0]?.texts;
}

// A text of PostgreSQL holds every character but U+0000.
const text = string({ unit: 'binary' }).filter((value) => !value.includes('\u0000'));

it('gives PostgreSQL every text as it is', async () => {
  const awkward = ['', 'NULL', 'null', '{}', ',', '"', '\\', '\\"', ' x ', 'a\nb\tc', 'ä ö å', '😀', '{"a":"b\\\\c"}'];
  expect(await read(textArray(awkward))).toEqual(awkward);
  await assert(
    asyncProperty(array(text), async (texts) => expect(await read(textArray(texts))).toEqual(texts)),
    { numRuns: 200 },
  );
});

it('gives PostgreSQL every JSON as it is', async () => {
  const column = { of: (value: unknown) => JSON.stringify(value), as: 'json' as const };
  await assert(
    asyncProperty(array(jsonValue()), async (values) => {
      const [literal] = literalsOf(values, [column]);
      expect(await read(literal)).toEqual(values.map((value) => JSON.stringify(value)));
    }),
    { numRuns: 200 },
  );
});

it('tells nothing from the word for it', async () => {
  const columns = [
    { of: (value: string | null) => value, as: 'text' as const },
    { of: (value: string | null) => (value === null ? null : 7), as: 'plain' as const },
  ];
  const [texts, plain] = literalsOf(['NULL', null, 'x'], columns);
  expect(await read(texts)).toEqual(['NULL', null, 'x']);
  expect(await read(plain)).toEqual(['7', null, '7']);
  expect(literalsOf([], columns)).toEqual(['{}', '{}']);
});
