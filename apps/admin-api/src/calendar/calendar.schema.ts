import { languages } from '@app/domain';
import { calendarScopes } from '@app/store';
import { z } from 'zod';
import { word } from '../input/query.decorator';
import { named } from '../openapi/named-schemas';

const scope = z
  .enum(calendarScopes)
  .describe('`county`: everything; `organisation`: what is asked of it; `person`: the tasks of the roles they hold.');

export const calendarBody = z.strictObject({
  scope,
  subject: word.optional().describe('Id of the organisation or of the contact. Not for `county`.'),
  language: z.enum(languages).optional().describe('That of the owner where it is left out.'),
  label: z.string().trim().min(1).max(200).optional().describe('A note on who reads it.'),
});

export const madeCalendar = named(
  'MadeCalendar',
  z.object({
    id: z.string(),
    url: z.string().describe('The secret address, to subscribe to. It is shown only now.'),
  }),
);

export const calendarList = named(
  'CalendarList',
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        scope,
        subject: z.string().nullable(),
        language: z.enum(languages).nullable().describe('Null: that of the owner.'),
        label: z.string().nullable(),
        createdAt: z.string(),
        subjectKnown: z
          .boolean()
          .describe('False when the register has its subject no more: the calendar is empty, and a new one is needed.'),
      }),
    ),
    next: z.string().nullable(),
  }),
);
