import type { Language } from '@app/domain';
import type { Request, Response } from 'express';
import { may } from '../access/may';
import { sealField } from '../access/desk/desk-sessions';
import type { Permission } from '../access/permissions';
import { Html, html } from '../pages/html';
import { layout } from '../pages/layout';
import { type AtDesk, deskPath } from './desk-room';
import { deskStyle, deskStyleSource } from './desk.style';
import { deskWords as words, menuNames } from './desk-words';

/** Forms say where they come from, so that the address may be told, but to this server only. */
const headers = {
  'Content-Security-Policy':
    `default-src 'none'; style-src 'self' ${deskStyleSource}; img-src data:; form-action 'self'; ` +
    "frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex, nofollow',
  Vary: 'Accept-Language, Cookie',
};

/** Whether a person is reading: the address is one of the desk. */
export function isDeskPage({ path }: Pick<Request, 'path'>): boolean {
  return path === '/desk' || path.startsWith('/desk/');
}

/** The page as the answer of a route; its headers are set. */
export function deskAnswer(response: Response, status: number, page: Html): string {
  response.status(status).set(headers).type('html');
  return page.markup;
}

/** Sends the browser on after something was done, so that reading the page anew does not do it again. */
export function goOn(response: Response, address: string): void {
  response
    .status(303)
    .set({ ...headers, Location: address })
    .end();
}

const menu: readonly [path: string, name: keyof typeof menuNames, permission: Permission][] = [
  ['', 'today', 'workflows:read'],
  ['/workflows', 'workflows', 'workflows:read'],
  ['/tasks', 'tasks', 'tasks:read'],
  ['/duties', 'duties', 'duties:read'],
  ['/notifications', 'notifications', 'mails:read'],
  ['/log', 'log', 'events:read'],
];

/** A page for somebody who has signed in; `here` is the place in the menu to which it belongs. */
export function deskPage(at: AtDesk, { title, here, main }: { title: string; here: string; main: Html }): Html {
  const { language, caller } = at;
  const places = menu.filter(([, , permission]) => may(caller, permission));
  return barePage(language, {
    title,
    sender: at.county,
    query: at.query,
    skip: words.skip[language],
    menu: html`<nav class="menu" aria-label="${words.menu[language]}">
      <ul>
        ${places.map(
          ([path, name]) =>
            html`<li>
              <a href="${deskPath(at, path)}" ${path === here && new Html('aria-current="true"')}
                >${menuNames[name][language]}</a
              >
            </li>`,
        )}
        <li>
          <form method="post" action="${deskPath(at, '/sign-out')}">
            ${sealed(at)}<button type="submit" class="light">${words.signOut[language]}</button>
          </form>
        </li>
      </ul>
    </nav>`,
    main,
  });
}

type Bare = { title: string; sender: string; main: Html; query?: string; menu?: Html; skip?: string };

/** A page for somebody who need not have signed in. */
export function barePage(language: Language, { query = '', title, ...page }: Bare): Html {
  return layout({
    language,
    title: `${title} – Vuosikello`,
    ...page,
    ...(query !== '' && { query: query.replaceAll('&', '&amp;') }),
    css: deskStyle,
  });
}

/** What each form of the desk carries. */
export function sealed({ seal }: Pick<AtDesk, 'seal'>): Html {
  return html`<input type="hidden" name="${sealField}" value="${seal}" />`;
}
