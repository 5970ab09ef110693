import {
  addDays,
  civilDate,
  helsinkiDate,
  type CivilDate,
  type Instant,
  type Language,
  type Register,
} from '@app/domain';
import type { StandingLink, Store } from '@app/store';
import type { Instance } from '@app/workflows';
import type { Request } from 'express';
import { Problem } from '../../problems/problem';
import { noteOpened } from '../note-opened';
import { isToken, type OpenedPage, openWorkflow } from '../opened-link';
import { pageLanguage } from '../../pages/page-language';
import { asksOf } from './asked-matters';

/** What a standing link opens: the organisation, and every workflow that concerns it and runs or has ended this year. */
export type OpenedStanding = {
  link: StandingLink;
  register: Register;
  now: Instant;
  today: CivilDate;
  language: Language;
  address: string;
  instances: Instance[];
};

/** Opens a standing link. Undefined when there is no such link in force. Changes nothing. @throws DatabaseAwayError */
export async function openStanding(store: Store, token: string, request: Request): Promise<OpenedStanding | undefined> {
  const link = await linkOf(store, token);
  if (!link) return undefined;
  const [register, now] = await Promise.all([store.register.read(link.county), store.now()]);
  if (!register) return undefined;
  await noteOpened(store, request, { ...link, workflow: null });
  const today = helsinkiDate(now);
  const since = addDays(civilDate(`${today.slice(0, 4)}-01-01`), -1);
  const { workflows } = await store.calendars.contents(link.county, { since, organisation: link.organisation });
  return {
    link,
    register,
    now,
    today,
    language: languageOf(link, register, request),
    address: `/r/${token}`,
    instances: workflows.map(({ instance }) => instance),
  };
}

/** Opens one request under a standing link: whoever holds it answers as with a link of the request's own. @throws Problem */
export async function openUnderStanding(
  store: Store,
  token: string,
  workflow: string,
  request: Request,
): Promise<OpenedPage> {
  const link = await linkOf(store, token);
  if (!link) throw new Problem('unknown-id', { wrongSecret: true });
  const { id, county, organisation } = link;
  const opened = await openWorkflow(store, {
    id,
    county,
    workflow,
    organisation,
    notification: null,
    contact: null,
    language: null,
  });
  // What does not concern the organisation, or nobody answers on a page, is not told to be there.
  if (!opened || !asksOf(opened.instance, organisation)) throw new Problem('unknown-id');
  await noteOpened(store, request, { ...link, workflow });
  return {
    ...opened,
    language: languageOf(link, opened.register, request),
    address: `/r/${token}/requests/${encodeURIComponent(workflow)}`,
    standingAddress: `/r/${token}`,
  };
}

async function linkOf(store: Store, token: string): Promise<StandingLink | undefined> {
  return isToken(token) ? store.standingLinks.resolve(token) : undefined;
}

/** An organisation of one language is written to in it; a bilingual one chooses, on the page or in its browser. */
function languageOf({ organisation }: StandingLink, { organisations }: Register, request: Request): Language {
  const own = organisations.find(({ id }) => id === organisation)?.languages ?? [];
  return pageLanguage(request, own.length === 1 ? own[0] : null);
}
