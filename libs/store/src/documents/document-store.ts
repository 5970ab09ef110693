import type { AttachedFile } from '@app/workflows';
import type { CommandAnswer, CommandRequest } from '../workflows/workflow-store';

/** A file to be attached: the data of the command says what the document is called. */
export type AttachRequest = Omit<CommandRequest, 'name'> & { file: AttachedFile; content: Uint8Array };

/** What the files of a workflow's documents are called, by the document's id; without those that have been erased. */
export type DocumentNames = ReadonlyMap<string, string>;

export interface DocumentStore {
  /**
   * Gives the command `attach-document` with a file. The fact and the file become durable together or not at all; the same
   * content is kept once per county. The hash and the size have to be those of the content.
   */
  attach(request: AttachRequest): Promise<CommandAnswer>;
  names(county: string, workflow: string): Promise<DocumentNames>;
  /** The content of the county's file with this hash (SHA-256, in hex). */
  content(county: string, sha256: string): Promise<Uint8Array | undefined>;
}
