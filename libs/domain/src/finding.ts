import type { Text } from './text';

export type Severity = 'error' | 'warning';

/**
 * Something a person should look at. `entry` is the id of the plan entry (or of the register's item) it concerns,
 * `date` the date as it was written, `others` the ids of the other entries involved, `proposal` an ISO date that would do.
 */
export type Finding = {
  code: string;
  severity: Severity;
  entry: string | null;
  date: string | null;
  others?: string[];
  message: Text;
  /** Which value of the data it is about, such as `['entries', 2, 'dates', 'meeting', 'on']`; a reader of files turns it into `where`. */
  path?: readonly (string | number)[];
  /** Where in the file it stands, counted from one; only where it was read from a file. */
  where?: { sheet?: string; line: number; column: number };
  proposal?: string;
};
