import type { CivilDate, Language } from '@app/domain';
import type { FieldError } from './field-errors';
import type { Field, FormShape, List, Section } from './form-shape';
import type { FormValues } from './form-values';
import { formWords } from './form-words';
import { Html, html } from './html';
import { longDate } from './page-dates';

/** The fields of a form as they are shown: empty, or with what was written and what is wrong with it. */
export type FieldsForm = {
  command: string;
  shape: FormShape;
  values: FormValues;
  errors: readonly FieldError[];
  /** What stands now in parts of the form that may be left out: unless it is changed, it is not sent. */
  standing?: FormValues;
  /** What a field offers to choose from, by its name; anything else can be written too. */
  suggestions?: ReadonlyMap<string, readonly Suggestion[]>;
};

/** What is written, and how people know it where that is something else. */
export type Suggestion = { value: string; label?: string };

/** Every field of the form, in order. Fields in a group need not each be filled in. */
export function fieldsView(form: FieldsForm, language: Language): (Html | false)[] {
  return form.shape.fields.map((field) => placedView(form, field, language));
}

/** Where a field is on the page. */
export function fieldId(form: Pick<FieldsForm, 'command'>, name: string): string {
  return `${form.command}-${name}`;
}

/** Where something is wrong, each with a link to its field. */
export function errorList(form: Pick<FieldsForm, 'command' | 'errors'> & { shape?: FormShape | undefined }): Html {
  return html`<ul>
    ${form.errors.map(({ field, message }) => {
      const wrong = form.shape?.fields.find(({ name }) => name === field);
      return html`<li><a href="#${fieldId(form, field)}">${wrong && labelIn(wrong)}</a>: ${message}</li>`;
    })}
  </ul>`;
}

/** A field by its own label, in a list also by which one and which row, in a section by whose. */
export function labelIn({ label, row, part }: Field): string {
  if (part) return `${part.section.label}: ${label}`;
  return row === undefined ? label : `${row.list.label} ${row.index + 1}: ${label}`;
}

/** Whether anything in the group must be filled in. */
export function hasRequired({ fields, lists }: FormShape, group: readonly string[]): boolean {
  const within = ({ path }: Pick<Field, 'path'>) => path.length > 1 && path[0] === group[0];
  return [...fields.filter(({ row }) => row === undefined), ...lists].some((one) => one.required && within(one));
}

function optionalMark({ shape }: FieldsForm, one: Pick<Field, 'path' | 'required'>, language: Language): Html | false {
  const isOfOptional = !shape.groups.some(([group]) => group === one.path[0]);
  const marked = !one.required && (one.path.length === 1 || isOfOptional || hasRequired(shape, one.path));
  return marked && html` <span class="optional">${formWords.optional[language]}</span>`;
}

/** A list or section stands where its first field would; its other fields stand in it. */
function placedView(form: FieldsForm, field: Field, language: Language): Html | false {
  const { row, part } = field;
  if (part) return sectionView(form, field, part.section, language);
  if (row === undefined) return fieldView(form, field, optionalMark(form, field, language), language);
  return rowsView(form, field, row.list, language);
}

/** Closed until something is written there, with what stands now beside its name. */
function sectionView(form: FieldsForm, first: Field, section: Section, language: Language): Html | false {
  const fields = form.shape.fields.filter(({ part }) => part?.section === section);
  if (first !== fields[0]) return false;
  const standing = fields.flatMap((field) => shownValue(field, form.standing?.get(field.name), language));
  const isOpen = fields.some(
    ({ name }) =>
      form.errors.some(({ field }) => field === name) ||
      (form.values.get(name) ?? '') !== (form.standing?.get(name) ?? ''),
  );
  const optional = html` <span class="optional">${formWords.optional[language]}</span>`;
  return html`<details ${isOpen && new Html('open')}>
    <summary>
      ${section.label}${standing.length > 0 && html`: <span class="standing">${standing.join(', ')}</span>`}
    </summary>
    <fieldset>
      <legend class="unseen">${section.label}</legend>
      ${section.help && html`<p class="help">${section.help}</p>`}
      ${fields.map((field) => fieldView(form, field, !field.part?.needed && optional, language))}
    </fieldset>
  </details>`;
}

function shownValue({ kind, options }: Field, value: string | undefined, language: Language): string[] {
  if (value === undefined) return [];
  if (kind === 'date') return [longDate(value as CivilDate, language)];
  return [options.find((option) => option.value === value)?.label.toLocaleLowerCase(language) ?? value];
}

function rowsView(form: FieldsForm, field: Field, list: List, language: Language): Html | false {
  const cells = form.shape.fields.filter((cell) => cell.row?.list === list);
  if (field !== cells[0]) return false;
  const rows = Array.from({ length: list.rows }, (_, index) => cells.filter((cell) => cell.row?.index === index));
  return html`<fieldset class="field list">
    <legend>${list.label}${optionalMark(form, list, language)}</legend>
    ${list.help && html`<p class="help">${list.help}</p>`}
    ${rows.map(
      (inRow, index) =>
        html`<fieldset class="row">
          <legend>${formWords.row[language]} ${index + 1}</legend>
          ${inRow.map((cell) => fieldView(form, { ...cell, required: false }, false, language))}
        </fieldset>`,
    )}
  </fieldset>`;
}

function fieldView(form: FieldsForm, field: Field, optional: Html | false, language: Language): Html {
  const errors = form.errors.filter((error) => error.field === field.name);
  const id = fieldId(form, field.name);
  const messages = errors.map(
    ({ message }) => html`<span class="error-text">${formWords.errorMark[language]} ${message}</span>`,
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
  suggested: readonly Suggestion[] = [],
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
      html`<datalist id="${list}">
        ${suggested.map((offered) => html`<option value="${offered.value}">${offered.label}</option>`)}
      </datalist>`
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
