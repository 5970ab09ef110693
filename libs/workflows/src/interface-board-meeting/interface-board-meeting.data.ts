import { z } from 'zod';
import type { Collecting } from '../collecting/asked-requests';
import { collectedParty } from '../collecting/asked-requests';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { planDate, textInThree } from '../fields';
import type { Agenda, Item, MeetingRecord, Minutes, Publication } from './interface-board-meeting.forms';

/** The dated steps of a meeting of the interface board, in their order. */
export const boardSteps = ['topicsAsked', 'itemsReady', 'agenda', 'meeting', 'minutes', 'published'] as const;
export type BoardStep = (typeof boardSteps)[number];

/** An interface that the meeting handles, as the register named it. `ofCounty`: the county has a contact of its own for it. */
const topic = z.strictObject({ id: z.string(), name: textInThree, ofCounty: z.boolean() });
export type Topic = z.infer<typeof topic>;

export const boardInput = z.strictObject({
  topics: z.array(topic).min(1),
  /** The municipalities: the contact of each topic is asked in each of them, and each is invited. */
  parties: z.array(collectedParty).min(1),
  dates: z.strictObject({
    topicsAsked: planDate,
    itemsReady: planDate,
    agenda: planDate,
    meeting: planDate,
    minutes: planDate,
    published: planDate,
  }),
  closes: closesField,
});
export type BoardInput = z.infer<typeof boardInput>;

export const datesChange = datesChangeForm(boardSteps);

/** A meeting of the interface board as it stands. What the contacts propose is what the requests were answered. */
export type BoardContext = DatedContext<BoardStep> &
  Collecting &
  BoardInput & {
    items: Item[];
    agenda: Agenda | null;
    /** Earlier days on which the board came together and was too few. */
    notQuorate: MeetingRecord[];
    held: MeetingRecord | null;
    minutes: Minutes | null;
    publication: Publication | null;
  };
