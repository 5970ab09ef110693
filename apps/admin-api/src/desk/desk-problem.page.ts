import type { Language } from '@app/domain';
import type { Request, Response } from 'express';
import { pageLanguage } from '../pages/page-language';
import { type Html, html } from '../pages/html';
import type { Problem } from '../problems/problem';
import { problemKinds } from '../problems/problem-kinds';
import { barePage, deskAnswer, goOn } from './desk-page';
import { deskWords } from './desk-words';
import { ownPath } from './sign-in/own-path';
import { signInPage } from './sign-in/sign-in.page';

/** Answers a refused request with a page: whoever is not signed in gets to sign in, everybody else reads why. */
export function sendDeskProblem(request: Request, response: Response, problem: Problem): void {
  const language = pageLanguage(request);
  if (problem.kind !== 'unauthenticated') {
    response.send(deskAnswer(response, problem.status, problemPage(problem, language)));
    return;
  }
  const next = ownPath(request.method === 'GET' ? request.originalUrl : pageOf(request));
  if (request.method !== 'GET') {
    response.send(deskAnswer(response, 401, signInPage({ language, next, why: 'ended' })));
    return;
  }
  const query = new URLSearchParams({ lang: language, ...(next !== undefined && { next }) });
  goOn(response, `/desk/sign-in?${query.toString()}`);
}

/** The page that a form was sent from; our pages tell it to this server only. */
function pageOf({ headers: { referer } }: Request): string | undefined {
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return `${pathname}${search}`;
}

function problemPage({ kind, more }: Problem, language: Language): Html {
  const { title, detail } = problemKinds[kind];
  return barePage(language, {
    title: title[language],
    sender: 'Vuosikello',
    main: html`<div class="narrow">
      <h1>${title[language]}</h1>
      <p>${(more.detail ?? detail)[language]}</p>
      <p><a href="/desk?lang=${language}">${deskWords.backToDesk[language]}</a></p>
    </div>`,
  });
}
