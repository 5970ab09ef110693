import { isCivilDate, numericDate, type Text } from '@app/domain';
import {
  type AnyDefinition,
  commandsOf,
  factsOf,
  type Instance,
  type PrintedAnswer,
  printedAnswersOf,
  type WorkflowEvent,
} from '@app/workflows';
import type { ZodType } from 'zod';
import { type Names, organisationName } from './names';
import { words } from './words/dossier-words';

/** A field of a form and what was written into it. */
export type Said = { label: string; value: string };

/** What an official document says: questions with their answers, or the fields of the form by which it was recorded. */
export function saidIn(definition: AnyDefinition, instance: Instance, event: WorkflowEvent, names: Names): Said[] {
  const { data } = event;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  const answers = printedAnswersOf(instance, data).map((answer) => printed(answer, names));
  const { [answers.length > 0 ? 'answers' : '']: _answered, ...others } = data;
  const form = formOf(definition, instance, event);
  const fields = fieldsIn(others, form, names).flatMap(({ label, value }) => (label === '' ? [] : [{ label, value }]));
  return [...answers, ...fields];
}

function printed({ question, answer }: PrintedAnswer, { language }: Names): Said {
  return {
    label: question[language],
    value: answer.map((line) => (typeof line === 'string' ? line : line[language])).join('\n'),
  };
}

function formOf(definition: AnyDefinition, instance: Instance, { type }: WorkflowEvent): ZodType | undefined {
  const command = Object.values(commandsOf(definition)).find((one) => factsOf(one).includes(type));
  return typeof command?.schema === 'function' ? command.schema(instance.context as never) : command?.schema;
}

/** What is filled in of a form, in its order; without a label what the form does not name. */
function fieldsIn(data: object, form: ZodType | undefined, names: Names): (Said & { isParty: boolean })[] {
  const shape = (inside(form) as { shape?: Record<string, ZodType> } | undefined)?.shape ?? {};
  const order = Object.keys(shape);
  const filled = Object.entries(data).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return filled.flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === undefined) return [];
    const field = shape[name];
    const label = field && wordsOf(field).label?.[names.language];
    const isParty = name === 'organisation' && typeof value === 'string';
    const said = isParty ? organisationName(value, names) : textOf(value, field, names);
    return [{ label: label ?? '', value: said, isParty }];
  });
}

type FieldWords = { label?: Text; options?: Record<string, Text> };

/** They stand on the field, or on what is optional in it. */
function wordsOf(field: ZodType): FieldWords {
  const own = (field.meta() ?? {}) as FieldWords;
  const inner = (field as { unwrap?: () => ZodType }).unwrap?.();
  return own.label || !inner ? own : wordsOf(inner);
}

/** What is optional in a field; that of a list is what it has the list of. */
function inside(field: ZodType | undefined): ZodType | undefined {
  const { element, unwrap } = (field ?? {}) as { element?: ZodType; unwrap?: () => ZodType };
  return element === undefined && unwrap ? inside(unwrap.call(field)) : field;
}

function textOf(value: unknown, field: ZodType | undefined, names: Names): string {
  const { language } = names;
  if (typeof value === 'string') {
    const chosen = field && wordsOf(field).options?.[value]?.[language];
    return chosen ?? (isCivilDate(value) ? numericDate(value)[language] : value);
  }
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][language];
  if (Array.isArray(value)) {
    const { element } = (inside(field) ?? {}) as { element?: ZodType };
    return value.map((one) => textOf(one, element, names)).join('\n');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (isText(value)) return value[language];
  return fieldsIn(value, field, names)
    .map(({ label, value: said, isParty }) => (isParty || label === '' ? said : `${lowered(label)}: ${said}`))
    .join('; ');
}

function isText(value: object): value is Text {
  return Object.keys(value).sort().join() === 'en,fi,sv';
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
