import type { Text } from '@app/domain';

/** How the titles of the register are written in a sentence like 'Kysymyksiin vastaa …', 'Frågor besvaras av …'. */
const titles: Readonly<Record<string, Text>> = {
  yhdyspintakoordinaattori: {
    fi: 'yhdyspintakoordinaattori',
    sv: 'koordinatorn för kontaktytor',
    en: 'interface coordinator',
  },
  hyvinvointikoordinaattori: {
    fi: 'hyvinvointikoordinaattori',
    sv: 'välfärdskoordinatorn',
    en: 'wellbeing coordinator',
  },
  jarjestokoordinaattori: {
    fi: 'järjestökoordinaattori',
    sv: 'organisationskoordinatorn',
    en: 'coordinator for organisations',
  },
  'hyte-koordinaattori': { fi: 'hyte-koordinaattori', sv: 'hyte-koordinatorn', en: 'HYTE coordinator' },
  'hyte-johtaja': { fi: 'hyte-johtaja', sv: 'hyte-direktören', en: 'HYTE director' },
  hyvinvointijohtaja: { fi: 'hyvinvointijohtaja', sv: 'välfärdsdirektören', en: 'wellbeing director' },
};

const coordinator: Text = { fi: 'koordinaattori', sv: 'koordinatorn', en: 'coordinator' };

/** The registry answers where nobody holds the coordinator's seat. */
export const registryTitle: Text = { fi: 'kirjaamo', sv: 'registratorskontoret', en: 'registry' };

/** The county's own address answers where it has neither a coordinator nor a registry. */
export const countyTitle: Text = { fi: 'hyvinvointialue', sv: 'välfärdsområdet', en: 'wellbeing services county' };

/** The title under which a coordinator answers questions: the first of the roles held that has one. */
export function titleOf(roles: readonly string[]): Text {
  return roles.flatMap((role) => titles[role] ?? [])[0] ?? coordinator;
}
