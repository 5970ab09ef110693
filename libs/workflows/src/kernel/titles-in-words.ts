import { dateWord, languages, type Language, type Text } from '@app/domain';
import type { ZodType } from 'zod';
import type { AnyDefinition, CommandDefinition } from './definition';
import { factsOf } from './definition';
import { commandsOf } from './kernel-commands';

/** People know commands by their titles and fields by their labels: what a text for them has instead of identifiers. */

const marks = /\{(command|field):([A-Za-z-]+)\}/g;
const quoted: Record<Language, (words: string) => string> = {
  fi: (words) => `”${words}”`,
  sv: (words) => `”${words}”`,
  en: (words) => `“${words}”`,
};

/**
 * A text in which `{command:reschedule}` stands for the title of a command of the definition and `{field:heldOn}` for the label of a
 * field on the form that became the fact, both in quotation marks.
 */
export function withTitles(definition: AnyDefinition, context: unknown, fact: string, text: Text): Text {
  const commands = commandsOf(definition);
  const forms = Object.values(commands)
    .filter((command) => factsOf(command).includes(fact))
    .map((command) => formOf(command, context));
  const titleOf = (kind: string, name: string): Text =>
    (kind === 'command' ? commands[name]?.title : forms.flatMap((form) => labelIn(form, name) ?? [])[0]) ??
    dateWord(name);
  const said = (language: Language) =>
    text[language].replace(marks, (_, kind: string, name: string) => quoted[language](titleOf(kind, name)[language]));
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as Text;
}

function formOf({ schema }: CommandDefinition<never>, context: unknown): ZodType {
  return typeof schema === 'function' ? schema(context as never) : schema;
}

function labelIn(form: ZodType, name: string): Text | undefined {
  const field = (form as { shape?: Record<string, ZodType> }).shape?.[name];
  return field && labelOf(field);
}

/** It stands on the field, or on what is optional in it. */
function labelOf(field: ZodType): Text | undefined {
  const label = field.meta()?.label as Text | undefined;
  const inner = (field as { unwrap?: () => ZodType }).unwrap?.();
  return label ?? (inner && labelOf(inner));
}
