/** Lets only one role call the functions (public may call any new function otherwise). */
export function executable(names: string[], role: string): string {
  return forEachFunction(names, [
    `revoke execute on function %s from public`,
    `grant execute on function %s to ${role}`,
  ]);
}

/** Gives the functions to their owner, with whose rights they then run, and lets only one role call them. */
export function definerFunctions(
  names: string[],
  role: string,
  owner: 'vuosikello_claims' | 'vuosikello_disposal' = 'vuosikello_claims',
): string[] {
  return [
    executable(names, role),
    `grant create on schema vuosikello to ${owner}`,
    forEachFunction(names, [`alter function %s owner to ${owner}`]),
    `revoke create on schema vuosikello from ${owner}`,
  ];
}

function forEachFunction(names: string[], actions: string[]): string {
  const list = names.map((name) => `'${name}'`).join(', ');
  const executes = actions.map((action) => `execute format('${action}', f);`).join('\n        ');
  return `do $$
    declare f regprocedure;
    begin
      for f in select p.oid from pg_proc p where p.pronamespace = 'vuosikello'::regnamespace and p.proname in (${list}) loop
        ${executes}
      end loop;
    end $$`;
}
