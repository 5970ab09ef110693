import { nameIn, type Language } from '@app/domain';
import type { Names, NegotiationTime } from './fields';
import type { z } from 'zod';
import type { wordingOrLine } from './fields';

/** A wording in the language asked for, or in Finnish where there is none; a text in one language as it is. */
export function inLanguage(text: z.output<typeof wordingOrLine>, language: Language): string {
  if (typeof text === 'string') return text;
  const { fi, sv, en } = text;
  return nameIn(en === undefined ? { fi, sv } : { fi, sv, en }, language);
}

/** The bare name, for subjects and lists. */
export function plainName(names: Names, language: Language): string {
  return inLanguage(names.name, language);
}

/** Whether both are one organisation: the county writing to its own people. */
export function isSame(one: Names, other: Names): boolean {
  return one.name.fi === other.name.fi;
}

type MunicipalForm = 'kunta' | 'kaupunki';

function municipalForm({ form }: Names): MunicipalForm | undefined {
  return form === 'kunta' || form === 'kaupunki' ? form : undefined;
}

const inflected: Record<MunicipalForm, { nominative: string; accusative: string; ablative: string; allative: string }> =
  {
    kunta: { nominative: 'kunta', accusative: 'kunnan', ablative: 'kunnalta', allative: 'kunnalle' },
    kaupunki: { nominative: 'kaupunki', accusative: 'kaupungin', ablative: 'kaupungilta', allative: 'kaupungille' },
  };

// Only 'kunta' and 'kaupunki' are inflected here; the name itself stands in the register's genitive or, where the
// register has none, in its basic form after a word that carries the case ('teiltä (kunta: Asikkala)').
function finnish(names: Names, kase: keyof (typeof inflected)[MunicipalForm], bearer: string | undefined): string {
  const form = municipalForm(names);
  if (form !== undefined && names.cases !== undefined) return `${names.cases.genitive} ${inflected[form][kase]}`;
  const label = form === undefined ? names.name.fi : `${form}: ${names.name.fi}`;
  return bearer === undefined ? label : `${bearer} (${label})`;
}

/** An organisation in Finnish, by the case the sentence needs. 'You' forms are for a mail to that organisation. */
export const fi = {
  /** 'Asikkalan kunta', else 'kunta: Asikkala': for lists, not as the subject of a sentence. */
  label: (names: Names) => finnish(names, 'nominative', undefined),
  /** As the object of inviting: 'Asikkalan kunnan', else 'teidät (kunta: Asikkala)'. */
  you: (names: Names) => finnish(names, 'accusative', 'teidät'),
  /** 'Asikkalan kunnalta', else 'teiltä (kunta: Asikkala)'. */
  fromYou: (names: Names) => finnish(names, 'ablative', 'teiltä'),
  /** 'Asikkalan kunnalle', else 'teille (kunta: Asikkala)'. */
  toYou: (names: Names) => finnish(names, 'allative', 'teille'),
  /** Speaking of a third party: 'Asikkalan kunnalta', else 'vastaajalta (kunta: Asikkala)'. */
  fromThem: (names: Names) => finnish(names, 'ablative', 'vastaajalta'),
  /** 'kunnastanne', 'kaupungistanne', 'organisaatiostanne'. */
  fromYours: (names: Names) =>
    ({ kunta: 'kunnastanne', kaupunki: 'kaupungistanne', other: 'organisaatiostanne' })[
      municipalForm(names) ?? 'other'
    ],
  /** 'kunnassanne', 'kaupungissanne', 'organisaatiossanne'. */
  inYours: (names: Names) =>
    ({ kunta: 'kunnassanne', kaupunki: 'kaupungissanne', other: 'organisaatiossanne' })[
      municipalForm(names) ?? 'other'
    ],
};

/** An organisation in Swedish: 'Asikkala kommun', 'Lahtis stad', any other by its name. */
export const sv = {
  name: (names: Names) => {
    const form = municipalForm(names);
    const name = plainName(names, 'sv');
    return form === undefined ? name : `${name} ${form === 'kunta' ? 'kommun' : 'stad'}`;
  },
  /** 'kommunen', 'staden', 'organisationen'. */
  yours: (names: Names) =>
    ({ kunta: 'kommunen', kaupunki: 'staden', other: 'organisationen' })[municipalForm(names) ?? 'other'],
};

/** An organisation in English: 'the municipality of Asikkala', 'the city of Lahti', any other by its name. */
export const en = {
  name: (names: Names) => {
    const form = municipalForm(names);
    const name = plainName(names, 'en');
    return form === undefined ? name : `the ${form === 'kunta' ? 'municipality' : 'city'} of ${name}`;
  },
  /** 'municipality', 'city', 'organisation'. */
  yours: (names: Names) =>
    ({ kunta: 'municipality', kaupunki: 'city', other: 'organisation' })[municipalForm(names) ?? 'other'],
};

/** Where, joined to the sentence: ' Lahdessa', ' i Lahtis', ' in Lahti'; a place that cannot be inflected is only named. */
export function placePhrase(place: NegotiationTime['place'], language: Language): string {
  if (place === undefined) return '';
  const town = typeof place !== 'string' && municipalForm(place) !== undefined ? place : undefined;
  const name = typeof place === 'string' ? place : plainName(place, language);
  const phrases: Record<Language, string> = {
    fi: town?.cases === undefined ? `, paikka: ${name}` : ` ${town.cases.inessive}`,
    sv: town === undefined ? `, plats: ${name}` : ` i ${name}`,
    en: town === undefined ? `, place: ${name}` : ` in ${name}`,
  };
  return phrases[language];
}

// A body's name is a common noun ('kunnanhallitus', 'nämnden för …') unless it starts with somebody's name, as in
// 'Lahden kaupunginhallitus'. Only what is surely a common noun loses its capital.
const surelyCommonNoun: Record<Language, RegExp> = {
  fi: /^(\p{L}*(hallitus|valtuusto|lautakunta|neuvottelukunta|toimikunta|jaosto)$|Hyvinvoinnin ja terveyden )/iu,
  sv: /^\p{L}*(styrelsen|fullmäktige|nämnden|delegationen|kommittén|sektionen)( |$)/iu,
  en: /^$/,
};

/** A body's name inside a sentence: 'kunnanhallitus'. */
export function bodyName(body: z.output<typeof wordingOrLine>, language: Language): string {
  const name = inLanguage(body, language);
  return surelyCommonNoun[language].test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The first letter as a capital, for the beginning of a sentence. */
export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
