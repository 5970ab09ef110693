import { drawnDefinition } from '../../../../test/support/drawn-definition';
import { state } from '../state-meta';
import { definitions } from '../registry';
import { allStates, drawingOf } from './drawing';
import { isTitled } from './titles';

const meta = (title: string, waitsFor: string | null, ...dates: string[]) =>
  state(title, title, title, waitsFor, ...dates);

const definition = drawnDefinition(
  'open',
  {
    open: {
      meta: meta('Open', 'coordinator', 'reply'),
      initial: 'first',
      on: { Noted: {}, Cancelled: 'cancelled', DeadlinePassed: '.late', ReminderFellDue: {} },
      states: {
        first: { meta: meta('First', 'parties', 'Done'), on: { Done: 'late', Skipped: 'late' } },
        late: { meta: meta('Late', 'manager'), on: { Done: '#drawn.closed', Noted: {} } },
      },
    },
    closed: { type: 'final', meta: meta('Closed', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: meta('Cancelled', null) },
  },
  ['Noted', 'Cancelled', 'Done', 'Skipped'],
);
const drawing = drawingOf(definition, 'en');
const arrow = (from: string, to: string) => drawing.arrows.find((found) => found.from === from && found.to === to);

describe('a drawing', () => {
  it('has the states with their titles, and who is waited for', () => {
    expect(allStates(drawing.states).map(({ path, kind, title, waitsFor }) => [path, kind, title, waitsFor])).toEqual([
      ['open', 'compound', 'Open', 'the coordinator'],
      ['open.first', 'step', 'First', 'the parties'],
      ['open.late', 'step', 'Late', 'the manager'],
      ['closed', 'end', 'Closed', null],
      ['cancelled', 'end', 'Cancelled', null],
    ]);
    expect(drawing.start.to).toBe('open.first');
  });

  it('has one arrow for the commands that lead the same way, with who gives them', () => {
    expect(arrow('open.first', 'open.late')?.ways).toEqual([
      { fact: 'Done', title: 'Done', by: 'coordinator', clock: false },
      { fact: 'Skipped', title: 'Skipped', by: 'coordinator', clock: false },
    ]);
  });

  it('gathers what changes no state, and leaves out what only the clock does', () => {
    expect(allStates(drawing.states).map(({ also }) => also)).toEqual([['Noted'], [], ['Noted'], [], []]);
  });

  it('has on each arrow the deadlines of the states that it leaves, but none where the matter is cancelled', () => {
    const datesOn = (from: string, to: string) => arrow(from, to)?.dates.map(({ name }) => name);
    expect(datesOn('open.first', 'open.late')).toEqual(['Done']);
    expect(datesOn('open.late', 'closed')).toEqual(['reply']);
    expect(datesOn('open', 'cancelled')).toEqual([]);
    expect(datesOn('open', 'open.late')).toEqual(['reply']);
    expect(arrow('open', 'open.late')?.fromAny).toBe(true);
  });
});

describe('every definition', () => {
  it.each(definitions.map((known) => [`${known.name}.v${known.version}`, known] as const))(
    '%s says in words whom its states wait for',
    (_, known) => {
      const parts = new Set<string>();
      const collect = (node: { meta?: unknown; states: object }): void => {
        const waitsFor = (node.meta as { waitsFor?: string | null } | undefined)?.waitsFor;
        if (waitsFor) parts.add(waitsFor);
        Object.values(node.states as Record<string, typeof node>).forEach(collect);
      };
      collect(known.chart.root as never);
      expect([...parts].filter((part) => !isTitled(known, part))).toEqual([]);
    },
  );
});
