import { isCivilDate } from '@app/domain';
import type { Notification } from '@app/store';
import { definitionOf, type Instance, standing } from '@app/workflows';
import { actorOf } from '../../access/caller';
import { may } from '../../access/may';
import { sizeOf } from '../../answer-page/file-list.view';
import { type Html, html } from '../../pages/html';
import { dateAndTime, longDate } from '../../pages/page-dates';
import type { WorkflowView } from '../../workflows/workflow.schema';
import { deskPage, sealed } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { mailItem } from '../notifications/notifications.page';
import { matterOf } from '../today/today.page';
import { commandForm } from './command-form';
import type { Told } from './history';
import { proposalPath, proposedView } from './proposal.page';
import { waitingWords } from './waiting-words';
import { basisNames, deadlineStates, reachStates, workflowWords as words } from './workflow-words';

export type ShownWorkflow = {
  instance: Instance;
  view: WorkflowView;
  children: readonly Instance[];
  history: { events: readonly Told[]; earlier: number | null; isLatest: boolean };
  /** Undefined where the caller may not read mails. */
  mails: { items: readonly Notification[]; more: boolean } | undefined;
  /** What has just been done or proposed, by its title. */
  done: { title: string; proposed: boolean } | undefined;
};

/** One matter: how it stands, what can be done, what has happened. */
export function workflowPage(at: AtDesk, shown: ShownWorkflow): Html {
  const { language } = at;
  const { instance, view, done } = shown;
  const title = matterOf(at, instance);
  return deskPage(at, {
    title,
    here: '/workflows',
    main: html`<h1>${title}</h1>
      ${done && doneView(at, done)}
      <p class="lead">${view.title}</p>
      ${view.withheld && html`<p class="box">${words.withheld[language]}</p>`} ${factsView(at, instance, view)}
      ${commandsView(at, instance, view)} ${proposalsView(at, instance, view)} ${deadlinesView(at, view)}
      ${childrenView(at, shown.children)} ${documentsView(at, view)} ${historyView(at, shown)} ${mailsView(at, shown)}`,
  });
}

function doneView({ language }: AtDesk, { title, proposed }: NonNullable<ShownWorkflow['done']>): Html {
  return html`<div class="box done" role="status">
    <p>${words[proposed ? 'proposed' : 'done'][language]} ${title}</p>
    ${proposed && html`<p>${words.proposedHow[language]}</p>`}
  </div>`;
}

