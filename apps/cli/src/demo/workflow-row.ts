import { numericDate, type CivilDate, type Language } from '@app/domain';
import { type Deadline, definitionOf, type Instance, standing, type Status } from '@app/workflows';

/** How one workflow stands at the end of the drive. */
export type WorkflowRow = {
  id: string;
  definition: string;
  version: number;
  outcome: Status;
  startedOn: CivilDate;
  endedOn: CivilDate | null;
  /** Who is waited for; null when it has ended. */
  waitsFor: { part: string; organisations: string[] }[] | null;
  /** What is waited for and the next date of it, in the chosen language; null when it has ended. */
  because: string | null;
};

export function workflowRow(instance: Instance, language: Language): WorkflowRow {
  const { id, definition, status, startedOn, endedOn } = instance;
  const row = { id, definition: definition.name, version: definition.version, outcome: status, startedOn, endedOn };
  if (status !== 'open') return { ...row, waitsFor: null, because: null };
  const found = definitionOf(definition);
  const { title, waitingFor } = standing(found, instance);
  const next = nextOf(instance);
  const date =
    next && `${found.deadlines[next.name]?.title[language] ?? next.name}: ${numericDate(next.dueOn)[language]}`;
  return { ...row, waitsFor: waitingFor, because: [title[language], date].filter(Boolean).join('. ') };
}

/** The earliest date that still runs: one that has passed is waited for too. */
function nextOf({ deadlines }: Instance): Deadline | undefined {
  const running = Object.values(deadlines).filter(({ status }) => status === 'open' || status === 'passed');
  return running.sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}
