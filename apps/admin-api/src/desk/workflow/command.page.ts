import type { Instance } from '@app/workflows';
import { errorList, fieldsView, type Suggestion } from '../../pages/form-fields.view';
import type { FormShape } from '../../pages/form-shape';
import type { FieldError } from '../../pages/field-errors';
import type { FormValues } from '../../pages/form-values';
import { formWords } from '../../pages/form-words';
import { type Html, html } from '../../pages/html';
import { deskPage, sealed } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { matterOf } from '../today/today.page';
import { type CommandForm, type SentCommand, shownValues } from './command-form';
import { workflowWords as words } from './workflow-words';

/** Why the form is shown again. */
export type Again =
  | { outcome: 'invalid'; errors: readonly FieldError[] }
  | { outcome: 'refused'; says: string }
  | { outcome: 'overtaken' | 'impossible' | 'edit' };

export type ShownCommand = {
  instance: Instance;
  form: CommandForm;
  formId: string;
  values: FormValues;
  note: string;
  again?: Again;
};

/** The form of a command. What it would do is seen before it is done. */
export function commandPage(at: AtDesk, shown: ShownCommand): Html {
  const { language } = at;
  const { instance, form, again } = shown;
  const isWrong = again !== undefined && again.outcome !== 'edit';
  return deskPage(at, {
    title: isWrong ? `${deskWords.errorInTitle[language]}: ${form.title}` : form.title,
    here: '/workflows',
    main: html`<div class="narrow">
      <p class="jump"><a href="${workflowPath(at, instance.id)}">${deskWords.backToWorkflow[language]}</a></p>
      <h1>${form.title}</h1>
      ${again && againView(at, shown, again)}
      <p class="lead">${matterOf(at, instance)}</p>
      ${form.shape ? formView(at, shown) : html`<p class="box">${words.noForm[language]}</p>`}
    </div>`,
  });
}

function formView(at: AtDesk, { instance, form, formId, values, note, again }: ShownCommand): Html | false {
  const { language } = at;
  if (!form.shape || again?.outcome === 'impossible') return false;
  const errors = again?.outcome === 'invalid' ? again.errors : [];
  return html`<form method="post" action="${commandPath(at, instance.id, form.name)}" novalidate>
    ${sealed(at)}
    <input type="hidden" name="version" value="${instance.version}" />
    <input type="hidden" name="form" value="${formId}" />
    ${fieldsView({ command: form.name, shape: form.shape, values: shownValues(form, values), errors, standing: form.standing, suggestions: suggestedIds(at, instance, form.shape) }, language)}
    <div class="field">
      <label for="note">${words.note[language]} <span class="optional">${formWords.optional[language]}</span></label>
      <p class="help" id="note-help">${words.noteHelp[language]}</p>
      <textarea id="note" name="note" rows="2" maxlength="2000" aria-describedby="note-help">${'\n'}${note}</textarea>
    </div>
    <p>${words.previewFirst[language]}</p>
    <div class="buttons">
      <button type="submit" name="do" value="preview">${words.preview[language]}</button>
    </div>
  </form>`;
}

/** For ids of the register: the contacts of the county and of the organisation that is asked, by their names. */
function suggestedIds({ register }: AtDesk, { context }: Instance, { fields }: FormShape): Map<string, Suggestion[]> {
  const { organisation } = context as { organisation?: unknown };
  const contacts = (register?.contacts ?? [])
    .filter(({ of }) => of === organisation || of === register?.county.code)
    .map(({ id, name, of }) => ({ value: id, label: name, isAsked: of === organisation }))
    .sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || a.label.localeCompare(b.label, 'fi'));
  return new Map(fields.filter(({ isOfRegister }) => isOfRegister).map(({ name }) => [name, contacts]));
}

export function commandPath(at: Pick<AtDesk, 'language'>, workflow: string, command: string): string {
  return deskPath(at, `/workflows/${encodeURIComponent(workflow)}/commands/${encodeURIComponent(command)}`);
}

function againView({ language }: AtDesk, { form }: ShownCommand, again: Again): Html | false {
  switch (again.outcome) {
    case 'edit':
      return false;
    case 'invalid':
      return alert(
        html`<p>${deskWords.errors[language]}</p>
          ${errorList({ command: form.name, errors: again.errors, shape: form.shape })}`,
      );
    case 'refused':
      return alert(html`<p>${again.says}</p>`);
    case 'overtaken':
      return alert(
        html`<p>${words.overtaken[language]}</p>
          <p>${words.overtakenHow[language]}</p>`,
      );
    case 'impossible':
      return alert(html`<p>${words.impossible[language]}</p>`);
  }
}

function alert(says: Html): Html {
  return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>${says}</div>`;
}

/** All that was written, to be sent along unseen. */
export function writtenFields({ values, note }: Pick<SentCommand, 'values' | 'note'>): Html {
  return html`${[...values, ['note', note] as const].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}
