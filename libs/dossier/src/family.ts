import type { Instance } from '@app/workflows';
import type { DossierSource } from './dossier-source';

/** A workflow of the matter, and how far below the one that was asked for it is. */
export type Member = { instance: Instance; depth: number };

/** The workflow with all that it has started, each before its own children. Undefined where there is none. */
export async function familyOf(source: DossierSource, county: string, id: string): Promise<Member[] | undefined> {
  const instance = await source.workflows.read(county, id);
  return instance && [{ instance, depth: 0 }, ...(await below(source, county, id, 1))];
}

async function below(source: DossierSource, county: string, id: string, depth: number): Promise<Member[]> {
  const members: Member[] = [];
  for (const { instance } of await source.workflows.children(county, id))
    members.push({ instance, depth }, ...(await below(source, county, instance.id, depth + 1)));
  return members;
}
