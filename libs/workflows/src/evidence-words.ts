import type { CivilDate, DutyId, Evidence, Text } from '@app/domain';
import { isCivilDate, numericDate } from '@app/domain';
import { decisionWords } from './board-handling/board-handling.data';
import { label } from './fields';

/** Words of evidence that several workflows share. */

/** '10 kuntaa ja 11 muuta toimijaa' */
export function partiesCounted(municipalities: number, others: number): Text {
  return label(
    `${municipalities} ${municipalities === 1 ? 'kunta' : 'kuntaa'} ja ${others} ${others === 1 ? 'muu toimija' : 'muuta toimijaa'}`,
    `${municipalities} ${municipalities === 1 ? 'kommun' : 'kommuner'} och ${others} ${others === 1 ? 'annan aktör' : 'andra aktörer'}`,
    `${municipalities} ${municipalities === 1 ? 'municipality' : 'municipalities'} and ${others} other ${others === 1 ? 'actor' : 'actors'}`,
  );
}

/** '49 henkilöä' */
export function peopleCounted(people: number): Text {
  return label(
    people === 1 ? '1 henkilö' : `${people} henkilöä`,
    people === 1 ? '1 person' : `${people} personer`,
    people === 1 ? '1 person' : `${people} people`,
  );
}

export function present(people: number | undefined): Text {
  if (people === undefined)
    return label('Läsnä neuvottelussa.', 'Närvarande vid förhandlingen.', 'Present at the negotiation.');
  const count = peopleCounted(people);
  return label(
    `Läsnä neuvottelussa: ${count.fi}.`,
    `Närvarande vid förhandlingen: ${count.sv}.`,
    `Present at the negotiation: ${count.en}.`,
  );
}

/** That the advance assignment was answered, and when a body had handled the answer on another day. */
export function answered(on: CivilDate, handledOn: string | undefined): Text {
  if (handledOn === undefined || handledOn === on || !isCivilDate(handledOn))
    return label('Vastasi ennakkotehtävään.', 'Besvarade förhandsuppgiften.', 'Answered the advance assignment.');
  const day = numericDate(handledOn);
  return label(
    `Vastasi ennakkotehtävään; toimielin käsitteli vastauksen ${day.fi}.`,
    `Besvarade förhandsuppgiften; organet behandlade svaret ${day.sv}.`,
    `Answered the advance assignment; the body handled the answer on ${day.en}.`,
  );
}

const handledMatters = {
  result: label(
    'Käsitteli neuvottelun tuloksen',
    'Behandlade resultatet av förhandlingen',
    'Handled the result of the negotiation',
  ),
  agreement: label('Käsitteli yhteistyösopimuksen', 'Behandlade samarbetsavtalet', 'Handled the cooperation agreement'),
  report: label('Käsitteli hyvinvointiraportin', 'Behandlade välfärdsrapporten', 'Handled the wellbeing report'),
  account: label(
    'Käsitteli hyvinvointikertomuksen ja -suunnitelman',
    'Behandlade välfärdsberättelsen och välfärdsplanen',
    'Handled the wellbeing account and plan',
  ),
  matter: label('Käsitteli asian', 'Behandlade ärendet', 'Handled the matter'),
};

/** What a body did with the result of the negotiation, or with another matter, and what it decided, as minutes say it. */
export function handled(decision: string | null | undefined, what: keyof typeof handledMatters = 'result'): Text {
  const words = decisionWords(decision);
  const done = handledMatters[what];
  if (!words) return label(`${done.fi}.`, `${done.sv}.`, `${done.en}.`);
  return label(`${done.fi}: ${words.fi}.`, `${done.sv}: ${words.sv}.`, `${done.en}: ${words.en}.`);
}

/** An organisation that is called by three digits is a municipality. */
export function isMunicipalityCode(organisation: string): boolean {
  return /^\d{3}$/.test(organisation);
}

/** The same evidence for the county's negotiation and, of a municipality, for its own duty to take part. */
export function forBoth(
  item: Omit<Evidence, 'duty' | 'of'>,
  { county, organisation, duties }: { county: string; organisation: string; duties: NegotiationDuties },
): Evidence[] {
  const ofCounty: Evidence = { ...item, duty: duties.county, of: county, organisation };
  return isMunicipalityCode(organisation)
    ? [ofCounty, { ...item, duty: duties.municipality, of: organisation }]
    : [ofCounty];
}

export type NegotiationDuties = { county: DutyId; municipality: DutyId };
export const annualDuties: NegotiationDuties = { county: 'annual-negotiation', municipality: 'takes-part' };
export const termDuties: NegotiationDuties = {
  county: 'council-term-negotiation',
  municipality: 'council-term-negotiation',
};
