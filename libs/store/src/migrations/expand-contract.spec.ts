import { definerFunctions } from './function-rights';
import { migrations } from './migrations';

/**
 * From here on old and new software run side by side during an upgrade: a migration only adds (expand). What nothing reads any more is
 * taken away by a later one, which says since which version that is so (contract).
 */
const first = '0031';

/** Made before any release: nothing that runs knows what they take away, and their tables are empty. None is added. */
const beforeAnyRelease: readonly string[] = ['0032-guard', '0039-sent-together'];

const breaking: readonly (readonly [string, RegExp])[] = [
  ['drops a table', /\bdrop\s+table\b/i],
  ['drops a column', /\bdrop\s+column\b/i],
  ['renames', /\brename\s+(?:column\s+|constraint\s+)?\S*\s*to\b/i],
  ['changes a type', /\balter\s+(?:column\s+)?\S+\s+(?:set\s+data\s+)?type\b/i],
  ['demands a value', /\bset\s+not\s+null\b/i],
  [
    'adds a column that old software cannot fill',
    /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\S+\s+(?:(?!,\s*(?:add|drop|alter)\b)(?!\bdefault\b)(?!\bgenerated\b)[^;])*?\bnot\s+null\b(?!(?:(?!,\s*add\b)[^;])*\b(?:default|generated)\b)/i,
  ],
  // A function whose result changes is dropped too: "create or replace" refuses that.
  ['drops a function', /\bdrop\s+(?:function|procedure|routine|aggregate)\b/i],
  // What "executable" and "definerFunctions" take from a new function and for the time of a migration is nobody's.
  [
    'takes a right away',
    /\brevoke\b(?!\s+execute\s+on\s+function\s+%s\s+from\s+public\b)(?!\s+create\s+on\s+schema\s+vuosikello\s+from\b)/i,
  ],
  [
    'reads an old table through under a lock',
    /\badd\s+(?:constraint|check|foreign|unique|primary|exclude)\b(?!(?:(?!,\s*(?:add|drop|alter)\b)[^;])*\bnot\s+valid\b)/i,
  ],
  ['empties a table', /\btruncate\s+(?:table\s+)?vuosikello\.(?![^;]*\bfor\s+each\b)/i],
];

const madeTable = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([\w.]+)/gi;
const madeIndex =
  /\bcreate\s+(unique\s+)?index\s+(concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:(?!on\b)\w+\s+)?on\s+(?:only\s+)?([\w.]+)/gi;

/** Indexes on tables that are there already; the statement may say why the table is small: `-- few rows: <why>`. */
function breaksByIndex(statement: string, newTables: ReadonlySet<string>): string[] {
  return [...statement.matchAll(madeIndex)]
    .filter(([, , , table = '']) => !newTables.has(table))
    .flatMap(([, unique, concurrently]) => [
      ...(unique === undefined ? [] : ['forbids values that old software writes']),
      ...(concurrently !== undefined || /--\s*few rows: \w+/.test(statement) ? [] : ['builds an index under a lock']),
    ]);
}

/** What in a migration breaks released software, of statements that do not say `-- contract: unread since <version>`. */
function breaks(statements: readonly string[]): string[] {
  const newTables = new Set(
    statements.flatMap((statement) => [...statement.matchAll(madeTable)].map(([, name = '']) => name)),
  );
  return statements
    .filter((statement) => !/--\s*contract: unread since \d+\.\d+\.\d+/.test(statement))
    .map((statement) => (/^\s*create\s+(or\s+replace\s+)?function\b/i.test(statement) ? '' : statement))
    .flatMap((statement) => [
      ...breaking.filter(([, pattern]) => pattern.test(statement)).map(([what]) => what),
      ...breaksByIndex(statement, newTables),
    ]);
}

describe('migrations', () => {
  const later = migrations.filter(({ name }) => name >= first);

  it.each(later.map(({ name, statements }) => [name, statements] as const))('%s only adds', (name, statements) => {
    expect(statements.length).toBeGreaterThan(0);
    // A name stands in the list only as long as there is something to excuse.
    expect(breaks(statements).length > 0).toBe(beforeAnyRelease.includes(name));
  });

  it('are excused only where they are older than any release', () =>
    expect(beforeAnyRelease.filter((name) => name >= '0041')).toEqual([]));

  it('are many enough for this to mean something', () => expect(later.length).toBeGreaterThan(0));

  it.each([
    ['drop table vuosikello.event', 'drops a table'],
    ['alter table vuosikello.event add column a text, drop column body', 'drops a column'],
    ['alter table vuosikello.event rename column body to content', 'renames'],
    ['alter table vuosikello.event rename to happening', 'renames'],
    ['alter table vuosikello.event alter column seq type bigint', 'changes a type'],
    ['alter table vuosikello.event alter seq set data type bigint', 'changes a type'],
    ['alter table vuosikello.event alter column note set not null', 'demands a value'],
    ['alter table vuosikello.event add column place text not null', 'adds a column that old software cannot fill'],
    ['drop function if exists vuosikello.key_of(bytea)', 'drops a function'],
    ['revoke select on vuosikello.event from vuosikello_app', 'takes a right away'],
    ['alter table vuosikello.event add constraint few check (seq < 9)', 'reads an old table through under a lock'],
    ['alter table vuosikello.event add unique (stream)', 'reads an old table through under a lock'],
    [
      'alter table vuosikello.event add constraint a check (seq < 9), add constraint b check (seq > 0) not valid',
      'reads an old table through under a lock',
    ],
    ['create index event_more on vuosikello.event (at)', 'builds an index under a lock'],
    ['create index on vuosikello.event (at)', 'builds an index under a lock'],
    ['create unique index concurrently one on vuosikello.event (at)', 'forbids values that old software writes'],
  ])('would be refused: %s', (statement, what) => expect(breaks([statement])).toEqual([what]));

  it.each([
    'alter table vuosikello.event add column place text',
    `alter table vuosikello.event add column place text not null default ''`,
    `alter table vuosikello.event add column place text default '' not null`,
    'create table vuosikello.x (id text not null)',
    'alter table vuosikello.event drop column old -- contract: unread since 0.3.0',
    'drop index vuosikello.event_order',
    'create or replace function vuosikello.x() returns void language sql as $$ delete from vuosikello.clock $$',
    'alter table vuosikello.event add constraint few check (seq < 9) not valid',
    'create index concurrently event_more on vuosikello.event (at)',
    'create index clock_at on vuosikello.clock (at) -- few rows: there is one clock',
    'create table vuosikello.x (id text); create unique index x_once on vuosikello.x (id)',
    'drop function vuosikello.old_one -- contract: unread since 0.3.0',
    ...definerFunctions(['x'], 'vuosikello_engine'),
  ])('may: %s', (statement) => expect(breaks([statement])).toEqual([]));
});
