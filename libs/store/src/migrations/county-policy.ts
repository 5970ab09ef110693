/** Whether a row is of the county that the transaction has entered. Without the setting it is not, whatever the row. */
export function isOwn(column: string): string {
  // "is true" keeps the planner from looking for rows through an index that begins with the county: for a table that is
  // still small that seems as good as any, and a prepared plan is kept when the table has grown. A query that should go
  // by the county says so itself.
  return `(${column} = nullif(current_setting('app.county', true), '')) is true`;
}

/** Row-level security by county, forced on the owner too: no row of another county is seen, and none can be written. */
export function countyPolicy(table: string): string[] {
  return [
    `alter table vuosikello.${table} enable row level security`,
    `alter table vuosikello.${table} force row level security`,
    `create policy own_county on vuosikello.${table} using (${isOwn('county')}) with check (${isOwn('county')})`,
  ];
}
