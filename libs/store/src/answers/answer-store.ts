import type { CivilDate, Instant, Language } from '@app/domain';
import type { AttachedFile, Instance } from '@app/workflows';
import type { CommandAnswer, CommandRequest } from '../workflows/workflow-store';

/** A file of a draft, known by its hash. */
export type DraftFile = AttachedFile;

/** What has been written but not sent, one for each request. */
export type Draft = {
  /** Counts the changes; 0 is no draft. */
  version: number;
  /** By field name, as it was typed. */
  values: Readonly<Record<string, string>>;
  savedAt: Instant;
  files: readonly DraftFile[];
};

export type DraftChange = {
  county: string;
  workflow: string;
  organisation: string;
  /** The version that whoever saves has seen; 0 where there was no draft. */
  seen: number;
  /** The form's own id: saving it twice is the same as saving it once. */
  form: string;
  values: Readonly<Record<string, string>>;
  add?: { file: DraftFile; content: Uint8Array };
  /** Hash of a file that goes. */
  remove?: string | undefined;
};

/** `overtaken`: somebody saved meanwhile. `full`: there would be too many files or bytes. `ended`: nothing is waited for any more. */
export type DraftAnswer = { outcome: 'saved'; version: number } | { outcome: 'overtaken' | 'full' | 'ended' };

/** An answer, with the draft that it was made of. */
export type AnswerRequest = CommandRequest & {
  organisation: string;
  /** The version of the draft that the giver has seen; 0 where there was none. */
  draft: number;
  /** Documents of the workflow that stay part of the answer. */
  keep: readonly string[];
};

export type HandOverRequest = CommandRequest & {
  /** Absent where the register has the contact already. */
  colleague?: { id: string; of: string; name: string; email: string; language: Language };
};

/** What an organisation has answered to a request. */
export type EarlierAnswer = { instance: Instance; answeredOn: CivilDate };

export interface AnswerStore {
  /** The draft of a request, if this organisation has one. */
  draft(county: string, workflow: string, organisation: string): Promise<Draft | undefined>;
  /** Saves a draft whole, or says why not and changes nothing. At most 10 files, and 50 MB of them. */
  save(change: DraftChange): Promise<DraftAnswer>;
  /**
   * Gives an answer. The files of the draft become documents of the workflow and part of the answer, and the draft goes: all in one
   * transaction. `draft-overtaken`: somebody has saved another draft meanwhile; nothing was done.
   */
  give(request: AnswerRequest): Promise<CommandAnswer | { outcome: 'draft-overtaken' }>;
  /** Gives the command `hand-over`; the colleague's name and address are kept beside the log, in the same transaction. */
  handOver(request: HandOverRequest): Promise<CommandAnswer>;
  /** What the organisation has answered since the day, the latest first. */
  earlier(county: string, organisation: string, since: CivilDate): Promise<EarlierAnswer[]>;
  /** Removes drafts and colleagues that have been kept long enough, of every county. For the engine; so many rows of each at most. @returns how many of what was more */
  dropOld(most: number): Promise<number>;
}
