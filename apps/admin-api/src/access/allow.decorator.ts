import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions';

/** Who may use a route: those with a permission, or anybody. */
export type Access = Permission | 'public';

export const accessKey = Symbol('access');

/** What one must be allowed to do to use the route. Every route says this or `@Public()` exactly once. */
export const Allow = (permission: Permission): MethodDecorator => SetMetadata(accessKey, permission satisfies Access);

/** Anybody may use the route: the health checks, and pages whose address is the secret. */
export const Public = (): MethodDecorator => SetMetadata(accessKey, 'public' satisfies Access);
