import { askedForCards } from '../../../../test/support/asked-for-cards';
import { given } from '../../../../test/support/given';
import { informationRequest } from './information-request.workflow';

const indicator = {
  indicator: 'Yksinäisyys',
  baseline: 24.8,
  baselineYear: 2021,
  target: 24,
  targetYear: 2025,
  status: 'on-track',
  reasons: 'Osuus laski.',
  done: 'Kysely.',
  coming: 'Kahvila.',
};

describe('a request of another subject than the advance assignment', () => {
  it('asks the contact of an interface, and the manager of the organisation where nothing comes', () => {
    const topics = given(informationRequest, askedForCards['interface-topics']);
    const to = { organisation: '016', audience: 'interface:kotoutuminen' };
    expect(topics.effects.notifications).toMatchObject([{ template: 'information-request', to }]);
    expect(informationRequest.deadlines.answer?.askedOf(topics.instance.context as never)).toEqual([to]);
  });

  it('tells the parent the answers, as a completion has left them', () => {
    const completed = given(informationRequest, askedForCards['indicator-status'])
      .when('record-answer', { answers: indicator }, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' })
      .when('return-for-completion', { reason: 'Riskit?', dueOn: '2026-08-20' }, { at: '2026-08-11T10:00:00+03:00' })
      .when(
        'record-answer',
        { answers: { risks: [{ risk: 'Rahoitus', likelihood: 'likely' }] } },
        { at: '2026-08-12T10:00:00+03:00', role: 'respondent' },
      );
    expect(completed.effects.tellParent).toEqual([
      {
        command: 'note-answer',
        data: {
          organisation: '016',
          outcome: 'answered',
          late: false,
          on: '2026-08-10',
          answers: { ...indicator, risks: [{ risk: 'Rahoitus', likelihood: 'likely' }] },
        },
      },
    ]);
    const gone = completed.when('withdraw', { reason: 'Ei tarvita.' });
    expect(gone.effects.tellParent).toMatchObject([{ data: { outcome: 'withdrawn', on: null, answers: {} } }]);
  });

  it('says in its mails what is asked and what comes next', () => {
    const card = given(informationRequest, askedForCards['municipality-card']);
    expect(card.effects.notifications).toMatchObject([
      {
        template: 'information-request',
        data: {
          subjectMatter: 'municipality-card',
          title: { sv: 'Kommunkort 2026' },
          citation: 'countyReports',
          voluntary: true,
          lastOn: '2026-08-21',
          next: { on: '2026-09-24', title: { en: 'The report in the board' } },
        },
      },
    ]);
    expect(informationRequest.matter(card.instance.context as never).fi).toBe('Kuntakortti 2026');
    const moved = card.when(
      'reschedule',
      { dueOn: '2026-08-20', next: { on: '2026-10-01', basis: 'decided' }, reason: 'Kokous siirtyi.' },
      { at: '2026-06-01T09:00:00+03:00', role: 'workflow' },
    );
    expect(moved.effects.notifications).toMatchObject([
      { template: 'rescheduled', data: { next: { on: '2026-10-01', title: { en: 'The report in the board' } } } },
    ]);
    expect(moved.instance.context).toMatchObject({
      next: { on: '2026-10-01', title: { en: 'The report in the board' } },
    });
  });
});
