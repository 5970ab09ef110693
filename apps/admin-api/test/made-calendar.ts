import { madeCalendar } from '../src/calendar/calendar.schema';
import { request, type RunningApi } from './running-api';

/** Makes a calendar through the API, and says the path of its secret address. */
export async function makeCalendar(api: RunningApi, body: unknown): Promise<{ id: string; path: string }> {
  const answer = await request(api, api.keys.coordinator, '/v1/calendars', { method: 'POST', json: body });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  const { id, url } = madeCalendar.parse(answer.body);
  return { id, path: url.slice(api.url.length) };
}
