import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOM = join(__dirname, '..', '..', 'libs', 'store', 'src');

it('no two prepared statements share a name: a connection would take the second for the first', () => {
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(ROOM, file), 'utf8'));
  const names = sources.flatMap((text) =>
    [...text.matchAll(/\bname: *(['"`])([^'"`]+)\1,\s*text\b/g)].map(([, , name]) => name as string),
  );
  // Whoever writes statements otherwise has to teach this test to see them.
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
