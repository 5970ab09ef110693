/** What a check found: `warning` wants a look by day, `problem` wants somebody now. */
export type Grade = 'ok' | 'warning' | 'problem';

export type Check = {
  name: string;
  grade: Grade;
  found: string;
  /** What to do next; null where nothing is to be done. */
  next: string | null;
};

export const ok = (name: string, found: string): Check => ({ name, grade: 'ok', found, next: null });
export const warning = (name: string, found: string, next: string): Check => ({ name, grade: 'warning', found, next });
export const problem = (name: string, found: string, next: string): Check => ({ name, grade: 'problem', found, next });
