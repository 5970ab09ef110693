import {
  addDays,
  addWorkingDays,
  helsinkiInstant,
  isWorkingDay,
  type CivilDate,
  type Instant,
  type LocalTime,
} from '@app/domain';

const officeHours: readonly LocalTime[] = ['09:05', '10:20', '11:10', '13:15', '14:40'];
const lastDayHours: readonly LocalTime[] = ['13:30', '15:10', '15:55'];
const settlingInDays = 7;
const quietDays = 3;
const july = '-07-';

/** When somebody who is in good time answers: spread over the working days before the reply date, July left out. */
export function earlyAnswerAt(invitedOn: CivilDate, dueOn: CivilDate, no: number, of: number): Instant {
  const days = workingDaysBetween(addDays(invitedOn, settlingInDays), addDays(dueOn, -quietDays));
  const day = days[Math.floor(((no + 0.5) * days.length) / Math.max(of, 1))] ?? addWorkingDays(invitedOn, 1);
  return helsinkiInstant(day, pick(officeHours, no));
}

/** When somebody who waits until the reply date answers: before the office closes. */
export function lastDayAnswerAt(dueOn: CivilDate, no: number): Instant {
  return helsinkiInstant(dueOn, pick(lastDayHours, no));
}

/** When somebody answers who was told to be late: the day after the manager was written to. */
export function lateAnswerAt(dueOn: CivilDate): Instant {
  return helsinkiInstant(addWorkingDays(dueOn, 3), '10:15');
}

function workingDaysBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day) && !day.includes(july)) days.push(day);
  return days;
}

function pick(times: readonly LocalTime[], no: number): LocalTime {
  return times[no % times.length] ?? '12:00';
}
