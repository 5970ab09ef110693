import { Html, html } from '../pages/html';
import { type AtDesk, deskPath } from './desk-room';
import { deskWords as words } from './desk-words';

/** A field that narrows a list down: a choice where it has options, else a line or a day. */
export type FilterField = {
  name: string;
  label: string;
  value: string | undefined;
  type?: 'text' | 'date';
  options?: readonly { value: string; label: string }[];
};

/** A form that narrows a list down. It changes nothing: its fields stand in the address. */
export function filterForm({ language }: AtDesk, path: string, fields: readonly FilterField[]): Html {
  return html`<form
    class="filters"
    method="get"
    action="/desk${path}"
    role="search"
    aria-label="${words.filter[language]}"
  >
    <input type="hidden" name="lang" value="${language}" />
    ${fields.map((field) => fieldView(field, words.all[language]))}
    <button type="submit" class="second">${words.show[language]}</button>
  </form>`;
}

function fieldView({ name, label, value, type = 'text', options }: FilterField, all: string): Html {
  const id = `filter-${name}`;
  if (!options)
    return html`<div class="field">
      <label for="${id}">${label}</label>
      <input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="off" />
    </div>`;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      <option value="">${all}</option>
      ${options.map(
        (option) =>
          html`<option value="${option.value}" ${option.value === value && new Html('selected')}>
            ${option.label}
          </option>`,
      )}
    </select>
  </div>`;
}

type Shown = { filter: Readonly<Record<string, string | undefined>>; next: string | null; cursor?: string };

/** The way to the next page of a list, and back to its beginning. */
export function pagesView(at: AtDesk, path: string, { filter, next, cursor = 'cursor' }: Shown): Html | false {
  const { language } = at;
  if (next === null) return false;
  return html`<nav class="pages" aria-label="${words.pages[language]}">
    <a href="${deskPath(at, path, filter)}">${words.first[language]}</a>
    <a href="${deskPath(at, path, { ...filter, [cursor]: next })}">${words.next[language]}</a>
  </nav>`;
}
