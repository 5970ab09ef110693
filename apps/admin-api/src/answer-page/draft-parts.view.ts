import type { Language, Register } from '@app/domain';
import type { Draft, EarlierAnswer } from '@app/store';
import { definitionOf } from '@app/workflows';
import { fileListView } from './file-list.view';
import { type Html, html } from '../pages/html';
import { onDate } from '../pages/page-dates';
import { words } from './words';

/** What goes with a form whose draft is kept. */
export type FormExtras = { draft: Draft | undefined; earlier: readonly EarlierAnswer[]; register: Register };

type Parts = { first: Html; reuse: Html | false; files: Html; save: Html };

/** The parts of such a form: what stands first in it, what fills it in, its files, and the button that keeps it. */
export function draftPartsView(id: string, { draft, earlier }: FormExtras, language: Language): Parts {
  return {
    // Enter in a field presses the first button there is: it keeps what is written and sends nothing.
    first: html`<button type="submit" name="do" value="draft" hidden tabindex="-1"></button>
      <input type="hidden" name="draft" value="${draft?.version ?? 0}" />`,
    reuse: earlier.length > 0 && reuseView(id, earlier, language),
    files: fileListView(id, draft?.files ?? [], language),
    save: html`<button type="submit" class="second" name="do" value="draft">${words.saveDraft[language]}</button>`,
  };
}

function reuseView(id: string, earlier: readonly EarlierAnswer[], language: Language): Html {
  return html`<details class="reuse">
    <summary>${words.reuse[language]}</summary>
    <p>${words.reuseHow[language]}</p>
    <fieldset class="field" aria-labelledby="${id}-reuse">
      <legend id="${id}-reuse">${words.reuseWhich[language]}</legend>
      ${earlier.map((one, index) => {
        const own = `${id}-reuse-${index}`;
        return html`<div class="choice">
          <input type="radio" id="${own}" name="from" value="${one.instance.id}" ${index === 0 && checked} />
          <label for="${own}">${earlierName(one, language)}</label>
        </div>`;
      })}
    </fieldset>
    <button type="submit" class="light" name="do" value="reuse">${words.reuseButton[language]}</button>
  </details>`;
}

const checked = html`checked`;

/** What was asked, and when it was answered. */
export function earlierName({ instance, answeredOn }: EarlierAnswer, language: Language): string {
  const { about } = instance.context as { about?: string };
  const matter = definitionOf(instance.definition).matter(instance.context as never)[language];
  const which = about === undefined || matter.includes(about) ? matter : `${matter} (${about})`;
  return `${which}, ${words.answeredOn[language]} ${onDate(answeredOn, language)}`;
}
