import { allowedCommands, standing } from '@app/workflows';
import type { z } from 'zod';
import { text } from '../language/text';
import { basisSentence } from '@app/mail';
import { boardGuideView } from './board-guide/board-guide.view';
import { announcementSuggestions } from './board-guide/organisation-bodies';
import { knownValues } from './board-guide/known-values';
import { explain } from './explanations/explain';
import type { Explanation } from './explanations/explanation';
import type { FieldError } from '../pages/field-errors';
import type { EarlierAnswer } from '@app/store';
import { earlierName } from './draft-parts.view';
import { carriedOver } from './earlier-answers';
import { formShape, formShapeFor, takesDocuments } from '../pages/form-shape';
import { type FormValues, valuesIn } from '../pages/form-values';
import { handOverView, type HandOverSent } from './hand-over.view';
import { formAnchor, formView, type ShownForm } from './form.view';
import { errorList } from '../pages/form-fields.view';
import { type Html, html } from '../pages/html';
import { layout } from '../pages/layout';
import { countyName } from '../pages/names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';
import { takenStepsView } from './taken-steps.view';
import { dateAndTime, onDate } from '../pages/page-dates';
import { unsavedView } from './unsaved.view';
import { words } from './words';

/** What became of the form that was sent, if one was. */
export type Sent =
  | { outcome: 'received' }
  | { outcome: 'invalid'; command: string; values: FormValues; errors: FieldError[]; formId: string }
  | { outcome: 'refused'; command: string; values: FormValues; says: string }
  | { outcome: 'overtaken' | 'draft-overtaken'; command: string; values: FormValues };

/** What a page is made with beside what it opens. */
export type PageMore = {
  newFormId: () => string;
  earlier: readonly EarlierAnswer[];
  /** A draft has just been kept; from which earlier answer the form was filled in. */
  saved?: boolean;
  reused?: string | undefined;
  handOver?: HandOverSent | undefined;
};

/** The page: who asks for what, by when and why, what has been received, and the forms for what can be given now. */
export function answerPage(page: OpenedPage, sent: Sent | undefined, more: PageMore): Html {
  const { language, register } = page;
  const explanation = explain(page);
  const forms = shownForms(page, sent, more, explanation.mainCommand);
  const wrong = (sent !== undefined && sent.outcome !== 'received') || more.handOver !== undefined;
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
      ${sent && sentView(page, sent, forms)} ${savedView(page, more, forms)}
      <p class="lead">${explanation.lead}</p>
      ${standingView(page, explanation, forms)}
      ${forms.filter(isButton).map((form) => formView(form, language, 'second'))}
      ${explanation.sections.map(
        ({ heading, says }) =>
          html`<h2>${heading}</h2>
            ${says.map((sentence) => html`<p>${sentence}</p>`)}`,
      )}
      ${takenStepsView(page)} ${receiptLink(page)} ${boardGuideView(page, forms)}
      ${formsView(
        page,
        forms.filter((form) => !isButton(form)),
        explanation,
      )}`,
    // Under a standing link there is no message of the request's own to pass on.
    footer: html`${page.standingAddress === undefined && passOnView(page, forms, more)} ${questionsView(page)}`,
  });
}

/** The forms of what can be given now, the main one first; the one that was sent keeps what was written. */
function shownForms(
  page: OpenedPage,
  sent: Sent | undefined,
  { newFormId, earlier }: PageMore,
  main: string | undefined,
): ShownForm[] {
  const { definition, instance, language, draft, register } = page;
  // What every workflow takes beside its own has no form here; handing over has one of its own.
  const own = allowedCommands(definition, instance, 'respondent').filter(
    ({ name }) => definition.commands[name] && name !== 'hand-over',
  );
  const forms = own.map(({ name, command, schema }): ShownForm => {
    const again = sent && sent.outcome !== 'received' && sent.command === name ? sent : undefined;
    const withDraft = takesDocuments(schema);
    const kept =
      again?.values ?? new Map([...knownValues(page, name), ...(withDraft ? standingValues(page, name, schema) : [])]);
    return {
      command: name,
      title: command.title[language],
      shape: formShapeFor(schema, language, kept.keys()),
      version: instance.version,
      formId: again?.outcome === 'invalid' ? again.formId : newFormId(),
      ...(name === 'announce-handling' && { suggestions: announcementSuggestions(page) }),
      values: kept,
      errors: again?.outcome === 'invalid' ? again.errors : [],
      ...(withDraft && { extras: { draft, earlier, register } }),
    };
  });
  return forms.sort((a, b) => Number(b.command === main) - Number(a.command === main));
}

/** What stands in a form that is opened: the draft; in a correction else the answer that is corrected. */
function standingValues({ draft, instance, language }: OpenedPage, command: string, schema: z.ZodType): FormValues {
  if (draft) return new Map(Object.entries(draft.values));
  const { answer } = instance.context as { answer?: object | null };
  if (command !== 'correct-answer' || !answer) return new Map();
  return valuesIn(formShape(schema, language, answer), answer, language);
}

/** A command that asks nothing is a button. */
function isButton({ shape }: ShownForm): boolean {
  return shape.fields.length === 0;
}

/** That a draft is kept, and when; and what an earlier answer could not fill in. */
function savedView(
  page: OpenedPage,
  { saved, reused, earlier }: PageMore,
  forms: readonly ShownForm[],
): Html | undefined {
  const { draft, language } = page;
  const form = forms.find(({ extras }) => extras);
  if (!saved || !draft || !form) return undefined;
  const from = earlier.find(({ instance }) => instance.id === reused);
  const left = from ? carriedOver(page, form.shape, from).left : [];
  return html`<div class="box done" role="status">
    <p>${words.draftSaved[language]} ${dateAndTime(draft.savedAt, language)}.</p>
    <p>${words.draftNotSent[language]}</p>
    ${from && html`<p>${words.reusedFrom[language]} ${earlierName(from, language)}. ${words.reusedCheck[language]}</p>`}
    ${
      left.length > 0 &&
      html`<p>${words.reusedLeft[language]}</p>
        <ul>
          ${left.map((label) => html`<li>${label}</li>`)}
        </ul>`
    }
  </div>`;
}

function passOnView(page: OpenedPage, forms: readonly ShownForm[], { newFormId, handOver }: PageMore): Html | false {
  const { definition, instance, language } = page;
  const canHandOver = allowedCommands(definition, instance, 'respondent').some(({ name }) => name === 'hand-over');
  if (canHandOver) return handOverView(page, handOver, newFormId);
  const asksSomething = forms.some(({ command }) => command !== 'correct-answer');
  return (
    asksSomething &&
    html`<h2>${words.passOn[language]}</h2>
      <p>${words.passOnHow[language]}</p>`
  );
}

function sentView(page: OpenedPage, sent: Sent, forms: readonly ShownForm[]): Html | undefined {
  const { language } = page;
  switch (sent.outcome) {
    case 'received': {
      const latest = page.taken[0];
      if (!latest) return undefined;
      const [thanks, changes] =
        latest.command === 'confirm-receipt' ? [words.confirmed] : [words.thanks, words.changes];
      return html`<div class="box done" role="status">
        <p>${thanks[language]}</p>
        <p>${words.receivedAt[language]} ${dateAndTime(latest.event.at, language)}. ${changes?.[language]}</p>
      </div>`;
    }
    case 'invalid':
      return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
        <p>${words.errors[language]}</p>
        ${errorList({ ...sent, shape: forms.find(({ command }) => command === sent.command)?.shape })}
      </div>`;
    case 'refused':
      return html`<div class="box wrong" role="alert" tabindex="-1" autofocus><p>${sent.says}</p></div>`;
    case 'overtaken':
      return overtakenView(page, sent, forms);
    case 'draft-overtaken':
      return draftOvertakenView(page, sent.command);
  }
}

