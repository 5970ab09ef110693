import type { Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Query, Statement } from '../connection/database';
import type { KnownActor } from './event-store';

const readKeys: Statement = {
  text: `select 'key:' || id as id, role, label from vuosikello.api_key where county = $1 and id = any ($2) order by id`,
};
const readLinks: Statement = {
  text: `select 'link:' || l.id as id, n.organisation, n.audience, vuosikello.instant(l.issued_at) as "sentAt"
         from vuosikello.response_link l
         join vuosikello.notification n on n.county = l.county and n.id = l.notification
         where l.county = $1 and l.id = any ($2::bigint[])
         union all
         select 'link:' || s.id, s.organisation, null, null from vuosikello.standing_link s
         where s.county = $1 and s.id = any ($3)
         order by id`,
};

type KeyRow = { id: string; role: Actor['role']; label: string | null };
type LinkRow = { id: string; organisation: string; audience: string | null; sentAt: Instant | null };

/** Whose keys and links the ids of actors are. */
export async function readActors(query: Query, county: string, ids: readonly string[]): Promise<KnownActor[]> {
  const keys = await query<KeyRow>(readKeys, [county, after('key:', ids)]);
  const links = after('link:', ids);
  const isNumber = (id: string) => /^\d{1,18}$/.test(id);
  const values = [county, links.filter(isNumber), links.filter((id) => !isNumber(id))];
  return [
    ...keys.map((row) => ({ ...row, kind: 'key' as const })),
    ...(await query<LinkRow>(readLinks, values)).map((row) => ({ ...row, kind: 'link' as const })),
  ];
}

function after(prefix: string, ids: readonly string[]): string[] {
  return ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
}
