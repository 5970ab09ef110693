import { citationText, type Language } from '@app/domain';
import { definitionOf, type Instance, standing } from '@app/workflows';
import { numericDate } from '@app/domain';
import { statusWords, words } from './words/dossier-words';

/** What a workflow is called: its kind, and what it is about. */
export function titleOf(instance: Instance, language: Language): string {
  const definition = definitionOf(instance.definition);
  const matter = definition.matter(instance.context as never)[language];
  const title = definition.title[language];
  return matter === title ? title : `${title}: ${matter}`;
}

/** The first things that a reader wants to know of a workflow, as labels and values. */
export function factsOf(instance: Instance, language: Language): { label: string; value: string }[] {
  const definition = definitionOf(instance.definition);
  const { id, status, startedOn, endedOn, life } = instance;
  const numbers = [...new Set((life.records ?? []).flatMap(({ caseNumber }) => caseNumber ?? []))];
  const said: [keyof typeof words, string | null][] = [
    ['id', id],
    ['caseNumber', numbers.join(', ') || null],
    ['state', `${standing(definition, instance).title[language]} (${statusWords[status][language]})`],
    ['started', numericDate(startedOn)[language]],
    ['ended', endedOn && numericDate(endedOn)[language]],
    ['basis', definition.basis && citationText(definition.basis, language)],
  ];
  return said.flatMap(([word, value]) => (value === null ? [] : [{ label: words[word][language], value }]));
}
