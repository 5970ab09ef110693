import { longDate, onDate } from '@app/domain';
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
      `Kokous, joka pidettiin ${onDate(before, 'fi')}, on kirjattu, eikä se ollut päätösvaltainen. Anna kentässä {field:heldOn} sen jälkeen pidetyn kokouksen päivä.`,
      `Sammanträdet ${onDate(before, 'sv')} har antecknats och var inte beslutfört. Ange i fältet {field:heldOn} dagen för det sammanträde som hölls därefter.`,
      `The meeting of ${longDate(before, 'en')} is recorded and had no quorum. Give in {field:heldOn} the day of the meeting held after it.`,
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
      `Kokous pidettiin ${onDate(held.heldOn, 'fi')}. Pöytäkirja tarkastetaan sen jälkeen: korjaa kenttä {field:examinedOn}.`,
      `Sammanträdet hölls ${onDate(held.heldOn, 'sv')}. Protokollet justeras efter det: rätta fältet {field:examinedOn}.`,
      `The meeting was held ${onDate(held.heldOn, 'en')}. The minutes are examined after it: correct {field:examinedOn}.`,
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
      'Kokous ei ollut päätösvaltainen. Anna kentässä {field:dates} uusi kokouspäivä.',
      'Sammanträdet var inte beslutfört. Ange i fältet {field:dates} en ny sammanträdesdag.',
      'The meeting had no quorum. Give in {field:dates} a new day for it.',
    ),
  };
}

const codesOfDates = ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'];

export const refusals: Record<string, Refusal<BoardContext>> = {
  replyStillAhead: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Aiheiden vastauspäivä on ${longDate(dates.itemsReady.on, 'fi')}. Siirrä sitä toiminnolla {command:reschedule}, tai ohita vaihe toiminnolla {command:skip-step}.`,
        `Svarsdagen för ämnena är ${longDate(dates.itemsReady.on, 'sv')}. Flytta den med åtgärden {command:reschedule}, eller hoppa över steget med åtgärden {command:skip-step}.`,
        `Topics are due ${onDate(dates.itemsReady.on, 'en')}. Move that day with {command:reschedule}, or skip the step with {command:skip-step}.`,
      ),
  },
  meetingStillAhead: {
    code: 'too-late',
    detail: ({ dates }) =>
      label(
        `Kokouspäivä (${longDate(dates.meeting.on, 'fi')}) on jo mennyt. Siirrä se toiminnolla {command:reschedule} ennen kuin lähetät kutsun.`,
        `Sammanträdesdagen (${longDate(dates.meeting.on, 'sv')}) har redan passerat. Flytta den med åtgärden {command:reschedule} innan du skickar kallelsen.`,
        `The day of the meeting, ${longDate(dates.meeting.on, 'en')}, has passed. Move it with {command:reschedule} before sending the invitation.`,
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
