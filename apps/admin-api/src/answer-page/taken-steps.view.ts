import { isCivilDate, type Language } from '@app/domain';
import { dateAndTime, longDate } from './page-dates';
import type { CommandDefinition } from '@app/workflows';
import type { z } from 'zod';
import { type Field, formShape } from './form-shape';
import { type Html, html } from './html';
import type { OpenedPage, TakenStep } from './opened-link';
import { recordNames, words } from './words';

/** The schema of a command's data in this workflow. */
export function schemaIn({ schema }: CommandDefinition<never>, context: unknown): z.ZodType {
  return typeof schema === 'function' ? schema(context as never) : schema;
}

/** What has been received, the latest first. */
export function takenStepsView(page: OpenedPage): Html | undefined {
  const { taken, language } = page;
  if (taken.length === 0) return undefined;
  return html`<section aria-labelledby="received">
    <h2 id="received">${words.received[language]}</h2>
    ${taken.map((step) => stepView(page, step))}
  </section>`;
}

/** What was written under each label; `read` finds the text of a field. */
export function writtenView(
  fields: readonly Field[],
  read: (field: Field) => string,
  language: Language,
): Html | false {
  const written = fields.map((field) => ({ field, value: read(field) })).filter(({ value }) => value !== '');
  if (written.length === 0) return false;
  return html`<dl>
    ${written.map(
      ({ field, value }) =>
        html`<dt>${field.label}</dt>
          <dd><span class="said">${readable(field, value, language)}</span></dd>`,
    )}
  </dl>`;
}

function stepView({ definition, instance, language }: OpenedPage, { command: name, event }: TakenStep): Html {
  const command = definition.commands[name];
  if (!command) throw new Error(`${definition.name} has no command ${name}`);
  const { fields } = formShape(schemaIn(command, instance.context), language);
  return html`<h3>${(recordNames[name] ?? command.title)[language]}</h3>
    <p class="soft">
      ${words.receivedAt[language]} ${dateAndTime(event.at, language)}.
      ${event.actor.role !== 'respondent' && words.onBehalf[language]}
    </p>
    ${writtenView(fields, ({ path }) => valueAt(event.data, path), language)}`;
}

function valueAt(data: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    data,
  );
  return typeof value === 'string' ? value : '';
}

function readable({ kind, options }: Field, value: string, language: Language): string {
  if (kind === 'date') return isCivilDate(value) ? longDate(value, language) : value;
  return options.find((option) => option.value === value)?.label ?? value;
}
