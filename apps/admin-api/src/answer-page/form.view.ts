import type { Language, Text } from '@app/domain';
import type { FieldError } from './field-errors';
import { draftPartsView, type FormExtras } from './draft-parts.view';
import type { Field, FormShape } from './form-shape';
import type { FormValues } from './form-values';
import { Html, html } from './html';
import { formHints, requiredHints, sendNames, words } from './words';

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
  /** What a field offers to choose from, by its name; anything else can be written too. */
  suggestions?: ReadonlyMap<string, readonly string[]>;
  /** What goes with a draft; absent where the form keeps none. */
  extras?: FormExtras;
};

/** The form of one command. Fields in a group need not each be filled in; what the group needs, its hint says. */
export function formView(form: ShownForm, language: Language, button: 'first' | 'second'): Html {
  const hint = hintOf(form)?.[language];
  const { extras } = form;
  const parts = extras && draftPartsView(form.command, extras, language);
  // Files make the form one of several parts.
  const encoding = extras && html` enctype="multipart/form-data"`;
  return html`<form method="post" action="?lang=${language}" novalidate${encoding}>
    ${parts?.first}
    <input type="hidden" name="command" value="${form.command}" />
    <input type="hidden" name="version" value="${form.version}" />
    <input type="hidden" name="form" value="${form.formId}" />
    ${parts?.reuse} ${hint && html`<p>${hint}</p>`}
    ${form.shape.fields.map((field) => fieldOrRowsView(form, field, language))} ${parts?.files}
    <div class="buttons">
      <button type="submit" class="${button}" ${extras && new Html('name="do" value="send"')}>
        ${(sendNames[form.command] ?? words.send)[language]}
      </button>
      ${parts?.save}
    </div>
  </form>`;
}

/** Where a form that can be opened is on the page. */
export function formAnchor(command: string): string {
  return `form-${command}`;
}

/** Where a field is on the page. */
export function fieldId(form: Pick<ShownForm, 'command'>, name: string): string {
  return `${form.command}-${name}`;
}

/** A group of which nothing in particular must be filled in says what it needs; in others the optional fields are marked. */
function hintOf({ command, shape }: ShownForm): Text | undefined {
  return shape.groups.some((group) => hasRequired(shape, group)) ? requiredHints[command] : formHints[command];
}

function hasRequired({ fields, lists }: FormShape, group: readonly string[]): boolean {
  const within = ({ path }: Pick<Field, 'path'>) => path.length > 1 && path[0] === group[0];
  return [...fields.filter(({ row }) => row === undefined), ...lists].some((one) => one.required && within(one));
}

function optionalMark({ shape }: ShownForm, one: Pick<Field, 'path' | 'required'>, language: Language): Html | false {
  const marked = !one.required && (one.path.length === 1 || hasRequired(shape, one.path));
  return marked && html` <span class="optional">${words.optional[language]}</span>`;
}

/** A list stands where its first field would; its other fields stand in it. */
function fieldOrRowsView(form: ShownForm, field: Field, language: Language): Html | false {
  const { row } = field;
  if (row === undefined) return fieldView(form, field, optionalMark(form, field, language), language);
  const { list } = row;
  const cells = form.shape.fields.filter((cell) => cell.row?.list === list);
  if (field !== cells[0]) return false;
  const rows = Array.from({ length: list.rows }, (_, index) => cells.filter((cell) => cell.row?.index === index));
  return html`<fieldset class="field list">
    <legend>${list.label}${optionalMark(form, list, language)}</legend>
    ${list.help && html`<p class="help">${list.help}</p>`}
    ${rows.map(
      (inRow, index) =>
        html`<fieldset class="row">
          <legend>${words.row[language]} ${index + 1}</legend>
          ${inRow.map((cell) => fieldView(form, { ...cell, required: false }, false, language))}
        </fieldset>`,
    )}
  </fieldset>`;
}

function fieldView(form: ShownForm, field: Field, optional: Html | false, language: Language): Html {
  const errors = form.errors.filter((error) => error.field === field.name);
  const id = fieldId(form, field.name);
  const messages = errors.map(
    ({ message }) => html`<span class="error-text">${words.errorMark[language]} ${message}</span>`,
  );
  const error = errors.length > 0 && html`<p class="error" id="${id}-error">${messages}</p>`;
  const help = field.help !== undefined && html`<p class="help" id="${id}-help">${field.help}</p>`;
  const described = attributes(field, errors.length > 0, id);
  const value = form.values.get(field.name) ?? '';
  if (field.kind === 'choice') {
    return html`<fieldset class="field" role="radiogroup" aria-labelledby="${id}" ${described}>
      <legend id="${id}">${field.label}${optional}</legend>
      ${help} ${error}
      ${field.options.map((option, index) => choiceView(id, field, option, option.value === value, index))}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for="${id}">${field.label}${optional}</label>
    ${help} ${error} ${inputView(id, field, value, described, form.suggestions?.get(field.name))}
  </div>`;
}

function inputView(
  id: string,
  { name, kind }: Field,
  value: string,
  described: Html,
  suggested: readonly string[] = [],
): Html {
  // A browser drops the first line end inside a textarea: this one is there to be dropped.
  if (kind === 'text')
    return html`<textarea id="${id}" name="${name}" rows="5" ${described}>${'\n'}${value}</textarea>`;
  const type = kind === 'date' ? 'date' : kind === 'link' ? 'url' : 'text';
  // A number is written as people write it, with a comma: a browser's own number field would take it for nothing.
  const mode = kind === 'number' && new Html('inputmode="decimal"');
  const list = suggested.length > 0 && `${id}-list`;
  return html`<input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="off"
      ${mode}
      ${list && html`list="${list}"`}
      ${described}
    />${
      list &&
      html`<datalist id="${list}">${suggested.map((offered) => html`<option value="${offered}"></option>`)}</datalist>`
    }`;
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

function attributes({ required, help }: Field, wrong: boolean, id: string): Html {
  const describing = [...(help === undefined ? [] : [`${id}-help`]), ...(wrong ? [`${id}-error`] : [])].join(' ');
  const all = [
    required && new Html('aria-required="true"'),
    wrong && new Html('aria-invalid="true"'),
    describing !== '' && html`aria-describedby="${describing}"`,
  ];
  return html`${all.filter((one) => one !== false).map((one) => html`${one} `)}`;
}
