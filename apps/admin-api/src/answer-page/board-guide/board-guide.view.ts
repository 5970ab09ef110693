import type { CivilDate, Language } from '@app/domain';
import { z } from 'zod';
import { agendaItem } from '../agenda-item/agenda-item';
import type { AgendaFormat } from '../agenda-item/agenda-item.view';
import { handlingFacts } from '../explanations/acknowledgement';
import { day } from '../explanations/request-facts';
import type { ShownForm } from '../form.view';
import { formAnchor } from '../form.view';
import { type Html, html } from '../../pages/html';
import type { OpenedPage } from '../opened-link';
import { longDate, onDate } from '../../pages/page-dates';
import { guideWords as words } from './board-guide-words';
import { bodiesAsked, type BodyMeetings } from './organisation-bodies';

const announcedFacts = z.object({ announced: z.object({ body: z.string(), meetingOn: day }).nullable() });

/** How the matter is taken to be announced: the form's command, and what has been told already. */
type Announcing = { command: string; asks: string; told: string | undefined; after: string };

/**
 * The order of things for whoever takes the matter to a body: announce the meeting, download the agenda text, send the answer with
 * the day and the section. Nothing where no body of the organisation could handle what is asked, or nothing is awaited.
 */
export function boardGuideView(page: OpenedPage, forms: readonly ShownForm[]): Html | undefined {
  const { language } = page;
  // Where only what has been given can be corrected, nothing is awaited that a body could handle.
  if (!forms.some(({ command }) => command !== 'correct-answer') || !agendaItem(page)) return undefined;
  const { command, asks, told, after } = announcing(page);
  const canAnnounce = forms.some((form) => form.command === command);
  return html`<section aria-labelledby="board">
    <h2 id="board">${words.heading[language]}</h2>
    <ol class="steps">
      <li>
        ${asks} ${told !== undefined && html`<p><strong>${words.announced[language]}</strong> ${told}</p>`}
        ${canAnnounce && html`<p class="jump"><a href="#${formAnchor(command)}">${words.toForm[language]}</a></p>`}
        ${meetingsView(page)}
      </li>
      <li>
        ${words.download[language]}
        <ul>
          ${downloads(page)}
        </ul>
      </li>
      <li>${after}</li>
    </ol>
  </section>`;
}

function announcing(page: OpenedPage): Announcing {
  const { language, instance } = page;
  const handling = handlingFacts.safeParse(instance.context).data;
  const body = handling?.bodies[handling.bodyNo];
  if (handling && body) {
    const on = handling.onAgenda && body.meetingOn ? onDate(body.meetingOn, language) : undefined;
    return {
      command: 'place-on-agenda',
      asks: words.place[language],
      told: on,
      after: words.decisionAfter[language],
    };
  }
  const announced = announcedFacts.safeParse(instance.context).data?.announced;
  return {
    command: 'announce-handling',
    asks: words.announce[language],
    told: announced ? `${announced.body}, ${onDate(announced.meetingOn, language)}` : undefined,
    after: words.answerAfter[language],
  };
}

function meetingsView(page: OpenedPage): Html | false {
  const { language, today } = page;
  const bodies = bodiesAsked(page).filter(({ meetings }) => meetings.length > 0);
  if (bodies.length === 0) return false;
  return html`<details class="meetings">
    <summary>${words.meetings[language]}</summary>
    ${bodies.map((body) => bodyView(body, language, today))}
  </details>`;
}

function bodyView({ name, meetings }: BodyMeetings, language: Language, today: CivilDate): Html {
  return html`<h3>${name}</h3>
    <ul>
      ${meetings.map(
        ({ on, closesOn }) =>
          html`<li>
            ${longDate(on, language)}. ${words.closes[language]}: ${longDate(closesOn, language)}
            ${closesOn < today && words.closed[language]}
          </li>`,
      )}
    </ul>`;
}

/** In the page's language, and in the organisation's others: a bilingual body's agenda is in both. */
function downloads({ address, language, definition, instance, register }: OpenedPage): Html[] {
  const [organisation] = definition.concerns(instance.context as never);
  const own = register.organisations.find(({ id }) => id === organisation)?.languages ?? [];
  const link = (of: Language, format: AgendaFormat, title: string) =>
    html`<li>
      <a href="${address}/agenda-item?lang=${of}&format=${format}" lang="${of}" hreflang="${of}">${title}</a>
    </li>`;
  return [...new Set([language, ...own])].flatMap((of) => [
    link(of, 'txt', words.plain[of]),
    link(of, 'html', words.page[of]),
  ]);
}
