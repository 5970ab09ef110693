import type { Language } from '@app/domain';
import { allowedCommands, commandsOf, definitionOf, type Instance } from '@app/workflows';
import type { Caller } from '../../access/caller';
import { schemaIn } from '../../answer-page/taken-steps.view';
import { submissionForm } from '../desk-form';
import { type FieldError, fieldErrors } from '../../pages/field-errors';
import { type Field, type FormShape, formShapeFor } from '../../pages/form-shape';
import { dataIn, type FormValues, valuesIn } from '../../pages/form-values';
import type { Problem } from '../../problems/problem';

/**
 * A command that somebody may give now, as a form; without a shape where no form can ask for what it needs. `standing` are the dates as
 * they stand, so that one is changed rather than written anew.
 */
export type CommandForm = {
  name: string;
  title: string;
  shape: FormShape | undefined;
  standing: FormValues;
  isOffered: boolean;
};

/** What somebody wrote into the form of a command. */
export type SentCommand = { version: number; formId: string; note: string; values: FormValues; pressed: string };

/**
 * The form of a command of the role, with as many rows in its lists as were filled in. One that cannot be given now has a form too: what
 * was sent twice must be read the same way twice. Undefined where the role has no such command.
 */
export function commandForm(
  instance: Instance,
  name: string,
  { caller, language, names = [] }: { caller: Caller; language: Language; names?: Iterable<string> },
): CommandForm | undefined {
  const definition = definitionOf(instance.definition);
  const commands = commandsOf(definition);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command?.roles.includes(caller.role)) return undefined;
  const isOffered = allowedCommands(definition, instance, caller.role).some((one) => one.name === name);
  const schema = schemaIn(command, instance.context);
  const shape = shapeOf(schema, language, names);
  return { name, title: command.title[language], shape, standing: standingDates(shape, instance, language), isOffered };
}

/** The fields of a command's dates as they stand in the workflow; a choice that the form does not offer is left for people to make. */
export function standingDates(shape: FormShape | undefined, { context }: Instance, language: Language): FormValues {
  const fields = shape?.fields.filter(({ part }) => part?.section.path[0] === 'dates') ?? [];
  const standing = new Map(valuesIn({ fields }, context, language));
  for (const { name, kind, options } of fields)
    if (kind === 'choice' && !options.some(({ value }) => value === standing.get(name))) standing.delete(name);
  return standing;
}

/** What somebody changed of what stood when they saw the form: sections that they left as they were are left out. */
export function changedValues(shape: FormShape | undefined, values: FormValues, stood: FormValues): FormValues {
  const changed = new Map(values);
  for (const fields of sectionsOf(shape)) {
    const isAsItStood = fields.every(({ name }) => (values.get(name)?.trim() ?? '') === (stood.get(name) ?? ''));
    if (isAsItStood) for (const { name } of fields) changed.delete(name);
  }
  return changed;
}

/** The first field of each section that stood and in which nothing is left: a date can be moved, not taken away. */
export function emptiedSections(shape: FormShape | undefined, values: FormValues, stood: FormValues): string[] {
  return sectionsOf(shape).flatMap((fields) => {
    const isEmptied =
      fields.some(({ name }) => stood.has(name) && values.has(name)) &&
      fields.every(({ name }) => (values.get(name)?.trim() ?? '') === '');
    return isEmptied ? (fields[0]?.name ?? []) : [];
  });
}

/** What was written, as it is to be looked at anew where somebody was faster: what nobody has changed is what stands now. */
export function writtenAnew({ standing }: CommandForm, values: FormValues, stood: FormValues): FormValues {
  return new Map(
    [...values].map(([name, value]) => [name, value === (stood.get(name) ?? '') ? (standing.get(name) ?? '') : value]),
  );
}

/** What the form shows: what was written, and what stands where nothing was. */
export function shownValues({ shape, standing }: CommandForm, values: FormValues): FormValues {
  const untouched = sectionsOf(shape).filter((fields) => !fields.some(({ name }) => values.has(name)));
  return new Map([...values, ...untouched.flat().flatMap(({ name }) => [[name, standing.get(name) ?? ''] as const])]);
}

function sectionsOf(shape: FormShape | undefined): Field[][] {
  const fields = shape?.fields ?? [];
  const sections = new Set(fields.flatMap(({ part }) => part?.section ?? []));
  return [...sections].map((section) => fields.filter(({ part }) => part?.section === section));
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
