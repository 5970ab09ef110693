import { allowedCommands } from '@app/workflows';
import { explain } from './explanations/explain';
import { type Html, html } from '../pages/html';
import { layout } from '../pages/layout';
import { countyName } from '../pages/names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';
import { takenStepsView } from './taken-steps.view';
import { words } from './words';

/** A page to be kept or printed: what has been received, when and by which route, under which number, and what comes next. */
export function receiptPage(page: OpenedPage): Html {
  const { language, register, instance, definition, address } = page;
  const { heading, sections } = explain(page);
  const { caseNumber } = instance.context as { caseNumber?: string | null };
  const canCorrect = allowedCommands(definition, instance, 'respondent').some(({ name }) => name === 'correct-answer');
  const isReceived = page.taken.length > 0;
  return layout({
    language,
    title: `${words.receipt[language]}: ${heading}`,
    sender: countyName(register, language),
    main: html`<h1>${words.receipt[language]}</h1>
      <p class="lead">${heading}</p>
      <div class="box ${isReceived && 'done'}" role="status">
        <p>${isReceived ? words.thanks[language] : words.nothingYet[language]}</p>
        ${isReceived && html`<p class="screen">${words.receiptKept[language]}</p>`}
      </div>
      ${caseNumber && html`<p>${words.caseNumber[language]}: ${caseNumber}</p>`} ${takenStepsView(page)}
      ${
        isReceived &&
        html`<h2>${words.whatNext[language]}</h2>
          ${sections.slice(-1).flatMap(({ says }) => says.map((sentence) => html`<p>${sentence}</p>`))}
          <p>${canCorrect ? words.canCorrect[language] : words.changes[language]}</p>`
      }
      <p class="screen"><a href="${address}?lang=${language}">${words.backToPage[language]}</a></p>`,
    footer: html`${questionsView(page)}`,
  });
}
