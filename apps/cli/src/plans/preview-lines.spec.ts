import { civilDate, type Language } from '@app/domain';
import type { PlanPreview } from '@app/workflows';
import { previewLines } from './preview-lines';

const on = civilDate;
const none: PlanPreview = {
  revision: 1,
  unchanged: false,
  started: [],
  same: [],
  notDriven: [],
  added: [],
  reworded: [],
  dropped: [],
  changes: [],
  findings: [],
};
const rung = { workflow: 'w', deadline: 'answer', rung: 'T-7' };
const rich: PlanPreview = {
  ...none,
  started: ['09.new'],
  dropped: ['seminar'],
  changes: [
    {
      entry: 'hyte-negotiation-2026',
      workflow: '09.hyte-negotiation-2026',
      dates: [
        {
          name: 'negotiation',
          from: { on: on('2026-08-27'), at: '08:30', until: '15:15', place: 'Lahti', basis: 'agreed' },
          to: { on: on('2026-09-03'), at: '09:00', basis: 'agreed' },
          stays: false,
        },
        { name: 'planning', from: { on: on('2026-03-12'), basis: 'agreed' }, to: null, stays: true },
      ],
      deadlines: ['a', 'b'].map((workflow) => ({
        workflow,
        name: 'answer',
        title: { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' },
        from: on('2026-08-17'),
        to: on('2026-08-24'),
      })),
      mails: {
        sent: [
          {
            notification: 'n1',
            template: 'invitation',
            organisation: '016',
            sentAt: '2026-05-25T06:00:00.000Z' as never,
          },
          { notification: 'n2', template: 'invitation', organisation: '081', sentAt: null },
        ],
        suppressed: [{ notification: 'n3', template: 'advance-assignment', organisation: '016' }],
        moved: [{ ...rung, from: on('2026-08-10'), to: on('2026-08-17') }],
        dropped: [{ ...rung, rung: 'T-14', from: on('2026-08-03') }],
        added: [{ ...rung, rung: 'T-1', to: on('2026-08-21') }],
        owed: ['016', '081'].map((organisation) => ({ workflow: 'w', template: 'rescheduled', organisation })),
      },
    },
  ],
};

const lines = (preview: PlanPreview, language: Language) =>
  previewLines(preview, language).map((line) => line.replaceAll('\u00a0', ' '));

it('tells everything that changes, once for what is the same for many', () => {
  expect(lines(rich, 'en')).toEqual([
    'Changes to the plan in force, revision 1:',
    '  starts  09.new',
    '  leaves the plan  seminar',
    '  hyte-negotiation-2026',
    '    date  negotiation: Thu 27 August 2026 08:30–15:15 Lahti → Thu 3 September 2026 09:00',
    '    date  planning: Thu 12 March 2026 → none (the workflow keeps its present date)',
    '    due date  Reply date: Mon 17 August 2026 → Mon 24 August 2026  × 2',
    '    sent already, stays as it is  invitation',
    '    on its way with the old dates  invitation',
    '    waits to be sent, will not go  advance-assignment',
    '    reminder moves  answer T-7: Mon 10 August 2026 → Mon 17 August 2026',
    '    reminder no longer goes  answer T-14: Mon 3 August 2026',
    '    new reminder  answer T-1: Fri 21 August 2026',
    '    new mail  rescheduled  × 2',
  ]);
});

it.each([
  [
    'fi',
    'Muutokset voimassa olevaan suunnitelmaan, versio 1:',
    '    määräpäivä  Vastauspäivä: ma 17.8.2026 → ma 24.8.2026  × 2',
  ],
  ['sv', 'Ändringar i den gällande planen, version 1:', '    utsatt dag  Svarsdag: må 17.8.2026 → må 24.8.2026  × 2'],
] as const)('speaks %s', (language, heading, deadline) => {
  const said = lines(rich, language);
  expect(said[0]).toBe(heading);
  expect(said).toContain(deadline);
});

it('says when nothing changes, when only words do, and when it is the first plan', () => {
  expect(lines({ ...none, unchanged: true }, 'en')).toEqual(['The plan is in force already; nothing changes.']);
  expect(lines(none, 'fi')).toEqual([
    'Muutokset voimassa olevaan suunnitelmaan, versio 1:',
    '  Vain suunnitelman otsikko muuttuu.',
  ]);
  expect(lines({ ...rich, revision: 0 }, 'sv')[0]).toBe('Planen träder i kraft för första gången:');
});

it('marks dates that no workflow goes by', () => {
  const [first] = rich.changes;
  if (!first) throw new Error('nothing changes');
  expect(lines({ ...none, changes: [{ ...first, workflow: null }] }, 'en')[1]).toBe(
    '  hyte-negotiation-2026 (in the plan only)',
  );
});
