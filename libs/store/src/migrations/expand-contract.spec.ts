import { migrations } from './migrations';

/**
 * From here on old and new software run side by side during an upgrade: a migration only adds (expand). What nothing reads any more is
 * taken away by a later one, which says since which version that is so (contract).
 */
const first = '0031';

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
  ['empties a table', /\btruncate\s+(?:table\s+)?vuosikello\.(?![^;]*\bfor\s+each\b)/i],
];

/** What in a migration breaks released software, of statements that do not say `-- contract: unread since <version>`. */
function breaks(statements: readonly string[]): string[] {
  return statements
    .filter((statement) => !/--\s*contract: unread since \d+\.\d+\.\d+/.test(statement))
    .map((statement) => (/^\s*create\s+(or\s+replace\s+)?function\b/i.test(statement) ? '' : statement))
    .flatMap((statement) => breaking.filter(([, pattern]) => pattern.test(statement)).map(([what]) => what));
}

describe('migrations', () => {
  const later = migrations.filter(({ name }) => name >= first);

  it.each(later.map(({ name, statements }) => [name, statements] as const))('%s only adds', (_, statements) => {
    expect(statements.length).toBeGreaterThan(0);
    expect(breaks(statements)).toEqual([]);
  });

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
  ])('would be refused: %s', (statement, what) => expect(breaks([statement])).toEqual([what]));

  it.each([
    'alter table vuosikello.event add column place text',
    `alter table vuosikello.event add column place text not null default ''`,
    `alter table vuosikello.event add column place text default '' not null`,
    'create table vuosikello.x (id text not null)',
    'alter table vuosikello.event drop column old -- contract: unread since 0.3.0',
    'drop index vuosikello.event_order',
  ])('may: %s', (statement) => expect(breaks([statement])).toEqual([]));
});
