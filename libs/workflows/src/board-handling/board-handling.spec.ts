import { folded, given } from '../../../../test/support/given';
import { boardHandling } from './board-handling.workflow';

const hyteBoard = {
  id: 'hyte-lautakunta',
  name: { fi: 'Hyvinvoinnin ja terveyden edistämisen lautakunta', sv: 'Nämnden för främjande av hälsa och välfärd' },
  meetings: ['2026-09-17', '2026-10-15', '2026-11-12', '2026-12-10'],
  materialsDaysBefore: 7,
  extractDaysAfter: 4,
  presenter: 'hyte-johtaja',
  plannedOn: '2026-10-15',
};
const executive = {
  ...hyteBoard,
  id: 'aluehallitus',
  presenter: 'hyvinvointialuejohtaja',
  plannedOn: null,
  name: { fi: 'Aluehallitus', sv: 'Välfärdsområdesstyrelsen' },
  meetings: ['2026-11-02', '2026-11-23'],
};
const input = {
  organisation: '09',
  preparedBy: 'presenter',
  subject: 'negotiation-result',
  about: '2027',
  title: { fi: 'Lopputulos', sv: 'Resultatet', en: 'Result' },
  bodies: [hyteBoard],
  due: null,
  proposal: null,
  document: null,
  closes: '16:15',
};
const prepared = { proposal: 'Hyväksytään.', competence: 'Hallintosääntö 27 §', effectsAssessed: 'done' };
const at = '2026-09-25T10:00:00+03:00';
const handling = (change: object = {}) => given(boardHandling, { ...input, ...change }, { at });
const decide = (decision: string, meetingOn: string) => ({ decision, meetingOn, section: '36' });
const onAgenda = (change: object = {}) =>
  handling(change).when('mark-prepared', prepared).when('place-on-agenda', { meetingOn: '2026-10-15' });
const municipal = {
  organisation: '111',
  preparedBy: 'respondent',
  bodies: [{ ...hyteBoard, id: '111-hyvinvointilautakunta', presenter: null, plannedOn: null }],
  due: { on: '2026-11-30', basis: 'requested' },
};

