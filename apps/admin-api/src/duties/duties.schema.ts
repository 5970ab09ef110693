import { dutyIds, dutyStatuses } from '@app/domain';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const civilDate = z.string().meta({ format: 'date' });
const organisation = z.object({ id: z.string(), name: z.string() });

const evidence = z.object({
  on: civilDate.describe('When it happened.'),
  kind: z.string().describe('Such as `held`, `present`, `answered`, `decision`, `acknowledged`, `reported`.'),
  fulfils: z.boolean().describe('Whether it fulfils the duty alone; else it supports what does.'),
  text: z.string(),
  organisation: organisation.nullable().describe('Who did it, where that is another than the duty’s holder.'),
  body: z.string().nullable(),
  section: z.string().nullable().describe('The § of the minutes.'),
  caseNumber: z.string().nullable(),
  source: z.string().nullable().describe('Where it can be checked: a link, or words that name the document.'),
  event: z
    .object({
      id: z.string().describe('`<stream>#<seq>`'),
      stream: z.string(),
      seq: z.int(),
      type: z.string(),
      at: z.string().meta({ format: 'date-time' }).describe('When it was recorded.'),
    })
    .describe('The event of the log from which it follows.'),
});

const duty = named(
  'Duty',
  z.object({
    id: z.string().describe('`<duty>:<organisation>:<period>`; stable.'),
    duty: z.enum(dutyIds),
    title: z.string(),
    organisation: organisation.describe('Whose duty it is: the county or a municipality.'),
    basis: z.object({
      act: z.string(),
      section: z.string(),
      moment: z.string().nullable(),
      text: z.string().describe('The citation in words.'),
    }),
    period: z.object({
      kind: z.enum(['year', 'term']),
      id: z.string().describe('`2026`, or `2025-2029` of a council term.'),
      startsOn: civilDate,
      endsOn: civilDate,
    }),
    status: z
      .enum(dutyStatuses)
      .describe(
        '`at-risk` follows from the calendar. `open` of a period that is over: it ended before the log began, and nothing is known.',
      ),
    reason: z.string().optional().describe('Why it stands so; always there for `at-risk` and `missed`.'),
    warning: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe('Of a council term: 24, 12, 6, 3 and 1 months before its end the warning grows from 1 to 5.'),
    evidence: z.array(evidence).describe('In the order of time.'),
  }),
);

export const dutyList = named(
  'DutyList',
  z.object({
    items: z.array(duty),
    next: z.null(),
    today: civilDate.describe('The day as of which the duties stand so.'),
  }),
);
