import type { Text } from '@app/domain';
import { formShapeFor } from '../pages/form-shape';
import type { FormValues } from '../pages/form-values';
import { type Html, html } from '../pages/html';
import type { OpenedPage } from './opened-link';
import { schemaIn, writtenView } from './taken-steps.view';
import { words } from './words';

/** What was written in a form that was not saved and is shown no more, to be copied. */
export function unsavedView(
  page: OpenedPage,
  command: string,
  values: FormValues,
  heading: Text = words.unsaved,
): Html | false {
  const { definition, instance, language } = page;
  const known = Object.hasOwn(definition.commands, command) ? definition.commands[command] : undefined;
  if (!known?.roles.includes('respondent')) return false;
  const { fields } = formShapeFor(schemaIn(known, instance.context), language, values.keys());
  const written = writtenView(fields, ({ name }) => values.get(name) ?? '', language);
  if (!written) return false;
  return html`<section aria-labelledby="unsaved">
    <h2 id="unsaved">${heading[language]}</h2>
    <p>${words.unsavedHow[language]}</p>
    ${written}
  </section>`;
}
