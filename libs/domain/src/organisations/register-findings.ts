import { isCivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Text } from '../text';
import { InvalidAddressError, parseAddress } from './address';
import type { BodyInput, ChangeInput, IdentifiedRegister } from './register.schema';

type Validity = { validFrom?: string; validTo?: string };

/** What is wrong with a register beyond its shape: dates, addresses, ids given twice, references to nothing. */
export function registerFindings(register: IdentifiedRegister): Finding[] {
  const { county, bodies, organisations, contacts, changes = [] } = register;
  const known = new Set([county.code, ...organisations.map(({ id }) => id)]);
  const bodyIds = new Set(bodies.map(({ id }) => id));
  return [
    ...addressFindings(county.code, county.registry),
    ...duplicateIds(bodies.map(({ id }) => id)),
    ...duplicateIds([county.code, ...organisations.map(({ id }) => id)]),
    ...duplicateIds(contacts.map(({ id }) => id)),
    ...bodies.flatMap((body) => [...bodyDates(body), ...unknownOrganisation(body.id, body.of, known)]),
    ...organisations.flatMap((organisation) => [
      ...addressFindings(organisation.id, organisation.registry),
      ...unknownOrganisation(organisation.id, organisation.of, known),
      ...unknownBody(organisation.id, organisation.answers, bodyIds),
      ...validityFindings(organisation.id, organisation),
    ]),
    ...contacts.flatMap((contact) => [
      ...addressFindings(contact.id, contact.email),
      ...unknownOrganisation(contact.id, contact.of, known),
      ...validityFindings(contact.id, contact),
    ]),
    ...changes.flatMap((change) => changeFindings(change, known)),
  ];
}

function changeFindings(change: ChangeInput, known: ReadonlySet<string>): Finding[] {
  const organisations = change.kind === 'merger' ? [...change.from, change.into] : [change.organisation];
  const entry = organisations[0] ?? change.kind;
  return [
    ...dateFindings(entry, change.on),
    ...organisations.flatMap((organisation) => unknownOrganisation(entry, organisation, known)),
  ];
}

function bodyDates(body: BodyInput): Finding[] {
  return [...body.meetings.flatMap((on) => dateFindings(body.id, on)), ...validityFindings(body.id, body)];
}

function validityFindings(entry: string, { validFrom, validTo }: Validity): Finding[] {
  const dates = [...dateFindings(entry, validFrom), ...dateFindings(entry, validTo)];
  if (dates.length > 0 || validFrom === undefined || validTo === undefined || validFrom <= validTo) return dates;
  const message = {
    fi: `${entry}: voimassaolo päättyy (${validTo}) ennen kuin se alkaa (${validFrom}).`,
    sv: `${entry}: giltigheten upphör (${validTo}) innan den börjar (${validFrom}).`,
    en: `${entry}: the validity ends (${validTo}) before it begins (${validFrom}).`,
  };
  return [error('invalid-date', entry, validTo, message)];
}

function dateFindings(entry: string, on: string | undefined): Finding[] {
  if (on === undefined || isCivilDate(on)) return [];
  const message = {
    fi: `${entry}: päivää ”${on}” ei ole. Kirjoita päivä muodossa vvvv-kk-pp.`,
    sv: `${entry}: dagen ”${on}” finns inte. Skriv dagen i formen åååå-mm-dd.`,
    en: `${entry}: there is no day “${on}”. Write the day as yyyy-mm-dd.`,
  };
  return [error('invalid-date', entry, on, message)];
}

function addressFindings(entry: string, address: string | undefined): Finding[] {
  if (address === undefined || isAddress(address)) return [];
  const shown = JSON.stringify(address);
  const message = {
    fi: `${entry}: ${shown} ei ole sähköpostiosoite. Kirjoita yksi osoite, esimerkiksi kirjaamo@kunta.example.invalid.`,
    sv: `${entry}: ${shown} är inte en e-postadress. Skriv en adress, till exempel kirjaamo@kunta.example.invalid.`,
    en: `${entry}: ${shown} is not an e-mail address. Write one address, such as kirjaamo@kunta.example.invalid.`,
  };
  return [error('invalid-address', entry, null, message)];
}

function isAddress(text: string): boolean {
  try {
    parseAddress(text);
    return true;
  } catch (cause) {
    if (cause instanceof InvalidAddressError) return false;
    throw cause;
  }
}

function duplicateIds(ids: readonly string[]): Finding[] {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) =>
    error('duplicate-id', id, null, {
      fi: `Tunnus ${id} on rekisterissä useammin kuin kerran. Anna jokaiselle oma tunnus (id).`,
      sv: `Beteckningen ${id} finns flera gånger i registret. Ge var och en en egen beteckning (id).`,
      en: `The id ${id} stands more than once in the register. Give each an id of its own.`,
    }),
  );
}

function unknownOrganisation(entry: string, of: string | undefined, known: ReadonlySet<string>): Finding[] {
  if (of === undefined || known.has(of)) return [];
  const message = {
    fi: `${entry}: organisaatiota ${of} ei ole rekisterissä.`,
    sv: `${entry}: organisationen ${of} finns inte i registret.`,
    en: `${entry}: the organisation ${of} is not in the register.`,
  };
  return [error('unknown-organisation', entry, null, message)];
}

function unknownBody(entry: string, body: string | undefined, known: ReadonlySet<string>): Finding[] {
  if (body === undefined || known.has(body)) return [];
  const message = {
    fi: `${entry}: toimielintä ${body} ei ole rekisterissä.`,
    sv: `${entry}: organet ${body} finns inte i registret.`,
    en: `${entry}: the body ${body} is not in the register.`,
  };
  return [error('unknown-body', entry, null, message)];
}

function error(code: string, entry: string, date: string | null, message: Text): Finding {
  return { code, severity: 'error', entry, date, message };
}
