import { fitsDraft, type Store } from '@app/store';
import { allowedCommands } from '@app/workflows';
import { Problem } from '../problems/problem';
import { problemKinds } from '../problems/problem-kinds';
import type { Sent } from './answer-page.view';
import { carriedOver, earlierAnswers } from './earlier-answers';
import { formShapeFor, type FormShape, takesDocuments } from '../pages/form-shape';
import type { FormValues } from '../pages/form-values';
import { giveAnswer } from './give-answer';
import type { OpenedPage } from './opened-link';
import type { Submission } from './submission';
import { schemaIn } from './taken-steps.view';
import { contentOf, type Uploaded } from './upload';
import { words } from './words';

/** What became of a form: the page again, or where to go on. */
export type Taken = ShownAgain | { goTo: '/receipt' | ''; with: string };
type ShownAgain = { again: Sent; status: number };

type Files = { files: readonly Uploaded[]; problem?: Problem };
type Form = { page: OpenedPage; submission: Submission; shape: FormShape };

/** Does what the pressed button says. @throws Problem for what no form of ours sends */
export async function takeForm(
  store: Store,
  page: OpenedPage,
  submission: Submission,
  { files, problem }: Files,
): Promise<Taken> {
  const { command: name, values, pressed } = submission;
  const { definition, instance, language } = page;
  const command = Object.hasOwn(definition.commands, name) ? definition.commands[name] : undefined;
  if (!command?.roles.includes('respondent') || name === 'hand-over') throw new Problem('malformed-request');
  const schema = schemaIn(command, instance.context);
  const shape = formShapeFor(schema, language, values.keys());
  if ([...values.keys()].some((field) => !shape.fields.some((known) => known.name === field)))
    throw new Problem('malformed-request');
  const withDraft = takesDocuments(schema);
  const writes = pressed.what !== 'send' || files.length > 0;
  if (writes && !withDraft) throw new Problem('malformed-request');
  if (problem) return refused(submission, detailOf(problem, page), problem.status);
  const form: Form = { page, submission, shape };
  if (writes && !isPossible(page, name)) return again({ outcome: 'overtaken', command: name, values });
  const saved = writes ? await keepDraft(store, form, files) : { version: submission.draft, more: '' };
  if ('again' in saved) return saved;
  if (pressed.what !== 'send') return { goTo: '', with: `saved${saved.more}#form` };
  const sent = await giveAnswer(store, page, { ...submission, draft: saved.version }, { shape, withDraft });
  if (sent.outcome !== 'received') return again(sent);
  return withDraft ? { goTo: '/receipt', with: '' } : { goTo: '', with: 'received' };
}

/** Keeps what was written and the files; each file on its own, so that one at a time is in memory. */
async function keepDraft(
  store: Store,
  { page, submission, shape }: Form,
  files: readonly Uploaded[],
): Promise<{ version: number; more: string } | ShownAgain> {
  const { link } = page;
  const { pressed, command, formId: form } = submission;
  if (link.organisation === null) throw new Problem('malformed-request');
  const { values, more } = await written(store, { page, submission, shape });
  const change = {
    county: link.county,
    workflow: link.workflow,
    organisation: link.organisation,
    form,
    values: Object.fromEntries([...values].filter(([, value]) => value !== '')),
    remove: pressed.what === 'remove' ? pressed.file : undefined,
  };
  const kept = page.draft?.files ?? [];
  const fresh = files.filter(({ file }) => !kept.some(({ sha256 }) => sha256 === file.sha256)).map(({ file }) => file);
  // All of them or none: the store looks at each again.
  if (files.length > 0 && !fitsDraft([...kept, ...fresh]))
    return refused(submission, words.tooManyFiles[page.language], 413);
  let seen = submission.draft;
  for (const uploaded of files.length > 0 ? files : [undefined]) {
    const add = uploaded && { file: uploaded.file, content: await contentOf(uploaded) };
    const answer = await store.answers.save({ ...change, seen, ...(add && { add }) });
    if (answer.outcome === 'full') return refused(submission, words.tooManyFiles[page.language], 413);
    if (answer.outcome === 'ended') return again({ outcome: 'overtaken', command, values });
    if (answer.outcome !== 'saved') return again({ outcome: 'draft-overtaken', command, values });
    seen = answer.version;
  }
  return { version: seen, more };
}

/** What stands in the form; with an earlier answer in whatever is still empty. */
async function written(
  store: Store,
  { page, submission: { pressed, values }, shape }: Form,
): Promise<{ values: FormValues; more: string }> {
  if (pressed.what !== 'reuse') return { values, more: '' };
  const earlier = (await earlierAnswers(store, page)).find(({ instance }) => instance.id === pressed.from);
  if (!earlier) return { values, more: '' };
  const typed = [...values].filter(([, value]) => value.trim() !== '');
  const carried = carriedOver(page, shape, earlier);
  return {
    values: new Map([...carried.values, ...typed]),
    more: `&reused=${encodeURIComponent(earlier.instance.id)}`,
  };
}

function isPossible({ definition, instance }: OpenedPage, command: string): boolean {
  return allowedCommands(definition, instance, 'respondent').some(({ name }) => name === command);
}

function detailOf({ kind, more }: Problem, { language }: OpenedPage): string {
  return (more.detail ?? problemKinds[kind].detail)[language];
}

function refused({ command, values }: Submission, says: string, status: number): ShownAgain {
  return { again: { outcome: 'refused', command, values, says }, status };
}

function again(sent: Sent): ShownAgain {
  return { again: sent, status: sent.outcome === 'invalid' ? 422 : 409 };
}
