import { type CivilDate, isCivilDate } from '@app/domain';
import { keyRoles } from '@app/store';
import { z } from 'zod';
import { type Permission, permissions } from '../access/permissions';
import { isStorable } from '../input/storable-text';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });
const day = z.string().refine(isCivilDate).meta({ format: 'date' }) as unknown as z.ZodType<CivilDate>;
const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);
const role = z.enum(keyRoles);

export const keyBody = named(
  'NewKey',
  z.strictObject({
    role,
    label: z.string().trim().min(1).max(200).refine(isStorable).optional().describe('A note on who uses it, or what.'),
    expiresOn: day
      .optional()
      .describe('The last day on which it works, Helsinki time. It does not end by itself without one.'),
    permissions: z
      .array(permission)
      .min(1)
      .max(Object.keys(permissions).length)
      .optional()
      .describe('What it may do of what its role may; all of that where it is left out.'),
  }),
);

export const madeKey = named(
  'MadeKey',
  z.object({ id: z.string(), key: z.string().describe('The key, `vk_…`. It is shown only now.') }),
);

const key = z.object({
  id: z.string(),
  role,
  label: z.string().nullable(),
  permissions: z.array(z.string()).nullable().describe('Null: all that its role may.'),
  createdAt: instant,
  madeBy: z.string().nullable().describe('Who made it: `key:<id>`, `user:<id>` or `cli`.'),
  expiresOn: z.string().meta({ format: 'date' }).nullable(),
  lastUsedAt: instant.nullable().describe('To the minute.'),
  revokedAt: instant.nullable(),
  revokedBy: z.string().nullable(),
});

export const keyList = named('KeyList', z.object({ items: z.array(key), next: z.string().nullable() }));

export type NewKeyBody = z.infer<typeof keyBody>;
