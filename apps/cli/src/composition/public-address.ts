import type { Settings } from '../config/settings';
import { pathsOf } from './home';
import { readRunFile } from './run-file';

/** Where people reach the API: as set, else where the `start` of this home listens, else where it would listen. */
export function publicAddress({ publicUrl, home, port }: Settings): string {
  const address = publicUrl ?? readRunFile(pathsOf(home))?.apiUrl ?? `http://127.0.0.1:${port}`;
  return address.replace(/\/+$/, '');
}
