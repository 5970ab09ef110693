import { SetMetadata } from '@nestjs/common';
import { type KeyRole, keyRoles } from '@app/store';

/** Who may use a route: the roles of API keys, or anybody. */
export type Access = readonly KeyRole[] | 'public';

export const accessKey = Symbol('access');

/** Every key may read what belongs to its county. */
export const readers = keyRoles;
/** Auditors and operators only read; what the others may do in a workflow, its definition says. */
export const writers = ['admin', 'coordinator', 'service'] as const satisfies readonly KeyRole[];

/** The roles that may use the route. Every route says this or `@Public()` exactly once. */
export const Allow = (...roles: KeyRole[]): MethodDecorator => SetMetadata(accessKey, roles satisfies Access);

/** Anybody may use the route: the health checks, and pages whose address is the secret. */
export const Public = (): MethodDecorator => SetMetadata(accessKey, 'public' satisfies Access);
