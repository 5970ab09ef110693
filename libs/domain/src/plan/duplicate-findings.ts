import type { Finding } from '../finding';
import type { Text } from '../text';
import type { PlanEntryInput } from './plan.schema';

type Recurrence = 'year' | 'term';

// 612/2021 §7 and §7(4), 611/2021 §14. The acts say "at least", so standing twice is asked about, not refused.
const recurrences: Readonly<Record<string, Recurrence>> = {
  'hyte-negotiation': 'year',
  'wellbeing-report': 'year',
  'council-term-negotiation': 'term',
};

/** Warns of a once-a-year or once-a-term workflow that stands more than once in the plan. */
export function duplicateOccurrenceFindings(entries: readonly PlanEntryInput[]): Finding[] {
  return entries.flatMap((entry, index) => {
    const recurrence = Object.hasOwn(recurrences, entry.workflow) ? recurrences[entry.workflow] : undefined;
    if (recurrence === undefined) return [];
    const earlier = entries.slice(0, index).filter((other) => isSameOccurrence(other, entry, recurrence));
    if (earlier.length === 0) return [];
    const others = earlier.map(({ id }) => id);
    return [
      {
        code: 'duplicate-occurrence',
        severity: 'warning' as const,
        entry: entry.id,
        date: null,
        others,
        message: standsTwice(entry, others, recurrence),
      },
    ];
  });
}

/** Two entries with one id cannot both be driven. */
export function duplicateIdFindings(entries: readonly PlanEntryInput[]): Finding[] {
  return entries.flatMap((entry, index) => {
    if (!entries.slice(0, index).some(({ id }) => id === entry.id)) return [];
    return [
      {
        code: 'invalid-plan',
        severity: 'error' as const,
        entry: entry.id,
        date: null,
        message: {
          fi: `Tunnus ${entry.id} on kahdella merkinnällä. Anna kummallekin oma tunnus.`,
          sv: `Två poster har beteckningen ${entry.id}. Ge vardera en egen beteckning.`,
          en: `Two entries have the id ${entry.id}. Give each an id of its own.`,
        },
      },
    ];
  });
}

// In the year a term changes, a plan may rightly hold both terms' negotiations: they say which term they are about.
function isSameOccurrence(one: PlanEntryInput, other: PlanEntryInput, recurrence: Recurrence): boolean {
  if (one.workflow !== other.workflow) return false;
  const areAboutDifferent = one.about !== undefined && other.about !== undefined && one.about !== other.about;
  return recurrence === 'year' || !areAboutDifferent;
}

function standsTwice({ id, workflow }: PlanEntryInput, others: readonly string[], recurrence: Recurrence): Text {
  const list = others.join(', ');
  const often =
    recurrence === 'year'
      ? { fi: 'kerran vuodessa', sv: 'en gång per år', en: 'once a year' }
      : { fi: 'kerran valtuustokaudessa', sv: 'en gång per fullmäktigeperiod', en: 'once a council term' };
  return {
    fi: `${workflow} on suunnitelmassa useammin kuin ${often.fi}: ${list} ja ${id}. Onko tämä tarkoitus? Jos ei, poista toinen.`,
    sv: `${workflow} finns i planen oftare än ${often.sv}: ${list} och ${id}. Är det avsikten? Om inte, ta bort den ena.`,
    en: `${workflow} stands in the plan more often than ${often.en}: ${list} and ${id}. Is that meant? If not, remove one.`,
  };
}
