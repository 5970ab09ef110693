import { helsinkiDate } from '@app/domain';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { endedLinkPage } from './error-page';
import { noteOpened } from './note-opened';
import { isToken, type OpenedPage, openLink } from './opened-link';
import { pageLanguage } from '../pages/page-language';
import { sendPage } from './page-response';

/** Opens the links of answer pages. Looking changes nothing, whoever looks and however often. */
@Injectable()
export class LinkDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /**
   * The page that a link opens. Undefined where the link opens nothing any more, and that has been answered.
   * @throws Problem for a link that never was
   */
  async open(token: string, request: Request, response: Response): Promise<OpenedPage | undefined> {
    const opened = await openLink(this.store, token);
    if (opened) await noteOpened(this.store, request, opened.link);
    if (opened) return { ...opened, address: `/r/${token}`, language: pageLanguage(request, opened.link.language) };
    await this.answerEnded(token, request, response);
    return undefined;
  }

  private async answerEnded(token: string, request: Request, response: Response): Promise<void> {
    const county = isToken(token) ? await this.store.links.countyOf(token) : undefined;
    const register = county === undefined ? undefined : await this.store.register.read(county);
    if (!register) throw new Problem('unknown-id', { wrongSecret: true });
    const today = helsinkiDate(await this.store.now());
    sendPage(response, 404, endedLinkPage({ register, today, language: pageLanguage(request) }));
  }
}
