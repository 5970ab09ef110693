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
  proposal?: string;
};
