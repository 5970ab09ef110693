import { definitionOf, type Instance, isWithheld } from '@app/workflows';
import { readsAll } from '../../access/caller';
import type { AtDesk } from '../desk-room';

/** What a matter is about; where it is withheld from the caller only of what kind it is, see `isWithheld`. */
export function matterTitle({ caller, language }: Pick<AtDesk, 'caller' | 'language'>, instance: Instance): string {
  const definition = definitionOf(instance.definition);
  const title = isWithheld(instance, readsAll(caller))
    ? definition.title
    : definition.matter(instance.context as never);
  return title[language];
}
