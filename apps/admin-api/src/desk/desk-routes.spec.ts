import { type Permission, rolesWith } from '../access/permissions';
import { deskKey } from '../access/desk/at-desk.decorator';
import { routesOf } from '../openapi/routes';
import { deskControllers } from './desk-controllers';

const routes = routesOf(deskControllers);
const named = (some: typeof routes) => some.map(({ method, path }) => `${method} ${path}`).sort();

describe('every page of the desk', () => {
  it('is opened by a session of the desk alone', () => {
    expect(deskControllers.filter((one) => Reflect.getMetadata(deskKey, one) !== true)).toEqual([]);
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.every(({ path }) => path === '/desk' || path.startsWith('/desk/'))).toBe(true);
  });

  it('asks for a permission, but for the way in and out', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    expect(named(routes.filter(({ access }) => access === 'public'))).toEqual([
      'get /desk/sign-in',
      'post /desk/sign-in',
      'post /desk/sign-out',
    ]);
  });

  it('that is read says what of it goes into the access log', () => {
    const silent = routes.filter(({ method, reading }) => method === 'get' && !reading);
    expect(named(silent)).toEqual(['get /desk/sign-in']);
    for (const { path, reading } of routes)
      for (const name of reading?.subject ?? []) expect([path, path.includes(`{${name}}`)]).toEqual([path, true]);
  });

  it('that changes something is closed to auditors and operators', () => {
    const changing = routes.filter(({ method, access }) => method !== 'get' && access !== 'public');
    expect(changing.length).toBeGreaterThan(3);
    for (const { access } of changing)
      expect(rolesWith(access as Permission)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/auditor|operator/)]),
      );
  });
});
