import { beginForum, cancelledForum } from '../../../../test/support/event-paths';
import { workflowRow } from './workflow-row';

describe('how a workflow stands in the report', () => {
  it('says of an open one who is waited for, for what, and by when, in the chosen language', () => {
    const { instance } = beginForum();
    expect(workflowRow(instance, 'en')).toEqual({
      id: instance.id,
      definition: 'event',
      version: 1,
      outcome: 'open',
      startedOn: instance.startedOn,
      endedOn: null,
      waitsFor: [{ part: 'coordinator', organisations: ['09'] }],
      because: 'Awaiting the announcement. Send the invitation: 15\u00a0September\u00a02026',
    });
    expect(workflowRow(instance, 'fi').because).toBe('Odottaa kutsua. Lähetä kutsu: 15.9.2026');
  });

  it('says nothing of one that has ended', () => {
    const cancelled = cancelledForum().at(-1)!.instance;
    expect(workflowRow(cancelled, 'en')).toMatchObject({ outcome: 'cancelled', waitsFor: null, because: null });
  });
});
