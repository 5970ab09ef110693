import type { Language, Name, Organisation, Register } from '@app/domain';
import { nameIn } from '@app/domain';

/**
 * An organisation inside a sentence. Finnish endings come from the register or from a word of ours that carries them ('järjestöltä (…)');
 * Swedish and English have `from` and `to` with their prepositions.
 */
export type Named = { name: string; genitive: string; from: string; to: string };

/** Names of organisations and bodies as readers know them today, by their ids. */
export type Naming = {
  organisation(id: string, language: Language): Named;
  body(id: string, language: Language): string;
};

type Bearer = { name: string; genitive: string; from: string; to: string };

const fiBearers: Record<Organisation['kind'] | 'unknown' | 'kaupunki', Bearer> = {
  municipality: { name: 'kunta', genitive: 'kunnan', from: 'kunnalta', to: 'kunnalle' },
  kaupunki: { name: 'kaupunki', genitive: 'kaupungin', from: 'kaupungilta', to: 'kaupungille' },
  'regional-council': {
    name: 'maakuntaliitto',
    genitive: 'maakuntaliiton',
    from: 'maakuntaliitolta',
    to: 'maakuntaliitolle',
  },
  sector: { name: 'toimiala', genitive: 'toimialan', from: 'toimialalta', to: 'toimialalle' },
  ngo: { name: 'järjestö', genitive: 'järjestön', from: 'järjestöltä', to: 'järjestölle' },
  parish: { name: 'seurakunta', genitive: 'seurakunnan', from: 'seurakunnalta', to: 'seurakunnalle' },
  school: { name: 'oppilaitos', genitive: 'oppilaitoksen', from: 'oppilaitokselta', to: 'oppilaitokselle' },
  company: { name: 'yritys', genitive: 'yrityksen', from: 'yritykseltä', to: 'yritykselle' },
  unknown: { name: 'organisaatio', genitive: 'organisaation', from: 'organisaatiolta', to: 'organisaatiolle' },
};

const county: Record<Language, Named> = {
  fi: {
    name: 'hyvinvointialue',
    genitive: 'hyvinvointialueen',
    from: 'hyvinvointialueelta',
    to: 'hyvinvointialueelle',
  },
  sv: {
    name: 'välfärdsområdet',
    genitive: 'välfärdsområdets',
    from: 'från välfärdsområdet',
    to: 'till välfärdsområdet',
  },
  en: { name: 'the county', genitive: 'the county’s', from: 'from the county', to: 'to the county' },
};

/** Names from the register; an organisation or body that it does not know (any more) is called by its id. Remembers what it has named. */
export function namingOf(register: Register | undefined): Naming {
  const organisations = new Map(register?.organisations.map((organisation) => [organisation.id, organisation]));
  const bodies = new Map(register?.bodies.map((body) => [body.id, body.name]));
  const own = register?.county.code;
  const named = { fi: new Map<string, Named>(), sv: new Map<string, Named>(), en: new Map<string, Named>() };
  return {
    organisation(id, language) {
      const known = named[language].get(id);
      if (known) return known;
      const found = id === own ? county[language] : nameOf(id, organisations.get(id), language);
      named[language].set(id, found);
      return found;
    },
    body: (id, language) => bodyName(bodies.get(id), id, language),
  };
}

function nameOf(id: string, organisation: Organisation | undefined, language: Language): Named {
  switch (language) {
    case 'fi':
      return finnish(id, organisation);
    case 'sv':
      return withPrepositions(
        organisation ? swedishName(organisation) : `organisationen ${id}`,
        'från',
        'till',
        (name) => (/[sxz]$/i.test(name) ? name : `${name}s`),
      );
    case 'en':
      return withPrepositions(organisation ? englishName(organisation) : `organisation ${id}`, 'from', 'to', (name) =>
        name.endsWith('s') ? `${name}’` : `${name}’s`,
      );
  }
}

function finnish(id: string, organisation: Organisation | undefined): Named {
  const bearer = fiBearers[organisation?.form === 'kaupunki' ? 'kaupunki' : (organisation?.kind ?? 'unknown')];
  const { cases, name: { fi: name } = { fi: id } } = organisation ?? {};
  if (cases && organisation?.form) {
    const { genitive } = cases;
    return {
      name: `${genitive} ${bearer.name}`,
      genitive: `${genitive} ${bearer.genitive}`,
      from: `${genitive} ${bearer.from}`,
      to: `${genitive} ${bearer.to}`,
    };
  }
  const after = (word: string) => `${word} (${name})`;
  const isNamed = organisation !== undefined && organisation.kind !== 'municipality';
  return {
    name: isNamed ? name : after(bearer.name),
    genitive: after(bearer.genitive),
    from: after(bearer.from),
    to: after(bearer.to),
  };
}

function swedishName({ form, name }: Organisation): string {
  const known = nameIn(name, 'sv');
  return form === undefined ? known : `${known} ${form === 'kunta' ? 'kommun' : 'stad'}`;
}

function englishName({ form, name }: Organisation): string {
  const known = nameIn(name, 'en');
  return form === undefined ? known : `the ${form === 'kunta' ? 'municipality' : 'city'} of ${known}`;
}

function withPrepositions(name: string, from: string, to: string, genitive: (name: string) => string): Named {
  return { name, genitive: genitive(name), from: `${from} ${name}`, to: `${to} ${name}` };
}

// A body's name is a common noun unless it begins with somebody's name; only what surely is one loses its capital.
const commonNoun: Record<Language, RegExp> = {
  fi: /^(\p{L}*(hallitus|valtuusto|lautakunta|neuvottelukunta|toimikunta|jaosto)$|Hyvinvoinnin ja terveyden )/iu,
  sv: /^\p{L}*(styrelsen|fullmäktige|nämnden|delegationen|kommittén|sektionen)( |$)/iu,
  en: /^$/,
};

function bodyName(name: Name | undefined, id: string, language: Language): string {
  if (!name) return { fi: `toimielin ${id}`, sv: `organet ${id}`, en: `body ${id}` }[language];
  const known = nameIn(name, language);
  return commonNoun[language].test(known) ? known.charAt(0).toLowerCase() + known.slice(1) : known;
}
