import { bases, planSchema } from '@app/domain';
import { z } from 'zod';
import { finding } from './finding.schema';
import { named } from '../openapi/named-schemas';

const civilDate = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });
const findings = z.array(finding);

/** A plan as its author writes it. */
export const planBody = named('Plan', planSchema);

/** A small plan without fault, for whoever tries the API. */
export const planExample = {
  ...{ county: '09', year: 2026, title: 'Vuosikello 2026' },
  entries: [
    {
      ...{ id: 'hyte-negotiation-2026', workflow: 'hyte-negotiation', about: '2027' },
      dates: { negotiation: { on: '2026-08-27', at: '08:30', until: '15:15', place: 'Lahti', basis: 'agreed' } },
    },
  ],
};

const plan = z
  .record(z.string(), z.unknown())
  .describe('The plan: `county`, `year`, `title` and `entries`, as in the plan file.');

const revisionFields = {
  revision: z.int(),
  activatedAt: instant,
  activatedBy: z.string().describe('Who put it into force: `key:<id>` of an API key, or `cli`.'),
  reason: z.string().nullable().describe('Why the plan was changed; null for the first revision.'),
};

const entry = z.object({
  id: z.string(),
  workflow: z.string().describe('Name of the definition.'),
  title: z.string().nullable(),
  about: z.string().nullable(),
  driven: z
    .object({
      id: z.string(),
      state: z.string(),
      title: z.string().describe('What the state is called.'),
      status: z.enum(['open', 'closed', 'cancelled']),
      startedOn: civilDate,
      endedOn: civilDate.nullable(),
    })
    .nullable()
    .describe('The workflow that the entry has started; null where nothing drives it yet.'),
});

export const yearClock = named(
  'YearClock',
  z.object({
    county: z.string(),
    year: z.int(),
    version: z.int().describe('Goes up with each draft and each revision; also the ETag.'),
    active: z
      .object({ ...revisionFields, plan, findings })
      .nullable()
      .describe('The plan in force, with what should be looked at today; null while none is.'),
    draft: z
      .object({ savedAt: instant, savedBy: z.string(), plan, findings })
      .nullable()
      .describe('The plan that is being written and is not in force.'),
    entries: z.array(entry).describe('Of the plan in force.'),
  }),
);

export const revisionList = named(
  'PlanRevisionList',
  z.object({ items: z.array(z.object({ ...revisionFields, plan })), next: z.null() }),
);

const planDate = z.object({
  on: civilDate,
  at: z.string().optional(),
  until: z.string().optional(),
  place: z.string().optional(),
  body: z.string().optional(),
  weekday: z.string().optional(),
  basis: z.enum(bases),
});

const rung = { workflow: z.string(), deadline: z.string(), rung: z.string().describe('Such as `T-7` or `overdue`.') };
const mail = { notification: z.string(), template: z.string(), organisation: z.string() };

const entryPreview = z.object({
  entry: z.string(),
  workflow: z.string().nullable().describe('Null where no workflow goes by these dates.'),
  dates: z.array(
    z.object({
      name: z.string(),
      from: planDate.nullable(),
      to: planDate.nullable(),
      stays: z.boolean().describe('The workflow keeps the date it has: it has happened, or is this one already.'),
    }),
  ),
  deadlines: z
    .array(
      z.object({
        workflow: z.string(),
        name: z.string(),
        title: z.string(),
        from: civilDate.nullable(),
        to: civilDate.nullable(),
      }),
    )
    .describe('Deadlines that move, of the workflow and of those it tells; null where it does not run.'),
  mails: z.object({
    sent: z
      .array(z.object({ ...mail, sentAt: instant.nullable() }))
      .describe(
        'Mails that told one of the old dates and stay as they were sent; `sentAt` is null for one on its way.',
      ),
    moved: z.array(z.object({ ...rung, from: civilDate, to: civilDate })).describe('Reminders that go on another day.'),
    dropped: z.array(z.object({ ...rung, from: civilDate })).describe('Reminders that no longer go.'),
    added: z.array(z.object({ ...rung, to: civilDate })).describe('New reminders.'),
    suppressed: z.array(z.object(mail)).describe('Mails that waited to be sent, and will not be.'),
    owed: z
      .array(z.object({ workflow: z.string(), template: z.string(), organisation: z.string() }))
      .describe('New mails about the change.'),
  }),
});

export const planPreviewShape = named(
  'PlanPreview',
  z.object({
    revision: z.int().describe('The revision it is compared with; 0 while no plan is in force.'),
    unchanged: z.boolean(),
    started: z.array(z.string()).describe('Ids of the workflows that start.'),
    same: z.array(z.string()).describe('Entries whose workflow runs or has ended, and is left as it is.'),
    notDriven: z.array(z.string()).describe('Entries that no workflow drives yet.'),
    added: z.array(z.string()).describe('Entries that come into the plan and that no workflow drives yet.'),
    dropped: z.array(z.string()).describe('Entries that leave the plan.'),
    reworded: z.array(z.string()).describe('Entries whose title or topics change.'),
    changes: z.array(entryPreview),
  }),
);

export const activation = named(
  'PlanActivation',
  z.object({
    outcome: z.enum(['previewed', 'activated', 'unchanged']),
    revision: z.int().describe('The revision in force afterwards; 0 while none is.'),
    preview: planPreviewShape.nullable().describe('What changes; null where the plan itself has errors.'),
    findings,
  }),
);

export type YearClockView = z.infer<typeof yearClock>;
export type ActivationView = z.infer<typeof activation>;
