import {
  type Language,
  ladderNames,
  type LadderName,
  ladders,
  ladderSchema,
  ladderTemplates,
  ladderTitles,
  rungAudiences,
  stopConditions,
} from '@app/domain';
import type { CountyLadders, LadderChange } from '@app/store';
import { z } from 'zod';
import { stopCondition } from '../mails/upcoming-mails.schema';
import { named } from '../openapi/named-schemas';
import { finding } from '../year-clocks/finding.schema';

const civilDate = z.string().meta({ format: 'date' });
export const reason = z.string().trim().min(1).max(2000).describe('Why; kept with the change.');

export const ladderBody = named('NewLadder', z.strictObject({ rungs: ladderSchema, reason }));
export const ladderDraft = named(
  'LadderDraft',
  z.strictObject({ rungs: ladderSchema.nullable().describe('Null: back to the default.') }),
);

const change = z.object({
  revision: z.int().describe('Counted through the county.'),
  at: z.string().meta({ format: 'date-time' }),
  by: z.string().describe('The key that changed it.'),
  reason: z.string(),
  rungs: ladderSchema.nullable().describe('Null: back to the default.'),
});

export const ladderView = named(
  'ReminderLadder',
  z.object({
    kind: z.enum(ladderNames),
    title: z.string(),
    own: z.boolean().describe('Whether the county has a ladder of its own.'),
    rungs: ladderSchema.describe('Those in force.'),
    default: ladderSchema.describe('The product’s.'),
    templates: z
      .array(
        z.object({
          template: z.string(),
          audiences: z.array(z.enum(rungAudiences)),
          sides: z.array(z.enum(['before', 'after'])),
        }),
      )
      .describe('The mails that its rungs can send, to whom, and on which side of the date.'),
    stopsWhen: z.array(stopCondition).describe('What ends the reminders of such a deadline.'),
    changes: z.array(change).describe('The newest first.'),
  }),
);

export const ladderList = named(
  'ReminderLadders',
  z.object({ revision: z.int().describe('0 where nothing was ever changed.'), items: z.array(ladderView) }),
);

const rungs = z.array(z.object({ key: z.string(), on: civilDate }));

export const ladderCheck = named(
  'LadderCheck',
  z.object({
    findings: z.array(finding).describe('`entry` is the key of the rung.'),
    changes: z
      .array(z.object({ workflow: z.string(), deadline: z.string(), dueOn: civilDate, before: rungs, after: rungs }))
      .describe(
        'What the county’s open deadlines would still have ahead of them, before and after. Empty while there are findings.',
      ),
    next: z.string().nullable().describe('Where to go on: the `cursor` of the next page of workflows.'),
  }),
);

export type LadderView = z.infer<typeof ladderView>;

export function viewOf(kind: LadderName, county: CountyLadders, language: Language): LadderView {
  const own = county.own[kind];
  return {
    kind,
    title: ladderTitles[kind][language],
    own: own !== undefined,
    rungs: [...(own ?? ladders[kind])],
    default: [...ladders[kind]],
    templates: [...ladderTemplates(kind)].map(([template, { audiences, sides }]) => ({
      template,
      audiences: [...audiences],
      sides: [...sides],
    })),
    stopsWhen: stopConditions(kind).map(({ code, text }) => ({ code, text: text[language] })),
    changes: county.changes.filter(({ ladder }) => ladder === kind).map(changeView),
  };
}

function changeView({ revision, at, by, reason: why, rungs: to }: LadderChange): z.infer<typeof change> {
  return { revision, at, by, reason: why, rungs: to && [...to] };
}
