import { askedOfAsikkala as asked } from '../../../../test/support/asked-of-asikkala';
import { folded, given } from '../../../../test/support/given';
import { informationRequest } from './information-request.workflow';

const request = () => given(informationRequest, asked);
const answer = { answers: { efforts: 'Liikuntaneuvonta.' } };
const pass = (clock: string) => request().when('pass-deadline', { deadline: 'answer' }, { at: clock, role: 'clock' });

describe('an information request', () => {
  it('asks, and sets the reply date with its reminders', () => {
    const { instance, effects } = request();
    expect(instance.state).toBe('open.requested');
    expect(effects.notifications.map(({ id, template, to }) => [id, template, to.organisation])).toEqual([
      ['09.test.n3', 'advance-assignment', '016'],
    ]);
    expect(effects.timers.map(({ rung, at }) => [rung, at])).toEqual([
      [null, '2026-08-17T13:15:00.000Z'],
      ['agenda', '2026-06-30T05:00:00.000Z'],
      ['T-14', '2026-08-03T05:00:00.000Z'],
      ['T-7', '2026-08-10T05:00:00.000Z'],
      ['reach', '2026-08-10T05:00:00.000Z'],
      ['T-1', '2026-08-14T05:00:00.000Z'],
      ['overdue', '2026-08-18T05:00:00.000Z'],
      ['escalation', '2026-08-19T05:00:00.000Z'],
    ]);
  });

  it('does not remind of what should have been reminded before it was asked', () => {
    const late = given(informationRequest, asked, { at: '2026-08-12T09:00:00+03:00' });
    expect(late.effects.timers.map(({ rung }) => rung)).toEqual([null, 'reach', 'T-1', 'overdue', 'escalation']);
  });

  it('does not remind on the day of asking', () => {
    const sameDay = given(informationRequest, asked, { at: '2026-08-03T07:00:00+03:00' });
    expect(sameDay.effects.timers.map(({ rung }) => rung)).not.toContain('T-14');
  });

  it('thanks for an answer, tells the parent and drops what was still to be sent', () => {
    const answered = request().when('record-answer', answer, { at: '2026-08-17T16:14:59+03:00', role: 'respondent' });
    expect(answered.instance.state).toBe('received.answered');
    expect(answered.effects.ended).toEqual(['answer']);
    expect(answered.effects.notifications.map(({ template }) => template)).toEqual(['receipt', 'registry-copy']);
    expect(answered.effects.tellParent).toEqual([
      {
        command: 'note-answer',
        data: { organisation: '016', outcome: 'answered', late: false, on: '2026-08-17', ...answer },
      },
    ]);
    expect(answered.instance.deadlines.answer?.status).toBe('met');
  });

  it('takes an answer as late from closing time on the reply date, whether or not the engine has noticed', () => {
    const late = request().when('record-answer', answer, { at: '2026-08-17T16:15:00+03:00', role: 'respondent' });
    expect(late.effects.tellParent).toMatchObject([{ data: { late: true } }]);
  });

  it('knows who answered on whose behalf', () => {
    const byPhone = request().when('record-answer', answer, { role: 'coordinator' });
    expect(byPhone.events.find(({ type }) => type === 'AnswerReceived')?.data).toMatchObject({ onBehalf: true });
  });

  it('reminds the respondent, proposes the manager to the coordinator, and escalates only when told', () => {
    const overdue = pass('2026-08-17T16:15:00+03:00');
    expect(overdue.instance.state).toBe('open.overdue');
    expect(overdue.instance.deadlines.answer?.status).toBe('passed');
    const rung = (key: string, audience: string, template: string) => ({
      deadline: 'answer',
      rung: key,
      audience,
      template,
    });
    const proposed = overdue
      .when('remind', rung('overdue', 'respondent', 'overdue'), { at: '2026-08-18T08:00:00+03:00', role: 'clock' })
      .when('remind', rung('escalation', 'coordinator', 'escalation-proposed'), {
        at: '2026-08-19T08:00:00+03:00',
        role: 'clock',
      });
    expect(proposed.effects.notifications[0]).toMatchObject({
      to: { organisation: '09', audience: 'coordinator' },
      data: {
        history: [
          { what: 'asked', on: '2026-05-25' },
          { what: 'overdue', on: '2026-08-18' },
        ],
        concerns: '016',
      },
    });
    const escalated = proposed.when('escalate', {}, { at: '2026-08-20T09:00:00+03:00' });
    expect(escalated.effects.notifications[0]).toMatchObject({ template: 'escalation', to: { audience: 'manager' } });
    expect(escalated.refuses('escalate', {})).toMatchObject({ code: 'illegal-step' });
  });

  it('is met late when the answer comes after the date, and missed when it never comes', () => {
    const overdue = pass('2026-08-17T16:15:00+03:00');
    const late = overdue.when('record-answer', answer, { at: '2026-08-19T10:00:00+03:00', role: 'respondent' });
    expect(late.instance.deadlines.answer?.status).toBe('met-late');
    const missed = overdue.when('close-request', {}, { at: '2026-08-21T10:00:00+03:00', role: 'workflow' });
    expect(missed.instance).toMatchObject({ state: 'missed', status: 'closed', endedOn: '2026-08-21' });
    expect(missed.instance.deadlines.answer?.status).toBe('missed');
    expect(missed.effects.tellParent).toMatchObject([{ data: { outcome: 'missed' } }]);
  });

  it('sends an answer back for completion with a new date, and keeps the first answer if nothing more comes', () => {
    const returned = request()
      .when('record-answer', answer, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' })
      .when(
        'return-for-completion',
        { reason: 'Kysymys 2 puuttuu.', dueOn: '2026-08-20' },
        { at: '2026-08-11T10:00:00+03:00' },
      );
    expect(returned.instance.state).toBe('open.returned');
    expect(returned.instance.deadlines.answer).toMatchObject({ dueOn: '2026-08-20', status: 'open', setNo: 2 });
    expect(returned.effects.notifications.map(({ template }) => template)).toEqual(['completion-request']);
    expect(returned.effects.timers.map(({ rung, at }) => [rung, at])).toEqual([
      [null, '2026-08-20T13:15:00.000Z'],
      ['T-1', '2026-08-19T05:00:00.000Z'],
    ]);
    const rung = { deadline: 'answer', rung: 'T-1', audience: 'respondent', template: 'completion-request' };
    const reminded = returned.when('remind', rung, { at: '2026-08-19T08:00:00+03:00', role: 'clock' });
    expect(reminded.effects.notifications).toMatchObject([
      { template: 'completion-request', data: { reason: 'Kysymys 2 puuttuu.' } },
    ]);
    const passed = returned.when(
      'pass-deadline',
      { deadline: 'answer' },
      { at: '2026-08-20T16:15:00+03:00', role: 'clock' },
    );
    expect(passed.instance.state).toBe('open.returned');
    expect(passed.when('close-request', {}, { role: 'workflow' }).instance.state).toBe('accepted');
  });

  it('adds a completion to the first answer, which keeps its day', () => {
    const two = {
      ...(asked as object),
      questions: ['efforts', 'topics'].map((id) => ({ id, text: { fi: id, sv: id, en: id } })),
    };
    const completed = given(informationRequest, two)
      .when('record-answer', { ...answer, section: '12' }, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' })
      .when(
        'return-for-completion',
        { reason: 'Aiheet puuttuvat.', dueOn: '2026-08-20' },
        { at: '2026-08-11T10:00:00+03:00' },
      )
      .when(
        'record-answer',
        { answers: { topics: 'Osallisuus.' } },
        { at: '2026-08-20T18:00:00+03:00', role: 'respondent' },
      );
    expect(completed.instance.context).toMatchObject({
      answer: {
        answers: { efforts: 'Liikuntaneuvonta.', topics: 'Osallisuus.' },
        section: '12',
        late: false,
        on: '2026-08-10',
      },
    });
  });

  it('asks for a completion only by a day that is ahead and still of use', () => {
    const answered = request().when('record-answer', answer, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' });
    for (const dueOn of ['2025-01-01', '2026-08-10', '2026-08-24']) {
      expect(answered.refuses('return-for-completion', { reason: 'Kesken.', dueOn })).toMatchObject({
        code: 'information-request/dates-out-of-order',
      });
    }
  });

  it('can be escalated although the respondent has announced a handling', () => {
    const announced = pass('2026-08-17T16:15:00+03:00').when(
      'announce-handling',
      { body: 'Kunnanhallitus', meetingOn: '2026-08-24' },
      { role: 'respondent' },
    );
    expect(announced.instance).toMatchObject({
      state: 'open.overdue',
      context: { announced: { body: 'Kunnanhallitus' } },
    });
    expect(announced.when('escalate', {}).instance.state).toBe('open.escalated');
  });

  it('refuses with a stable code, and says what can be done instead', () => {
    const fresh = request();
    expect(fresh.refuses('accept-answer', {})).toMatchObject({
      code: 'illegal-step',
      allowed: [
        'assign',
        'hand-over',
        'announce-handling',
        'record-answer',
        'record-received-answer',
        'reschedule',
        'close-request',
        'withdraw',
        'pause',
        'attach-document',
      ],
    });
    expect(fresh.refuses('accept-answer', {}, { role: 'respondent' })).toMatchObject({ code: 'not-permitted' });
    for (const name of ['fly', 'constructor', '__proto__', 'toString'])
      expect(fresh.refuses(name, {})).toMatchObject({ code: 'unknown-command' });
    expect(fresh.refuses('record-answer', { answers: { efforts: 7 } }).issues).toMatchObject([
      { path: 'answers.efforts' },
    ]);
    expect(fresh.refuses('record-answer', { answers: {}, extra: 1 }).issues?.map(({ code }) => code)).toContain(
      'unrecognized_keys',
    );
    expect(fresh.refuses('announce-handling', { body: 'Hallitus', meetingOn: '2026-02-30' }).issues).toMatchObject([
      { path: 'meetingOn', message: { fi: expect.stringContaining('VVVV-KK-PP') as string } },
    ]);
  });

  it('counts an answer that came another way by the day on which it came', () => {
    const overdue = pass('2026-08-17T16:15:00+03:00');
    const received = (receivedOn: string) =>
      overdue.when('record-received-answer', { ...answer, receivedOn }, { at: '2026-08-20T09:00:00+03:00' });
    const inTime = received('2026-08-17');
    expect(inTime.instance).toMatchObject({
      context: { answer: { late: false, onBehalf: true, on: '2026-08-17' } },
      deadlines: { answer: { status: 'met' } },
    });
    expect(inTime.effects.tellParent).toMatchObject([{ data: { on: '2026-08-17', late: false } }]);
    expect(inTime.effects.notifications).toMatchObject([
      { template: 'receipt', data: { receivedOn: '2026-08-17', onBehalf: true } },
      { template: 'registry-copy', data: { receivedOn: '2026-08-17', onBehalf: true, late: false } },
    ]);
    const late = received('2026-08-18');
    expect(late.instance).toMatchObject({
      context: { answer: { late: true, on: '2026-08-18' } },
      deadlines: { answer: { status: 'met-late' } },
    });
    const tomorrow = { ...answer, receivedOn: '2026-08-21' };
    expect(overdue.refuses('record-received-answer', tomorrow, { at: '2026-08-20T09:00:00+03:00' })).toMatchObject({
      code: 'information-request/in-the-future',
    });
    expect(overdue.refuses('record-received-answer', tomorrow, { role: 'respondent' })).toMatchObject({
      code: 'not-permitted',
    });
  });

  it('is what its log says', () => {
    const told = pass('2026-08-17T16:15:00+03:00')
      .when('record-answer', answer, { at: '2026-08-19T10:00:00+03:00', role: 'respondent' })
      .when('register-answer', { caseNumber: '12/00.04/2026' })
      .when('accept-answer', {});
    const { instance, differences } = folded(informationRequest, told);
    expect(differences).toEqual([]);
    expect(instance).toEqual(JSON.parse(JSON.stringify(told.instance)));
  });
});
