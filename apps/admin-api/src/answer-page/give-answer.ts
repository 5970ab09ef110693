import type { CommandAnswer, Store } from '@app/store';
import { type AnyDefinition, documentAttached, factsOf, type Json } from '@app/workflows';
import { Problem } from '../problems/problem';
import { commandIdOf, requestHashOf } from '../workflows/command-identity';
import type { Sent } from './answer-page.view';
import { fieldErrors } from '../pages/field-errors';
import type { FormShape } from '../pages/form-shape';
import { dataIn } from '../pages/form-values';
import type { OpenedPage } from './opened-link';
import type { Submission } from './submission';

const tries = 5;
const eventsAtOnce = 200;

type How = { shape: FormShape; withDraft: boolean };

/** Gives the command of a form that was sent; with a draft, its files go with the answer. @throws Problem when the workflow is gone */
export async function giveAnswer(store: Store, page: OpenedPage, submission: Submission, how: How): Promise<Sent> {
  const { command: name, values, formId } = submission;
  const { language } = page;
  const { shape } = how;
  const answer = await give(store, page, submission, { ...how, data: dataIn(shape, values) });
  if (answer.outcome === 'accepted') return { outcome: 'received' };
  if (answer.outcome === 'not-found') throw new Problem('unknown-id');
  if (answer.outcome === 'draft-overtaken') return { outcome: 'draft-overtaken', command: name, values };
  if (answer.outcome !== 'refused') return { outcome: 'overtaken', command: name, values };
  const { code, issues, detail } = answer.refused;
  if (code === 'invalid-data') {
    return {
      outcome: 'invalid',
      command: name,
      values,
      formId,
      errors: fieldErrors(shape, values, issues ?? [], language),
    };
  }
  // The form was for a step that can no longer be taken.
  if (code === 'illegal-step') return { outcome: 'overtaken', command: name, values };
  return { outcome: 'refused', command: name, values, says: detail[language] };
}

/**
 * Gives the command for the version the form was made for. That a reminder went out meanwhile is no reason to send anybody's
 * answer back; that a person did something is, and that a successor has taken the matter over.
 */
async function give(
  store: Store,
  { link, definition, instance }: OpenedPage,
  submission: Submission,
  { data, withDraft }: How & { data: Json },
): Promise<CommandAnswer | { outcome: 'draft-overtaken' }> {
  const { id, county, workflow, organisation } = link;
  // A correction takes the place of the answer, whose documents stay.
  const kept = submission.command === 'correct-answer' ? documentsOf(instance.context) : [];
  let ifVersion = submission.version;
  for (let attempt = 1; ; attempt += 1) {
    const request = {
      county,
      workflow,
      name: submission.command,
      data,
      actor: { id: `link:${id}`, role: 'respondent' as const },
      commandId: commandIdOf({ id: `link:${id}`, county }, submission.formId),
      requestHash: requestHashOf({ workflow, name: submission.command, data }),
      ifVersion,
    };
    const answer =
      withDraft && organisation !== null
        ? await store.answers.give({ ...request, organisation, draft: submission.draft, keep: kept })
        : await store.workflows.give(request);
    if (answer.outcome !== 'stale' || attempt === tries) return answer;
    if (await isOvertaken(store, link, { definition, since: ifVersion })) return answer;
    ifVersion = answer.version;
  }
}

function documentsOf(context: unknown): string[] {
  return (context as { answer?: { documents?: string[] } | null }).answer?.documents ?? [];
}

async function isOvertaken(
  store: Store,
  { county, workflow }: OpenedPage['link'],
  { definition, since: after }: { definition: AnyDefinition; since: number },
): Promise<boolean> {
  const since = await store.workflows.events(county, workflow, { after, limit: eventsAtOnce });
  const byEngine = (role: string) => role === 'clock' || role === 'workflow';
  const { succeed } = definition.commands;
  const takeovers = succeed ? factsOf(succeed) : [];
  return (
    since.length === eventsAtOnce ||
    since.some(
      ({ kind, type, actor }) =>
        // A document that was attached changes nothing of what is asked.
        kind === 'fact' && type !== documentAttached && (!byEngine(actor.role) || takeovers.includes(type)),
    )
  );
}
