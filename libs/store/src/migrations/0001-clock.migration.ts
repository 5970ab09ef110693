import { sqlMigration } from './sql-migration';

/**
 * Business time. The table `clock` has no county policy: the database has one clock, and it holds nothing of anybody's.
 * Only the owner may write it; in production it stays empty and the server's clock counts.
 */
export const clockMigration = sqlMigration('0001-clock', [
  `create table vuosikello.clock (
     one boolean primary key default true check (one),
     business_now timestamptz not null
   )`,
  // In plpgsql, whose plans last as long as the connection: a function in SQL would be planned anew in each transaction.
  `create function vuosikello.business_now() returns timestamptz language plpgsql stable as $$
   begin
     return date_trunc('milliseconds', coalesce((select c.business_now from vuosikello.clock c), clock_timestamp()));
   end $$`,
  // The form in which moments travel: UTC, always milliseconds.
  `create function vuosikello.instant(moment timestamptz) returns text language sql stable as $$
     select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
   $$`,
  `revoke execute on all functions in schema vuosikello from public`,
  `grant usage on schema vuosikello to vuosikello_app, vuosikello_claims`,
  `grant select on vuosikello.clock, vuosikello.migration to vuosikello_app, vuosikello_claims`,
  `grant execute on function vuosikello.business_now(), vuosikello.instant(timestamptz) to vuosikello_app, vuosikello_claims`,
]);
