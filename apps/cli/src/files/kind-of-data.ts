import type { Finding, Text } from '@app/domain';
import { asFinding } from './file-finding';

/** The files that Vuosikello reads. */
export type FileKind = 'plan' | 'organisations' | 'municipalities';

const marks: Record<FileKind, readonly string[]> = {
  plan: ['entries'],
  organisations: ['organisations', 'contacts', 'bodies'],
  municipalities: ['municipalities'],
};

const kinds: Record<FileKind, Text & { command: string }> = {
  plan: {
    fi: 'vuosisuunnitelma',
    sv: 'en årsplan',
    en: 'the plan of a year',
    command: 'vuosikello plan check FILE',
  },
  organisations: {
    fi: 'organisaatiotiedosto',
    sv: 'en organisationsfil',
    en: 'an organisations file',
    command: 'vuosikello import organisations FILE',
  },
  municipalities: {
    fi: 'kuntaluokitus',
    sv: 'en kommunindelning',
    en: 'a classification of municipalities',
    command: 'vuosikello import municipalities FILE',
  },
};

/** The finding that the data are another kind of file than the one expected; none when they may be what was meant. */
export function wrongKindFindings(data: unknown, expected: FileKind, code: string): Finding[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const has = (kind: FileKind): boolean => marks[kind].some((key) => key in data);
  const actual = (Object.keys(marks) as FileKind[]).find(has);
  if (actual === undefined || has(expected)) return [];
  return [asFinding({ message: otherKind(kinds[actual], kinds[expected]), where: { line: 1, column: 1 } }, code)];
}

function otherKind(actual: (typeof kinds)[FileKind], expected: (typeof kinds)[FileKind]): Text {
  return {
    fi: `Tiedosto on ${actual.fi}, mutta odotettu on ${expected.fi}. Oikea komento sille: ${actual.command}`,
    sv: `Filen är ${actual.sv}, men ${expected.sv} förväntas. Rätt kommando för den: ${actual.command}`,
    en: `The file is ${actual.en}, but ${expected.en} is expected. The right command for it: ${actual.command}`,
  };
}
