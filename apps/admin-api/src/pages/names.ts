import { type Language, nameIn, type Organisation, type Register, recipientFor, type CivilDate } from '@app/domain';

/** The organisation as it is called in full, from the name forms in the register: nothing is inflected here. */
export function organisationName(register: Register, id: string, language: Language): string {
  const organisation = register.organisations.find((candidate) => candidate.id === id);
  if (!organisation) return id === register.county.code ? countyName(register, language) : id;
  return organisation.form
    ? municipalityName(organisation, organisation.form, language)
    : nameIn(organisation.name, language);
}

export function countyName({ county }: Register, language: Language): string {
  return nameIn(county.name, language);
}

/** Of whom something is asked, as a sentence of the organisation's own says it: 'kunnalta', 'kommunen', 'the municipality'. */
export function whoIn(register: Register, id: string, language: Language): string {
  const form = register.organisations.find((candidate) => candidate.id === id)?.form ?? 'other';
  return whoWords[language][form];
}

const whoWords: Record<Language, Record<'kunta' | 'kaupunki' | 'other', string>> = {
  fi: { kunta: 'kunnalta', kaupunki: 'kaupungilta', other: 'organisaatiolta' },
  sv: { kunta: 'kommunen', kaupunki: 'staden', other: 'organisationen' },
  en: { kunta: 'the municipality', kaupunki: 'the city', other: 'the organisation' },
};

/** Where questions go: the coordinator of the county, or its registry; undefined where it has neither. */
export function whomToAsk(register: Register, today: CivilDate): string | undefined {
  return recipientFor(register, register.county.code, 'coordinator', today)?.email;
}

function municipalityName({ name, cases }: Organisation, form: 'kunta' | 'kaupunki', language: Language): string {
  const plain = nameIn(name, language);
  if (language === 'fi') return cases ? `${cases.genitive} ${form}` : `${form}: ${plain}`;
  if (language === 'sv') return `${plain} ${form === 'kunta' ? 'kommun' : 'stad'}`;
  return form === 'kunta' ? `Municipality of ${plain}` : `City of ${plain}`;
}
