import { exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import { folded } from '../../../../test/support/given';
import {
  allAnswered,
  begin,
  child,
  compiled,
  decision,
  fixed,
  invited,
  organisations,
  toBoard,
  toInvitation,
} from '../../../../test/support/negotiation-stages';
import { standing } from '../kernel/standing';
import { plannedStarts } from '../planned-starts';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const workflow = { role: 'workflow' as const };

describe('the annual negotiation', () => {
  it('starts from the plan, and names the entries that nothing drives yet', () => {
    const { starts, notDriven } = plannedStarts(negotiationPlan(), exampleRegister());
    expect(starts.map(({ id }) => id)).toEqual(['09.hyte-negotiation-2026']);
    expect(notDriven).toHaveLength(negotiationPlan().entries.length - 1);
    expect(notDriven).toContain('wellbeing-report-2025');
  });

  it('invites the municipalities and the other actors, and asks each for one answer', () => {
    const { effects, instance } = invited();
    expect(effects.notifications).toHaveLength(21);
    expect(effects.children.map(({ id }) => id)).toContain('09.hyte-negotiation-2026.answer-jarjesto-5');
    expect(effects.children).toHaveLength(21);
    expect(standing(hyteNegotiation, instance).waitingFor).toEqual([
      { part: 'respondents', organisations: expect.arrayContaining(['016', 'maakuntaliitto']) as string[] },
    ]);
  });

  it('does not ask for answers by a day that has passed', () => {
    expect(toInvitation().refuses('invite', {}, { at: '2026-08-17T09:00:00+03:00' })).toMatchObject({
      code: 'hyte-negotiation/too-late',
    });
  });

  it('keeps the dates in order', () => {
    const tooEarly = { negotiation: { ...fixed.negotiation, on: '2026-08-20' } };
    expect(toInvitation().refuses('fix-date', tooEarly)).toMatchObject({ code: 'hyte-negotiation/dates-out-of-order' });
    const moved = toInvitation().when('fix-date', {
      ...tooEarly,
      assignmentDue: { on: '2026-08-10', basis: 'requested' },
      answersCompiled: { on: '2026-08-13', basis: 'agreed' },
    });
    expect(moved.instance.deadlines.invitation).toMatchObject({ setNo: 2, status: 'open' });
    expect(moved.effects.ended).toEqual(['invitation']);
  });

  it('compiles when all have answered, or on the day until which answers are taken, not before', () => {
    const early = { at: '2026-08-10T10:00:00+03:00' };
    expect(invited().refuses('compile-answers', {}, early)).toMatchObject({
      code: 'hyte-negotiation/too-early',
      detail: { fi: expect.stringContaining('Vielä puuttuu: 21') as string },
    });
    const compiledEarly = allAnswered(invited()).when('compile-answers', {}, early);
    expect(compiledEarly.effects.tellChildren).toHaveLength(21);
    expect(compiledEarly.effects.notifications[0]).toMatchObject({
      template: 'answers-compiled',
      data: { answered: 21, asked: 21 },
    });
  });

  it('is not recorded as held before it is held', () => {
    expect(
      compiled().refuses('record-negotiation', {
        heldOn: '2026-08-27',
        participants: [{ organisation: '016', people: 1 }],
      }),
    ).toMatchObject({ code: 'hyte-negotiation/too-early' });
  });

  it('counts what was done on its day as done in time, although it is told later', () => {
    const passed = compiled().when(
      'pass-deadline',
      { deadline: 'negotiation' },
      { role: 'clock', at: '2026-08-27T16:15:00+03:00' },
    );
    const participants = [{ organisation: '016', people: 3 }];
    const told = passed.when(
      'record-negotiation',
      { heldOn: '2026-08-27', participants },
      { at: '2026-08-28T09:00:00+03:00' },
    );
    expect(told.instance.deadlines.negotiation?.status).toBe('met');
    const moved = passed.when(
      'record-negotiation',
      { heldOn: '2026-08-28', participants },
      { at: '2026-08-28T16:00:00+03:00' },
    );
    expect(moved.instance.deadlines.negotiation?.status).toBe('met-late');
  });

  it('gives the parties a time for comments, and the coordinator until the board’s materials are due', () => {
    const { instance } = toBoard();
    expect(instance.deadlines.commentsDue).toMatchObject({ dueOn: '2026-09-24', status: 'over' });
    expect(instance.deadlines.summary).toMatchObject({ dueOn: '2026-10-08', status: 'met' });
  });

  it('goes to the board on its planned meeting, and to its next one after a rejection', () => {
    const first = toBoard();
    expect(first.effects.children).toMatchObject([
      {
        key: 'hyte-board-1',
        data: { bodies: [{ plannedOn: '2026-10-15' }], proposal: 'Lautakunta hyväksyy yhteenvedon.' },
      },
    ]);
    const rejected = first.when('note-decision', decision('reject'), { ...workflow, at: '2026-10-19T10:00:00+03:00' });
    expect(rejected.instance.state).toBe('open.drafting-summary');
    const again = rejected
      .when('send-draft-summary', { commentsDue: '2026-10-22' }, { at: '2026-10-20T10:00:00+03:00' })
      .when('finish-summary', { proposal: 'Uusi ehdotus.' }, { at: '2026-10-23T10:00:00+03:00' });
    expect(again.effects.children).toMatchObject([{ key: 'hyte-board-2', data: { bodies: [{ plannedOn: null }] } }]);
  });

  it('sends the result to every party and the executive, asks every municipality to acknowledge, and closes with goals', () => {
    const sent = toBoard()
      .when('note-decision', decision('approve'), { ...workflow, at: '2026-10-16T10:00:00+03:00' })
      .when('send-result', {}, { at: '2026-10-19T10:00:00+03:00' });
    expect(sent.effects.notifications).toHaveLength(22);
    expect(sent.effects.notifications.at(-1)?.to).toEqual({ organisation: '09', audience: 'hyvinvointialuejohtaja' });
    expect(sent.effects.children.map(({ key }) => key)).toHaveLength(10);
    const goals = {
      goals: [{ title: 'Liikunta', measure: 'MOVE-mittaus', target: '< 30 %', owner: 'Hyte-lautakunta' }],
    };
    expect(sent.refuses('close', goals)).toMatchObject({ code: 'hyte-negotiation/too-early' });
    const late = { at: '2027-01-29T10:00:00+02:00' };
    expect(sent.refuses('close', { goals: [] }, late)).toMatchObject({
      code: 'invalid-data',
      issues: [{ path: 'goals' }],
    });
    expect(sent.when('close', goals, late).instance).toMatchObject({ status: 'closed', endedOn: '2027-01-29' });
    const { instance, differences } = folded(hyteNegotiation, sent);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(sent.instance)), []]);
  });

  it('asks for new dates where a draft or a result goes out after the planned ones', () => {
    const late = { at: '2026-12-01T10:00:00+02:00' };
    const drafting = toBoard().when('note-decision', decision('reject'), {
      ...workflow,
      at: '2026-10-19T10:00:00+03:00',
    });
    expect(drafting.refuses('send-draft-summary', {}, late)).toMatchObject({ code: 'hyte-negotiation/too-late' });
    const decided = toBoard().when('note-decision', decision('approve'), workflow);
    expect(decided.refuses('send-result', {}, late)).toMatchObject({ code: 'hyte-negotiation/too-late' });
    const sent = decided.when('send-result', { acknowledgementsDue: '2027-01-20' }, late);
    expect(sent.effects.children[0]).toMatchObject({ data: { due: { on: '2027-01-20', basis: 'requested' } } });
  });

  it('goes back to the summary when the board’s case is withdrawn, and waits for nobody whose request was', () => {
    const withdrawn = toBoard().when('note-decision', decision('withdrawn'), workflow);
    expect(withdrawn.instance.state).toBe('open.drafting-summary');
    const all = organisations.reduce(
      (step, { id }) =>
        step.when(
          'note-answer',
          { organisation: id, outcome: 'withdrawn', late: false },
          { ...child(`answer-${id}`), at: '2026-06-01T09:00:00+03:00' },
        ),
      invited(),
    );
    expect(all.when('compile-answers', {}).instance.state).toBe('open.awaiting-negotiation');
  });

  it('knows only its own parties, each once', () => {
    const held = (participants: object[]) =>
      compiled().refuses(
        'record-negotiation',
        { heldOn: '2026-08-27', participants },
        { at: '2026-08-27T16:00:00+03:00' },
      );
    expect(held([{ organisation: 'Asikala', people: 1 }]).issues).toMatchObject([
      { path: 'participants.0.organisation' },
    ]);
    const twice = { organisation: '016', people: 1 };
    expect(held([twice, twice]).issues).toMatchObject([{ path: 'participants' }]);
  });

  it('is cancelled only until it is held', () => {
    const { code, allowed } = toBoard().refuses('cancel', { reason: 'Myöhässä.' });
    expect([code, allowed]).toEqual(['illegal-step', expect.not.arrayContaining(['cancel'])]);
  });

  it('tells everybody and withdraws what it has asked when it is cancelled, and nobody before the invitation', () => {
    const cancelled = invited().when('cancel', { reason: 'Siirretään syksyyn.' });
    expect(cancelled.instance).toMatchObject({ status: 'cancelled' });
    expect(cancelled.effects.notifications).toHaveLength(21);
    expect(cancelled.effects.tellChildren).toHaveLength(21);
    expect(cancelled.instance.deadlines.answersCompiled?.status).toBe('cancelled');
    expect(begin().when('cancel', { reason: 'Virhe.' }).effects.notifications).toEqual([]);
  });
});
