import type { TaskView } from '../../tasks/task-desk';
import { definitionOf, type Instance, isAwaited } from '@app/workflows';
import { helsinkiDate, type Text } from '@app/domain';
import { shortDate } from '@app/mail';
import { outcomeNames } from '../../answer-page/standing-page/standing-words';
import { Html, html } from '../../pages/html';
import { organisationName } from '../../pages/names';
import { dateAndTime, longDate } from '../../pages/page-dates';
import { deskPage } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { mailHoldView } from '../mail-hold.view';
import type { DueKind } from './due-spans';
import { type Cell, columnsOnPage, type Matrix, type Order, orders, rowsOnPage } from './matrix';
import { matterTitle } from './matter-title';
import { orderNames, todayWords as words } from './today-words';

type Counted<Item> = { total: number; items: readonly Item[] };

export type Today = {
  overdue: Counted<Instance>;
  soon: Counted<Instance>;
  /** Undefined where the caller may not read tasks. */
  tasks: { items: readonly TaskView[]; more: boolean } | undefined;
  matrix: Matrix;
  /** Counted from one; `organisations` are all of them. */
  page: number;
  organisations: number;
  /** The first column that is shown, counted from nought. */
  column: number;
  order: Order;
};

/** How the county stands today: what is late, what is due next, what people have to look at, and who has answered what. */
export function todayPage(at: AtDesk, today: Today): Html {
  const { language } = at;
  const { overdue, soon, tasks } = today;
  return deskPage(at, {
    title: words.title[language],
    here: '',
    main: html`<h1>${longDate(at.today, language)}</h1>
      ${mailHoldView(at)}
      <ul class="numbers">
        <li class="${overdue.total > 0 && 'late'}">
          <strong>${overdue.total}</strong> <a href="#overdue">${words.overdue[language]}</a>
        </li>
        <li><strong>${soon.total}</strong> <a href="#soon">${words.thisWeek[language]}</a></li>
        ${
          tasks &&
          html`<li>
            <strong>${tasks.items.length}${tasks.more && '+'}</strong>
            <a href="#tasks">${words.openTasks[language]}</a>
          </li>`
        }
      </ul>
      ${dueView(at, 'overdue', overdue)} ${dueView(at, 'soon', soon)} ${tasks && tasksView(at, tasks)}
      ${matrixView(at, today)}`,
  });
}

const headings: Record<DueKind, Record<'title' | 'nothing', Text>> = {
  overdue: { title: words.overdue, nothing: words.nothingOverdue },
  soon: { title: words.thisWeek, nothing: words.nothingSoon },
};

function dueView(at: AtDesk, which: DueKind, { total, items }: Counted<Instance>): Html {
  const { language } = at;
  const { title, nothing } = headings[which];
  return html`<section aria-labelledby="${which}">
    <h2 id="${which}">${title[language]} (${total})</h2>
    ${
      items.length === 0
        ? html`<p>${nothing[language]}</p>`
        : html`<ul class="list">
            ${items.map((instance) => html`<li class="${which}">${dueItem(at, instance)}</li>`)}
          </ul>`
    }
    ${
      total > items.length &&
      html`<p>
        <a href="${deskPath(at, '/workflows', { due: which })}">${words.others[language]}: ${total - items.length}</a>
      </p>`
    }
  </section>`;
}

/** What is waited for, of whom, and by when. */
export function dueItem(at: AtDesk, instance: Instance): Html {
  const { language } = at;
  const definition = definitionOf(instance.definition);
  const [nearest] = Object.values(instance.deadlines)
    .filter(isAwaited)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const late = nearest !== undefined && nearest.dueAt <= at.now;
  return html`<a href="${workflowPath(at, instance.id)}">${matterOf(at, instance)}</a> ${
      nearest &&
      html`<span
        >${definition.deadlines[nearest.name]?.title[language] ?? nearest.name}:
        ${dateAndTime(nearest.dueAt, language, longDate)}
        ${late && html`<strong>${words.overdueNow[language]}.</strong>`}</span
      >`
    }`;
}

/** What the matter is called, with the organisation where it is one's. */
export function matterOf(at: AtDesk, instance: Instance): string {
  const { register, language } = at;
  const definition = definitionOf(instance.definition);
  const [organisation, ...others] = definition.concerns(instance.context as never);
  const matter = matterTitle(at, instance);
  return register && organisation !== undefined && others.length === 0
    ? `${matter} – ${organisationName(register, organisation, language)}`
    : matter;
}

