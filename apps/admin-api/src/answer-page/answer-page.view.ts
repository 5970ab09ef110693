import { allowedCommands, standing } from '@app/workflows';
import { text } from '../language/text';
import { basisSentence } from '@app/mail';
import { boardGuideView } from './board-guide/board-guide.view';
import { announcementSuggestions } from './board-guide/organisation-bodies';
import { knownValues } from './board-guide/known-values';
import { explain } from './explanations/explain';
import type { Explanation } from './explanations/explanation';
import type { FieldError } from './field-errors';
import { formShape } from './form-shape';
import type { FormValues } from './form-values';
import { fieldId, formAnchor, formView, type ShownForm } from './form.view';
import { type Html, html } from './html';
import { layout } from './layout';
import { countyName } from './names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';
import { labelIn, takenStepsView } from './taken-steps.view';
import { dateAndTime, onDate } from './page-dates';
import { unsavedView } from './unsaved.view';
import { words } from './words';

/** What became of the form that was sent, if one was. */
export type Sent =
  | { outcome: 'received' }
  | { outcome: 'invalid'; command: string; values: FormValues; errors: FieldError[]; formId: string }
  | { outcome: 'refused'; command: string; values: FormValues; says: string }
  | { outcome: 'overtaken'; command: string; values: FormValues };

/** The page: who asks for what, by when and why, what has been received, and the forms for what can be given now. */
export function answerPage(page: OpenedPage, sent: Sent | undefined, newFormId: () => string): Html {
  const { language, register } = page;
  const explanation = explain(page);
  const forms = shownForms(page, sent, newFormId, explanation.mainCommand);
  const wrong = sent?.outcome === 'invalid' || sent?.outcome === 'overtaken' || sent?.outcome === 'refused';
  return layout({
    language,
    title: `${wrong ? `${words.errorInTitle[language]}: ` : ''}${explanation.heading}`,
    sender: countyName(register, language),
    main: html`${
        page.standingAddress !== undefined &&
        html`<p class="jump back">
          <a href="${page.standingAddress}?lang=${language}">${words.allAsked[language]}</a>
        </p>`
      }
      <h1>${explanation.heading}</h1>
      ${sent && sentView(page, sent, forms)}
      <p class="lead">${explanation.lead}</p>
      ${standingView(page, explanation, forms)}
      ${explanation.sections.map(
        ({ heading, says }) =>
          html`<h2>${heading}</h2>
            ${says.map((sentence) => html`<p>${sentence}</p>`)}`,
      )}
      ${takenStepsView(page)} ${boardGuideView(page, forms)} ${formsView(page, forms, explanation)}`,
    footer: html`${
      // Under a standing link there is no message of the request's own to pass on.
      forms.length > 0 &&
      page.standingAddress === undefined &&
      html`<h2>${words.passOn[language]}</h2>
        <p>${words.passOnHow[language]}</p>`
    }
    ${questionsView(page)}`,
  });
}

/** The forms of what can be given now, the main one first; the one that was sent keeps what was written. */
function shownForms(
  page: OpenedPage,
  sent: Sent | undefined,
  newFormId: () => string,
  main: string | undefined,
): ShownForm[] {
  const { definition, instance, language } = page;
  // What every workflow takes beside its own has no form here.
  const own = allowedCommands(definition, instance, 'respondent').filter(({ name }) => definition.commands[name]);
  const forms = own.map(({ name, command, schema }): ShownForm => {
    const again = sent && sent.outcome !== 'received' && sent.command === name ? sent : undefined;
    return {
      command: name,
      title: command.title[language],
      shape: formShape(schema, language),
      version: instance.version,
      formId: again?.outcome === 'invalid' ? again.formId : newFormId(),
      values: again?.values ?? knownValues(page, name),
      ...(name === 'announce-handling' && { suggestions: announcementSuggestions(page) }),
      errors: again?.outcome === 'invalid' ? again.errors : [],
    };
  });
  return forms.sort((a, b) => Number(b.command === main) - Number(a.command === main));
}

