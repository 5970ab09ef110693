import { languages, taskKinds } from '@app/domain';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { workflow, workflowSummary } from './workflow.schema';

const civilDate = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });

const foreseenEvent = z.object({
  stream: z.string().describe('The workflow or notification it would happen to.'),
  seq: z.int(),
  kind: z.enum(['fact', 'consequence']),
  type: z.string(),
  words: z.string().describe('What would have happened, in one sentence of the chosen language.'),
});

const foreseenMail = z.object({
  workflow: z.string(),
  template: z.string(),
  to: z.object({
    organisation: z.string(),
    audience: z.string(),
    contact: z.string().nullable().describe('Id of the contact; null for a registry, or where nobody would get it.'),
    via: z.enum(['holder', 'deputy', 'registry']).nullable().describe('Null where nobody would get it.'),
  }),
  language: z.enum(languages).nullable(),
  subject: z.string().nullable().describe('Null where the mail cannot be written as the register stands.'),
  leavesAt: instant
    .nullable()
    .describe(
      'From when on it may leave, alone or in the day’s digest of its reader; null where it would be owed and not sent.',
    ),
});

export const foreseen = named(
  'Foreseen',
  z
    .object({
      dryRun: z.literal(true),
      replayed: z
        .boolean()
        .describe(
          'The Idempotency-Key has done this before: nothing would happen, and the recorded answer be given again.',
        ),
      workflow: workflowSummary.describe('As it would stand right after the command.'),
      started: z
        .array(
          z.object({
            id: z.string(),
            definition: z.object({ name: z.string(), version: z.int(), title: z.string() }),
            organisations: z.array(z.string()).describe('The organisations it concerns.'),
          }),
        )
        .describe('Workflows that would be started.'),
      events: z.array(foreseenEvent).describe('In order: the command’s own, then those of the workflows told of it.'),
      deadlines: z
        .array(
          z.object({
            workflow: z.string(),
            name: z.string(),
            title: z.string(),
            from: civilDate.nullable().describe('Null where it does not run now: it would be set.'),
            to: civilDate.nullable().describe('Null where it would not run any more.'),
          }),
        )
        .describe('Deadlines that would be set, moved or ended.'),
      mails: z.array(foreseenMail).describe('Mails that would be owed at once. Reminders follow from the deadlines.'),
      tasks: z.array(
        z.object({
          workflow: z.string(),
          key: z.string(),
          opens: z.boolean(),
          kind: z.enum(taskKinds).nullable().describe('Null where it would be closed.'),
          title: z.string().nullable(),
          organisation: z.string().nullable(),
        }),
      ),
      refused: z
        .array(z.object({ workflow: z.string(), code: z.string(), detail: z.string() }))
        .describe('What another workflow that is told of it would not take: a person would have to look at it.'),
    })
    .describe('What would happen, as things stand now. Nothing of it has happened.'),
);

export type ForeseenView = z.infer<typeof foreseen>;

export const stepAnswer = named('StepAnswer', z.union([workflow, foreseen]));
