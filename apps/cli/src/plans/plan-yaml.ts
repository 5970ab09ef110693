import { weekdayAbbreviation, type DerivedDate, type Language, type Plan, type PlanEntry } from '@app/domain';
import { Document, isMap, type YAMLMap } from 'yaml';

/** The plan as a plan file, each derived date with its reason as a comment beside it. */
export function planYaml(plan: Plan, derived: readonly DerivedDate[], language: Language): string {
  const document = new Document({ ...plan, entries: plan.entries.map(asInFile) }, { version: '1.2', schema: 'core' });
  plan.entries.forEach((entry, index) => {
    const dates = document.getIn(['entries', index, 'dates'], true);
    if (isMap(dates)) describeDates(dates, entry, derived, language);
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Every date shows its weekday; rules that could not be followed stand among the dates, as their author wrote them. */
function asInFile({ rules, dates, ...entry }: PlanEntry): object {
  const days = Object.entries(dates).map(([name, { on, ...date }]) => {
    return [name, { on, weekday: weekdayAbbreviation(on, 'fi'), ...date }] as const;
  });
  return { ...entry, dates: { ...Object.fromEntries(days), ...rules } };
}

function describeDates(dates: YAMLMap, { id }: PlanEntry, derived: readonly DerivedDate[], language: Language): void {
  const reasons = new Map(
    derived.flatMap(({ entry, name, because }) => (entry === id ? [[name, because[language]]] : [])),
  );
  for (const { key, value } of dates.items) {
    if (!isMap(value)) continue;
    value.flow = true;
    const reason = reasons.get(String(key));
    if (reason !== undefined) value.comment = ` ${reason}`;
  }
}
