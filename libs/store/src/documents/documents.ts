import { addStep, emptyUnit, type Instance } from '@app/workflows';
import { attachDocument } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import { applyUnits } from '../workflows/apply-units';
import { lockWorkflows } from '../workflows/load-workflows';
import { uniqueViolation } from '../workflows/person-commands';
import { decide } from '../workflows/person-decisions';
import type { CommandAnswer, WorkflowStore } from '../workflows/workflow-store';
import { holdFiles } from './hold-files';
import type { AttachRequest, DocumentNames, DocumentStore } from './document-store';

const keep: Statement = {
  text: `insert into vuosikello.document_file (county, sha256, media_type, bytes, data, created_at)
         values ($1, decode($2, 'hex'), $3, $4, $5, vuosikello.business_now())
         on conflict (county, sha256) do nothing`,
};
const read: Statement = {
  text: `select data from vuosikello.document_file where county = $1 and sha256 = decode($2, 'hex')`,
};

const keepName: Statement = {
  text: 'insert into vuosikello.document_name (county, workflow, document, name) values ($1, $2, $3, $4)',
};
const readNames: Statement = {
  text: 'select document, name from vuosikello.document_name where county = $1 and workflow = $2',
};

/** A command done before is answered after the transaction, from the log. */
type Verdict = { answer: CommandAnswer } | { version: number; now: CommandAnswered['now']; standing: Instance | null };
type CommandAnswered = CommandAnswer & { outcome: 'accepted' };

/** Attached files. Unlike other steps of people each has a transaction of its own, with the workflow locked: it is long. */
export class Documents implements DocumentStore {
  constructor(
    private readonly database: Database,
    private readonly workflows: Pick<WorkflowStore, 'readAt'>,
  ) {}

  async attach(request: AttachRequest): Promise<CommandAnswer> {
    const { county, workflow } = request;
    const attempt = () => this.database.transaction((query) => attachOn(query, request));
    const verdict = await attempt().catch((error: unknown) => {
      // The command's id was taken for another workflow in the same moment: now it is known to be.
      if ((error as { code?: string }).code === uniqueViolation) return attempt();
      throw error;
    });
    if ('answer' in verdict) return verdict.answer;
    const { version, now, standing } = verdict;
    const instance = standing?.version === version ? standing : await this.workflows.readAt(county, workflow, version);
    return instance ? { outcome: 'accepted', instance, replayed: true, now } : { outcome: 'not-found' };
  }

  async names(county: string, workflow: string): Promise<DocumentNames> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ document: string; name: string }>(readNames, [county, workflow]),
    );
    return new Map(rows.map(({ document, name }) => [document, name]));
  }

  async content(county: string, sha256: string): Promise<Uint8Array | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<{ data: Buffer }>(read, [county, sha256]));
    return row?.data;
  }
}

async function attachOn(query: Query, request: AttachRequest): Promise<Verdict> {
  const { county, workflow, commandId, requestHash, ifVersion, file, content } = request;
  const [loaded] = await lockWorkflows(query, county, [{ workflow, commandId }]);
  if (!loaded) throw new Error('Each of the wanted has an answer');
  const { done, instance, year, now } = loaded;
  if (done && done.requestHash !== requestHash) return { answer: { outcome: 'key-reused' } };
  if (done) return { version: done.version, now, standing: instance };
  if (!instance) return { answer: { outcome: 'not-found' } };
  if (ifVersion !== undefined && ifVersion !== instance.version)
    return { answer: { outcome: 'stale', version: instance.version } };
  const decision = decide({ ...request, name: attachDocument }, instance, now);
  if (!decision.accepted) return { answer: { outcome: 'refused', refused: decision, instance } };
  const unit = emptyUnit(instance, instance.version, year, now);
  addStep(unit, decision, { commandId, requestHash });
  const [applied] = await applyUnits(query, county, [unit]);
  if (applied?.outcome !== 'applied') throw new Error(`A locked step was not applied but ${applied?.outcome}`);
  await holdFiles(query, county);
  await query(keep, [county, file.sha256, file.mediaType, file.bytes, content]);
  await nameDocuments(query, { county, workflow }, [[decision.instance.life.documents.at(-1)?.id ?? '', file.name]]);
  return { answer: { outcome: 'accepted', instance: decision.instance, replayed: false, now } };
}

/** Keeps what files are called, beside the log; in the transaction in which they become documents. */
export async function nameDocuments(
  query: Query,
  { county, workflow }: { county: string; workflow: string },
  names: readonly (readonly [document: string, name: string])[],
): Promise<void> {
  for (const [document, name] of names) await query(keepName, [county, workflow, document, name]);
}
