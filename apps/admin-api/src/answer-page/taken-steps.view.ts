import { isCivilDate, type Language } from '@app/domain';
import { dateAndTime, longDate, onDate } from '../pages/page-dates';
import type { CommandDefinition, Instance } from '@app/workflows';
import type { DocumentNames } from '@app/store';
import type { z } from 'zod';
import { type Field, formShape, valueAt } from '../pages/form-shape';
import { sizeOf } from './file-list.view';
import { typed } from '../pages/form-values';
import { labelIn } from '../pages/form-fields.view';
import { type Html, html } from '../pages/html';
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
        html`<dt>${labelIn(field)}</dt>
          <dd><span class="said">${readable(field, value, language)}</span></dd>`,
    )}
  </dl>`;
}

function stepView(
  { definition, instance, documentNames, language }: OpenedPage,
  { command: name, event }: TakenStep,
): Html {
  const command = definition.commands[name];
  if (!command) throw new Error(`${definition.name} has no command ${name}`);
  const { fields } = formShape(schemaIn(command, instance.context), language, event.data);
  return html`<h3>${(recordNames[name] ?? command.title)[language]}</h3>
    <p class="soft">
      ${words.receivedAt[language]} ${cameAt(event, language)}.
      ${event.actor.role === 'respondent' ? words.onPage[language] : words.onBehalf[language]}
      ${valueAt(event.data, ['late']) === true && words.late[language]}
    </p>
    ${writtenView(fields, ({ path }) => typed(valueAt(event.data, path), language), language)}
    ${documentsView(instance, documentNames, event, language)}`;
}

/** When it came; of what came another way, the day that was told. */
function cameAt({ at, data }: TakenStep['event'], language: Language): string {
  const on = valueAt(data, ['receivedOn']);
  return typeof on === 'string' && isCivilDate(on) ? onDate(on, language) : dateAndTime(at, language);
}

/** The documents that are part of it, by name and size. */
function documentsView(
  { life: { documents } }: Instance,
  names: DocumentNames,
  { data }: TakenStep['event'],
  language: Language,
): Html | false {
  const named = valueAt(data, ['documents']);
  const own = Array.isArray(named) ? documents.filter(({ id }) => named.includes(id)) : [];
  if (own.length === 0) return false;
  return html`<h4>${words.documents[language]}</h4>
    <ul>
      ${own.map(({ id, title, file }) => html`<li>${title ?? names.get(id) ?? id}${file && html` (${sizeOf(file.bytes, language)})`}</li>`)}
    </ul>`;
}

function readable({ kind, options }: Field, value: string, language: Language): string {
  if (kind === 'date') return isCivilDate(value) ? longDate(value, language) : value;
  return options.find((option) => option.value === value)?.label ?? value;
}
