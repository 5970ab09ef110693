import { instant } from '@app/domain';
import { inOneMinute, inQuarterOfAnHour, retryAt } from './retry-times';

const now = instant('2026-08-17T06:00:00Z');

it.each([
  [1, '06:01'],
  [2, '06:05'],
  [3, '06:15'],
  [4, '07:00'],
  [5, '07:00'],
  [40, '07:00'],
])('a mail put off %i times is tried again at %s', (attempts, at) => {
  expect(retryAt(now, attempts)).toBe(`2026-08-17T${at}:00.000Z`);
});

it('a mail of unknown outcome is repeated after a quarter of an hour, a relay that was away is asked after a minute', () => {
  expect(inQuarterOfAnHour(now)).toBe('2026-08-17T06:15:00.000Z');
  expect(inOneMinute(now)).toBe('2026-08-17T06:01:00.000Z');
});
