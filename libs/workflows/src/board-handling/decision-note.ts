import { z } from 'zod';
import { dateField, label } from '../fields';

/** What a handling tells its parent: the decision of a body, as the data of `note-decision`. */
export const decisionNote = z.strictObject({
  organisation: z.string(),
  decision: z.string().nullable(),
  meetingOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')).nullable(),
  section: z.string().nullable(),
  caseNumber: z.string().nullable(),
  minutes: z.string().nullable(),
  extractsTo: z.string().nullable(),
  body: z.string(),
  /** Whether the case goes on to no other body. */
  last: z.boolean(),
});
export type DecisionNote = z.infer<typeof decisionNote>;

/** Meetings of the county's bodies that moved, as the data of `note-moved-meetings`. */
export const movedMeetingsNote = z.strictObject({
  organisation: z.string(),
  meetings: z.array(
    z.strictObject({
      body: z.string(),
      was: dateField(label('Oli', 'Var', 'Was')).nullable(),
      on: dateField(label('On', 'Är', 'Is')).nullable(),
    }),
  ),
});
export type MovedMeetingsNote = z.infer<typeof movedMeetingsNote>;

/** What is rejected, referred elsewhere or not handled at all is no result to go on with. */
export const noResult: readonly string[] = ['', 'reject', 'refer', 'withdrawn', 'not-handled'];