function tasksView(at: AtDesk, { items, more }: NonNullable<Today['tasks']>): Html {
  const { language, register } = at;
  return html`<section aria-labelledby="tasks">
    <h2 id="tasks">${words.openTasks[language]}</h2>
    ${items.length === 0 && html`<p>${words.nothingOpen[language]}</p>`}
    <ul class="list">
      ${items.map(
        ({ id, title, organisation }) =>
          html`<li>
            <a href="${deskPath(at, `/tasks/${encodeURIComponent(id)}`)}"
              >${title}${organisation !== null && register && ` – ${organisationName(register, organisation, language)}`}</a
            >
          </li>`,
      )}
    </ul>
    ${more && html`<p><a href="${deskPath(at, '/tasks')}">${words.allTasks[language]}</a></p>`}
  </section>`;
}

function matrixView(at: AtDesk, today: Today): Html {
  const { language } = at;
  const { matrix, order, page, organisations, column } = today;
  const shown = matrix.columns.slice(column, column + columnsOnPage);
  const to = (query: { order?: Order; page?: number; column?: number }, label: string, current = false) =>
    html`<a
      href="${deskPath(at, '', { order, ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])) })}#matrix"
      ${current && new Html('aria-current="true"')}
      >${label}</a
    >`;
  const first = (page - 1) * rowsOnPage + 1;
  const last = first + matrix.rows.length - 1;
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">${words.matrix[language]}</h2>
    <p class="soft">${words.matrixHow[language]}</p>
    <nav class="filter" aria-label="${words.order[language]}">
      <ul>
        ${orders.map((one) => html`<li>${to({ order: one }, orderNames[one][language], one === order)}</li>`)}
      </ul>
    </nav>
    ${
      shown.length === 0 || matrix.rows.length === 0
        ? html`<p>${words.nothingAsked[language]}</p>`
        : html`<table role="table">
            <caption>
              ${words.rows[language]} ${first}–${last} (${organisations}), ${words.columns[language].toLowerCase()}
              ${column + 1}–${column + shown.length} (${matrix.columns.length})
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${deskWords.organisation[language]}</th>
                ${shown.map(({ title }) => html`<th role="columnheader" scope="col">${title}</th>`)}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${matrix.rows.map(
                ({ name, cells }) =>
                  html`<tr role="row">
                    <th role="rowheader" scope="row">${name}</th>
                    ${shown.map(({ key, title }) => cellView(at, title, cells.get(key)))}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <nav class="pages" aria-label="${deskWords.pages[language]}">
      ${page > 1 && to({ page: page - 1 }, deskWords.previous[language])}
      ${last < organisations && to({ page: page + 1 }, deskWords.next[language])}
      ${column > 0 && to({ page, column: Math.max(0, column - columnsOnPage) }, words.previousColumns[language])}
      ${
        column + columnsOnPage < matrix.columns.length &&
        to({ page, column: column + columnsOnPage }, words.nextColumns[language])
      }
    </nav>
  </section>`;
}

function cellView(at: AtDesk, title: string, cell: Cell | undefined): Html {
  const { language } = at;
  if (!cell)
    return html`<td role="cell" data-column="${title}"><span class="soft">${words.notAsked[language]}</span></td>`;
  const link = (label: string) => html`<a href="${workflowPath(at, cell.workflow)}">${label}</a>`;
  if (cell.state !== 'open') {
    const on = shortDate(cell.on, language);
    return html`<td role="cell" data-column="${title}">${link(outcomeNames[cell.state][language])} ${on}</td>`;
  }
  const { due } = cell;
  if (!due)
    return html`<td role="cell" data-column="${title}">${link(words.waits[language])}, ${words.noDate[language]}</td>`;
  return html`<td role="cell" data-column="${title}" class="${due.overdue && 'overdue'}">
    ${due.overdue ? html`<strong>${link(words.overdue[language])}</strong>` : link(words.waits[language])},
    ${words[due.overdue ? 'was' : 'by'][language]} ${shortDate(helsinkiDate(due.at), language)}
  </td>`;
}
