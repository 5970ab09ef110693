import type { Language, Text } from '@app/domain';
import { draftPartsView, type FormExtras } from './draft-parts.view';
import { type FieldsForm, fieldsView, hasRequired } from '../pages/form-fields.view';
import { Html, html } from '../pages/html';
import { formHints, requiredHints, sendNames, words } from './words';

/** A form as it is shown: empty, or with what was written and what is wrong with it. */
export type ShownForm = FieldsForm & {
  title: string;
  version: number;
  /** Makes sending it twice the same as sending it once. */
  formId: string;
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
    ${parts?.reuse} ${hint && html`<p>${hint}</p>`} ${fieldsView(form, language)} ${parts?.files}
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

/** A group of which nothing in particular must be filled in says what it needs; in others the optional fields are marked. */
function hintOf({ command, shape }: ShownForm): Text | undefined {
  return shape.groups.some((group) => hasRequired(shape, group)) ? requiredHints[command] : formHints[command];
}
