import type { Language } from '@app/domain';
import { handledMatter, type HandledMatter } from '../fields';
import { handledMatterWords } from '../handled-matters';
import type { Whose, Words } from './words';

/** The source as the sentence needs it: in front in Finnish, after the first noun in the others. */
const before = (from: string | undefined) => (from === undefined ? '' : `${from} `);
const svFrom = (from: string | undefined) => (from === undefined ? '' : ` från ${from}`);
const enFrom = (from: string | undefined) => (from === undefined ? '' : ` from ${from}`);

/** A body's handling of a matter, which somebody is to tell of. */
const handlingWords: Record<Language, (matter: HandledMatter) => Words> = {
  fi: (matter) => {
    const { label, object, voluntary } = handledMatterWords.fi[matter];
    const how = ({ body }: Whose) => `siitä, miten ${body ?? 'toimielin'} on käsitellyt ${object}`;
    return {
      label,
      given: 'tieto käsittelystä',
      receipt: 'tieto käsittelystä saatu',
      wanted: (whose) => `${before(whose.from)}tietoa ${how(whose)}`,
      received: (whose) => `${before(whose.from)}tiedon ${how(whose)}`,
      canStillBeGiven: 'Tiedon käsittelystä voi antaa vielä',
      act: 'Ilmoita käsittelystä',
      voluntary,
    };
  },
  sv: (matter) => {
    const { label, object, voluntary } = handledMatterWords.sv[matter];
    const wanted = ({ from, body }: Whose) =>
      `uppgifter${svFrom(from)} om hur ${body ?? 'organet'} har behandlat ${object}`;
    return {
      label,
      given: 'uppgifter om behandlingen',
      receipt: 'uppgifter om behandlingen mottagna',
      wanted,
      received: wanted,
      canStillBeGiven: 'Uppgifterna om behandlingen kan ännu lämnas',
      act: 'Meddela uppgifterna om behandlingen',
      voluntary,
    };
  },
  en: (matter) => {
    const { label, object, voluntary } = handledMatterWords.en[matter];
    const wanted = ({ from, body }: Whose) =>
      `a record${enFrom(from)} of how ${body ?? 'the body'} has handled ${object}`;
    return {
      label,
      given: 'record of its handling',
      receipt: 'record of its handling received',
      wanted,
      received: wanted,
      canStillBeGiven: 'The record of the handling can still be given',
      act: 'Report the handling',
      voluntary,
    };
  },
};

/** The words for every matter that bodies handle. */
export function ofHandling(language: Language): Record<HandledMatter, Words> {
  const entries = handledMatter.options.map((matter) => [matter, handlingWords[language](matter)] as const);
  return Object.fromEntries(entries) as Record<HandledMatter, Words>;
}
