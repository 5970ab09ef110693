import type { Language } from '@app/domain';
import { type Instance, allowedCommands, definitionOf } from '@app/workflows';
import type { Caller } from '../../access/caller';
import { submissionForm } from '../desk-form';
import { type FieldError, fieldErrors } from '../../pages/field-errors';
import { type FormShape, formShapeFor } from '../../pages/form-shape';
import { dataIn, type FormValues } from '../../pages/form-values';
import type { Problem } from '../../problems/problem';

/** A command that somebody may give now, as a form; without a shape where no form can ask for what it needs. */
export type CommandForm = { name: string; title: string; shape: FormShape | undefined };

/** What somebody wrote into the form of a command. */
export type SentCommand = { version: number; formId: string; note: string; values: FormValues; pressed: string };

/** The form of a command, with as many rows in its lists as were filled in; undefined where it cannot be given now. */
export function commandForm(
  instance: Instance,
  name: string,
  { caller, language, names = [] }: { caller: Caller; language: Language; names?: Iterable<string> },
): CommandForm | undefined {
  const offer = allowedCommands(definitionOf(instance.definition), instance, caller.role).find(
    (one) => one.name === name,
  );
  return offer && { name, title: offer.command.title[language], shape: shapeOf(offer.schema, language, names) };
}

function shapeOf(...[schema, language, names]: Parameters<typeof formShapeFor>): FormShape | undefined {
  try {
    return formShapeFor(schema, language, names);
  } catch {
    // What no form can be made of is given over the API.
    return undefined;
  }
}

/** Reads the form as a browser sends it. @throws Problem for what no form of ours sends */
export function sentCommand(body: Uint8Array): SentCommand {
  const { own, values } = submissionForm(body, ['version', 'form', 'note', 'do']);
  return {
    version: Number(/^\d{1,9}$/.exec(own.version)?.[0] ?? '0'),
    formId: own.form,
    note: own.note.trim(),
    values,
    pressed: own.do,
  };
}

/** The step as the API takes it. */
export function stepOf({ name, shape }: CommandForm, { values, note }: SentCommand) {
  const data: unknown = shape ? dataIn(shape, values) : {};
  return { command: name, data, ...(note !== '' && { note }) };
}

/** What is wrong with the form, each at its field. */
export function errorsOf(
  { shape }: CommandForm,
  { values }: SentCommand,
  { more }: Problem,
  language: Language,
): FieldError[] {
  return shape ? fieldErrors(shape, values, more.errors ?? [], language) : [];
}