function sentView(page: OpenedPage, sent: Sent, forms: readonly ShownForm[]): Html | undefined {
  const { language } = page;
  switch (sent.outcome) {
    case 'received': {
      const latest = page.taken[0];
      if (!latest) return undefined;
      return html`<div class="box done" role="status">
        <p>${words.thanks[language]}</p>
        <p>${words.receivedAt[language]} ${dateAndTime(latest.event.at, language)}. ${words.changes[language]}</p>
      </div>`;
    }
    case 'invalid':
      return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
        <p>${words.errors[language]}</p>
        <ul>
          ${sent.errors.map((error) => errorLink(error, sent.command, forms))}
        </ul>
      </div>`;
    case 'refused':
      return html`<div class="box wrong" role="alert" tabindex="-1" autofocus><p>${sent.says}</p></div>`;
    case 'overtaken':
      return overtakenView(page, sent, forms);
  }
}

function errorLink({ field, message }: FieldError, command: string, forms: readonly ShownForm[]): Html {
  const form = forms.find((candidate) => candidate.command === command);
  const wrong = form?.shape.fields.find(({ name }) => name === field);
  const label = wrong ? labelIn(wrong) : '';
  return html`<li><a href="#${fieldId({ command }, field)}">${label}</a>: ${message}</li>`;
}

/** Somebody else was faster: nothing that was written is lost, it is in the form again or here to be copied. */
function overtakenView(
  page: OpenedPage,
  { command, values }: Sent & { outcome: 'overtaken' },
  forms: readonly ShownForm[],
): Html {
  const { language } = page;
  const again = forms.some((form) => form.command === command);
  return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
      <p>${words.overtaken[language]}</p>
      ${again && html`<p>${words.overtakenAgain[language]}</p>`}
    </div>
    ${!again && unsavedView(page, command, values)}`;
}

/** By when; or that nothing is awaited; or that it has ended. */
function standingView(page: OpenedPage, { due, beside }: Explanation, forms: readonly ShownForm[]): Html {
  const { instance, language } = page;
  if (instance.status !== 'open') return html`<div class="box"><p>${endedSentence(page)}</p></div>`;
  if (forms.length === 0) return html`<div class="box"><p>${words.nothingMore[language]}</p></div>`;
  return html`<div class="box">
    ${instance.life.paused && html`<p>${words.paused[language]}</p>`}
    ${
      due &&
      html`<p>${due.says}</p>
        <p>${basisSentence(due.basis, language)}</p>`
    }
    ${beside.map((sentence) => html`<p>${sentence}</p>`)}
    <p class="jump"><a href="#form">${words.jump[language]}</a></p>
  </div>`;
}

function endedSentence({ definition, instance, language }: OpenedPage): string {
  const title = standing(definition, instance).title[language];
  const on = instance.endedOn ? onDate(instance.endedOn, language) : '';
  return text(
    `Pyyntö on päättynyt ${on}: ${title}. Sivulla ei voi enää antaa tietoja.`,
    `Begäran avslutades ${on}: ${title}. Uppgifter kan inte längre lämnas på sidan.`,
    `The request ended ${on}: ${title}. Nothing can be given on this page any more.`,
  )[language];
}

function formsView(
  { language }: OpenedPage,
  [first, ...others]: readonly ShownForm[],
  { formHeading, mainCommand }: Explanation,
): Html | false {
  if (!first) return false;
  return html`<section aria-labelledby="form">
    <h2 id="form" tabindex="-1">${first.command === mainCommand ? formHeading : first.title}</h2>
    ${formView(first, language, 'first')} ${others.length > 0 && html`<h2>${words.otherForms[language]}</h2>`}
    ${others.map((form) =>
      form.shape.fields.length === 0
        ? formView(form, language, 'second')
        : html`<details id="${formAnchor(form.command)}" ${form.values.size > 0 && 'open'}>
            <summary>${form.title}</summary>
            ${formView(form, language, 'second')}
          </details>`,
    )}
  </section>`;
}
