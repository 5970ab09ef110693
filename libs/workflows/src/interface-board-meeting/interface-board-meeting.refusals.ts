import type { CivilDate } from '@app/domain';
import type { PartiesChange } from '../collecting/asked-requests';
import { whyPartiesStay } from '../collecting/asked-requests';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay } from '../dated-steps/moved-steps';
import { stillAhead } from '../dated-steps/step-reasons';
import { label } from '../fields';
import type { Fact, Reason, Refusal } from '../kernel/definition';
import type { BoardContext, BoardStep } from './interface-board-meeting.data';
import { boardSteps } from './interface-board-meeting.data';
import type { MeetingRecord, Minutes } from './interface-board-meeting.forms';

/** Why the meeting cannot have been held then; null when it can. */
export function whyNotHeldThen(
  { notQuorate }: BoardContext,
  { heldOn }: Pick<MeetingRecord, 'heldOn'>,
  today: CivilDate,
): Reason | null {
  if (heldOn > today) return stillAhead();
  const before = notQuorate.at(-1)?.heldOn;
  if (before === undefined || heldOn > before) return null;
  return {
    code: 'recorded-already',
    detail: label(
      `Päivän ${before} kokous on kirjattu, eikä se ollut päätösvaltainen. Anna kentässä heldOn sen jälkeen pidetyn kokouksen päivä.`,
      `Sammanträdet ${before} har antecknats och var inte beslutfört. Ange i fältet heldOn dagen för det sammanträde som hölls därefter.`,
      `The meeting of ${before} is recorded and had no quorum. Give in heldOn the day of the meeting held after it.`,
    ),
  };
}

/** Why the minutes cannot have been examined then; null when they can. */
export function whyNotExaminedThen(
  { held }: BoardContext,
  { examinedOn }: Pick<Minutes, 'examinedOn'>,
  today: CivilDate,
): Reason | null {
  if (examinedOn > today) return stillAhead();
  if (!held || examinedOn >= held.heldOn) return null;
  return {
    code: 'before-meeting',
    detail: label(
      `Kokous pidettiin ${held.heldOn}. Pöytäkirja tarkastetaan sen jälkeen: korjaa kenttä examinedOn.`,
      `Sammanträdet hölls ${held.heldOn}. Protokollet justeras efter det: rätta fältet examinedOn.`,
      `The meeting was held on ${held.heldOn}. The minutes are examined after it: correct examinedOn.`,
    ),
  };
}

/** Why the dates may not change so; null when they may. */
export function whyBoardDatesStay(
  context: BoardContext,
  { data, on }: Pick<Fact<string, DatesChange<BoardStep>>, 'data' | 'on'>,
): Reason | null {
  return whyDatesStay(context, boardSteps, data, on);
}

/** The same after a meeting without a quorum, which must come together anew. */
export function whyNoNewMeeting(
  context: BoardContext,
  fact: Pick<Fact<string, DatesChange<BoardStep>>, 'data' | 'on'>,
): Reason | null {
  const meeting = fact.data.dates.meeting;
  if (meeting && meeting.on !== context.dates.meeting.on) return whyBoardDatesStay(context, fact);
  return {
    code: 'needs-new-date',
    detail: label(
      'Kokous ei ollut päätösvaltainen. Anna kentässä dates uusi kokouspäivä (meeting).',
      'Sammanträdet var inte beslutfört. Ange i fältet dates en ny sammanträdesdag (meeting).',
      'The meeting had no quorum. Give in dates a new day for it (meeting).',
    ),
  };
}

const codesOfDates = ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'];

export const refusals: Record<string, Refusal<BoardContext>> = {
  replyStillAhead: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Aiheiden vastauspäivä on ${dates.itemsReady.on}. Siirrä sitä (itemsReady) toiminnolla reschedule, tai ohita vaihe toiminnolla skip-step.`,
        `Svarsdagen för ämnena är ${dates.itemsReady.on}. Flytta den (itemsReady) med åtgärden reschedule, eller hoppa över steget med åtgärden skip-step.`,
        `Topics are due on ${dates.itemsReady.on}. Move that day (itemsReady) with reschedule, or skip the step with skip-step.`,
      ),
  },
  meetingStillAhead: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Kokouspäivä ${dates.meeting.on} on jo mennyt. Siirrä se (meeting) toiminnolla reschedule ennen kuin lähetät kutsun.`,
        `Sammanträdesdagen ${dates.meeting.on} har redan passerat. Flytta den (meeting) med åtgärden reschedule innan du skickar kallelsen.`,
        `The day of the meeting, ${dates.meeting.on}, has passed. Move it (meeting) with reschedule before sending the invitation.`,
      ),
  },
  heldThen: {
    codes: ['too-early', 'recorded-already'],
    why: (context, { data, on }) => whyNotHeldThen(context, data as MeetingRecord, on),
  },
  examinedThen: {
    codes: ['too-early', 'before-meeting'],
    why: (context, { data, on }) => whyNotExaminedThen(context, data as Minutes, on),
  },
  datesMayChange: {
    codes: codesOfDates,
    why: (context, fact) => whyBoardDatesStay(context, fact as Fact<string, DatesChange<BoardStep>>),
  },
  meetsAnew: {
    codes: ['needs-new-date', ...codesOfDates],
    why: (context, fact) => whyNoNewMeeting(context, fact as Fact<string, DatesChange<BoardStep>>),
  },
  partiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, { data }) => whyPartiesStay(context, data as PartiesChange),
  },
};
