import {
  dutyPeriodWords,
  dutyStatuses,
  dutyStatusWords,
  evidenceWords,
  helsinkiDate,
  numericDate,
  type CivilDate,
  type DutyView,
  type EvidenceView,
  type Language,
} from '@app/domain';
import { type Html, html } from '../pages/html';
import { words } from './duties.words';

/** Where a piece of evidence leads to, by the workflow in which it was recorded; undefined where it is only named. */
type Linked = ((workflow: string) => string) | undefined;

/** The duties period by period, with how many of them stand how. */
export function dutiesView(duties: readonly DutyView[], language: Language, pathOf?: Linked): Html {
  if (duties.length === 0) return html`<p>${words.nothing[language]}</p>`;
  const counts = dutyStatuses
    .map((status) => ({ status, count: duties.filter((duty) => duty.status === status).length }))
    .filter(({ count }) => count > 0);
  return html`<h2 class="hidden">${words.counts[language]}</h2>
    <ul class="counts">
      ${counts.map(
        ({ status, count }) =>
          html`<li class="${status}"><span class="status">${dutyStatusWords[status][language]}</span> ${count}</li>`,
      )}
    </ul>
    <p class="soft">${words.derived[language]}</p>
    ${grouped(duties, ({ period }) => `${period.startsOn} ${period.endsOn}`).map((rows) => periodSection(rows, language, pathOf))}`;
}

function periodSection(rows: readonly DutyView[], language: Language, pathOf: Linked): Html {
  return html`<section>
    <h2>${rows.slice(0, 1).map(({ period }) => dutyPeriodWords(period)[language])}</h2>
    ${grouped(rows, ({ duty }) => duty).map((ofOneDuty) => dutyTable(ofOneDuty, language, pathOf))}
  </section>`;
}

/** The rows with one key together, in the order in which the keys come first. */
function grouped(duties: readonly DutyView[], keyOf: (duty: DutyView) => string): DutyView[][] {
  const groups = new Map<string, DutyView[]>();
  for (const duty of duties) {
    const group = groups.get(keyOf(duty));
    if (group) group.push(duty);
    else groups.set(keyOf(duty), [duty]);
  }
  return [...groups.values()];
}

// The roles repeat what the elements say: as blocks on a narrow screen they would no longer be a table to a screen reader.
function dutyTable(rows: readonly DutyView[], language: Language, pathOf: Linked): Html {
  const columns = [words.whose, words.status, words.evidence].map((word) => word[language]);
  return html`<table role="table">
    ${rows.slice(0, 1).map(
      ({ title, basis }) =>
        html`<caption>
          <strong class="title">${title}</strong>
          ${basis.text}
        </caption>`,
    )}
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => dutyRow(row, language, pathOf))}
    </tbody>
  </table>`;
}

function dutyRow({ organisation, status, reason, evidence }: DutyView, language: Language, pathOf: Linked): Html {
  return html`<tr role="row" class="${status}">
    <th role="rowheader" scope="row">${organisation.name}</th>
    <td role="cell" data-column="${words.status[language]}">
      <p class="status">${dutyStatusWords[status][language]}</p>
      ${reason !== undefined && html`<p>${reason}</p>`}
    </td>
    <td role="cell" data-column="${words.evidence[language]}">
      ${
        evidence.length === 0
          ? html`<p class="soft">${words.noEvidence[language]}</p>`
          : html`<ul>
              ${evidence.map((item) => evidenceItem(item, language, pathOf))}
            </ul>`
      }
    </td>
  </tr>`;
}

function evidenceItem(evidence: EvidenceView, language: Language, pathOf: Linked): Html {
  const { on, fulfils, source, event } = evidence;
  return html`<li class="${fulfils ? 'fulfils' : 'supports'}">
    <time datetime="${on}">${numericDay(on, language)}</time> ${evidenceWords(evidence, language)}
    ${fulfils && html`<strong>${words.fulfils[language]}.</strong>`} ${source !== null && sourceOf(source)}
    <span class="event"
      >${pathOf ? html`<a href="${pathOf(event.stream)}">${event.id}</a>` : event.id}, ${words.recorded[language]}
      ${numericDay(helsinkiDate(event.at), language)}</span
    >
  </li>`;
}

function sourceOf(source: string): Html {
  return /^https?:\/\//.test(source) ? html`<a href="${source}">${source}</a>` : html`(${source})`;
}

/** '17.8.2026', as the language writes it. */
export function numericDay(on: CivilDate, language: Language): string {
  return numericDate(on)[language];
}
