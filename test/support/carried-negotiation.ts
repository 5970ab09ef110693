import { negotiation } from './example-paths';
import type { Given } from './given';
import { path } from './path';

const goal = {
  title: 'Liikunta',
  measure: 'MOVE-mittaus',
  baseline: '38 %',
  target: '< 30 %',
  owner: 'Hyte-lautakunta',
};
const matter = { fi: 'Vuosineuvottelu 2025', sv: 'Förhandlingen 2025', en: 'Negotiation 2025' };
const earlier = { id: '09.neuvottelu-2025#1', ...goal };

/** A negotiation that hears of earlier goals and of the wellbeing report, and closes with goals that go on with them. */
export function carriedNegotiation(): Given[] {
  const told = { role: 'workflow' as const, by: '09.neuvottelu-2025' };
  return path(
    negotiation().at(-1) as Given,
    (so) =>
      so.when(
        'carry-goals-over',
        {
          topic: 'goals/2026',
          from: '09.neuvottelu-2025',
          data: { matter, agreedOn: '2026-01-29', goals: [earlier] },
        },
        told,
      ),
    (so) =>
      so.when(
        'note-report',
        { topic: 'report/2025', from: '09.kertomus-2025', data: { handledOn: '2026-05-11', section: '44' } },
        { ...told, by: '09.kertomus-2025' },
      ),
    (so) =>
      so.when(
        'close',
        {
          goals: [{ ...goal, baseline: '34 %', continues: earlier.id }],
          outcomes: [{ goal: earlier.id, outcome: '34 %' }],
        },
        { at: '2027-01-29T10:00:00+02:00' },
      ),
  );
}
