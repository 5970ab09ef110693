import type { Text } from '../text';

const names: Readonly<Record<string, Text>> = {
  contact: { fi: 'yhteyshenkilö', sv: 'kontaktperson', en: 'contact person' },
  coordinator: { fi: 'vuosikellon koordinaattori', sv: 'årsklockans koordinator', en: 'coordinator of the year clock' },
  'hyte-johtaja': { fi: 'hyte-johtaja', sv: 'hyte-direktör', en: 'HYTE director' },
  hyvinvointialuejohtaja: { fi: 'hyvinvointialuejohtaja', sv: 'välfärdsområdesdirektör', en: 'county director' },
  hyvinvointijohtaja: { fi: 'hyvinvointijohtaja', sv: 'välfärdsdirektör', en: 'wellbeing director' },
  hyvinvointikoordinaattori: {
    fi: 'hyvinvointikoordinaattori',
    sv: 'välfärdskoordinator',
    en: 'wellbeing coordinator',
  },
  kaupunginjohtaja: { fi: 'kaupunginjohtaja', sv: 'stadsdirektör', en: 'city manager' },
  kunnanjohtaja: { fi: 'kunnanjohtaja', sv: 'kommundirektör', en: 'municipal manager' },
  manager: { fi: 'kunnan- tai kaupunginjohtaja', sv: 'kommun- eller stadsdirektör', en: 'municipal manager' },
};

/** What a role of the register is called in plain words; a role that only this register knows, by its own id. */
export function roleName(role: string): Text {
  const known = Object.hasOwn(names, role) ? names[role] : undefined;
  return known ?? { fi: role, sv: role, en: role };
}
