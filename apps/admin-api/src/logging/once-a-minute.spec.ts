import { onceAMinute } from './once-a-minute';

it('tells the same thing once a minute, and each other one', () => {
  const lines: unknown[] = [];
  let now = 0;
  const log = onceAMinute(
    (level, event, fields) => lines.push([level, event, fields]),
    () => now,
  );
  const tell = () => {
    log('warn', 'refused', { by: 'key:09-a' });
    log('warn', 'refused', { by: 'key:09-b' });
  };
  tell();
  now = 59_999;
  tell();
  expect(lines).toEqual([
    ['warn', 'refused', { by: 'key:09-a' }],
    ['warn', 'refused', { by: 'key:09-b' }],
  ]);
  now = 60_000;
  tell();
  expect(lines).toHaveLength(4);
});

it('remembers a thousand things at most', () => {
  let count = 0;
  const log = onceAMinute(
    () => (count += 1),
    () => 0,
  );
  for (let at = 0; at < 2_500; at += 1) log('warn', 'refused', { at });
  log('warn', 'refused', { at: 2_499 });
  log('warn', 'refused', { at: 0 });
  expect(count).toBe(2_501);
});
