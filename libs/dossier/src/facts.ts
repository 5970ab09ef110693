import { citationText, type Language, nameIn, numericDate } from '@app/domain';
import { type AskedParty, askedPartyOf, definitionOf, type Instance, standing, isWithheld } from '@app/workflows';
import { type Names, organisationName } from './names';
import { statusWords, words } from './words/dossier-words';

export type Fact = { label: string; value: string };

/** What a workflow is called: its kind, what it is about where that is not withheld, and whom it asks where it asks one organisation. */
export function titleOf(instance: Instance, names: Names): string {
  const { language } = names;
  const definition = definitionOf(instance.definition);
  const kind = definition.title[language];
  const isHidden = isWithheld(instance, names.mayReadAll);
  const matter = isHidden ? kind : definition.matter(instance.context as never)[language];
  const isSaid = matter.toLowerCase().startsWith(kind.toLowerCase());
  const asked = askedPartyOf(instance);
  return `${isSaid ? matter : `${kind}: ${matter}`}${asked ? ` – ${organisationName(asked.organisation, names)}` : ''}`;
}

/** The first things that a reader wants to know of a workflow. */
export function factsOf(instance: Instance, names: Names): Fact[] {
  const { language } = names;
  const definition = definitionOf(instance.definition);
  const { id, startedOn, endedOn, life } = instance;
  const numbers = [...new Set((life.records ?? []).flatMap(({ caseNumber }) => caseNumber ?? []))];
  const asked = askedPartyOf(instance);
  const bodies = asked?.bodies?.map((body) => nameIn(body, language));
  const said: [keyof typeof words, string | null | undefined][] = [
    ['id', id],
    ['organisation', asked && `${organisationName(asked.organisation, names)} (${asked.organisation})`],
    ['bodies', bodies?.join(', ')],
    ['caseNumber', numbers.join(', ') || null],
    ['state', stateIn(instance, language)],
    ['started', numericDate(startedOn)[language]],
    ['ended', endedOn && numericDate(endedOn)[language]],
    [
      'basis',
      asked?.ground ? groundIn(asked.ground, language) : definition.basis && citationText(definition.basis, language),
    ],
  ];
  return said.flatMap(([word, value]) => (value ? [{ label: words[word][language], value }] : []));
}

/** The title of a last state says that it is one, and that of a paused one that it is paused. */
function stateIn(instance: Instance, language: Language): string {
  const title = standing(definitionOf(instance.definition), instance).title[language];
  const isUnderWay = instance.status === 'open' && !instance.life.paused;
  return isUnderWay ? `${title} (${statusWords.open[language]})` : title;
}

function groundIn({ citation, voluntary }: NonNullable<AskedParty['ground']>, language: Language): string {
  const act = citation ? citationText(citation, language) : words.noAct[language];
  return `${act}; ${words[voluntary ? 'voluntary' : 'obliged'][language]}`;
}
