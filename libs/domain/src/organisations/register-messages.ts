import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import type { Text } from '../text';
import type { ContactInput } from './register.schema';

/** What a contact is called in a message to whoever imports the file: its id where the file gives one, else its name. */
export function nameOf({ id, name, of }: Pick<ContactInput, 'id' | 'name' | 'of'>): string {
  return id ?? `${name} (${of})`;
}

export function endsBeforeItBegins(name: string, from: string, to: string): Text {
  return {
    fi: `${name}: voimassaolo päättyy (${to}) ennen kuin se alkaa (${from}).`,
    sv: `${name}: giltigheten upphör (${to}) innan den börjar (${from}).`,
    en: `${name}: the validity ends (${to}) before it begins (${from}).`,
  };
}

export function noSuchDay(name: string, on: string): Text {
  return {
    fi: `${name}: päivää ”${on}” ei ole. Kirjoita päivä muodossa vvvv-kk-pp.`,
    sv: `${name}: dagen ”${on}” finns inte. Skriv dagen i formen åååå-mm-dd.`,
    en: `${name}: there is no day “${on}”. Write the day as yyyy-mm-dd.`,
  };
}

export function notAnAddress(name: string, address: string): Text {
  const shown = JSON.stringify(address);
  return {
    fi: `${name}: ${shown} ei ole sähköpostiosoite. Kirjoita yksi osoite, esimerkiksi kirjaamo@kunta.example.invalid.`,
    sv: `${name}: ${shown} är inte en e-postadress. Skriv en adress, till exempel kirjaamo@kunta.example.invalid.`,
    en: `${name}: ${shown} is not an e-mail address. Write one address, such as kirjaamo@kunta.example.invalid.`,
  };
}

export function duplicateId(id: string): Text {
  return {
    fi: `Tunnus ${id} on rekisterissä useammin kuin kerran. Anna jokaiselle oma tunnus (id).`,
    sv: `Beteckningen ${id} finns flera gånger i registret. Ge var och en en egen beteckning (id).`,
    en: `The id ${id} stands more than once in the register. Give each an id of its own.`,
  };
}

/** A contact without an id of its own is known by its organisation and address. */
export function duplicateAddress(of: string, email: string): Text {
  return {
    fi: `Osoite ${email} on organisaatiolla ${of} useammin kuin kerran. Kirjoita henkilön kaikki roolit samaan kohtaan, tai anna jokaiselle oma tunnus (id).`,
    sv: `Adressen ${email} finns flera gånger hos organisationen ${of}. Skriv alla roller för en person på samma ställe, eller ge var och en en egen beteckning (id).`,
    en: `The address ${email} stands more than once in the organisation ${of}. Write all roles of a person in one place, or give each an id of its own.`,
  };
}

export function unknownCounty(code: string): Text {
  return {
    fi: `Hyvinvointialueen koodi ${code} ei kelpaa: koodit ovat 01–21. Helsinki (90) ja Ahvenanmaa (91) eivät ole hyvinvointialueita, eikä niille voi perustaa rekisteriä.`,
    sv: `Koden ${code} för välfärdsområdet duger inte: koderna är 01–21. Helsingfors (90) och Åland (91) är inte välfärdsområden, och för dem kan inget register upprättas.`,
    en: `The code ${code} of the wellbeing services county will not do: the codes are 01–21. Helsinki (90) and Åland (91) are not wellbeing services counties, and no register can be founded for them.`,
  };
}

/** The municipality classification puts a municipality into a county that it does not list. */
export function unlistedCounty(municipality: string, county: string): Text {
  return {
    fi: `${municipality}: hyvinvointialuetta ${county} ei ole luokituksen alueissa (counties).`,
    sv: `${municipality}: välfärdsområdet ${county} finns inte bland klassificeringens områden (counties).`,
    en: `${municipality}: the county ${county} is not among those of the classification (counties).`,
  };
}

export function invalidMunicipalityCode(id: string): Text {
  return {
    fi: `${id}: kunnan tunnuksen (id) pitää olla kolminumeroinen kuntakoodi, esimerkiksi '016'.`,
    sv: `${id}: kommunens beteckning (id) ska vara kommunens tresiffriga kod, till exempel '016'.`,
    en: `${id}: the id of a municipality has to be its three-digit code, for example '016'.`,
  };
}

/** Something refers to what the register does not have. */
export const unknown = {
  'unknown-organisation': (name: string, id: string): Text => ({
    fi: `${name}: organisaatiota ${id} ei ole rekisterissä.`,
    sv: `${name}: organisationen ${id} finns inte i registret.`,
    en: `${name}: the organisation ${id} is not in the register.`,
  }),
  'unknown-body': (name: string, id: string): Text => ({
    fi: `${name}: toimielintä ${id} ei ole rekisterissä.`,
    sv: `${name}: organet ${id} finns inte i registret.`,
    en: `${name}: the body ${id} is not in the register.`,
  }),
  'unknown-interface': (name: string, id: string): Text => ({
    fi: `${name}: yhdyspintaa ${id} ei ole rekisterissä. Lisää se yhdyspintoihin (interfaces) tai korjaa tunnus.`,
    sv: `${name}: kontaktytan ${id} finns inte i registret. Lägg till den bland kontaktytorna (interfaces) eller rätta beteckningen.`,
    en: `${name}: the interface ${id} is not in the register. Add it to the interfaces or correct the id.`,
  }),
};

export function emptyPresenter(body: string, presenter: string, of: string): Text {
  return {
    fi: `${body}: esittelijää ${presenter} ei ole: se ei ole toimielin, eikä kenelläkään organisaatiossa ${of} ole sellaista roolia.`,
    sv: `${body}: föredraganden ${presenter} saknas: det är inget organ, och ingen i organisationen ${of} har en sådan roll.`,
    en: `${body}: there is no presenting official ${presenter}: it is not a body, and nobody in the organisation ${of} has such a role.`,
  };
}

/** `from` is undefined where both hold the role without a beginning. */
export function twoHolders(of: string, role: string, names: [string, string], from: CivilDate | undefined): Text {
  const [one, other] = names;
  const since = from === undefined ? undefined : numericDate(from);
  return {
    fi: `${of}: roolilla ${role} on ${since ? `${since.fi} alkaen ` : ''}kaksi haltijaa: ${one} ja ${other}. Anna toiselle päättymispäivä (validTo) tai tee toisesta sijainen (deputy-of-${role}).`,
    sv: `${of}: rollen ${role} har ${since ? `från och med ${since.sv} ` : ''}två innehavare: ${one} och ${other}. Ge den ena ett slutdatum (validTo) eller gör den ena till ställföreträdare (deputy-of-${role}).`,
    en: `${of}: the role ${role} has two holders${since ? ` from ${since.en} on` : ''}: ${one} and ${other}. Give one an end date (validTo) or make one the deputy (deputy-of-${role}).`,
  };
}

/** Something begins only after its organisation has ended. */
export function organisationEnded(name: string, of: string, end: CivilDate, from: CivilDate): Text {
  const [ended, begins] = [numericDate(end), numericDate(from)];
  return {
    fi: `${name}: alkaa ${begins.fi}, mutta organisaatio ${of} on päättynyt ${ended.fi}. Siirrä seuraajalle tai korjaa päivä.`,
    sv: `${name}: börjar ${begins.sv}, men organisationen ${of} har upphört ${ended.sv}. Flytta till efterträdaren eller rätta dagen.`,
    en: `${name}: begins on ${begins.en}, but the organisation ${of} has ended on ${ended.en}. Move it to the successor or correct the date.`,
  };
}
