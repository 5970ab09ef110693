import { createHash } from 'node:crypto';
import type { KeyRole, KeyStore } from '@app/store';
import type { Identity } from './acting-as';

/** An API key in force. */
export type KnownKey = Identity & { kind: 'key'; id: string };

/** How long a found key is believed without asking the store: a revoked one stops everywhere within this time. */
export const believedMs = 3_000;
/** How often it is noted that a key is in use. */
const notedMs = 60_000;
const remembered = 1_000;

type Known = { key: KnownKey; untilMs: number };

/** Finds out whose key it is, remembering for a moment so that a burst of requests asks the database once. */
export class KnownKeys {
  private readonly known = new Map<string, Known>();
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly keys: Pick<KeyStore, 'authenticate' | 'noteUse'>,
    private readonly elapsedMs: () => number,
  ) {}

  async keyOf(text: string): Promise<KnownKey | undefined> {
    // The memory holds hashes, as the store does.
    const hash = createHash('sha256').update(text).digest('base64');
    const found = this.known.get(hash);
    if (found && found.untilMs > this.elapsedMs()) return found.key;
    const stored = await this.keys.authenticate(text);
    if (!stored) {
      this.known.delete(hash);
      return undefined;
    }
    const key = knownKey(stored);
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(hash, { key, untilMs: this.elapsedMs() + believedMs });
    this.noteUse(stored);
    return key;
  }

  /** No request waits for it, and none fails when it is not noted: the next one that asks the store notes it. */
  private noteUse({ id, county }: { id: string; county: string }): void {
    if (this.elapsedMs() - (this.noted.get(id) ?? -Infinity) < notedMs) return;
    if (this.noted.size >= remembered) this.noted.clear();
    this.noted.set(id, this.elapsedMs());
    this.keys.noteUse(county, id).catch(() => this.noted.delete(id));
  }
}

function knownKey({
  id,
  county,
  role,
  permissions,
}: {
  id: string;
  county: string;
  role: KeyRole;
  permissions: string[] | null;
}): KnownKey {
  return {
    kind: 'key',
    id,
    grants: new Map([[county, new Set([role])]]),
    permissions: permissions ? new Set(permissions) : undefined,
  };
}
