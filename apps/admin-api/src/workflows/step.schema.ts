import { z } from 'zod';

export const commandBody = z.strictObject({
  command: z.string().min(1).max(100).describe('One of `availableCommands`.'),
  data: z.unknown().describe('As the command’s `schema` says.'),
  note: z.string().trim().min(1).max(2000).optional().describe('A remark for the log.'),
});

export const startBody = z.strictObject({
  definition: z.string().min(1).max(100).describe('Name of the definition; its newest version is taken.'),
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
    .describe('Unique within the county; the workflow’s id is `<county>.<key>`.'),
  data: z.unknown().describe('The start data, as the definition’s `start.schema` says.'),
  year: z.int().min(2000).max(2199).optional().describe('Year of the plan the workflow belongs to.'),
});

export const dryRunQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` only says what would happen: events, mails, deadlines. Nothing is written.'),
});

export type DryRun = z.infer<typeof dryRunQuery>;
