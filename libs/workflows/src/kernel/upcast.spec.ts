import { arrangedVisit } from '../../test/arranged-visit';
import { siteVisit } from '../../test/site-visit/site-visit.workflow';
import type { Json } from './command';
import type { AnyDefinition } from './definition';
import { fold } from './fold';
import type { WorkflowEvent } from './instance';
import { evidenceIn } from './read-evidence';

const { instance, events } = arrangedVisit(siteVisit).when(
  'record-visit',
  { heldOn: '2026-09-10' },
  { at: '2026-09-11T09:00:00+03:00' },
);

/** The same history as software recorded it that called the place a site, and a met deadline done. */
const recorded: WorkflowEvent[] = events.map((event) => {
  const data = event.data as Record<string, Json>;
  if (event.type === 'VisitRequested') {
    const { place = null, ...rest } = data;
    return { ...event, data: { ...rest, site: place } };
  }
  return event.type === 'DeadlineEnded' ? { ...event, data: { ...data, status: 'done' } } : event;
});

const reading: AnyDefinition = {
  ...siteVisit,
  upcasts: {
    VisitRequested: (data) => {
      const { site, ...rest } = data as Record<string, Json>;
      return site === undefined ? data : { ...rest, place: site };
    },
    DeadlineEnded: (data) => {
      const { status, ...rest } = data as Record<string, Json>;
      return { ...rest, status: status === 'done' ? 'met' : (status ?? null) };
    },
  },
};

describe('events that earlier software recorded', () => {
  it('are read as today’s definition knows them, facts and consequences, and stay as they are', () => {
    const before = JSON.stringify(recorded);
    expect(fold(reading, instance, recorded)).toMatchObject({ instance, differences: [] });
    expect(JSON.stringify(recorded)).toBe(before);
  });

  it('are different where nothing says how they are read', () => {
    const { differences, instance: wrong } = fold(siteVisit, instance, recorded);
    expect(differences).toMatchObject([{ recorded: expect.stringContaining('"done"') as string }]);
    expect(wrong.context).not.toHaveProperty('place');
  });

  it('mean the same for today’s own events', () => {
    expect(fold(reading, instance, events)).toMatchObject({ instance, differences: [] });
  });

  it('are evidence under today’s names', () => {
    const read: string[] = [];
    const definition: AnyDefinition = {
      ...reading,
      evidence: {
        VisitRequested: (soFar, { data }) => {
          read.push((data as { place: string }).place);
          return soFar;
        },
      },
    };
    evidenceIn([definition], '09', recorded);
    expect(read).toEqual(['Asikkalan kirjasto']);
  });
});