/** Somebody else was faster: nothing that was written is lost, it is in the form again or here to be copied. */
function overtakenView(
  page: OpenedPage,
  { command, values }: { command: string; values: FormValues },
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

/** Somebody has kept another draft meanwhile: both are there, one in the form and the other to be read. */
function draftOvertakenView(page: OpenedPage, command: string): Html {
  const { language, draft } = page;
  const other = draft && unsavedView(page, command, new Map(Object.entries(draft.values)), words.otherDraft);
  return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
      <p>${words.draftOvertaken[language]}</p>
      ${draft && html`<p>${words.draftSaved[language]} ${dateAndTime(draft.savedAt, language)}.</p>`}
      <p>${words.draftOvertakenHow[language]}</p>
    </div>
    ${other}`;
}

/** By when; or that nothing is awaited; or that it has ended. */
function standingView(page: OpenedPage, { due, beside }: Explanation, forms: readonly ShownForm[]): Html {
  const { instance, language } = page;
  if (instance.status !== 'open') return html`<div class="box"><p>${endedSentence(page)}</p></div>`;
  if (forms.length === 0 || forms[0]?.command === 'correct-answer')
    return html`<div class="box"><p>${words.nothingMore[language]}</p></div>`;
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
  page: OpenedPage,
  [first, ...others]: readonly ShownForm[],
  { formHeading, mainCommand }: Explanation,
): Html | false {
  if (!first) return false;
  const { language } = page;
  return html`<section aria-labelledby="form">
    <h2 id="form" tabindex="-1">${first.command === mainCommand ? formHeading : first.title}</h2>
    ${draftView(page, first)}
    ${
      first.command === 'correct-answer'
        ? html`<details ${first.values.size > 0 && (page.draft ?? first.errors.length > 0) && 'open'}>
            <summary>${words.correct[language]}</summary>
            <p>${words.correctHow[language]}</p>
            ${formView(first, language, 'first')}
          </details>`
        : formView(first, language, 'first')
    }
    ${others.length > 0 && html`<h2>${words.otherForms[language]}</h2>`}
    ${others.map(
      (form) =>
        html`<details id="${formAnchor(form.command)}" ${form.values.size > 0 && 'open'}>
          <summary>${form.title}</summary>
          ${formView(form, language, 'second')}
        </details>`,
    )}
  </section>`;
}

function draftView({ draft, language }: OpenedPage, { extras }: ShownForm): Html | false {
  return (
    draft !== undefined &&
    extras !== undefined &&
    html`<p class="soft">
      ${words.draftSaved[language]} ${dateAndTime(draft.savedAt, language)}. ${words.draftSeen[language]}
    </p>`
  );
}

function receiptLink({ taken, address, language }: OpenedPage): Html | false {
  return (
    // That a request has come through is no answer to keep.
    taken.some(({ command }) => command !== 'confirm-receipt') &&
    html`<p class="screen"><a href="${address}/receipt?lang=${language}">${words.toReceipt[language]}</a></p>`
  );
}
