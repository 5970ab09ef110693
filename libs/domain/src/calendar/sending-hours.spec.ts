import fc from 'fast-check';
import { helsinkiDate, helsinkiTime, instant, InvalidTimeError } from './instant';
import { defaultSendingHours, isSendingTime, sendingTimeOnOrAfter } from './sending-hours';
import { isWorkingDay } from './working-day';

describe('sending hours', () => {
  it.each([
    ['before the hours', '2026-08-17T04:59:59.999Z', '2026-08-17T05:00:00.000Z'],
    ['at their beginning', '2026-08-17T05:00:00.000Z', '2026-08-17T05:00:00.000Z'],
    ['within them', '2026-08-17T12:59:59.999Z', '2026-08-17T12:59:59.999Z'],
    ['at their end', '2026-08-17T13:00:00.000Z', '2026-08-18T05:00:00.000Z'],
    ['on Friday evening', '2026-08-21T17:00:00.000Z', '2026-08-24T05:00:00.000Z'],
    ['before Easter', '2026-04-02T20:00:00.000Z', '2026-04-07T05:00:00.000Z'],
    ['on the morning of a holiday', '2026-12-24T04:00:00.000Z', '2026-12-28T06:00:00.000Z'],
    ['over the change to summer time', '2027-03-27T10:00:00.000Z', '2027-03-30T05:00:00.000Z'],
    ['over the change to winter time', '2026-10-24T10:00:00.000Z', '2026-10-26T06:00:00.000Z'],
  ])('%s', (_when, now, expected) => {
    expect(sendingTimeOnOrAfter(instant(now))).toBe(expected);
  });

  it('can be set', () => {
    const hours = { from: '09:00', until: '11:00' };
    expect(sendingTimeOnOrAfter(instant('2026-08-17T05:00:00Z'), hours)).toBe('2026-08-17T06:00:00.000Z');
    expect(isSendingTime(instant('2026-08-17T08:00:00Z'), hours)).toBe(false);
  });

  it.each([
    ['16:00', '08:00'],
    ['08:00', '08:00'],
    ['8:00', '16:00'],
  ])('refuses the hours %s–%s', (from, until) => {
    expect(() => isSendingTime(instant('2026-08-17T08:00:00Z'), { from, until })).toThrow(InvalidTimeError);
  });

  it('always gives a sending time that is not earlier, and leaves a sending time alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') }), (epochMs) => {
        const now = instant(new Date(epochMs).toISOString());
        const next = sendingTimeOnOrAfter(now);
        expect(next >= now).toBe(true);
        expect(isWorkingDay(helsinkiDate(next))).toBe(true);
        expect(helsinkiTime(next) >= defaultSendingHours.from && helsinkiTime(next) < defaultSendingHours.until).toBe(
          true,
        );
        expect(sendingTimeOnOrAfter(next)).toBe(next);
        if (isSendingTime(now)) expect(next).toBe(now);
      }),
    );
  });
});
