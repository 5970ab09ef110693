import type { CivilDate } from '@app/domain';
import type { Instance } from '@app/workflows';
import { attachDocument, documentIdAfter } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import type { CommandAnswer, WorkflowStore } from '../workflows/workflow-store';
import type {
  AnswerRequest,
  AnswerStore,
  Draft,
  DraftAnswer,
  DraftChange,
  EarlierAnswer,
  HandOverRequest,
} from './answer-store';
import { nameDocuments } from '../documents/documents';
import { DraftFullError, readDraft, saveDraft, turnIn } from './drafts';
import { LockedSteps, type Prepared } from './locked-step';

const addColleague: Statement = {
  text: `insert into vuosikello.colleague (county, id, workflow, part_of, name, email, language, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, vuosikello.business_now()) on conflict (county, id) do nothing`,
};
const lockDraft: Statement = {
  text: `select from vuosikello.answer_draft where county = $1 and workflow = $2 for update`,
};
const answered: Statement = {
  text: `select snapshot from vuosikello.workflow
         where county = $1 and definition = 'information-request' and $2 = any (organisations)
           and snapshot::json #>> '{context,answer,on}' >= $3 and snapshot::json #>> '{context,answer,givenBy}' = $2
         order by snapshot::json #>> '{context,answer,on}' desc, id limit 20`,
};
const dropOld: Statement = {
  text: 'select greatest(vuosikello.drop_some_drafts($1), vuosikello.drop_some_colleagues($1)) as dropped',
};

/** Drafts, answers with their documents, and hand-overs. */
export class Answers implements AnswerStore {
  private readonly steps: LockedSteps;

  constructor(
    private readonly database: Database,
    bell: Bell,
    workflows: Pick<WorkflowStore, 'readAt'>,
  ) {
    this.steps = new LockedSteps(database, bell, workflows);
  }

  draft(county: string, workflow: string, organisation: string): Promise<Draft | undefined> {
    return this.database.inCounty(county, (query) => readDraft(query, { county, workflow, organisation }));
  }

  async save(change: DraftChange): Promise<DraftAnswer> {
    try {
      return await this.database.inCounty(change.county, (query) => saveDraft(query, change));
    } catch (error) {
      if (error instanceof DraftFullError) return { outcome: 'full' };
      throw error;
    }
  }

  give(request: AnswerRequest): Promise<CommandAnswer | { outcome: 'draft-overtaken' }> {
    return this.steps.give(request, (query, instance) => withDraft(query, request, instance));
  }

  handOver(request: HandOverRequest): Promise<CommandAnswer> {
    const { county, workflow, data, colleague } = request;
    const after = async (query: Query) => {
      if (!colleague) return;
      const { id, of, name, email, language } = colleague;
      await query(addColleague, [county, id, workflow, of, name, email, language]);
    };
    return this.steps.give(request, () => Promise.resolve({ before: [], data, after }));
  }

  async earlier(county: string, organisation: string, since: CivilDate): Promise<EarlierAnswer[]> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ snapshot: string }>(answered, [county, organisation, since]),
    );
    return rows.map(({ snapshot }) => {
      const instance = JSON.parse(snapshot) as Instance;
      return { instance, answeredOn: (instance.context as { answer: { on: CivilDate } }).answer.on };
    });
  }

  async dropOld(most: number): Promise<number> {
    const [row] = await this.database.query<{ dropped: number }>(dropOld, [most]);
    return row?.dropped ?? 0;
  }
}

/** The files of the draft become documents first: the answer then names them. */
async function withDraft(
  query: Query,
  { county, workflow, organisation, draft: seen, keep, data }: AnswerRequest,
  instance: Instance,
): Promise<Prepared<{ outcome: 'draft-overtaken' }>> {
  await query(lockDraft, [county, workflow]);
  const draft = await readDraft(query, { county, workflow, organisation });
  if ((draft?.version ?? 0) !== seen) return { answer: { outcome: 'draft-overtaken' } };
  const files = draft?.files ?? [];
  const attached = files.map(({ name }, index) => [documentIdAfter(instance, index), name] as const);
  const documents = [...keep, ...attached.map(([id]) => id)];
  return {
    // Nobody but those who handle the matter reads what nobody has looked through yet.
    before: files.map((file) => ({
      name: attachDocument,
      data: { publicity: 'restricted' },
      file,
    })),
    data: documents.length > 0 ? { ...(data as object), documents } : data,
    after: async (after) => {
      await nameDocuments(after, { county, workflow }, attached);
      if (draft) await turnIn(after, { county, workflow, organisation }, draft.version);
    },
  };
}
