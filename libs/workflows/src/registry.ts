import { boardHandling } from './board-handling/board-handling.workflow';
import { councilTermNegotiation } from './council-term-negotiation/council-term-negotiation.workflow';
import { event } from './event/event.workflow';
import { historyEntry } from './history-entry/history-entry.workflow';
import { hyteNegotiation } from './hyte-negotiation/hyte-negotiation.workflow';
import { indicatorCard } from './indicator-card/indicator-card.workflow';
import { informationRequest } from './information-request/information-request.workflow';
import { interfaceBoardMeeting } from './interface-board-meeting/interface-board-meeting.workflow';
import type { Place } from './kernel/decide';
import type { AnyDefinition } from './kernel/definition';
import type { Folded } from './kernel/fold';
import { firstVersion, fold } from './kernel/fold';
import type { Instance, WorkflowEvent } from './kernel/instance';
import { wellbeingReport } from './wellbeing-report/wellbeing-report.workflow';
import { termAccount } from './term-account/term-account.workflow';
import { yearlyMunicipalReport } from './yearly-municipal-report/yearly-municipal-report.workflow';

/** Every definition, in every version that instances may still have. A released version never changes. */
export const definitions: readonly AnyDefinition[] = [
  hyteNegotiation,
  informationRequest,
  boardHandling,
  councilTermNegotiation,
  wellbeingReport,
  interfaceBoardMeeting,
  indicatorCard,
  termAccount,
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

/** A workflow has a definition, or a version of one, that this software does not know: newer software has started or moved it. */
export class OlderSoftwareError extends Error {
  constructor(readonly definition: { name: string; version?: number }) {
    const { name, version } = definition;
    const wanted = version === undefined ? name : `${name} version ${version}`;
    super(`No definition ${wanted}: this software is older than the data`);
    this.name = 'OlderSoftwareError';
  }
}

/** The definition an instance has. @throws OlderSoftwareError where it is unknown */
export function definitionOf({ name, version }: { name: string; version: number }): AnyDefinition {
  const definition = findDefinition(name, version);
  if (!definition) throw new OlderSoftwareError({ name, version });
  return definition;
}

/**
 * Folds the stored stream of a workflow that now has this definition, each part as the version it then had. With `upTo`, only what
 * it said up to that event. @throws OlderSoftwareError
 */
export function foldStored(
  { name, version }: Instance['definition'],
  place: Place,
  events: readonly WorkflowEvent[],
  upTo = events.length,
): Folded {
  const versionOf = (wanted: number) => definitionOf({ name, version: wanted });
  return fold(versionOf(firstVersion(events, version)), place, events.slice(0, upTo), versionOf);
}

/** What does not fit together among the versions, in words for their author; empty when all do. */
export function versionLacks(known: readonly AnyDefinition[]): string[] {
  const idOf = ({ name, version }: { name: string; version: number }) => `${name} v${version}`;
  const ids = known.map(idOf);
  return known.flatMap((definition, index) => {
    const { name, version, migrates } = definition;
    const earlier = migrates && idOf({ name, version: migrates.from });
    return [
      ...(ids.indexOf(idOf(definition)) < index ? [`${idOf(definition)} stands in the registry twice`] : []),
      ...(migrates && migrates.from >= version
        ? [`${idOf(definition)}: workflows move from ${earlier}, which is not earlier`]
        : []),
      ...(earlier && !ids.includes(earlier)
        ? [`${idOf(definition)}: workflows move from ${earlier}, which there is not`]
        : []),
    ];
  });
}
