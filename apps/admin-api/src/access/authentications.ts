import { createHash } from 'node:crypto';
import type { KeyStore } from '@app/store';
import type { Caller } from './caller';

/** How long a found key is believed without asking the store: a revoked one stops everywhere within this time. */
export const believedMs = 3_000;
const remembered = 1_000;

/** Finds out whose key it is, remembering for a moment so that a burst of requests asks the database once. */
export class Authentications {
  private readonly known = new Map<string, { caller: Caller; untilMs: number }>();

  constructor(
    private readonly keys: Pick<KeyStore, 'authenticate'>,
    private readonly elapsedMs: () => number,
  ) {}

  async callerWith(key: string): Promise<Caller | undefined> {
    // The memory holds hashes, as the store does.
    const hash = createHash('sha256').update(key).digest('base64');
    const found = this.known.get(hash);
    if (found && found.untilMs > this.elapsedMs()) return found.caller;
    const caller = await this.keys.authenticate(key);
    if (!caller) {
      this.known.delete(hash);
      return undefined;
    }
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(hash, { caller, untilMs: this.elapsedMs() + believedMs });
    return caller;
  }
}
