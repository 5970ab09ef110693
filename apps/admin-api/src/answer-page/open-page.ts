import type { Store } from '@app/store';
import type { Request } from 'express';
import { Problem } from '../problems/problem';
import { openLink, type OpenedPage } from './opened-link';
import { pageLanguage } from './page-language';

/** Opens the page of a link to one request. @throws Problem where there is no such link in force */
export async function openPage(store: Store, token: string, request: Request): Promise<OpenedPage> {
  const opened = await openLink(store, token);
  if (!opened) throw new Problem('unknown-id');
  return { ...opened, language: pageLanguage(request, opened.link.language), address: `/r/${token}` };
}
