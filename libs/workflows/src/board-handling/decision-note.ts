import { z } from 'zod';
import { dateField, label } from '../fields';

/** What a handling tells whoever started it, as the data of `note-decision`: how a body is done with the case. */
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

/** What it tells of meetings that moved, as the data of `note-moved-meetings`. */
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

/** Decisions after which nothing goes on: rejected, referred elsewhere, withdrawn or not handled at all. */
export const noResult: readonly string[] = ['', 'reject', 'refer', 'withdrawn', 'not-handled'];
