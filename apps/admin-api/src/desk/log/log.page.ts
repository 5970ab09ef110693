import { type Html, html } from '../../pages/html';
import { deskPage } from '../desk-page';
import { type AtDesk, deskPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { filterForm } from '../filter.view';
import { organisationField } from '../notifications/notifications.page';
import type { Told } from '../workflow/history';
import { historyList } from '../workflow/workflow.page';
import { logWords as words } from './log-words';

export type ShownLog = {
  asked: Readonly<Partial<Record<'workflow' | 'organisation' | 'from' | 'to', string | undefined>>>;
  events: readonly Told[];
  /** Where those before, or those after these begin. */
  earlier?: number | undefined;
  later?: number | undefined;
};

/** What has happened in the county, in plain words. */
export function logPage(at: AtDesk, { asked, events, earlier, later }: ShownLog): Html {
  const { language } = at;
  const title = words.title[language];
  return deskPage(at, {
    title,
    here: '/log',
    main: html`<h1>${title}</h1>
      <p class="soft">${words.how[language]}</p>
      ${filterForm(at, '/log', [
        organisationField(at, asked.organisation),
        { name: 'workflow', label: words.workflow[language], value: asked.workflow },
        { name: 'from', label: deskWords.from[language], value: asked.from, type: 'date' },
        { name: 'to', label: deskWords.to[language], value: asked.to, type: 'date' },
      ])}
      ${events.length === 0 && html`<p>${words.none[language]}</p>`} ${historyList(at, events, { linked: true })}
      <nav class="pages" aria-label="${deskWords.pages[language]}">
        ${earlier !== undefined && html`<a href="${deskPath(at, '/log', { before: String(earlier) })}">${words.earlier[language]}</a>`}
        ${later !== undefined && html`<a href="${deskPath(at, '/log', { ...asked, after: String(later) })}">${words.later[language]}</a>`}
      </nav>`,
  });
}
