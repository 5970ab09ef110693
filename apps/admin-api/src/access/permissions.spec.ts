import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyRoles } from '@app/store';
import { controllers } from '../app.module';
import { deskControllers } from '../desk/desk-controllers';
import { routesOf } from '../openapi/routes';
import { type Permission, permissions, rolesWith } from './permissions';

const path = join(__dirname, '../../../../docs/permissions.md');

it('stand in the documentation with their roles and routes', () => {
  const page = pageOf();
  // Written anew by: UPDATE_DOCS=1 npm test -- unit permissions
  if (process.env.UPDATE_DOCS) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});

function pageOf(): string {
  const routes = routesOf([...controllers, ...deskControllers]).sort((a, b) =>
    a.path === b.path ? 0 : a.path < b.path ? -1 : 1,
  );
  const written = (access: string) =>
    routes
      .filter((route) => route.access === access)
      .map((route) => `\`${route.method.toUpperCase()} ${route.path}\``)
      .join('<br>');
  const rows = (Object.keys(permissions) as Permission[]).map((name) => {
    const roles = rolesWith(name);
    const whose = roles.length === keyRoles.length ? 'all' : roles.join(', ');
    return `| \`${name}\` | ${permissions[name].lets} | ${whose} | ${written(name)} |`;
  });
  return [
    '# Who may do what',
    '',
    '<!-- Generated from apps/admin-api/src/access/permissions.ts and the routes; a test compares. Do not edit. -->',
    '',
    `Every route asks for one permission. A caller has it when a role of theirs has it and, where an API key is held to some permissions, when`,
    `it is one of those. Roles: ${keyRoles.join(', ')}. Which commands a role may give in a workflow, the workflow’s definition says beside this.`,
    '',
    '| permission | lets one | roles | routes |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Open to everybody',
    '',
    'Health checks, the hashes of the log, and pages whose address is the secret:',
    '',
    ...routes
      .filter(({ access }) => access === 'public')
      .map((route) => `- \`${route.method.toUpperCase()} ${route.path}\``),
    '',
  ].join('\n');
}
