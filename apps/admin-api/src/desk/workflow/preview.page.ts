import { isCivilDate } from '@app/domain';
import type { Instance } from '@app/workflows';
import { writtenView } from '../../answer-page/taken-steps.view';
import { Html, html } from '../../pages/html';
import { organisationName } from '../../pages/names';
import { dateAndTime, longDate } from '../../pages/page-dates';
import { audienceTitle, mailTitle } from '@app/workflows';
import type { ForeseenView } from '../../workflows/foreseen.schema';
import { deskPage, sealed } from '../desk-page';
import { type AtDesk, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { mailHoldView } from '../mail-hold.view';
import { matterOf } from '../today/today.page';
import type { CommandForm, SentCommand } from './command-form';
import { commandPath, writtenFields } from './command.page';
import { previewWords as words, workflowWords } from './workflow-words';

export type ShownPreview = {
  instance: Instance;
  form: CommandForm;
  sent: SentCommand;
  foreseen: ForeseenView;
  /** The county wants somebody else to confirm it. */
  needsSecond: boolean;
};

/** What a command would do, to be confirmed on the version that was seen. */
export function previewPage(at: AtDesk, { instance, form, sent, foreseen, needsSecond }: ShownPreview): Html {
  const { language } = at;
  return deskPage(at, {
    title: `${words.title[language]}: ${form.title}`,
    here: '/workflows',
    main: html`<div class="narrow">
      <p class="jump"><a href="${workflowPath(at, instance.id)}">${deskWords.backToWorkflow[language]}</a></p>
      <h1>${words.title[language]}: ${form.title}</h1>
      <p class="lead">${matterOf(at, instance)}</p>
      <div class="box" role="status">
        <p>${words.notYet[language]}</p>
        ${needsSecond && html`<p>${words.second[language]}</p>`}
      </div>
      ${mailHoldView(at)} ${givenView(at, form, sent)} ${consequencesView(at, foreseen)}
      <form method="post" action="${commandPath(at, instance.id, form.name)}">
        ${sealed(at)}
        <input type="hidden" name="version" value="${sent.version}" />
        <input type="hidden" name="form" value="${sent.formId}" />
        ${writtenFields(sent)}
        <div class="buttons">
          <button type="submit" name="do" value="confirm">${words.confirm[language]}</button>
          <button type="submit" class="second" name="do" value="edit">${words.edit[language]}</button>
        </div>
      </form>
    </div>`,
  });
}

/** What follows from a step. */
export function consequencesView(at: AtDesk, foreseen: ForeseenView): Html {
  return html`<p>${words.stateThen[at.language]}: <strong>${foreseen.workflow.title}</strong>.</p>
    ${refusedView(at, foreseen)} ${deadlinesView(at, foreseen)} ${mailsView(at, foreseen)} ${startedView(at, foreseen)}
    ${tasksView(at, foreseen)} ${eventsView(at, foreseen)}`;
}

function givenView({ language }: AtDesk, { shape }: CommandForm, { values, note }: SentCommand): Html | false {
  const written = shape && writtenView(shape.fields, ({ name }) => values.get(name)?.trim() ?? '', language);
  if (!written && note === '') return false;
  return html`<h2>${words.given[language]}</h2>
    ${written}
    ${
      note !== '' &&
      html`<dl>
        <dt>${workflowWords.note[language]}</dt>
        <dd><span class="said">${note}</span></dd>
      </dl>`
    }`;
}

/** So many lines are read without being asked for: the button to confirm is below them. */
const most = 8;

/** What happens in many matters alike is said once; a long list is folded, with how much it holds beside its name. */
function listView(heading: string, items: readonly Html[]): Html | false {
  if (items.length === 0) return false;
  const times = new Map<string, number>();
  for (const { markup } of items) times.set(markup, (times.get(markup) ?? 0) + 1);
  const lines = [...times].map(([markup, count]) => html`<li>${new Html(markup)}${count > 1 && ` (× ${count})`}</li>`);
  const list = html`<ul>
    ${lines}
  </ul>`;
  if (lines.length <= most)
    return html`<h2>${heading}</h2>
      ${list}`;
  return html`<h2>${heading}</h2>
    <details>
      <summary>${heading} (${items.length})</summary>
      ${list}
    </details>`;
}

function eventsView({ language }: AtDesk, { events }: ForeseenView): Html | false {
  return listView(
    words.events[language],
    events.map((event) => html`${event.words}`),
  );
}

function mailsView(at: AtDesk, { mails }: ForeseenView): Html | false {
  const { language } = at;
  const items = mails.map(({ subject, template, to, leavesAt }) => {
    const whom = `${nameOf(at, to.organisation)}, ${audienceTitle(to.audience)?.[language] ?? to.audience}`;
    const what = subject ?? `${mailTitle(template)[language]} (${words.unwritten[language]})`;
    return html`${what}:
    ${whom}${leavesAt !== null && at.mailHolds.length === 0 && html`, ${dateAndTime(leavesAt as never, language, longDate)}`}`;
  });
  return items.length > 0
    ? listView(words.mails[language], items)
    : html`<h2>${words.mails[language]}</h2>
        <p>${words.noMails[language]}</p>`;
}

function deadlinesView({ language }: AtDesk, { deadlines }: ForeseenView): Html | false {
  const day = (on: string) => (isCivilDate(on) ? longDate(on, language) : on);
  const items = deadlines.map(({ title, from, to }) => {
    if (to === null) return html`${title} ${words.ended[language]}${from !== null && html` (${day(from)})`}`;
    if (from === null) return html`${title} ${words.set[language]}: ${day(to)}`;
    return html`${title} ${words.moved[language]}: ${day(from)} → ${day(to)}`;
  });
  return listView(words.deadlines[language], items);
}

function startedView(at: AtDesk, { started }: ForeseenView): Html | false {
  const items = started.map(
    ({ definition, organisations }) =>
      html`${definition.title}: ${organisations.map((id) => nameOf(at, id)).join(', ')}`,
  );
  return listView(words.started[at.language], items);
}

function tasksView(at: AtDesk, { tasks }: ForeseenView): Html | false {
  const items = tasks.map(({ title, organisation }) => {
    const whose = organisation !== null && html` (${nameOf(at, organisation)})`;
    return html`${title ?? words.taskCloses[at.language]}${whose}`;
  });
  return listView(words.tasks[at.language], items);
}

function refusedView({ language }: AtDesk, { refused }: ForeseenView): Html | false {
  return listView(
    words.refused[language],
    refused.map(({ detail, workflow }) => html`${detail} (${workflow})`),
  );
}

function nameOf({ register, language }: AtDesk, id: string): string {
  return register ? organisationName(register, id, language) : id;
}
