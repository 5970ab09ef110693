import { may } from '../../access/may';
import { type Html, html } from '../../pages/html';
import { organisationName } from '../../pages/names';
import { dateAndTime, longDate } from '../../pages/page-dates';
import type { TaskView } from '../../tasks/task-desk';
import { deskPage } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { filterForm, pagesView } from '../filter.view';
import { textError, textForm, type TextForm } from '../note-form.view';
import { organisationField } from '../notifications/notifications.page';
import { taskPageWords as words } from './task-page-words';

export type TaskPageFilter = { status?: 'open' | 'closed' | undefined; organisation?: string | undefined };

/** What people have to look at, the oldest first. */
export function tasksPage(
  at: AtDesk,
  { items, next, filter }: { items: readonly TaskView[]; next: string | null; filter: TaskPageFilter },
): Html {
  const { language } = at;
  const statuses = (['open', 'closed'] as const).map((status) => ({ value: status, label: words[status][language] }));
  return deskPage(at, {
    title: words.title[language],
    here: '/tasks',
    main: html`<h1>${words.title[language]}</h1>
      ${filterForm(at, '/tasks', [
        { name: 'status', label: deskWords.state[language], value: filter.status, options: statuses },
        organisationField(at, filter.organisation),
      ])}
      ${items.length === 0 && html`<p>${words.none[language]}</p>`}
      <ul class="list">
        ${items.map(
          (task) =>
            html`<li>
              <a href="${deskPath(at, `/tasks/${encodeURIComponent(task.id)}`)}">${titleOf(at, task)}</a>
              <span class="soft">${words[task.status][language]}, ${when(at, task.closedAt ?? task.openedAt)}</span>
            </li>`,
        )}
      </ul>
      ${pagesView(at, '/tasks', { filter, next })}`,
  });
}

function titleOf({ register, language }: AtDesk, { title, organisation }: TaskView): string {
  return organisation !== null && register ? `${title} – ${organisationName(register, organisation, language)}` : title;
}

function when({ language }: AtDesk, at: string): string {
  return dateAndTime(at as never, language, longDate);
}

export type ShownTask = { task: TaskView; formId: string; again: TextForm['again']; isDone: boolean };

/** One task: what has happened, why it matters, what can be done; and closing it. */
export function taskPage(at: AtDesk, shown: ShownTask): Html {
  const { language, caller } = at;
  const { task, again, isDone } = shown;
  const form = closeForm(at, shown);
  const title = titleOf(at, task);
  return deskPage(at, {
    title: again ? `${deskWords.errorInTitle[language]}: ${title}` : title,
    here: '/tasks',
    main: html`<div class="narrow">
      <h1>${title}</h1>
      ${isDone && html`<div class="box done" role="status"><p>${words.done[language]}</p></div>`}
      ${textError(deskWords.errors[language], form)}
      <p class="lead">${words[task.status][language]}</p>
      ${factsView(at, task)}
      ${(['happened', 'matters', 'todo'] as const).map(
        (part) =>
          html`<h2>${words[part][language]}</h2>
            <p>${task[part]}</p>`,
      )}
      ${
        task.status === 'open' &&
        may(caller, 'tasks:write') &&
        html`<h2>${words.close[language]}</h2>
          <p>${words.closeHow[language]}</p>
          ${textForm(at, form)}`
      }
    </div>`,
  });
}

function factsView(at: AtDesk, task: TaskView): Html {
  const { language } = at;
  const { workflow, notification, openedAt, closedAt, note } = task;
  const facts: [string, Html | string | null][] = [
    [
      deskWords.about[language],
      workflow !== null ? html`<a href="${workflowPath(at, workflow)}">${workflow}</a>` : null,
    ],
    [
      words.message[language],
      notification !== null
        ? html`<a href="${deskPath(at, `/notifications/${encodeURIComponent(notification)}`)}">${notification}</a>`
        : null,
    ],
    [words.openedAt[language], when(at, openedAt)],
    [words.closedAt[language], closedAt !== null ? when(at, closedAt) : null],
    [words.note[language], note !== null ? html`<span class="said">${note}</span>` : null],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        value !== null &&
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function closeForm({ language }: AtDesk, { task, formId, again }: ShownTask): TextForm {
  return {
    action: deskPath({ language }, `/tasks/${encodeURIComponent(task.id)}/close`),
    formId,
    name: 'note',
    label: words.note[language],
    help: words.noteHelp[language],
    button: words.close[language],
    rows: 4,
    again,
  };
}
