import {
  begin,
  compiled,
  decision,
  invited,
  organisations,
  toAcknowledgements,
  toBoard,
  toComments,
  toInvitation,
} from '../../../../test/support/negotiation-stages';
import { folded, type Given } from '../../../../test/support/given';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const why = { reason: 'Koordinaattorit sopivat kirjallisesti.' };
const held = () =>
  compiled().when(
    'record-negotiation',
    { heldOn: '2026-08-27', participants: [{ organisation: '016', people: 3 }] },
    { at: '2026-08-27T16:00:00+03:00' },
  );
const deadline = ({ instance }: Given, name: string) => instance.deadlines[name]?.status;

describe('a step of the negotiation that is left out', () => {
  it('is the planning with the municipalities, and the reason stays on record', () => {
    const skipped = begin().when('skip-step', why, { at: '2026-03-10T09:00:00+02:00' });
    expect(skipped.instance).toMatchObject({
      state: 'open.fixing-date',
      context: { skipped: [{ step: 'planning', on: '2026-03-10', ...why }] },
    });
    expect([deadline(skipped, 'planning'), deadline(skipped, 'dateFixed')]).toEqual(['cancelled', 'open']);
    expect(begin().refuses('skip-step', {})).toMatchObject({ code: 'invalid-data', issues: [{ path: 'reason' }] });
  });

  it('is the summary of the answers, once none is waited for any more: the requests close, and nobody is sent it', () => {
    const early = invited().refuses('skip-step', why, { at: '2026-08-20T09:00:00+03:00' });
    expect(early.code).toBe('hyte-negotiation/too-early');
    const skipped = invited().when('skip-step', why, { at: '2026-08-21T09:00:00+03:00' });
    expect(skipped.instance.state).toBe('open.awaiting-negotiation');
    expect(skipped.effects.notifications).toEqual([]);
    const closed = skipped.effects.tellChildren.filter(({ command }) => command === 'close-request');
    expect(closed).toHaveLength(organisations.length);
    expect(deadline(skipped, 'answersCompiled')).toBe('cancelled');
  });

  it('is the draft with its comments: the summary itself is still made, in time for the board', () => {
    const skipped = held().when('skip-step', why, { at: '2026-09-01T09:00:00+03:00' });
    expect(skipped.instance).toMatchObject({
      state: 'open.finishing-summary',
      context: { step: 'summary', skipped: [{ step: 'draftSummary' }] },
      deadlines: { draftSummary: { status: 'cancelled' }, summary: { status: 'open', dueOn: '2026-10-08' } },
    });
    const moved = skipped.when('reschedule', {
      reason: 'Kokous siirtyi.',
      dates: {
        hyteBoard: { on: '2026-11-12', basis: 'decided' },
        resultSent: { on: '2026-11-16', basis: 'agreed' },
      },
    });
    expect(moved.instance.deadlines.summary).toMatchObject({ status: 'open', dueOn: '2026-11-05' });
    const comments = { reason: 'Aikaa.', dates: { commentsDue: { on: '2026-09-28', basis: 'requested' } } };
    expect(skipped.refuses('reschedule', comments).code).toBe('hyte-negotiation/already-happened');
    const finished = skipped.when('finish-summary', { proposal: 'Hyväksytään.' }, { at: '2026-09-25T09:00:00+03:00' });
    expect(finished.instance).toMatchObject({
      state: 'open.awaiting-board',
      deadlines: { summary: { status: 'met' } },
    });
    const { instance, differences } = folded(hyteNegotiation, finished);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(finished.instance)), []]);
  });

  it('can be the draft again, when the board has rejected the summary', () => {
    const skipped = held()
      .when('skip-step', why, { at: '2026-09-01T09:00:00+03:00' })
      .when('finish-summary', { proposal: 'Hyväksytään.' })
      .when('note-decision', decision('reject'), { role: 'workflow', at: '2026-10-16T10:00:00+03:00' })
      .when('skip-step', why);
    expect(skipped.instance.context).toMatchObject({ skipped: [{ on: '2026-09-01' }, { on: '2026-10-16' }] });
  });

  it.each([
    ['the invitation', toInvitation],
    ['the negotiation', compiled],
    ['the time for comments that was given', toComments],
    ['the board', toBoard],
    ['the acknowledgements', toAcknowledgements],
  ])('is never %s', (_, stage) => {
    expect(stage().refuses('skip-step', why).code).toBe('illegal-step');
  });

  it('is never left out by a respondent', () => {
    expect(begin().refuses('skip-step', why, { role: 'respondent' }).code).toBe('not-permitted');
  });
});
