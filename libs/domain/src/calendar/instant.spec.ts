import fc from 'fast-check';
import { civilDate } from './civil-date';
import {
  addMs,
  helsinkiDate,
  helsinkiInstant,
  helsinkiTime,
  instant,
  InvalidInstantError,
  InvalidTimeError,
} from './instant';

describe('instant', () => {
  it.each([
    ['2026-08-17T13:15:00Z', '2026-08-17T13:15:00.000Z'],
    ['2026-08-17T16:15:00+03:00', '2026-08-17T13:15:00.000Z'],
    ['2026-08-17T13:15:00.5Z', '2026-08-17T13:15:00.500Z'],
    ['2026-08-17T13:15:00.123987654Z', '2026-08-17T13:15:00.123Z'],
    ['2026-08-17t13:15:00z', '2026-08-17T13:15:00.000Z'],
    ['2026-08-17T23:30:00-05:00', '2026-08-18T04:30:00.000Z'],
    ['2026-08-17T13:15:00.000Z', '2026-08-17T13:15:00.000Z'],
  ])('%s is %s', (text, normal) => {
    expect(instant(text)).toBe(normal);
  });

  it.each([
    '2026-08-17',
    '2026-08-17T13:15Z',
    '2026-08-17T13:15:00',
    '2026-02-30T13:15:00Z',
    '2026-02-30T13:15:00.000Z',
    '2026-08-17T24:00:00.000Z',
    '2026-08-17T25:00:00Z',
    '2026-08-17T13:15:00+03:00[Europe/Helsinki]',
    '9999-12-31T23:59:59-05:00',
    'yesterday',
    '',
  ])('refuses %j', (text) => {
    expect(() => instant(text)).toThrow(InvalidInstantError);
    expect(() => instant(text)).toThrow(expect.objectContaining({ value: text }));
  });

  it('adds milliseconds across midnight and back', () => {
    const at = instant('2026-12-31T23:59:59.999Z');
    expect(addMs(at, 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(addMs(addMs(at, 1), -1)).toBe(at);
    expect(() => addMs(at, Number.MAX_SAFE_INTEGER)).toThrow(InvalidInstantError);
  });
});

describe('Helsinki time', () => {
  it.each([
    ['2026-08-17T20:59:59.999Z', '2026-08-17', '23:59'],
    ['2026-08-17T21:00:00.000Z', '2026-08-18', '00:00'],
    ['2026-01-01T21:59:00.000Z', '2026-01-01', '23:59'],
    ['2026-01-01T22:00:00.000Z', '2026-01-02', '00:00'],
  ])('%s is %s %s in Helsinki', (at, on, time) => {
    expect(helsinkiDate(instant(at))).toBe(on);
    expect(helsinkiTime(instant(at))).toBe(time);
  });

  it('moves a time that the change to summer time skips forward by the gap', () => {
    const springDay = civilDate('2027-03-28');
    expect(helsinkiInstant(springDay, '02:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(helsinkiInstant(springDay, '03:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(helsinkiTime(helsinkiInstant(springDay, '03:30'))).toBe('04:30');
    expect(helsinkiInstant(springDay, '04:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('means the earlier moment of a doubled time, and shows both as the same time', () => {
    const autumnDay = civilDate('2026-10-25');
    expect(helsinkiInstant(autumnDay, '03:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(helsinkiTime(instant('2026-10-25T00:30:00Z'))).toBe('03:30');
    expect(helsinkiTime(instant('2026-10-25T01:30:00Z'))).toBe('03:30');
    expect(helsinkiInstant(autumnDay, '04:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it.each(['24:00', '7:00', '08:60', '0800', ''])('refuses the time %j', (time) => {
    expect(() => helsinkiInstant(civilDate('2026-08-17'), time)).toThrow(InvalidTimeError);
  });

  it('agrees with the time zone data of the platform at any moment', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Helsinki',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const changes = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2027-03-28T01:00:00Z'].map(Date.parse);
    const aroundAChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800_000, max: 172_800_000 }))
      .map(([change, ms]) => change + ms);
    const anyTime = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2040-01-01') });
    fc.assert(
      fc.property(fc.oneof(anyTime, aroundAChange), (epochMs) => {
        const at = instant(new Date(epochMs).toISOString());
        expect(`${helsinkiDate(at)} ${helsinkiTime(at)}`).toBe(format.format(epochMs));
      }),
    );
  });

  it('gives back the day and time it was asked for, except in the skipped hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), fc.integer({ min: 0, max: 1_439 }), (day, minute) => {
        const on = civilDate(new Date(Date.parse('2022-01-01') + day * 86_400_000).toISOString().slice(0, 10));
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        fc.pre(!time.startsWith('03'));
        const at = helsinkiInstant(on, time);
        expect([helsinkiDate(at), helsinkiTime(at)]).toEqual([on, time]);
      }),
    );
  });
});
