import { folded, type Given } from '../../../../test/support/given';
import { begin, invited, toAcknowledgements, toInvitation } from '../../../../test/support/negotiation-stages';
import { followsOf } from '../kernel/follows';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const goal = {
  title: 'Liikunta',
  measure: 'MOVE-mittaus',
  baseline: '38 %',
  target: '< 30 %',
  owner: 'Hyte-lautakunta',
};
const matter = { fi: 'Neuvottelu', sv: 'Förhandling', en: 'Negotiation' };
const told = (from: string, title: string, topic = 'goals/2026') => ({
  topic,
  from,
  data: { matter, agreedOn: '2026-01-29', goals: [{ ...goal, title, id: `${from}#1` }] },
});
const hears = (so: Given, data: object) => so.when('carry-goals-over', data, { role: 'workflow', by: '09.earlier' });
const late = { at: '2027-01-29T10:00:00+02:00' };
const whole = (so: Given) => expect(folded(hyteNegotiation, so)).toEqual({ instance: so.instance, differences: [] });

describe('goals of a negotiation', () => {
  it('are published for the year they are for, each with a name for ever, when it closes', () => {
    const closed = toAcknowledgements().when('close', { goals: [goal, { ...goal, title: 'Uni' }] }, late);
    expect(closed.effects.publications).toMatchObject([
      {
        topic: 'goals/2027',
        data: {
          agreedOn: '2027-01-29',
          goals: [
            { ...goal, id: `${closed.instance.id}#1` },
            { title: 'Uni', id: `${closed.instance.id}#2` },
          ],
        },
      },
    ]);
    whole(closed);
  });

  it('are not published where there are none', () => {
    const closed = toAcknowledgements().when('close', { goals: [], whyNone: 'Kokeilu.' }, late);
    expect(closed.effects.publications).toEqual([]);
  });
});

describe('what was agreed before', () => {
  it('is followed: the goals for the year and for its council term, and the report on the year before', () => {
    expect(followsOf(hyteNegotiation, begin().instance)).toEqual({
      'goals/2026': 'carry-goals-over',
      'goals/term/2025-2029': 'carry-goals-over',
      'report/2025': 'note-report',
    });
  });

  it('is kept by who agreed on it, as told last', () => {
    const twice = hears(
      hears(hears(begin(), told('09.old', 'Liikunta')), told('09.term', 'Uni', 'goals/term/2025-2029')),
      told('09.old', 'Ravitsemus'),
    );
    expect(twice.instance.context).toMatchObject({
      carriedGoals: [
        { from: '09.term', goals: [{ title: 'Uni' }] },
        { from: '09.old', agreedOn: '2026-01-29', goals: [{ title: 'Ravitsemus', id: '09.old#1' }] },
      ],
    });
    whole(twice);
  });

  it('is named where the parties are asked whether it was followed', () => {
    const asked = (so: Given) =>
      JSON.stringify(so.effects.children.find(({ key }) => key === 'answer-016')?.data ?? null);
    const carried = hears(toInvitation(), told('09.old', 'Liikunta'));
    const at = { at: '2026-05-25T09:00:00+03:00' };
    expect(asked(carried.when('invite', {}, at))).toContain('Toteutuivatko viime neuvottelussa sovitut periaatteet?');
    expect(asked(carried.when('invite', {}, at))).toContain('Sovitut tavoitteet: Liikunta.');
    expect(asked(invited())).not.toContain('Sovitut tavoitteet');
  });

  it('can be judged, and gone on with by name, when the negotiation closes', () => {
    const carried = hears(toAcknowledgements(), told('09.old', 'Liikunta'));
    const outcomes = [{ goal: '09.old#1', outcome: '34 %' }];
    const closing = { goals: [{ ...goal, continues: '09.old#1' }], outcomes };
    const closed = carried.when('close', closing, late);
    expect(closed.instance.context).toMatchObject({ outcomes, goals: [{ continues: '09.old#1' }] });
    expect(closed.effects.publications).toMatchObject([{ data: { goals: [{ continues: '09.old#1' }] } }]);
    const unknown = { goals: [{ ...goal, continues: '09.old#7' }] };
    expect(carried.refuses('close', unknown, late)).toMatchObject({ issues: [{ path: 'goals.0.continues' }] });
    expect(toAcknowledgements().refuses('close', closing, late)).toMatchObject({ code: 'invalid-data' });
    const twice = { ...closing, outcomes: [...outcomes, ...outcomes] };
    expect(carried.refuses('close', twice, late)).toMatchObject({ issues: [{ path: 'outcomes' }] });
  });
});

it('the wellbeing report is kept with its council decision', () => {
  const data = { handledOn: '2026-05-11', section: '44', document: 'https://paijatha.example.invalid/kertomus' };
  const noted = begin().when('note-report', { topic: 'report/2025', from: '09.report', data }, { role: 'workflow' });
  expect(noted.instance.context).toMatchObject({ report: { from: '09.report', ...data } });
  whole(noted);
});
