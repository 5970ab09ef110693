import { instant } from '@app/domain';
import { isGivenUp, isOver, lifetimeOf } from './lifetime';

const hourMs = 3_600_000;
const ttlMs = 120 * hourMs;
/** Monday, nine in the morning in Helsinki. */
const owedAt = instant('2026-08-03T06:00:00Z');
const lifetime = (template: string, data: unknown) => lifetimeOf({ template, data, owedAt }, ttlMs);

describe('until when a mail may be sent', () => {
  it.each<[string, string, unknown, string | undefined]>([
    ['the moment something is due', 'reminder', { dueAt: '2026-08-17T13:15:00.000Z' }, '2026-08-17T21:00:00.000Z'],
    [
      'a moment after midnight in Helsinki',
      'reminder',
      { dueAt: '2026-08-16T21:15:00.000Z' },
      '2026-08-17T21:00:00.000Z',
    ],
    ['the day something is due', 'step-due', { dueOn: '2026-08-17' }, '2026-08-17T21:00:00.000Z'],
    ['the day of a meeting', 'meeting-announced', { meeting: { on: '2026-11-12' } }, '2026-11-12T22:00:00.000Z'],
    [
      'what is held after something is due',
      'invitation',
      { assignmentDueOn: '2026-08-17', negotiation: { on: '2026-08-27' } },
      '2026-08-27T21:00:00.000Z',
    ],
    ['the very day', 'step-due', { dueOn: '2026-08-03' }, '2026-08-03T21:00:00.000Z'],
    ['a day that was over when the mail was owed', 'step-due', { dueOn: '2026-08-02' }, undefined],
    ['nothing that is a day', 'reminder', { dueAt: 'soon' }, undefined],
    ['no data', 'reminder', null, undefined],
  ])('%s', (_what, template, data, trueUntil) => {
    expect(lifetime(template, data).trueUntil).toBe(trueUntil);
  });

  it.each(['receipt', 'handed-over', 'cancelled', 'overdue', 'escalation', 'registry-copy', 'rescheduled'])(
    'what %s says is true whatever the day',
    (template) => {
      expect(lifetime(template, { dueAt: '2026-08-03T13:15:00.000Z' }).trueUntil).toBeUndefined();
    },
  );

  it('is counted from when it could first be sent', () => {
    // Saturday; sending begins on Monday at eight.
    const onSaturday = lifetimeOf(
      { template: 'reminder', data: {}, owedAt: instant('2026-08-01T09:00:00Z') },
      24 * hourMs,
    );
    expect(onSaturday.triedUntil).toBe('2026-08-04T05:00:00.000Z');
  });
});

describe('a mail', () => {
  const due = lifetime('step-due', { dueOn: '2026-08-04' });

  it('is not sent after the day it speaks of', () => {
    expect(isOver(due, instant('2026-08-04T20:59:59Z'))).toBe(false);
    expect(isOver(due, instant('2026-08-04T21:00:00Z'))).toBe(true);
    expect(isOver(lifetime('result', {}), instant('2027-01-01T00:00:00Z'))).toBe(false);
  });

  it.each([
    ['within five days', '2026-08-08T05:00:00Z', 40, false],
    ['after five days', '2026-08-08T07:00:00Z', 20, true],
    // As after an outage of our own: the server is heard a few times first.
    ['after five days, hardly tried', '2026-08-08T07:00:00Z', 4, false],
  ])('that is put off until %s is given up: %#', (_what, next, attempts, givenUp) => {
    expect(isGivenUp(lifetime('result', {}), instant(next), attempts)).toBe(givenUp);
  });

  it('is given up at once when it would be tried again after its day', () => {
    expect(isGivenUp(due, instant('2026-08-04T21:00:01Z'), 1)).toBe(true);
  });
});
