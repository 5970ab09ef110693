import { type KeyRole, keyRoles } from '@app/store';
import { Problem } from '../problems/problem';
import { actingAs, type Grants } from './acting-as';
import { grantsIn } from './oidc/granted';

const claimed = { roleClaim: 'roles', countyClaim: 'county' };

function granted(grants: Grants): Record<string, KeyRole[]> {
  return Object.fromEntries([...grants].map(([county, roles]) => [county, [...roles]]));
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.kind;
    throw error;
  }
  return 'allowed';
}

describe('what a token grants', () => {
  it.each<[string, object, Record<string, KeyRole[]>]>([
    ['nothing', {}, {}],
    ['a role without a county', { roles: ['admin'] }, {}],
    ['a county without a role', { county: '09' }, {}],
    ['one role in one county', { roles: 'coordinator', county: '09' }, { '09': ['coordinator'] }],
    [
      'each role in each county',
      { roles: ['auditor', 'operator'], county: ['09', '07'] },
      { '07': ['auditor', 'operator'], '09': ['auditor', 'operator'] },
    ],
    [
      'a role in its own county only',
      { roles: ['07:auditor', 'coordinator'], county: '09' },
      { '07': ['auditor'], '09': ['coordinator'] },
    ],
    ['both in one', { roles: ['09:admin', 'service'], county: '09' }, { '09': ['admin', 'service'] }],
    [
      'roles of other systems',
      {
        roles: ['offline_access', 'Admin', 'admin ', '9:admin', '09:', ':admin', '09:09:admin', 7, null],
        county: '09',
      },
      {},
    ],
    ['counties that are none', { roles: ['admin'], county: ['9', '009', 'Päijät-Häme', {}] }, {}],
    ['names of what every object has', { roles: ['constructor', '__proto__'], county: '09' }, {}],
  ])('%s', (_, claims, grants) => {
    expect(granted(grantsIn(claims as Record<string, unknown>, claimed))).toEqual(grants);
  });

  it('is found at the end of a path, and under a name with dots in it', () => {
    const nested = {
      realm_access: { roles: ['09:auditor'] },
      'https://vuosikello.example.invalid/roles': ['09:admin'],
    };
    const at = (roleClaim: string) => granted(grantsIn(nested, { roleClaim, countyClaim: 'county' }));
    expect(at('realm_access.roles')).toEqual({ '09': ['auditor'] });
    expect(at('https://vuosikello.example.invalid/roles')).toEqual({ '09': ['admin'] });
    expect(at('realm_access.roles.length')).toEqual({});
  });
});

describe('who has several roles', () => {
  const one = new Map([['09', new Set<KeyRole>(['service', 'auditor'])]]);
  const two = new Map<string, Set<KeyRole>>([...one, ['07', new Set(['coordinator'])]]);

  it('acts in the first one that may use the route', () => {
    expect(actingAs({ grants: one }, undefined, 'log:entries')).toEqual({ county: '09', role: 'auditor' });
    expect(actingAs({ grants: one }, undefined, 'workflows:write')).toEqual({ county: '09', role: 'service' });
    expect(refusal(() => actingAs({ grants: one }, undefined, 'persons:erase'))).toBe('not-permitted');
  });

  it('says in which county, where there is more than one', () => {
    expect(refusal(() => actingAs({ grants: two }, undefined, 'workflows:read'))).toBe('county-required');
    expect(actingAs({ grants: two }, '07', 'workflows:read')).toEqual({ county: '07', role: 'coordinator' });
    expect(refusal(() => actingAs({ grants: two }, '07', 'log:entries'))).toBe('not-permitted');
    for (const county of ['05', '7', ' 09', '__proto__'])
      expect(refusal(() => actingAs({ grants: two }, county, 'workflows:read'))).toBe('no-role');
  });

  it('may do nothing where there is no role, nor on a route that does not say who may use it', () => {
    expect(refusal(() => actingAs({ grants: new Map() }, undefined, 'workflows:read'))).toBe('no-role');
    expect(refusal(() => actingAs({ grants: one }, undefined, undefined))).toBe('not-permitted');
  });
});

it('is held to the permissions of its key, which never add to its role', () => {
  const grants = new Map([['09', new Set<KeyRole>(['auditor'])]]);
  const permissions = new Set(['events:read', 'persons:erase']);
  expect(actingAs({ grants, permissions }, undefined, 'events:read').role).toBe('auditor');
  for (const permission of ['persons:erase', 'workflows:read'] as const)
    expect(refusal(() => actingAs({ grants, permissions }, undefined, permission))).toBe('not-permitted');
  expect(keyRoles[0]).toBe('admin');
});

describe('the refusal', () => {
  const grants = new Map([['09', new Set<KeyRole>(['auditor'])]]);
  const saying = (permission: 'persons:erase' | 'workflows:read', permissions?: ReadonlySet<string>) => {
    try {
      actingAs({ grants, permissions }, undefined, permission);
    } catch (error) {
      if (error instanceof Problem) return error.more;
    }
    throw new Error('It was permitted');
  };

  it('names the permission and the roles that have it, where no role of theirs does, whatever the key says', () => {
    for (const permissions of [undefined, new Set<string>()])
      expect(saying('persons:erase', permissions)).toMatchObject({
        detail: {
          fi: 'Roolillasi ei ole tähän oikeutta (persons:erase). Oikeus on näillä rooleilla: pääkäyttäjä (admin).',
        },
        allowed: ['admin'],
        headers: { 'WWW-Authenticate': expect.stringContaining('insufficient_scope') as string },
      });
  });

  it('says that the key is the limit, where its role would do', () => {
    const { detail } = saying('workflows:read', new Set(['events:read']));
    expect(detail?.sv).toMatch(/^Din nyckel har inte rätt till detta \(workflows:read\), fastän dess roll har det\./);
    expect(detail?.en).toContain('auditor (auditor)');
  });
});
