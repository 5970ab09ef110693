import type { Register } from '@app/domain';
import { askedOfAsikkala } from '../../../test/support/asked-of-asikkala';
import { exampleRegister, negotiationPlan } from '../../../test/support/example-area';
import { keysFor, request, type RunningApi } from './running-api';
import { pdf } from './sample-files';
import { sealLog } from './seal-log';

/** Stands in every name, title, label and note of the other county. */
export const canary = 'Kanarialintu';

/** The ids of one thing of each kind that a county has, by what it stands behind in an address. */
export type Things = Record<
  | 'workflows'
  | 'documents'
  | 'proposals'
  | 'webhooks'
  | 'notifications'
  | 'silences'
  | 'tasks'
  | 'organisations'
  | 'contacts'
  | 'bodies'
  | 'calendars'
  | 'standing-links'
  | 'keys'
  | 'meeting'
  | 'calendar'
  | 'standingLink',
  string
>;

const extra = '092';

/** The example area under the code of another county, with one organisation more, and the canary in every name of theirs: that of a county is public. */
export function otherRegister(code: string): Register {
  const written = JSON.stringify(exampleRegister()).replaceAll(/"09(?=["-])/g, `"${code}`);
  const { organisations, contacts, bodies, ...register } = JSON.parse(written) as Register;
  const named = <One extends { name: string | Record<string, unknown> }>(one: One): One =>
    typeof one.name === 'string'
      ? { ...one, name: `${canary} ${one.name}` }
      : { ...one, name: { ...one.name, fi: `${canary} ${String(one.name.fi)}` } };
  const of016 = <One extends { of: string; id: string }>(one: One) =>
    one.of === '016' ? [{ ...one, of: extra, id: one.id.replace(/^016/, extra) }] : [];
  const municipality = organisations.filter(({ id }) => id === '016').map((one) => ({ ...one, id: extra }));
  return {
    ...register,
    organisations: [...organisations, ...municipality].map(named),
    contacts: [...contacts, ...contacts.flatMap(of016)].map(named),
    bodies: [...bodies, ...bodies.flatMap(of016)].map(named),
  };
}

/** Makes one of each kind of thing in a county, as its admin would. */
export async function fillCounty(api: RunningApi, county: string, word: string): Promise<Things> {
  const keys = await keysFor(api.store, county);
  const as = { admin: keys.admin, coordinator: keys.coordinator };
  const send = async (by: keyof typeof as, method: string, path: string, json: unknown, headers = {}) => {
    const answer = await request(api, as[by], path, { method, json, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body as Record<string, string>;
  };
  const organisation = county === '09' ? '016' : extra;
  const register = (await api.store.register.read(county)) as Register;
  const workflow = `${county}.asked`;
  await send('coordinator', 'PUT', `/v1/year-clocks/${county}/2027`, {
    ...negotiationPlan(),
    county,
    year: 2027,
    title: word,
  });
  const title = { fi: word, sv: word, en: word };
  const data = { ...askedOfAsikkala, organisation, title };
  await send('coordinator', 'POST', '/v1/workflows', {
    definition: 'information-request',
    key: 'asked',
    data,
    year: 2026,
  });
  const attached = await request(
    api,
    as.coordinator,
    `/v1/workflows/${workflow}/documents?title=${word}&publicity=public&kind=minutes&language=fi`,
    {
      method: 'POST',
      body: new Uint8Array(pdf),
      headers: { 'Content-Type': 'application/pdf', 'If-Match': '"3"' },
    },
  );
  if (attached.status >= 300) throw new Error(attached.text);
  const documents = await api.store.documents.names(county, workflow);
  await send('admin', 'PUT', '/v1/four-eyes', { commands: ['information-request/withdraw'] });
  const withdraw = { command: 'withdraw', data: { reason: word }, note: word };
  const version = String(attached.headers.get('etag'));
  const proposal = await send('coordinator', 'POST', `/v1/workflows/${workflow}/commands`, withdraw, {
    'If-Match': version,
  });
  const made = {
    webhook: await send('admin', 'POST', '/v1/webhooks', { url: 'https://receiver.example.test/hooks' }),
    calendar: await send('coordinator', 'POST', '/v1/calendars', { scope: 'county', label: word }),
    link: await send('coordinator', 'POST', `/v1/organisations/${organisation}/standing-links`, { label: word }),
    key: await send('admin', 'POST', '/v1/keys', { role: 'auditor', label: word }),
    silence: await send('coordinator', 'POST', '/v1/silences', { organisation, untilOn: '2026-06-12', reason: word }),
  };
  const task = await api.store.tasks.open({ county, kind: 'nobody-reached', key: 'k', workflow, organisation });
  const owed = await api.store.notifications.list(county, { workflow }, { limit: 1 });
  await sealLog(api, county);
  const body = register.bodies.find(({ of, meetings }) => of === organisation && meetings.length > 0);
  const [link, calendar] = [made.link, made.calendar].map(({ url }) => new URL(url ?? ''));
  return {
    workflows: workflow,
    documents: [...documents.keys()][0] ?? '',
    proposals: proposal.id ?? '',
    webhooks: made.webhook.id ?? '',
    notifications: owed.items[0]?.id ?? '',
    silences: made.silence.id ?? '',
    tasks: task,
    organisations: organisation,
    contacts: register.contacts.find(({ of }) => of === organisation)?.id ?? '',
    bodies: body?.id ?? '',
    meeting: body?.meetings[0] ?? '',
    calendars: made.calendar.id ?? '',
    'standing-links': made.link.id ?? '',
    keys: made.key.id ?? '',
    calendar: `${calendar?.pathname}${calendar?.search}`,
    standingLink: link?.pathname ?? '',
  };
}
