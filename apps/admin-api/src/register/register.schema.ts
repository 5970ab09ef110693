import { registerSchema } from '@app/domain';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { finding } from '../year-clocks/finding.schema';

const { organisations, bodies, contacts } = registerSchema.shape;

/** Items as an organisations file has them. */
export const organisation = named('Organisation', organisations.element);
export const body = named('Body', bodies.element);
export const contact = named('Contact', contacts.element);

/** A page of a list. */
export function listOf(item: z.ZodType) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** What a change answers: the item as it then stands, and what it made doubtful. */
export function writtenOf(item: z.ZodType) {
  return z.object({
    item,
    warnings: z.array(finding).describe('What is doubtful in the register since this change.'),
  });
}

/** A patch of an item: any of its fields but those left out here; null takes a field away that need not be there. */
export function patchOf(item: z.ZodObject, fixed: readonly string[]): z.ZodObject {
  const fields = Object.entries(item.shape)
    .filter(([name]) => !fixed.includes(name))
    .map(([name, field]) => [name, changeOf(field as z.ZodType)] as const);
  return z.strictObject(Object.fromEntries(fields));
}

function changeOf(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodExactOptional) return (field.unwrap() as z.ZodType).nullable().exactOptional();
  return field.exactOptional();
}
