import { instant } from '@app/domain';
import { inQuarterOfAnHour, retryAt } from './retry-times';

const now = instant('2026-08-17T06:00:00Z');

it.each([
  [0, '06:01:00', '06:01:15'],
  [1, '06:01:00', '06:01:15'],
  [2, '06:05:00', '06:06:15'],
  [3, '06:15:00', '06:18:45'],
  [4, '07:00:00', '07:15:00'],
  [5, '08:00:00', '08:30:00'],
  [6, '10:00:00', '11:00:00'],
  [40, '10:00:00', '11:00:00'],
])('a mail put off %i times is tried again at %s at the earliest and %s at the latest', (attempts, first, last) => {
  expect(retryAt(now, attempts, 0)).toBe(`2026-08-17T${first}.000Z`);
  expect(retryAt(now, attempts, 1)).toBe(`2026-08-17T${last}.000Z`);
});

it('a mail of unknown outcome is repeated after a quarter of an hour', () => {
  expect(inQuarterOfAnHour(now)).toBe('2026-08-17T06:15:00.000Z');
});
