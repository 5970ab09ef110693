import type { Language } from '@app/domain';
import type { FieldError } from './field-errors';
import type { Field, FormShape } from './form-shape';
import type { FormValues } from './form-values';
import { Html, html } from './html';
import { formHints, words } from './words';

/** A form as it is shown: empty, or with what was written and what is wrong with it. */
export type ShownForm = {
  command: string;
  title: string;
  shape: FormShape;
  version: number;
  /** Makes sending it twice the same as sending it once. */
  formId: string;
  values: FormValues;
  errors: readonly FieldError[];
};

/** The form of one command. Fields in a group need not each be filled in; what the group needs, its hint says. */
export function formView(form: ShownForm, language: Language, button: 'first' | 'second'): Html {
  const hint = formHints[form.command]?.[language];
  return html`<form method="post" action="?lang=${language}" novalidate>
    <input type="hidden" name="command" value="${form.command}" />
    <input type="hidden" name="version" value="${form.version}" />
    <input type="hidden" name="form" value="${form.formId}" />
    ${hint && html`<p>${hint}</p>`} ${form.shape.fields.map((field) => fieldView(form, field, language))}
    <button type="submit" class="${button}">${words.send[language]}</button>
  </form>`;
}

/** Where a field is on the page. */
export function fieldId(form: Pick<ShownForm, 'command'>, name: string): string {
  return `${form.command}-${name}`;
}

function fieldView(form: ShownForm, field: Field, language: Language): Html {
  const errors = form.errors.filter((error) => error.field === field.name);
  const id = fieldId(form, field.name);
  const messages = errors.map(
    ({ message }) => html`<span class="error-text">${words.errorMark[language]} ${message}</span>`,
  );
  const error = errors.length > 0 && html`<p class="error" id="${id}-error">${messages}</p>`;
  const optional =
    !field.required && field.path.length === 1 && html` <span class="optional">${words.optional[language]}</span>`;
  const described = attributes(errors.length > 0, id, field.required);
  const value = form.values.get(field.name) ?? '';
  if (field.kind === 'choice') {
    return html`<fieldset class="field" role="radiogroup" aria-labelledby="${id}" ${described}>
      <legend id="${id}">${field.label}${optional}</legend>
      ${error} ${field.options.map((option, index) => choiceView(id, field, option, option.value === value, index))}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for="${id}">${field.label}${optional}</label>
    ${error} ${inputView(id, field, value, described)}
  </div>`;
}

function inputView(id: string, { name, kind }: Field, value: string, described: Html): Html {
  // A browser drops the first line end inside a textarea: this one is there to be dropped.
  if (kind === 'text')
    return html`<textarea id="${id}" name="${name}" rows="5" ${described}>${'\n'}${value}</textarea>`;
  const type = kind === 'date' ? 'date' : kind === 'link' ? 'url' : 'text';
  return html`<input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="off" ${described} />`;
}

function choiceView(
  id: string,
  { name }: Field,
  option: Field['options'][number],
  chosen: boolean,
  index: number,
): Html {
  const own = `${id}-${index}`;
  return html`<div class="choice">
    <input type="radio" id="${own}" name="${name}" value="${option.value}" ${chosen && new Html('checked')} />
    <label for="${own}">${option.label}</label>
  </div>`;
}

function attributes(wrong: boolean, id: string, required: boolean): Html {
  return html`${required && new Html('aria-required="true"')}
  ${wrong && html`aria-invalid="true" aria-describedby="${id}-error"`}`;
}
