import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import type { Text } from '../text';
import type { Contact } from './register';

export function unknownContact(id: string): Text {
  return {
    fi: `Yhteyshenkilöä ${id} ei ole rekisterissä.`,
    sv: `Kontaktpersonen ${id} finns inte i registret.`,
    en: `The contact ${id} is not in the register.`,
  };
}

export function sameContact(name: string): Text {
  return {
    fi: `${name} ei voi luovuttaa tehtäviä itselleen. Valitse toinen henkilö.`,
    sv: `${name} kan inte överlåta uppgifter till sig själv. Välj en annan person.`,
    en: `${name} cannot hand tasks over to themselves. Choose another person.`,
  };
}

export function otherOrganisation(from: Contact, to: Contact): Text {
  return {
    fi: `${from.name} (${from.of}) ja ${to.name} (${to.of}) ovat eri organisaatioissa. Lisää uusi henkilö ensin organisaatioon ${from.of}.`,
    sv: `${from.name} (${from.of}) och ${to.name} (${to.of}) är i olika organisationer. Lägg först till den nya personen i organisationen ${from.of}.`,
    en: `${from.name} (${from.of}) and ${to.name} (${to.of}) are in different organisations. Add the new person to the organisation ${from.of} first.`,
  };
}

export function contactNotValid(name: string, on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `${name} ei ole voimassa oleva yhteyshenkilö ${day.fi}. Korjaa henkilön voimassaolo tai luovutuspäivä.`,
    sv: `${name} är inte en giltig kontaktperson ${day.sv}. Rätta personens giltighet eller dagen för överlåtelsen.`,
    en: `${name} is not a valid contact on ${day.en}. Correct the person’s validity or the day of the handover.`,
  };
}

export function nothingToHandOver(name: string, on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `${name}: ${day.fi} ei ole mitään luovutettavaa.`,
    sv: `${name}: det finns ingenting att överlåta ${day.sv}.`,
    en: `${name}: there is nothing to hand over on ${day.en}.`,
  };
}

export function roleNotHeld(name: string, role: string, on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `${name}: roolia ${role} ei ole ${day.fi} eikä sitä edeltävänä päivänä.`,
    sv: `${name}: rollen ${role} innehas inte ${day.sv} eller dagen före.`,
    en: `${name}: the role ${role} is not held on ${day.en} or on the day before.`,
  };
}

export function heldOnlyFrom(name: string, role: string, on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `${name}: rooli ${role} alkaa vasta ${day.fi}, joten se ei voi päättyä sitä ennen. Valitse myöhempi päivä tai korjaa alkamispäivä.`,
    sv: `${name}: rollen ${role} börjar först ${day.sv}, så den kan inte upphöra före det. Välj en senare dag eller rätta startdagen.`,
    en: `${name}: the role ${role} begins only on ${day.en}, so it cannot end before. Choose a later day or correct the beginning.`,
  };
}
