import { beginForum, cancelledForum, forum } from '../../../../test/support/event-paths';
import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import type { EventContext } from './event.data';
import { event } from './event.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as EventContext;
const invitedTo = (so: Given, template: string) =>
  so.effects.notifications.filter((mail) => mail.template === template).map(({ to }) => to.organisation);
const announcedForum = () => beginForum().when('announce', {}, { at: '2026-09-15T10:00:00+03:00' });

describe('an event', () => {
  it('starts from the plan with the dates that follow from its day, and everybody invited', () => {
    const so = beginForum();
    expect(contextOf(so).dates).toMatchObject({
      announcement: { on: '2026-09-15', basis: 'agreed' },
      event: { on: '2026-10-13', at: '13:00', until: '15:00' },
      notes: { on: '2026-10-20' },
    });
    expect(contextOf(so).invited).toEqual(expect.arrayContaining(['016', 'jarjesto-1']));
    expect(so.instance.deadlines).toMatchObject({ announcement: { status: 'open', dueOn: '2026-09-15' } });
  });

  it('goes from the announcement to its outcomes, and its log gives the same state', () => {
    const end = last(forum());
    expect(end.instance).toMatchObject({ status: 'closed', state: 'closed' });
    expect(Object.values(end.instance.deadlines).map(({ name, status }) => [name, status])).toEqual([
      ['announcement', 'met'],
      ['event', 'met'],
      ['notes', 'met'],
    ]);
    const { instance, differences } = folded(event, end);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
  });

  it('tells those who were invited, and nobody else, of a new day', () => {
    const change = { dates: { event: { on: '2026-10-14', basis: 'agreed' } }, reason: 'Tila on varattu.' };
    expect(invitedTo(beginForum().when('reschedule', change), 'meeting-moved')).toEqual([]);
    expect(invitedTo(announcedForum().when('reschedule', change), 'meeting-moved')).toEqual(
      contextOf(announcedForum()).invited,
    );
  });

  it('invites who joins later and tells who is left out', () => {
    const without = announcedForum().when('change-invited', {
      joined: [],
      left: [{ organisation: '016', successor: null }],
      reason: 'Kunta ei ehdi.',
    });
    expect(invitedTo(without, 'meeting-cancelled')).toEqual(['016']);
    const again = without.when('change-invited', { joined: ['016'], left: [], reason: 'Kunta ehtii sittenkin.' });
    expect(invitedTo(again, 'meeting-announced')).toEqual(['016']);
  });

  it('is cancelled with a reason that everybody who was invited hears', () => {
    const end = last(cancelledForum());
    expect(end.instance).toMatchObject({ status: 'cancelled', deadlines: { event: { status: 'cancelled' } } });
    expect(invitedTo(end, 'meeting-cancelled')).toEqual(contextOf(end).invited);
  });

  it('may leave the announcement out with a reason, and then invites nobody', () => {
    const so = beginForum().when('skip-step', { reason: 'Kutsu lähti lehdessä.' });
    expect(so.instance.state).toBe('open.awaiting-event');
    expect(contextOf(so).steps.announcement).toMatchObject({ skipped: 'Kutsu lähti lehdessä.' });
    expect(so.effects.notifications).toEqual([]);
    expect(so.refuses('skip-step', { reason: 'Ei pidetty.' }).code).toBe('illegal-step');
  });

  it('invites nobody to what is over', () => {
    const late = { at: '2026-10-14T09:00:00+03:00' };
    expect(beginForum().refuses('announce', {}, late).code).toBe('event/too-late');
  });

  it('refuses what has not happened yet, days that do not fit, and an end without a word of what came of it', () => {
    const so = announcedForum();
    expect(so.refuses('record-event', { heldOn: '2026-10-13' }).code).toBe('event/too-early');
    const late = { dates: { event: { on: '2026-10-27', basis: 'agreed' } }, reason: 'x' };
    expect(so.refuses('reschedule', late).code).toBe('event/dates-out-of-order');
    const held = so.when('record-event', { heldOn: '2026-10-13' }, { at: '2026-10-13T16:00:00+03:00' });
    expect(held.refuses('record-notes', { outcomes: [] }).issues?.map(({ path }) => path)).toEqual(['whyNone']);
  });
});
