import { isCivilDate } from '@app/domain';
import { definitions, findDefinition, type Instance } from '@app/workflows';
import { type Html, html } from '../../pages/html';
import { longDate } from '../../pages/page-dates';
import type { WorkflowSummary } from '../../workflows/workflow.schema';
import { deskPage } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { filterForm } from '../filter.view';
import { organisationField } from '../notifications/notifications.page';
import { type DueKind, dueKinds } from '../today/due-spans';
import { dueItem } from '../today/today.page';
import { todayWords } from '../today/today-words';
import { yearWords } from '../duties/year-words';
import { waitingWords } from '../workflow/waiting-words';
import { workflowWords } from '../workflow/workflow-words';
import { workflowListWords as words } from './workflow-list-words';

/** `ended` is closed or cancelled. */
export const workflowStates = ['open', 'ended'] as const;

type Row = { instance: Instance; summary: WorkflowSummary };

export type ShownWorkflows = {
  rows: readonly Row[];
  total: number;
  /** Counted from one. */
  page: number;
  pages: number;
  asked: {
    status: (typeof workflowStates)[number] | undefined;
    definition?: string | undefined;
    organisation?: string | undefined;
    year?: number | undefined;
    due?: DueKind | undefined;
  };
};

/** The matters of the county, what is due next first. */
export function workflowsPage(at: AtDesk, { rows, total, page, pages, asked }: ShownWorkflows): Html {
  const { language } = at;
  const title = words.title[language];
  const to = (other: number, label: string) =>
    html`<a href="${deskPath(at, '/workflows', { ...addressOf(asked), page: String(other) })}">${label}</a>`;
  return deskPage(at, {
    title: pages > 1 ? `${title}, ${words.page[language]} ${page}/${pages}` : title,
    here: '/workflows',
    main: html`<h1>${title}</h1>
      <p class="soft">${words.how[language]}</p>
      ${filtersView(at, asked)}
      <p>${words.found[language]}: ${total}${pages > 1 && html`, ${words.page[language]} ${page}/${pages}`}.</p>
      ${total === 0 && html`<p>${words.none[language]}</p>`}
      <ul class="list">
        ${rows.map((row) => html`<li class="workflow">${itemView(at, row)}</li>`)}
      </ul>
      <nav class="pages" aria-label="${deskWords.pages[language]}">
        ${page > 1 && to(Math.min(page - 1, pages), deskWords.previous[language])}
        ${page < pages && to(page + 1, deskWords.next[language])}
      </nav>`,
  });
}

function addressOf({ status, year, ...others }: ShownWorkflows['asked']) {
  return { ...others, status: status ?? '', year: year === undefined ? undefined : String(year) };
}

function filtersView(at: AtDesk, asked: ShownWorkflows['asked']): Html {
  const { language } = at;
  const { status, definition, organisation, year = '', due } = asked;
  return filterForm(at, '/workflows', [
    {
      name: 'status',
      label: deskWords.state[language],
      value: status,
      options: workflowStates.map((value) => ({ value, label: words[value][language] })),
    },
    { name: 'definition', label: words.kind[language], value: definition, options: kinds(at) },
    organisationField(at, organisation),
    {
      name: 'due',
      label: words.due[language],
      value: due,
      options: dueKinds.map((value) => ({
        value,
        label: (value === 'soon' ? todayWords.thisWeek : todayWords[value])[language],
      })),
    },
    { name: 'year', label: yearWords.year[language], value: String(year) },
  ]);
}

/** Every kind of matter once, by what it is called in its latest version. */
function kinds({ language }: AtDesk): { value: string; label: string }[] {
  const titles = new Map(
    [...definitions].sort((a, b) => a.version - b.version).map(({ name, title }) => [name, title[language]]),
  );
  return [...titles]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

function itemView(at: AtDesk, { instance, summary }: Row): Html {
  const { language } = at;
  const { id, definition, title, endedOn, paused } = summary;
  const waiting = waitingWords(at, instance, summary);
  const facts = [
    [words.kind, definition.title],
    [workflowWords.state, title],
    [workflowWords.paused, paused && day(paused.on, at)],
    [workflowWords.waitingFor, waiting],
    [workflowWords.endedOn, endedOn && day(endedOn, at)],
  ] as const;
  // One of a version that this software does not know has no words for its dates.
  const isKnown = findDefinition(definition.name, definition.version) !== undefined;
  return html`${isKnown ? dueItem(at, instance) : html`<a href="${workflowPath(at, id)}">${id}</a>`}
  ${facts.map(([name, value]) => value && html`<span>${name[language]}: ${value}</span>`)}`;
}

function day(on: string, { language }: AtDesk): string {
  return isCivilDate(on) ? longDate(on, language) : on;
}
