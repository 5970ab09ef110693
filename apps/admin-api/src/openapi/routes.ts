import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { type Access, accessKey } from '../access/allow.decorator';
import { type Reading, readingKey } from '../access/reads.decorator';
import { type Repeats, repeatsKey } from '../repeats/repeats.decorator';
import { type Description, descriptionKey } from './describe.decorator';

export type Route = {
  /** `<controller>.<method>` */
  handler: string;
  method: string;
  /** As OpenAPI writes it: `/v1/workflows/{id}`. */
  path: string;
  access: Access | undefined;
  reading: Reading | undefined;
  /** How a repeated request is kept from doing something twice; undefined for a route that only reads, or that everybody may use. */
  repeats: Repeats | undefined;
  description: Description | undefined;
};

/** Every route of the controllers, with what its decorators say. */
export function routesOf(controllers: readonly Type[]): Route[] {
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as object;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      return [routeIn(controller, handler)];
    });
  });
}

/** One route, with what its decorators say. */
export function routeIn(controller: Type, handler: { name: string }): Route {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller));
  const path = String(Reflect.getMetadata(PATH_METADATA, handler));
  const method = (RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '').toLowerCase();
  const access = Reflect.getMetadata(accessKey, handler) as Access | undefined;
  const said = Reflect.getMetadata(repeatsKey, handler) as Repeats | undefined;
  return {
    handler: `${controller.name}.${handler.name}`,
    method,
    path: documentedPath(
      `/${[base, path]
        .flatMap((part) => part.split('/'))
        .filter(Boolean)
        .join('/')}`,
    ),
    access,
    reading: Reflect.getMetadata(readingKey, handler) as Reading | undefined,
    repeats: method === 'get' || access === 'public' ? undefined : (said ?? 'kept-answer'),
    description: Reflect.getMetadata(descriptionKey, handler) as Description | undefined,
  };
}

/** A path of the router as OpenAPI writes it: parameters in braces, and an escaped colon as the character that it is. */
export function documentedPath(path: string): string {
  return path.replaceAll(/\\:|[:*](\w+)/g, (found, name?: string) =>
    name === undefined ? found.slice(1) : `{${name}}`,
  );
}
