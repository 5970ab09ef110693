import { request, type RunningApi } from './running-api';

/** Enters through the API what happened before; `key` makes the workflow's id. */
export async function enterHistory(api: RunningApi, key: string, data: unknown): Promise<void> {
  const answer = await request(api, api.keys.coordinator, '/v1/workflows', {
    method: 'POST',
    json: { definition: 'history-entry', key, data },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
}
