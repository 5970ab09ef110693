import { boardHandling } from './board-handling/board-handling.workflow';
import { councilTermNegotiation } from './council-term-negotiation/council-term-negotiation.workflow';
import { event } from './event/event.workflow';
import { historyEntry } from './history-entry/history-entry.workflow';
import { hyteNegotiation } from './hyte-negotiation/hyte-negotiation.workflow';
import { indicatorCard } from './indicator-card/indicator-card.workflow';
import { informationRequest } from './information-request/information-request.workflow';
import type { AnyDefinition } from './kernel/definition';
import { wellbeingReport } from './wellbeing-report/wellbeing-report.workflow';
import { yearlyMunicipalReport } from './yearly-municipal-report/yearly-municipal-report.workflow';

/** Every definition, in every version that instances may still have. A released version never changes. */
export const definitions: readonly AnyDefinition[] = [
  hyteNegotiation,
  informationRequest,
  boardHandling,
  councilTermNegotiation,
  wellbeingReport,
  indicatorCard,
  yearlyMunicipalReport,
  event,
  historyEntry,
];

/** The definition of a name; the newest version unless one is asked for. Undefined when there is none. */
export function findDefinition(name: string, version?: number): AnyDefinition | undefined {
  return definitions
    .filter((definition) => definition.name === name && (version === undefined || definition.version === version))
    .sort((a, b) => b.version - a.version)[0];
}

/** The definition an instance was started with. Throws where it is unknown: the software is older than the data. */
export function definitionOf({ name, version }: { name: string; version: number }): AnyDefinition {
  const definition = findDefinition(name, version);
  if (!definition) throw new Error(`No definition ${name} version ${version}: this software is older than the data`);
  return definition;
}
