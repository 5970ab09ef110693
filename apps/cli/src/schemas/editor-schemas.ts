import { planSchema, registerSchema } from '@app/domain';
import { z } from 'zod';

/** The JSON Schemas with which an editor completes and checks the files that people write, by file name. */
export function editorSchemas(): Record<string, object> {
  return {
    'plan.schema.json': editorSchema(planSchema, {
      title: 'Vuosikello: the plan of a year',
      description: 'The year clock of one wellbeing services county, checked with `vuosikello plan check FILE`.',
    }),
    'organisations.schema.json': editorSchema(registerSchema, {
      title: 'Vuosikello: organisations file',
      description:
        'The register of one wellbeing services county: its bodies and their meetings, organisations and contacts, imported with `vuosikello import organisations FILE`.',
    }),
  };
}

function editorSchema(schema: z.ZodType, about: { title: string; description: string }): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, ...about, ...rest };
}
