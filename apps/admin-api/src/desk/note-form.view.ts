import { formWords } from '../pages/form-words';
import { Html, html } from '../pages/html';
import { sealed } from './desk-page';
import type { AtDesk } from './desk-room';

/** A form of one text: `again` is what was written before, and what is wrong with it. */
export type TextForm = {
  action: string;
  formId: string;
  name: string;
  label: string;
  help: string;
  button: string;
  rows: number;
  again: { written: string; error: string } | undefined;
};

export function textForm(at: AtDesk, { action, formId, name, label, help, button, rows, again }: TextForm): Html {
  const { language } = at;
  return html`<form class="narrow" method="post" action="${action}" novalidate>
    ${sealed(at)}<input type="hidden" name="form" value="${formId}" />
    <div class="field">
      <label for="${name}">${label}</label>
      <p class="help" id="${name}-help">${help}</p>
      ${again && html`<p class="error" id="${name}-error">${formWords.errorMark[language]} ${again.error}</p>`}
      <textarea
        id="${name}"
        name="${name}"
        rows="${rows}"
        aria-required="true"
        ${again && new Html('aria-invalid="true"')}
        aria-describedby="${name}-help${again && html` ${name}-error`}"
      >
${'\n'}${again?.written}</textarea>
    </div>
    <div class="buttons"><button type="submit">${button}</button></div>
  </form>`;
}

/** The summary of what is wrong with such a form. */
export function textError(heading: string, { name, label, again }: Pick<TextForm, 'name' | 'label' | 'again'>) {
  return (
    again &&
    html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
      <p>${heading}</p>
      <ul>
        <li><a href="#${name}">${label}</a>: ${again.error}</li>
      </ul>
    </div>`
  );
}
