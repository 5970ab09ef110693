import type { KeyRole } from '../keys/key-store';

/** Somebody at the desk in a browser, with the key they signed in with. */
export type DeskSession = { county: string; key: string; role: KeyRole; permissions: string[] | null };

/** Sessions of the desk in the browser: used up an hour after they were last seen, and after twelve hours. */
export interface DeskSessionStore {
  /** Begins a session of a key in force and gives its secret, which is seen here and never again. Those used up are dropped. */
  begin(county: string, key: string): Promise<string>;
  /** Whose session it is; undefined where there is none, it is used up, or its key is no longer in force. */
  resolve(token: string): Promise<DeskSession | undefined>;
  end(county: string, token: string): Promise<void>;
}
