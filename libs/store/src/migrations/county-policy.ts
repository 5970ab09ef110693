/**
 * Row-level security by county, forced on the owner too. Without the setting `app.county` the comparison is with null:
 * no row is seen and none can be written.
 */
export function countyPolicy(table: string): string[] {
  const own = `county = nullif(current_setting('app.county', true), '')`;
  return [
    `alter table vuosikello.${table} enable row level security`,
    `alter table vuosikello.${table} force row level security`,
    `create policy own_county on vuosikello.${table} using (${own}) with check (${own})`,
  ];
}
