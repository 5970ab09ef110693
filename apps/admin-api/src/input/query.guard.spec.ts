import type { ExecutionContext, Type } from '@nestjs/common';
import { controllers } from '../app.module';
import { deskControllers } from '../desk/desk-controllers';
import { type Route, routeIn, routesOf } from '../openapi/routes';
import { type Problem } from '../problems/problem';
import { isTrial } from '../repeats/keyed-request';
import { QueryGuard } from './query.guard';

const guard = new QueryGuard();

/** Each route with what the guard says to a query. */
const asked = (among: readonly Type[]) =>
  among.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, { name: string }>;
    return routesOf([controller]).map(({ handler }) => {
      const method = prototype[handler.split('.')[1] ?? ''] ?? { name: '' };
      const answer = (query: object) => {
        const context = {
          getClass: () => controller,
          getHandler: () => method,
          switchToHttp: () => ({ getRequest: () => ({ query }) }),
        };
        try {
          return guard.canActivate(context as unknown as ExecutionContext);
        } catch (error) {
          return error;
        }
      };
      return { route: routeIn(controller, method), answer };
    });
  });

const named = ({ method, path }: Route) => `${method} ${path}`;
const namesIn = ({ description }: Route) => Object.keys(description?.query?.shape ?? {});

describe('a parameter that a route does not describe', () => {
  it('is refused by every route, with its name and those that are known, but by pages, probes and the calendar', () => {
    const open = [];
    for (const { route, answer } of asked(controllers)) {
      const said = answer(JSON.parse('{"__proto__":"1","unheard":"2"}') as object);
      if (said === true) open.push(named(route));
      else {
        expect([named(route), (said as Problem).kind]).toEqual([named(route), 'unknown-field']);
        const known = namesIn(route).join(', ') || 'none';
        expect((said as Problem).more.detail?.en).toMatch(/"unheard"/);
        expect((said as Problem).more.detail?.en).toContain(`Known: ${known}`);
      }
      const described = Object.fromEntries(namesIn(route).map((name) => [name, '?']));
      expect([named(route), answer(described)]).toEqual([named(route), true]);
    }
    expect(open.sort()).toEqual([
      'get /health/live',
      'get /health/ready',
      'get /metrics',
      'get /r/{token}',
      'get /r/{token}/agenda-item',
      'get /r/{token}/receipt',
      'get /r/{token}/requests/{workflow}',
      'get /r/{token}/requests/{workflow}/agenda-item',
      'get /r/{token}/requests/{workflow}/receipt',
      'get /v1/calendar.ics',
      'post /r/{token}',
      'post /r/{token}/requests/{workflow}',
    ]);
  });

  it('is for the pages of the desk themselves', () => {
    for (const { answer } of asked(deskControllers)) expect(answer({ unheard: '1' })).toBe(true);
  });
});

it('a request is only a trial where its route says how to try', () => {
  const body = Buffer.from('{"dryRun":true}');
  const trials = (request: Parameters<typeof isTrial>[0]) =>
    routesOf([...controllers, ...deskControllers])
      .filter(({ description }) => isTrial(request, description))
      .map(named)
      .sort();
  expect(trials({ query: { dryRun: 'true' }, body: undefined })).toEqual([
    'post /v1/workflows',
    'post /v1/workflows/{id}/commands',
    'post /v1/workflows:batch',
    'post /v1/year-clocks/{county}/{year}/activate',
  ]);
  expect(trials({ query: {}, body })).toEqual([
    'post /v1/contacts/{id}/erasure',
    'post /v1/definitions/{name}/{version}/migrations',
    'post /v1/disposals',
  ]);
});
