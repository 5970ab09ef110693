import { userInfo } from 'node:os';
import type { Access, Store } from '@app/store';

/** What a command gives out, and under which name the access log has it. */
type Reading = Pick<Access, 'county' | 'what' | 'how'> & { subject?: string | undefined };

/** Notes in the access log that whoever is at the keyboard reads something; before it is given out. @throws DatabaseAwayError */
export async function noteReading(store: Pick<Store, 'access'>, { subject, ...reading }: Reading): Promise<void> {
  await store.access.note({ ...reading, actor: `cli:${userName()}`, role: 'operator', subject: subject ?? null });
}

/** Of the machine's account; one that has no name there is known by its number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
