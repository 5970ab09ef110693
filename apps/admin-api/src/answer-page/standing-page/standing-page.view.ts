import { helsinkiInstant, helsinkiDate } from '@app/domain';
import { basisSentence } from '@app/mail';
import { Html, html } from '../../pages/html';
import { layout } from '../../pages/layout';
import { countyName, organisationName } from '../../pages/names';
import { dateAndTime, longDate, onDate } from '../../pages/page-dates';
import { questionsView } from '../questions.view';
import { type ComingMatter, type DoneMatter, doneMatters, type OpenMatter, openMatters } from './asked-matters';
import { comingMatters } from './coming-matters';
import type { OpenedStanding } from './opened-standing';
import { type StandingFilter, standingFilters } from './standing-filter';
import { filterNames, outcomeNames, standingWords as words } from './standing-words';

type Matters = { open: OpenMatter[]; done: DoneMatter[]; coming: ComingMatter[] };

/** All that is asked of an organisation: what is open, what has been answered this year, and what is coming. */
export function standingPage(page: OpenedStanding, filter: StandingFilter): Html {
  const { language, register, link, instances, now, today } = page;
  const { organisation } = link;
  const matters: Matters = {
    open: openMatters(instances, { organisation, language, now }),
    done: doneMatters(instances, { organisation, language }, today.slice(0, 4)),
    coming: comingMatters(instances, { organisation, language, today }),
  };
  const heading = `${words.heading[language]}: ${organisationName(register, organisation, language)}`;
  const shows = (section: StandingFilter) => filter === 'all' || filter === section;
  return layout({
    language,
    title: heading,
    sender: countyName(register, language),
    ...(filter !== 'all' && { query: `show=${filter}` }),
    main: html`<h1>${heading}</h1>
      ${filterView(page, filter, matters)} ${shows('open') && openView(page, matters.open)}
      ${shows('done') && doneView(page, matters.done)} ${shows('coming') && comingView(page, matters.coming)}`,
    footer: html`<h2>${words.secretHeading[language]}</h2>
      <p>${words.secret[language]} ${words.expires[language]} ${onDate(helsinkiDate(link.expiresAt), language)}.</p>
      ${questionsView(page)}`,
  });
}

function filterView({ language }: OpenedStanding, chosen: StandingFilter, matters: Matters): Html {
  const count = (filter: StandingFilter) => filter !== 'all' && ` (${matters[filter].length})`;
  return html`<nav class="filter jump" aria-label="${words.filter[language]}">
    <ul>
      ${standingFilters.map(
        (filter) =>
          html`<li>
            <a href="?lang=${language}&show=${filter}" ${filter === chosen && new Html('aria-current="true"')}
              >${filterNames[filter][language]}${count(filter)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function openView(page: OpenedStanding, open: readonly OpenMatter[]): Html {
  const { language } = page;
  return html`<section aria-labelledby="open">
    <h2 id="open">${words.open[language]}</h2>
    ${open.length === 0 && html`<p>${words.nothingOpen[language]}</p>`}
    ${open.map((matter) => openMatterView(page, matter))}
  </section>`;
}

function openMatterView({ language, register, address }: OpenedStanding, matter: OpenMatter): Html {
  const { workflow, title, due, state } = matter;
  const link = `${address}/requests/${encodeURIComponent(workflow)}?lang=${language}`;
  return html`<article class="box ${due?.overdue && 'wrong'}">
    <h3><a href="${link}">${title}</a></h3>
    ${due?.overdue && html`<p><strong>${words.overdue[language]}</strong></p>`}
    <p>
      ${
        due
          ? `${words[due.overdue ? 'was' : 'by'][language]} ${whenDue(due, language)}. ${basisSentence(due.basis, language)}`
          : words.noDate[language]
      }
    </p>
    <p>${words.asks[language]}: ${countyName(register, language)}. ${words.state[language]}: ${state}.</p>
  </article>`;
}

function whenDue({ at, overdue }: NonNullable<OpenMatter['due']>, language: OpenedStanding['language']): string {
  return dateAndTime(at, language, language === 'fi' && !overdue ? onDate : longDate);
}

function doneView({ language, address }: OpenedStanding, done: readonly DoneMatter[]): Html {
  return html`<section aria-labelledby="done">
    <h2 id="done">${words.done[language]}</h2>
    ${done.length === 0 && html`<p>${words.nothingDone[language]}</p>`}
    ${
      done.length > 0 &&
      html`<ul class="matters">
        ${done.map(
          ({ workflow, title, outcome, on }) =>
            html`<li>
              <a href="${address}/requests/${encodeURIComponent(workflow)}?lang=${language}">${title}</a>
              <span>${outcomeNames[outcome][language]} ${onDate(on, language)}.</span>
            </li>`,
        )}
      </ul>`
    }
  </section>`;
}

function comingView({ language }: OpenedStanding, coming: readonly ComingMatter[]): Html {
  return html`<section aria-labelledby="coming">
    <h2 id="coming">${words.coming[language]}</h2>
    ${coming.length === 0 && html`<p>${words.nothingComing[language]}</p>`}
    ${
      coming.length > 0 &&
      html`<ul class="matters">
        ${coming.map((matter) => comingMatterView(matter, language))}
      </ul>`
    }
  </section>`;
}

function comingMatterView({ matter, title, on, at, place }: ComingMatter, language: OpenedStanding['language']): Html {
  const when = at === undefined ? longDate(on, language) : dateAndTime(helsinkiInstant(on, at), language, longDate);
  return html`<li>
    <strong>${when}</strong>
    <span>${title === matter ? title : `${matter}: ${title}`}${place !== undefined && `, ${place}`}</span>
  </li>`;
}
