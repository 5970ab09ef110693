import { DeskVisitor, signIn } from './desk-visitor';
import { problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
beforeEach(() => api.logged.splice(0));
afterAll(() => api.close());

const told = (event: string) => api.logged.filter((line) => line.event === event);

describe('the log hears of', () => {
  it('whoever signs in and out, by the id of the key', async () => {
    const { id, key } = await api.store.keys.create({ county: '09', role: 'coordinator' });
    const visitor = await DeskVisitor.signIn(api, key);
    await visitor.send(await visitor.get('/desk'), /sign-out/, {});
    await visitor.post('/desk/sign-out', {});
    const by = `key:${id}`;
    expect(api.logged).toEqual([
      { level: 'info', event: 'signed-in', by, county: '09', from: '127.0.0.1' },
      { level: 'info', event: 'signed-out', by, county: '09' },
    ]);
    expect(JSON.stringify(api.logged)).not.toContain(key);
  });

  it('each wrong key once, whatever it was tried on', async () => {
    const wrong = `vk_00000000_${'w'.repeat(43)}`;
    await signIn(api, wrong);
    await request(api, wrong, '/v1/tasks');
    await request(api, undefined, `/r/${'l'.repeat(43)}`);
    expect(told('wrong-secret')).toEqual(Array(2).fill({ level: 'warn', event: 'wrong-secret', whose: '127.0.0.1' }));
    expect(JSON.stringify(api.logged)).not.toMatch(/w{43}|l{43}/);
  });

  it('what a known key was refused, once a minute, over the API and at the desk', async () => {
    const { id, key } = await api.store.keys.create({ county: '09', role: 'service', permissions: ['tasks:read'] });
    for (const path of ['/v1/keys', '/v1/keys', '/v1/workflows'])
      expect(problemIn(await request(api, key, path)).code).toBe('not-permitted');
    const elsewhere = await request(api, key, '/v1/tasks', { headers: { 'Vuosikello-County': '07' } });
    expect(problemIn(elsewhere).code).toBe('no-role');
    const visitor = await DeskVisitor.signIn(api, key);
    expect((await visitor.get('/desk/log')).status).toBe(403);
    const line = { level: 'warn', event: 'refused', by: `key:${id}`, county: '09', why: 'not-permitted' };
    expect(told('refused')).toEqual([
      { ...line, permission: 'keys:read' },
      { ...line, permission: 'workflows:read' },
      { ...line, permission: 'tasks:read', why: 'no-role' },
      { ...line, permission: 'events:read' },
    ]);
  });
});