function factsView(at: AtDesk, instance: Instance, view: WorkflowView): Html {
  const { language } = at;
  const facts: (readonly [string, Html | string])[] = [
    [words.waitingFor[language], waitingWords(at, instance, view) ?? words.nobody[language]],
    ...(view.paused
      ? [
          [
            words.paused[language],
            `${day(view.paused.on, at)}${view.paused.reason === null ? '' : `: ${view.paused.reason}`}`,
          ] as const,
        ]
      : []),
    ...(view.reach
      ? [[words.reach[language], `${reachStates[view.reach.state][language]}, ${day(view.reach.since, at)}`] as const]
      : []),
    ...(view.parent
      ? [[words.parent[language], html`<a href="${workflowPath(at, view.parent.id)}">${view.parent.id}</a>`] as const]
      : []),
    [words.startedOn[language], day(view.startedOn, at)],
    ...(view.endedOn === null ? [] : [[words.endedOn[language], day(view.endedOn, at)] as const]),
    [words.id[language], view.id],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** Recording an answer that has come another way is what most people come for: it stands first. */
const onBehalf = new Set(['record-answer', 'record-received-answer', 'record-decision']);

function commandsView(
  at: AtDesk,
  instance: Instance,
  { id, availableCommands, definition, waitingFor }: WorkflowView,
): Html {
  const { language, caller } = at;
  const offered = may(caller, 'workflows:write') ? availableCommands : [];
  const forOthers = waitingFor.some(({ organisations }) => organisations.some((one) => one !== caller.county));
  const isForThem = ({ name }: { name: string }) => forOthers && onBehalf.has(name);
  const item = ({ name, title }: (typeof offered)[number]) =>
    html`<li>
      <a href="${deskPath(at, `/workflows/${encodeURIComponent(id)}/commands/${encodeURIComponent(name)}`)}"
        >${title}</a
      >
      ${isForThem({ name }) && html`<span class="soft">${words.onBehalf[language]}</span>`}
      ${!commandForm(instance, name, at)?.shape && html`<span class="soft">(${words.apiOnly[language]})</span>`}
    </li>`;
  return html`<section aria-labelledby="commands" data-definition="${definition.name}">
    <h2 id="commands">${words.commands[language]}</h2>
    ${
      offered.length === 0
        ? html`<p>${words.nothingToDo[language]}</p>`
        : html`<ul class="commands">
            ${[...offered].sort((a, b) => Number(isForThem(b)) - Number(isForThem(a))).map(item)}
          </ul>`
    }
  </section>`;
}

function proposalsView(at: AtDesk, instance: Instance, { proposals }: WorkflowView): Html | false {
  const { language, caller } = at;
  if (proposals.length === 0) return false;
  const decides = may(caller, 'proposals:decide');
  return html`<section aria-labelledby="proposals">
    <h2 id="proposals">${words.proposals[language]}</h2>
    <ul class="list">
      ${proposals.map((one) => {
        return html`<li>
          <strong>${one.title}</strong>
          <span
            >${words.proposedBy[language]} ${one.proposedBy},
            ${dateAndTime(one.proposedAt as never, language, longDate)}</span
          >
          ${proposedView(at, instance, one)}
          ${
            decides &&
            html`<form method="post" action="${proposalPath(at, one)}">
              ${sealed(at)}
              <div class="buttons">
                ${
                  one.proposedBy !== actorOf(caller).id &&
                  html`<button type="submit" name="do" value="preview">
                    ${words.preview[language]}: ${one.title}
                  </button>`
                }
                <button type="submit" class="second" name="do" value="reject">
                  ${words.reject[language]}: ${one.title}
                </button>
              </div>
            </form>`
          }
        </li>`;
      })}
    </ul>
  </section>`;
}

function deadlinesView({ language }: AtDesk, { deadlines }: WorkflowView): Html {
  const columns = [words.deadline, words.state, words.basis].map((one) => one[language]);
  return html`<section aria-labelledby="deadlines">
    <h2 id="deadlines">${words.deadlines[language]}</h2>
    ${
      deadlines.length === 0
        ? html`<p>${words.noDeadlines[language]}</p>`
        : html`<table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col"><span class="unseen">${words.deadlines[language]}</span></th>
                ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${deadlines.map(
                ({ title, dueAt, status, basis, citation }) =>
                  html`<tr role="row">
                    <th role="rowheader" scope="row">${title}</th>
                    <td role="cell" data-column="${columns[0]}">${dateAndTime(dueAt as never, language, longDate)}</td>
                    <td role="cell" data-column="${columns[1]}" class="${status === 'passed' && 'overdue'}">
                      ${status === 'passed' ? html`<strong>${deadlineStates[status][language]}</strong>` : deadlineStates[status][language]}
                    </td>
                    <td role="cell" data-column="${columns[2]}">
                      ${basisNames[basis][language]}${citation !== null && html` (${citation})`}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function childrenView(at: AtDesk, children: readonly Instance[]): Html | false {
  const { language } = at;
  if (children.length === 0) return false;
  return html`<section aria-labelledby="children">
    <h2 id="children">${words.children[language]} (${children.length})</h2>
    <ul class="list">
      ${children.map(
        (child) =>
          html`<li>
            <a href="${workflowPath(at, child.id)}">${matterOf(at, child)}</a>
            <span>${standing(definitionOf(child.definition), child).title[language]}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function documentsView(at: AtDesk, { id: workflow, documents, records }: WorkflowView): Html | false {
  const { language } = at;
  if (documents.length + records.length === 0) return false;
  return html`<section aria-labelledby="documents">
    <h2 id="documents">${words.documents[language]}</h2>
    <ul>
      ${documents.map(
        ({ id, title, link, file }) =>
          html`<li>
            ${link ? html`<a href="${link.url}" rel="noreferrer">${title}</a>` : file ? html`<a href="${documentPath(at, workflow, id)}">${title}</a>` : title}${file && html` (${sizeOf(file.bytes, language)})`}
          </li>`,
      )}
    </ul>
    ${
      records.length > 0 &&
      html`<h3>${words.records[language]}</h3>
        <ul>
          ${records.map(({ id, caseNumber }) => html`<li>${id}${caseNumber !== null && html` (${caseNumber})`}</li>`)}
        </ul>`
    }
  </section>`;
}

function historyView(at: AtDesk, { instance, history }: ShownWorkflow): Html {
  const { language } = at;
  return html`<section aria-labelledby="history">
    <h2 id="history">${words.history[language]}</h2>
    ${historyList(at, history.events)}
    <p class="pages">
      ${
        history.earlier !== null &&
        html`<a href="${workflowPath(at, instance.id, { before: String(history.earlier) })}#history"
          >${words.earlier[language]}</a
        >`
      }
      ${!history.isLatest && html`<a href="${workflowPath(at, instance.id)}#history">${words.latest[language]}</a>`}
    </p>
  </section>`;
}

/** What happened, each with when; `linked` says with what matter too, for those who read of many. */
export function historyList(
  { language }: Pick<AtDesk, 'language'>,
  events: readonly Told[],
  { linked = false }: { linked?: boolean } = {},
): Html {
  return html`<ol class="history">
    ${events.map(
      ({ at, words: said, note, stream, isWorkflow }) =>
        html`<li>
          <time datetime="${at}">${dateAndTime(at, language, longDate)}</time> ${said}
          ${linked && isWorkflow && html`<a class="matter" href="${workflowPath({ language }, stream)}">${stream}</a>`}
          ${note !== null && html`<p class="said soft">${note}</p>`}
        </li>`,
    )}
  </ol>`;
}

function mailsView(at: AtDesk, { instance, mails }: ShownWorkflow): Html | undefined {
  const { language } = at;
  return (
    mails &&
    html`<section aria-labelledby="mails">
      <h2 id="mails">${words.mails[language]}</h2>
      ${mails.items.length === 0 && html`<p>${words.noMails[language]}</p>`}
      <ul class="list">
        ${mails.items.map((mail) => html`<li>${mailItem(at, mail)}</li>`)}
      </ul>
      ${
        mails.more &&
        html`<p>
          <a href="${deskPath(at, '/notifications', { workflow: instance.id })}">${words.allMails[language]}</a>
        </p>`
      }
    </section>`
  );
}

function day(on: string, { language }: AtDesk): string {
  return isCivilDate(on) ? longDate(on, language) : on;
}

function documentPath(at: AtDesk, workflow: string, document: string): string {
  return deskPath(at, `/workflows/${encodeURIComponent(workflow)}/documents/${encodeURIComponent(document)}`);
}
