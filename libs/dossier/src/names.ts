import { type Language, type Name, nameIn } from '@app/domain';
import type { Instance, Naming } from '@app/workflows';

/** In which language a dossier speaks, and what it calls whom. */
export type Names = {
  language: Language;
  county: { code: string; name: Name };
  naming: Naming;
  /** The workflows of the dossier by their ids: they act on one another. */
  workflows: ReadonlyMap<string, Instance>;
  /** Whether the reader may see what is not public. */
  mayReadAll: boolean;
};

/** An organisation as its own name: 'Asikkalan kunta', and the county by its own. */
export function organisationName(id: string, { language, county, naming }: Names): string {
  return id === county.code ? nameIn(county.name, language) : naming.organisation(id, language).name;
}
