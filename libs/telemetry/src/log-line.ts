import { correlation } from './correlation';

/** What each line begins with, in both processes. */
export type LineHead = { time: string; level: string; process: string; message: string };

/** One line of JSON: the head, what the work under way is, and the line's own facts. */
export function logLine(head: LineHead, facts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...head, ...correlation(), ...facts });
}
