import { bases } from '@app/domain';
import { publicities } from '@app/workflows';
import { z } from 'zod';
import { proposal } from '../four-eyes/four-eyes.schema';
import { event } from '../events/event.schema';
import { named } from '../openapi/named-schemas';
import { workflowRecord } from '../records/record.schema';

const civilDate = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });

export const commandOffer = z.object({
  name: z.string(),
  title: z.string(),
  schema: z
    .record(z.string(), z.unknown())
    .describe('JSON Schema (2020-12) of the command’s `data`, with titles in the chosen language.'),
});

const deadline = z.object({
  name: z.string(),
  title: z.string(),
  dueOn: civilDate,
  dueAt: instant.describe('Closing time on that day.'),
  basis: z.enum(bases).describe('Only `statutory` and `statutory-period-end` are law.'),
  citation: z.string().nullable().describe('Act and section, where an act sets the date.'),
  status: z.enum(['open', 'passed', 'paused', 'met', 'met-late', 'missed', 'over', 'cancelled']),
});

const reach = z
  .object({
    state: z
      .enum(['asked', 'handed-over', 'reached'])
      .describe(
        '`handed-over`: the relay took a mail to the organisation, no more. `reached`: somebody there confirmed on the page, acted on it, or answered.',
      ),
    since: civilDate,
  })
  .nullable()
  .describe('Whether the organisation that is asked has been reached; null where nobody is asked.');

const summaryFields = {
  id: z.string(),
  definition: z.object({ name: z.string(), version: z.int(), title: z.string() }),
  county: z.string(),
  state: z.string().describe('Dotted path of the state, what is waited for.'),
  title: z.string().describe('What the state is called.'),
  status: z.enum(['open', 'closed', 'cancelled']),
  paused: z
    .object({ on: civilDate, reason: z.string().nullable() })
    .nullable()
    .describe('Since when and why time stands still: no deadline passes, no reminder goes. Null while it runs.'),
  version: z.int().describe('Number of events; also the ETag.'),
  waitingFor: z.array(z.object({ part: z.string(), organisations: z.array(z.string()) })),
  deadlines: z.array(deadline),
  reach,
  parent: z.object({ id: z.string(), key: z.string() }).nullable(),
  startedOn: civilDate,
  endedOn: civilDate.nullable(),
};

export const workflowSummary = named('WorkflowSummary', z.object(summaryFields));

export const workflow = named(
  'Workflow',
  z.object({
    ...summaryFields,
    children: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        definition: z.object({ name: z.string(), version: z.int() }),
        state: z.string(),
        status: z.string(),
        organisation: z.string().nullable(),
        reach,
      }),
    ),
    documents: z
      .array(
        z.object({
          id: z.string().describe('`d1`, `d2` … in the order in which they were attached.'),
          title: z.string(),
          kind: z.string().nullable(),
          language: z.string().nullable(),
          publicity: z.enum(publicities),
          caseNumber: z.string().nullable(),
          supersedes: z.string().nullable().describe('The earlier document whose place it has taken.'),
          attachedAt: instant,
          link: z
            .object({ url: z.string(), sha256: z.string().nullable() })
            .nullable()
            .describe('Null also where the document is withheld from the caller’s key.'),
          file: z
            .object({ sha256: z.string(), bytes: z.int(), mediaType: z.string(), name: z.string() })
            .nullable()
            .describe('To be read at `/v1/workflows/{id}/documents/{document}`.'),
        }),
      )
      .describe('What was attached, without what a newer document has taken the place of.'),
    records: z.array(workflowRecord).describe('The official documents that came of it, with their classes.'),
    availableCommands: z.array(commandOffer).describe('What the role of the caller’s key may give now.'),
    withheld: z
      .boolean()
      .describe(
        'Some record of it is not public, and the caller’s key neither handles nor audits the matter: what it says is left out, here, in its events and its mails.',
      ),
    data: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What the workflow knows: its start data and what its events have added; null where it is withheld.'),
    proposals: z.array(proposal).describe('Commands that wait for a second person to confirm them.'),
  }),
);

export const workflowList = named(
  'WorkflowList',
  z.object({ items: z.array(workflowSummary), next: z.string().nullable() }),
);

export const workflowEvents = named(
  'WorkflowEvents',
  z.object({
    items: z.array(event),
    next: z
      .int()
      .nullable()
      .describe('The `after` of the following page, a number of the stream; null when there are no more.'),
  }),
);

export type WorkflowSummary = z.infer<typeof workflowSummary>;
export type WorkflowView = z.infer<typeof workflow>;
