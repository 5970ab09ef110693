import type { Store } from '@app/store';
import type { Request } from 'express';

type Opened = { id: string; county: string; workflow: string | null };

/** Notes in the access log that a page was opened under a link. @throws DatabaseAwayError: then it is not shown */
export async function noteOpened(
  { access }: Pick<Store, 'access'>,
  { method }: Pick<Request, 'method'>,
  { id, county, workflow }: Opened,
): Promise<void> {
  const how = `${method} /r/{token}`;
  await access.note({ county, actor: `link:${id}`, role: 'respondent', what: 'answer', subject: workflow, how });
}
