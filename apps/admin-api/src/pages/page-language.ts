import type { Language } from '@app/domain';
import type { Request } from 'express';
import { isLanguage, preferredLanguage } from '../language/accept-language';

/** The language of a page: the one chosen on it, else that of whoever got the link, else the browser's, else Finnish. */
export function pageLanguage({ query, headers }: Pick<Request, 'query' | 'headers'>, ofLink?: string | null): Language {
  const chosen = query.lang;
  if (isLanguage(chosen)) return chosen;
  if (isLanguage(ofLink)) return ofLink;
  return preferredLanguage(headers['accept-language']) ?? 'fi';
}
