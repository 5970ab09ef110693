import type { Instant, Text } from '@app/domain';
import type { LaddersInForce } from './ladders-in-force';

/** Anything that survives JSON: what events, contexts and command data are made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The roles a command can be given in. `respondent` is whoever holds an answer link; `clock` and `workflow` are the engine's own. */
export const roles = [
  'admin',
  'coordinator',
  'auditor',
  'operator',
  'service',
  'respondent',
  'clock',
  'workflow',
] as const;
export type Role = (typeof roles)[number];

/** Who gives a command: a pseudonymous id (an API key, a contact, a deadline, a workflow), never a name. */
export type Actor = { id: string; role: Role };

/** A request to take one step. Time is data: `now` comes with the command. */
export type Command = {
  name: string;
  data: unknown;
  actor: Actor;
  /** Unique within the county: one command, one effect. */
  commandId: string;
  now: Instant;
  note?: string;
  /** Of a start: the county's own ladders, where it has any. The start records them. */
  ladders?: LaddersInForce | undefined;
  /** What came with it. It is no part of the data: only who has the bytes can say that there is such a file. */
  file?: AttachedFile;
};

/**
 * A file by its hash (SHA-256, in hex); its content is kept beside the log, and so is its name, which whoever chose it may have called
 * after somebody. `mediaType` is what it was found to be.
 */
export type AttachedFile = { sha256: string; bytes: number; mediaType: string; name: string };

/** One problem in a command's data: which field, and what would be right. */
export type Issue = { path: string; code: string; message: Text };

/** The answer to a command that may not be done: nothing has happened. `allowed` names the commands that could be given. */
export type Refused = {
  accepted: false;
  /** Stable: `<workflow>/<reason>`, or `unknown-command`, `invalid-data`, `illegal-step`, `not-permitted`. */
  code: string;
  detail: Text;
  allowed: string[];
  issues?: Issue[];
};
