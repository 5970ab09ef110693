import type { CommandAnswer, Store } from '@app/store';
import { type AnyDefinition, documentAttached, factsOf, type Json } from '@app/workflows';
import { Problem } from '../problems/problem';
import { commandIdOf, requestHashOf } from '../workflows/command-identity';
import type { Sent } from './answer-page.view';
import { fieldErrors } from './field-errors';
import { formShape } from './form-shape';
import { dataIn } from './form-values';
import type { OpenedPage } from './opened-link';
import type { Submission } from './submission';
import { schemaIn } from './taken-steps.view';

const tries = 5;
const eventsAtOnce = 200;

/** Gives the command of a form that was sent. @throws Problem for a command that no form offers */
export async function giveAnswer(store: Store, page: OpenedPage, submission: Submission): Promise<Sent> {
  const { command: name, values, formId } = submission;
  const { definition, instance, language } = page;
  const command = Object.hasOwn(definition.commands, name) ? definition.commands[name] : undefined;
  if (!command?.roles.includes('respondent')) throw new Problem('malformed-request');
  const shape = formShape(schemaIn(command, instance.context), language);
  if ([...values.keys()].some((field) => !shape.fields.some((known) => known.name === field))) {
    throw new Problem('malformed-request');
  }
  const answer = await give(store, page, submission, dataIn(shape, values));
  if (answer.outcome === 'accepted') return { outcome: 'received' };
  if (answer.outcome === 'not-found') throw new Problem('unknown-id');
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
  { link, definition }: OpenedPage,
  submission: Submission,
  data: Json,
): Promise<CommandAnswer> {
  const { id, county, workflow } = link;
  let ifVersion = submission.version;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await store.workflows.give({
      county,
      workflow,
      name: submission.command,
      data,
      actor: { id: `link:${id}`, role: 'respondent' },
      commandId: commandIdOf({ id: `link:${id}`, county }, submission.formId),
      requestHash: requestHashOf({ workflow, name: submission.command, data }),
      ifVersion,
    });
    if (answer.outcome !== 'stale' || attempt === tries) return answer;
    if (await isOvertaken(store, link, { definition, since: ifVersion })) return answer;
    ifVersion = answer.version;
  }
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