describe('a case in a body', () => {
  it('asks the presenter, with the materials due the body’s lead time before the meeting', () => {
    const { effects, instance } = handling();
    expect(effects.notifications).toMatchObject([
      {
        template: 'board-item',
        to: { organisation: '09', audience: 'hyte-johtaja' },
        data: { materialsDueOn: '2026-10-08' },
      },
    ]);
    expect(instance.deadlines.materials).toMatchObject({ dueOn: '2026-10-08', basis: 'decided' });
  });

  it('is prepared, placed, decided, and handled when the extract has gone', () => {
    const decided = onAgenda().when('record-decision', decide('approve', '2026-10-15'), {
      at: '2026-10-15T18:00:00+03:00',
    });
    expect(decided.instance.state).toBe('open.awaiting-extract');
    expect(decided.instance.deadlines.extract).toMatchObject({ dueOn: '2026-10-19' });
    const handled = decided.when('send-extract', {}, { at: '2026-10-16T10:00:00+03:00' });
    expect(handled.instance).toMatchObject({ state: 'handled', status: 'closed' });
    expect(handled.effects.tellParent).toEqual([
      {
        command: 'note-decision',
        data: {
          organisation: '09',
          decision: 'approve',
          meetingOn: '2026-10-15',
          section: '36',
          caseNumber: null,
          minutes: null,
          extractsTo: null,
          body: 'hyte-lautakunta',
          last: true,
        },
      },
    ]);
  });

  it('comes back to preparation for the next meeting when returned, and stays on the agenda of the next when tabled', () => {
    const returned = onAgenda().when('record-decision', decide('return', '2026-10-15'), {
      at: '2026-10-15T18:00:00+03:00',
    });
    expect(returned.lastEvents()[0]).toBe('ItemReturned');
    expect(returned.instance).toMatchObject({
      state: 'open.in-body.preparing',
      context: { bodies: [{ meetingOn: '2026-11-12' }] },
    });
    expect(returned.instance.deadlines.materials).toMatchObject({ dueOn: '2026-11-05', status: 'open' });
    const tabled = onAgenda().when('record-decision', decide('table', '2026-10-15'), {
      at: '2026-10-15T18:00:00+03:00',
    });
    expect(tabled.instance).toMatchObject({
      state: 'open.in-body.awaiting-decision',
      context: { bodies: [{ meetingOn: '2026-11-12' }] },
    });
  });

  it('asks its presenter although no meeting is known yet', () => {
    const returned = onAgenda({ bodies: [{ ...hyteBoard, meetings: ['2026-10-15'] }] }).when(
      'record-decision',
      decide('return', '2026-10-15'),
      { at: '2026-10-15T18:00:00+03:00' },
    );
    expect(returned.instance.context).toMatchObject({ bodies: [{ meetingOn: null }] });
    const asked = returned.effects.notifications.find(({ template }) => template === 'board-item');
    expect(asked).toMatchObject({ template: 'board-item', to: { audience: 'hyte-johtaja' } });
    expect(asked).not.toHaveProperty('deadline');
  });

  it('goes through the bodies in their order', () => {
    const second = onAgenda({ bodies: [hyteBoard, executive] })
      .when('record-decision', decide('note-and-forward', '2026-10-15'), { at: '2026-10-15T18:00:00+03:00' })
      .when('send-extract', {}, { at: '2026-10-19T10:00:00+03:00' });
    expect(second.instance).toMatchObject({
      state: 'open.in-body.preparing',
      context: { bodyNo: 1, bodies: [{}, { meetingOn: '2026-11-02' }] },
    });
    expect(second.effects.tellParent).toMatchObject([
      { command: 'note-decision', data: { body: 'hyte-lautakunta', decision: 'note-and-forward', last: false } },
    ]);
  });

  it('asks a municipality once, takes its decision straight from the minutes, and leaves its own preparation to it', () => {
    const asked = handling(municipal);
    expect(asked.effects.notifications).toMatchObject([
      { template: 'acknowledgement', link: true, data: { meetings: ['2026-10-15', '2026-11-12'] } },
    ]);
    expect(Object.keys(asked.instance.deadlines)).toEqual(['handling']);
    const respondent = { role: 'respondent' as const, at: '2026-10-21T09:00:00+03:00' };
    const returned = asked.when('record-decision', decide('return', '2026-10-20'), respondent);
    expect(returned.effects.notifications).toEqual([]);
    const noted = returned.when('record-decision', decide('note-and-forward', '2026-11-17'), {
      ...respondent,
      at: '2026-11-18T09:00:00+02:00',
    });
    expect(noted.instance.deadlines.handling?.status).toBe('met');
    expect(noted.instance).toMatchObject({ state: 'handled', status: 'closed' });
    expect(noted.effects.notifications).toMatchObject([
      { template: 'receipt', data: { handled: { section: '36' } } },
      { template: 'registry-copy', to: { organisation: '09' }, data: { handled: { section: '36' } } },
    ]);
    expect(noted.effects.tellParent).toMatchObject([
      { command: 'note-decision', data: { organisation: '111', decision: 'note-and-forward' } },
    ]);
  });

  it('reminds the presenter of recording the decision, and takes no decision before its meeting', () => {
    const placed = onAgenda();
    expect(placed.instance.deadlines.decision).toMatchObject({ dueOn: '2026-10-16', status: 'open' });
    expect(placed.refuses('record-decision', decide('approve', '2026-10-15'))).toMatchObject({
      code: 'board-handling/too-early',
    });
  });

  it('takes the agenda before the preparation, and again when the meeting moves', () => {
    const placed = handling().when('place-on-agenda', { meetingOn: '2026-10-15' });
    expect(placed.instance.deadlines.materials?.status).toBe('met');
    const moved = placed.when('place-on-agenda', { meetingOn: '2026-11-12' });
    expect(moved.instance.deadlines.decision).toMatchObject({ dueOn: '2026-11-13', setNo: 2 });
  });

  it('is escalated once, and only when a municipality’s date has passed', () => {
    const asked = handling(municipal);
    expect(asked.refuses('escalate', {})).toMatchObject({ code: 'board-handling/not-overdue' });
    const after = { at: '2026-12-02T09:00:00+02:00' };
    const escalated = asked.when('escalate', {}, after);
    expect(escalated.effects.notifications).toMatchObject([{ template: 'escalation', to: { audience: 'manager' } }]);
    expect(escalated.refuses('escalate', {}, after)).toMatchObject({ code: 'board-handling/not-overdue' });
    expect(onAgenda().refuses('escalate', {}, after)).toMatchObject({ code: 'board-handling/not-overdue' });
  });

  it('tells the parent when it is withdrawn, and does not go on to the next body when rejected', () => {
    expect(handling(municipal).when('withdraw', { reason: 'Virhe.' }).effects.tellParent).toMatchObject([
      { command: 'note-decision', data: { decision: 'withdrawn' } },
    ]);
    const rejected = onAgenda({ bodies: [hyteBoard, executive] })
      .when('record-decision', decide('reject', '2026-10-15'), { at: '2026-10-15T18:00:00+03:00' })
      .when('send-extract', {});
    expect(rejected.instance.state).toBe('handled');
  });

  it('does not decide twice, and is what its log says', () => {
    const decided = onAgenda().when('record-decision', decide('approve', '2026-10-15'), {
      at: '2026-10-15T18:00:00+03:00',
    });
    expect(decided.refuses('record-decision', decide('reject', '2026-10-15'))).toMatchObject({
      code: 'illegal-step',
      allowed: [
        'send-extract',
        'reschedule',
        'close-handling',
        'withdraw',
        'pause',
        'attach-document',
        'classify-record',
      ],
    });
    const { instance, differences } = folded(boardHandling, decided);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(decided.instance)), []]);
  });
});
