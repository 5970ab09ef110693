import { citationText, helsinkiDate, type Language } from '@app/domain';
import type { ChildOverview, DocumentNames, HandedOver, Proposal } from '@app/store';
import {
  type AnyDefinition,
  allowedCommands,
  currentDocuments,
  type Deadline,
  definitionOf,
  findDefinition,
  type Instance,
  isWithheld,
  type Role,
  standing,
  type WorkflowDocument,
} from '@app/workflows';
import { proposalView } from '../four-eyes/proposal.view';
import { commandSchema } from './command-schema';
import type { WorkflowSummary, WorkflowView } from './workflow.schema';

/** A workflow as a list shows it; one of a version that is not known here by the names it is stored with. */
export function summaryOf(
  instance: Instance,
  { handedOver, mayReadAll }: { handedOver: HandedOver; mayReadAll: boolean },
  language: Language,
): WorkflowSummary {
  const definition = findDefinition(instance.definition.name, instance.definition.version);
  const { title, waitingFor } = definition ? standing(definition, instance) : { title: null, waitingFor: [] };
  const { id, county, state, status, version, parent, startedOn, endedOn } = instance;
  const { paused } = instance.life;
  return {
    id,
    definition: { ...instance.definition, title: definition?.title[language] ?? instance.definition.name },
    county,
    state,
    title: title?.[language] ?? state,
    status,
    paused: paused && { on: paused.on, reason: isWithheld(instance, mayReadAll) ? null : paused.reason },
    version,
    waitingFor,
    deadlines: Object.values(instance.deadlines)
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .map((deadline) => deadlineView(definition, deadline, language)),
    reach: reachOf(instance, handedOver),
    parent,
    startedOn,
    endedOn,
  };
}

/** What is known of a workflow beside it. */
type Beside = {
  children: readonly ChildOverview[];
  handedOver: HandedOver;
  names: DocumentNames;
  /** Whether what it says is left out. */
  withheld: boolean;
  /** Whether where a document is to be found is left out. */
  isFileWithheld: (document: WorkflowDocument) => boolean;
  proposals: readonly Proposal[];
};

/** A workflow whole, with what the role may do now. */
export function workflowView(
  instance: Instance,
  { children, handedOver, names, proposals, withheld, isFileWithheld }: Beside,
  role: Role,
  language: Language,
): WorkflowView {
  const offers = allowedCommands(definitionOf(instance.definition), instance, role);
  return {
    ...summaryOf(instance, { handedOver, mayReadAll: !withheld }, language),
    withheld,
    children: children.map(({ instance: child, ...overview }) => ({ ...overview, reach: reachOf(child, handedOver) })),
    documents: currentDocuments(instance).map((document) => documentView(document, names, isFileWithheld(document))),
    records: (instance.life.records ?? []).map((record) => ({ ...record, document: record.document ?? null })),
    availableCommands: offers.map(({ name, command, schema }) => ({
      name,
      title: command.title[language],
      schema: commandSchema(schema, language),
    })),
    // The context of every chart is a record.
    data: withheld ? null : (instance.context as Record<string, unknown>),
    proposals: proposals.map((one) => proposalView(one, withheld, language)),
  };
}

/** What the workflow itself knows comes first; that a mail was handed over is known of its sending only. */
function reachOf(instance: Instance, handedOver: HandedOver): WorkflowSummary['reach'] {
  const { name, version } = instance.definition;
  const asked = findDefinition(name, version)?.reach?.(instance.context as never) ?? null;
  if (!asked) return null;
  if (asked.reached) return { state: 'reached', since: asked.reached.on };
  const at = handedOver.get(`${instance.id} ${asked.organisation}`);
  return at ? { state: 'handed-over', since: helsinkiDate(at) } : { state: 'asked', since: asked.askedOn };
}

function documentView(
  document: WorkflowDocument,
  names: DocumentNames,
  withheld: boolean,
): WorkflowView['documents'][number] {
  const { kind = null, language = null, caseNumber = null, supersedes = null, link, file, title, ...said } = document;
  const called = names.get(document.id) ?? title ?? document.id;
  return {
    ...said,
    title: title ?? called,
    kind,
    language,
    caseNumber,
    supersedes,
    link: link && !withheld ? { url: link.url, sha256: link.sha256 ?? null } : null,
    file: file ? { ...file, name: called } : null,
  };
}

/** The ETag of a workflow: its version. */
export function etagOf({ version }: Pick<Instance, 'version'>): string {
  return `"${version}"`;
}

function deadlineView(
  definition: AnyDefinition | undefined,
  deadline: Deadline,
  language: Language,
): WorkflowSummary['deadlines'][number] {
  const { name, dueOn, dueAt, basis, citation, status } = deadline;
  const title = definition?.deadlines[name]?.title[language] ?? name;
  return { name, title, dueOn, dueAt, basis, citation: citation ? citationText(citation, language) : null, status };
}
