import type { Language, Text } from '@app/domain';
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

/** A field of a form and what was written into it. */
export type Said = { label: string; value: string };

/** What an official document says: questions with their answers, or the fields of the form by which it was recorded. */
export function saidIn(
  definition: AnyDefinition,
  instance: Instance,
  event: WorkflowEvent,
  language: Language,
): Said[] {
  const { data } = event;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  const answers = printedAnswersOf(instance, data).map((answer) => printed(answer, language));
  const fields = fieldsOf(definition, instance, event);
  const others = Object.entries(data)
    .filter(([name]) => name !== 'answers' || answers.length === 0)
    .flatMap(([name, value]) => {
      const { label, options } = (fields[name] && wordsOf(fields[name])) ?? {};
      const chosen = typeof value === 'string' ? options?.[value]?.[language] : undefined;
      return label && value !== null ? [{ label: label[language], value: chosen ?? asText(value) }] : [];
    });
  return [...answers, ...others];
}

function printed({ question, answer }: PrintedAnswer, language: Language): Said {
  return {
    label: question[language],
    value: answer.map((line) => (typeof line === 'string' ? line : line[language])).join('\n'),
  };
}

function fieldsOf(definition: AnyDefinition, instance: Instance, { type }: WorkflowEvent): Record<string, ZodType> {
  const command = Object.values(commandsOf(definition)).find((one) => factsOf(one).includes(type));
  const schema = typeof command?.schema === 'function' ? command.schema(instance.context as never) : command?.schema;
  return (schema as { shape?: Record<string, ZodType> } | undefined)?.shape ?? {};
}

type FieldWords = { label: Text; options?: Record<string, Text> };

/** They stand on the field, or on what is optional in it. */
function wordsOf(field: ZodType): FieldWords | undefined {
  const { label, options } = (field.meta() ?? {}) as Partial<FieldWords>;
  if (label) return { label, ...(options && { options }) };
  const inner = (field as { unwrap?: () => ZodType }).unwrap?.();
  return inner && wordsOf(inner);
}

function asText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (Array.isArray(value)) return value.map(asText).join('\n');
  return Object.values(value as object)
    .map(asText)
    .join('; ');
}
