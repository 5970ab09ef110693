import { instant } from '@app/domain';
import { request, type Answer, type RunningApi } from './running-api';

/** An answer link to a workflow, as the engine makes them for a mail. */
export async function linkTo(
  { store }: RunningApi,
  workflow: string,
  {
    contact = null,
    expiresAt = '2026-12-31T00:00:00Z',
    organisation,
  }: { contact?: string | null; expiresAt?: string; organisation?: string } = {},
): Promise<string> {
  const owed = await store.notifications.list('09', { workflow }, { limit: 20 });
  const notification = owed.items.find(({ to }) => organisation === undefined || to.organisation === organisation)?.id;
  if (notification === undefined) throw new Error(`${workflow} owes no mail`);
  return `/r/${await store.links.issue({ county: '09', workflow, notification, contact, expiresAt: instant(expiresAt) })}`;
}

export type PageForm = { action: string; fields: Record<string, string> };

/** The form of a command on a page, with what stands in it. */
export function formIn({ text }: Answer, command: string): PageForm {
  for (const [, action = '', inner = ''] of text.matchAll(
    /<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g,
  )) {
    const fields = fieldsIn(inner);
    if (fields.command === command) return { action, fields };
  }
  throw new Error(`The page has no form for ${command}: ${text}`);
}

function fieldsIn(markup: string): Record<string, string> {
  const inputs = [...markup.matchAll(/<input\b([^>]*)>/g)].flatMap(([, head = '']) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1];
    if (attribute('type') === 'radio' && !/\bchecked\b/.test(head)) return [];
    return [[attribute('name') ?? '', unescaped(attribute('value') ?? '')]];
  });
  const areas = [...markup.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)],
  );
  return Object.fromEntries([...inputs, ...areas]) as Record<string, string>;
}

export function unescaped(markup: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return markup.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '');
}

/** Fills in a form and sends it as a browser does. */
export function send(api: RunningApi, page: string, form: PageForm, values: Record<string, string>): Promise<Answer> {
  return request(api, undefined, `${page}${form.action}`, {
    method: 'POST',
    body: new URLSearchParams({ ...form.fields, ...values }),
  });
}

export type SentFile = { name: string; content: string | Uint8Array<ArrayBuffer>; type?: string };

/** The same with files, as a browser sends them. */
export function sendFiles(
  api: RunningApi,
  page: string,
  form: PageForm,
  values: Record<string, string>,
  files: readonly SentFile[],
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...values }))
    if (name !== 'files') body.set(name, value);
  for (const { name, content, type = 'application/octet-stream' } of files)
    body.append('files', new Blob([content], { type }), name);
  return request(api, undefined, `${page}${form.action}`, { method: 'POST', body });
}

/** Opens a page, in Finnish unless other headers are sent. */
export function openPage(
  api: RunningApi,
  page: string,
  headers: Record<string, string> = { 'Accept-Language': 'fi' },
): Promise<Answer> {
  return request(api, undefined, page, { headers });
}

/** What a page says, with its non-breaking spaces as plain ones. */
export function spaced(markup: string): string {
  return unescaped(markup).replaceAll('\u00a0', ' ');
}
