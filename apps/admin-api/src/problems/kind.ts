import type { Text } from '@app/domain';

/** What can go wrong: the HTTP status, what it is called, and what to do about it where nothing closer is known. */
export type Kind = { status: number; title: Text; detail: Text };

export function kind(status: number, title: Text, detail: Text): Kind {
  return { status, title, detail };
}
