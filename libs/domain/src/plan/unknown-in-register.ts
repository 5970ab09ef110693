import type { Finding } from '../finding';
import { nearestName } from '../nearest-name';
import type { Body, Register } from '../organisations/register';
import type { Text } from '../text';
import type { DatedEntry } from './dated-entries';
import { withNearest } from './plan-findings';

/** Warns of topics and bodies that the register does not know: a slip of the hand would make the check look past them. */
export function unknownInRegister(
  entry: DatedEntry,
  { interfaces }: Pick<Register, 'interfaces'>,
  bodies: ReadonlyMap<string, Body>,
): Finding[] {
  const known = interfaces.map(({ id }) => id);
  // A register that lists no interfaces says nothing of topics.
  const topics = known.length === 0 ? [] : entry.topics.filter((topic) => !known.includes(topic));
  const named = [...entry.dates.values()].filter(({ body, origin }) => origin === 'written' && isUnknown(body, bodies));
  return [
    ...topics.map((topic) => ({
      ...{ code: 'unknown-interface', severity: 'warning' as const, entry: entry.id, date: null },
      message: withNearest(unknownInterface(topic), nearestName(topic, known)),
      path: [...entry.path, 'topics', entry.topics.indexOf(topic)],
    })),
    ...named.map(({ body = '', on, path }) => ({
      ...{ code: 'unknown-body', severity: 'warning' as const, entry: entry.id, date: on },
      message: withNearest(unknownBody(body), nearestName(body, bodies.keys())),
      path,
    })),
  ];
}

function isUnknown(body: string | undefined, bodies: ReadonlyMap<string, Body>): boolean {
  return body !== undefined && !bodies.has(body);
}

function unknownInterface(topic: string): Text {
  return {
    fi: `Yhdyspintaa ”${topic}” ei ole rekisterissä.`,
    sv: `Kontaktytan ”${topic}” finns inte i registret.`,
    en: `The interface “${topic}” is not in the register.`,
  };
}

function unknownBody(body: string): Text {
  return {
    fi: `Toimielintä ”${body}” ei ole rekisterissä, joten sen kokouspäiviä ei tarkisteta.`,
    sv: `Organet ”${body}” finns inte i registret, så dess sammanträdesdagar granskas inte.`,
    en: `The body “${body}” is not in the register, so its meetings are not checked.`,
  };
}
