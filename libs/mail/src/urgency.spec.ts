import { civilDate } from '@app/domain';
import { templateNames, templates } from './registry';
import { dueOnOf, urgencyOf } from './urgency';

const day = civilDate;

describe('how soon a mail has to be with its reader', () => {
  it.each([
    ['receipt', 'reply'],
    ['overdue', 'urgent'],
    ['escalation', 'urgent'],
    ['escalation-proposed', 'urgent'],
    ['cancelled', 'urgent'],
    ['meeting-moved', 'urgent'],
    ['reminder', 'routine'],
    ['invitation', 'routine'],
    ['result', 'routine'],
  ] as const)('%s: %s', (template, expected) => {
    expect(urgencyOf(template, templates[template].sample, day('2026-06-01'))).toBe(expected);
  });

  it('is known of every mail, and a routine one is urgent once its day has come', () => {
    for (const template of templateNames) {
      const { sample } = templates[template];
      const due = dueOnOf(template, sample);
      const longBefore = urgencyOf(template, sample, day('2020-01-07'));
      if (due === undefined) expect(urgencyOf(template, sample, day('2099-01-07'))).toBe(longBefore);
      else expect([longBefore, urgencyOf(template, sample, due)]).toEqual(['routine', 'urgent']);
    }
  });

  it.each([
    ['reminder', { dueAt: '2026-08-17T13:15:00.000Z' }, '2026-08-17'],
    // 00:30 on the eighteenth in Helsinki.
    ['reminder', { dueAt: '2026-08-17T21:30:00.000Z' }, '2026-08-18'],
    [
      'reminder',
      { dueAt: '2026-08-17T13:15:00.000Z', rung: 'T-7', bodyMeeting: { materialsDueOn: '2026-08-04' } },
      '2026-08-17',
    ],
    [
      'reminder',
      { dueAt: '2026-08-17T13:15:00.000Z', rung: 'agenda', bodyMeeting: { materialsDueOn: '2026-08-04' } },
      '2026-08-04',
    ],
    [
      'acknowledgement-reminder',
      { dueOn: '2026-11-30', rung: 'agenda', bodyMeeting: { materialsDueOn: '2026-11-10' } },
      '2026-11-10',
    ],
    ['invitation', { assignmentDueOn: '2026-08-17', negotiation: { on: '2026-08-27' } }, '2026-08-17'],
    ['board-item', { meetingOn: '2026-10-15', materialsDueOn: '2026-10-08' }, '2026-10-08'],
    ['meeting-announced', { meeting: { on: '2026-10-15' } }, '2026-10-15'],
    ['term-warning', { endsOn: '2029-05-31' }, '2029-05-31'],
  ])('%s of %j must have been read by %s', (template, data, due) => {
    expect(dueOnOf(template, data)).toBe(due);
  });

  it('holds nothing back of which nothing is known', () => {
    expect(urgencyOf('poem', {}, day('2026-06-01'))).toBe('urgent');
    expect(urgencyOf('toString', {}, day('2026-06-01'))).toBe('urgent');
    expect(urgencyOf('reminder', null, day('2026-06-01'))).toBe('routine');
  });
});
