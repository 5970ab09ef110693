import { languages } from '@app/domain';
import { answerings } from '@app/workflows';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { finding } from '../year-clocks/finding.schema';

const text = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const civilDate = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });
const entry = z.string().nullable().describe('Id of the entry of the plan to which it belongs.');

export const simulationQuery = z.strictObject({
  answers: z
    .enum(answerings)
    .default('on-time')
    .describe('When those whom the county asks answer: on the due day, some working days late, or never.'),
});

const amount = z.object({
  mails: z.int(),
  asks: z.int().describe('Requests, each counted when it is first asked.'),
  steps: z.int().describe('Steps that the coordinator takes.'),
});

const carried = z.object({
  notification: z.string(),
  workflow: z.string(),
  entry,
  template: z.string(),
  organisation: z.string(),
  audience: z.string().describe('The seat that is written to, such as `respondent`.'),
});

const timelineItem = z.object({
  day: civilDate,
  at: instant,
  entry,
  workflow: z.string(),
  definition: z.string(),
  organisation: z.string().nullable().describe('Whom the workflow asks; null where it concerns many.'),
  by: z.string().describe('In which role it is done; `clock` where a date passes.'),
  event: z.string().describe('The event that the log would have.'),
  what: text,
});

const mail = z.object({
  day: civilDate,
  at: instant,
  to: z.object({
    reader: z.string().describe('Who reads the mailbox: the id of a contact, or `registry:<organisation>`.'),
    contact: z.string().nullable(),
    via: z.enum(['holder', 'deputy', 'registry']),
  }),
  language: z.enum(languages),
  subject: z.string(),
  carries: z.array(carried).describe('More than one: the mail of the reader’s day.'),
});

const load = z.object({
  reader: z.string(),
  seats: z.array(z.object({ organisation: z.string(), audience: z.string() })),
  total: amount,
  byMonth: z.record(z.string(), amount).describe('By month, such as `2026-03`.'),
  busiestWeek: amount.extend({ from: civilDate.describe('A Monday.') }),
});

const example = {
  ...{ county: '09', year: 2026, from: '2026-01-02', to: '2026-12-31', answers: 'on-time' },
  assumed: [
    {
      fi: 'Kaikki, joilta kysytään, vastaavat määräpäivänä.',
      sv: 'Alla som tillfrågas svarar på den sista svarsdagen.',
      en: 'Everybody who is asked answers on the due day.',
    },
  ],
  leftOut: [],
  counts: { workflows: 1, mails: 1, digests: 0, owed: 1, suppressed: 0, undelivered: 0 },
  timeline: [
    {
      ...{ day: '2026-05-25', at: '2026-05-25T07:00:00.000Z', entry: 'hyte-negotiation-2026' },
      ...{ workflow: '09.hyte-negotiation-2026', definition: 'hyte-negotiation', organisation: null },
      ...{ by: 'coordinator', event: 'PartiesInvited' },
      what: {
        fi: 'Koordinaattori lähetti kutsun ja ennakkotehtävän.',
        sv: 'Koordinatorn sände inbjudan och förhandsuppgiften.',
        en: 'The coordinator sent the invitation and the advance assignment.',
      },
    },
  ],
  mails: [
    {
      ...{ day: '2026-05-25', at: '2026-05-25T07:00:00.000Z', language: 'fi' },
      to: { reader: '016-hyvinvointikoordinaattori', contact: '016-hyvinvointikoordinaattori', via: 'holder' },
      subject: 'Kutsu hyte-neuvotteluun 27.8.2026 – Asikkala',
      carries: [
        {
          ...{ notification: '09.hyte-negotiation-2026.n12', workflow: '09.hyte-negotiation-2026' },
          ...{ entry: 'hyte-negotiation-2026', template: 'invitation', organisation: '016', audience: 'party' },
        },
      ],
    },
  ],
  undelivered: [],
  load: [
    {
      reader: '016-hyvinvointikoordinaattori',
      seats: [{ organisation: '016', audience: 'party' }],
      total: { mails: 1, asks: 0, steps: 0 },
      byMonth: { '2026-05': { mails: 1, asks: 0, steps: 0 } },
      busiestWeek: { from: '2026-05-25', mails: 1, asks: 0, steps: 0 },
    },
  ],
  collisions: [],
  findings: [],
  workflows: [
    {
      ...{ id: '09.hyte-negotiation-2026', entry: 'hyte-negotiation-2026', definition: 'hyte-negotiation' },
      ...{ outcome: 'closed', startedOn: '2026-01-02', endedOn: '2026-12-31' },
    },
  ],
  notDriven: [],
};

export const simulation = named(
  'Simulation',
  z
    .object({
      county: z.string(),
      year: z.int(),
      from: civilDate,
      to: civilDate,
      answers: z.enum(answerings),
      assumed: z.array(text).describe('On what the simulation rests.'),
      leftOut: z.array(text).describe('What it does not take into account.'),
      counts: z.object({
        workflows: z.int(),
        mails: z.int(),
        digests: z.int().describe('Mails that carry more than one notification.'),
        owed: z.int().describe('Notifications that are owed, whether or not they leave.'),
        suppressed: z.int().describe('Notifications that fall away before they leave.'),
        undelivered: z.int(),
      }),
      timeline: z.array(timelineItem).describe('What happens, in the order in which it happens.'),
      mails: z.array(mail).describe('The mails as they leave, in their order.'),
      undelivered: z
        .array(
          carried.extend({
            day: civilDate,
            reason: z.enum(['no-recipient', 'too-late', 'not-written']),
          }),
        )
        .describe('Mails that would reach nobody.'),
      load: z.array(load).describe('How much comes to whom, and when it piles up: whoever gets most comes first.'),
      collisions: z.array(finding).describe('What collides, of the findings of the plan’s check.'),
      findings: z.array(finding).describe('The other findings of the check.'),
      workflows: z.array(
        z.object({
          id: z.string(),
          entry,
          definition: z.string(),
          outcome: z.enum(['open', 'closed', 'cancelled']),
          startedOn: civilDate,
          endedOn: civilDate.nullable(),
        }),
      ),
      notDriven: z
        .array(
          z.object({
            entry,
            workflow: z.string().nullable(),
            deadline: z.string().nullable(),
            dueOn: civilDate.nullable(),
            metOn: civilDate.nullable().describe('When the date was met after all.'),
            because: text,
          }),
        )
        .describe(
          'What could not be driven: an entry, a date that nobody could meet on its day, or a step that was refused.',
        ),
    })
    .meta({ examples: [example] }),
);

export type SimulationView = z.infer<typeof simulation>;
