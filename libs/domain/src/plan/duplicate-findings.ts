import type { Finding } from '../finding';
import type { Text } from '../text';
import type { DraftEntry } from './plan-draft';
import { workflowKind, type WorkflowKind } from './workflow-kinds';

type Recurrence = Exclude<WorkflowKind['recurrence'], 'none'>;

/** Warns of a once-a-year or once-a-term workflow that stands more than once in the plan. */
export function duplicateOccurrenceFindings(entries: readonly DraftEntry[]): Finding[] {
  const earlier = new Map<string, DraftEntry[]>();
  return entries.flatMap((entry) => {
    const { recurrence } = workflowKind(entry.workflow);
    if (recurrence === 'none') return [];
    const before = earlier.get(entry.workflow) ?? [];
    earlier.set(entry.workflow, [...before, entry]);
    const others = before.filter((other) => recurrence === 'year' || !areAboutDifferent(other, entry));
    if (others.length === 0) return [];
    const ids = others.flatMap(({ id }) => id ?? []);
    return [
      {
        code: 'duplicate-occurrence',
        severity: 'warning' as const,
        entry: entry.id,
        date: null,
        others: ids,
        message: standsTwice(entry, ids, recurrence),
        path: ['entries', entry.index, 'workflow'],
      },
    ];
  });
}

/** Two entries with one id cannot both be driven. */
export function duplicateIdFindings(entries: readonly DraftEntry[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, index }) => {
    if (id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: 'invalid-plan',
        severity: 'error' as const,
        entry: id,
        date: null,
        message: {
          fi: `Tunnus ${id} on kahdella merkinnällä. Anna kummallekin oma tunnus.`,
          sv: `Två poster har beteckningen ${id}. Ge vardera en egen beteckning.`,
          en: `Two entries have the id ${id}. Give each an id of its own.`,
        },
        path: ['entries', index, 'id'],
      },
    ];
  });
}

// In the year a term changes, a plan may rightly hold both terms' negotiations: they say which term they are about.
function areAboutDifferent(one: DraftEntry, other: DraftEntry): boolean {
  return one.about !== undefined && other.about !== undefined && one.about !== other.about;
}

function standsTwice({ id, workflow }: DraftEntry, others: readonly string[], recurrence: Recurrence): Text {
  const list = others.join(', ');
  const own = id ?? '?';
  const often =
    recurrence === 'year'
      ? { fi: 'kerran vuodessa', sv: 'en gång per år', en: 'once a year' }
      : { fi: 'kerran valtuustokaudessa', sv: 'en gång per fullmäktigeperiod', en: 'once a council term' };
  return {
    fi: `${workflow} on suunnitelmassa useammin kuin ${often.fi}: ${list} ja ${own}. Onko tämä tarkoitus? Jos ei, poista toinen.`,
    sv: `${workflow} finns i planen oftare än ${often.sv}: ${list} och ${own}. Är det avsikten? Om inte, ta bort den ena.`,
    en: `${workflow} stands in the plan more often than ${often.en}: ${list} and ${own}. Is that meant? If not, remove one.`,
  };
}
