import type { Instance } from '@app/workflows';
import type { DossierSource } from './dossier-source';

/** A workflow of the matter, and how far below the one that was asked for it is. */
export type Member = { instance: Instance; depth: number };

/** The workflow with all that it has started, in that order, each before its own children. Undefined where there is none. */
export async function familyOf(source: DossierSource, county: string, id: string): Promise<Member[] | undefined> {
  const instance = await source.workflows.read(county, id);
  return instance && [{ instance, depth: 0 }, ...(await below(source, instance, 1))];
}

async function below(source: DossierSource, parent: Instance, depth: number): Promise<Member[]> {
  const children = await source.workflows.children(parent.county, parent.id);
  const place = ({ instance }: { instance: Instance }) => parent.life.children.indexOf(instance.parent?.key ?? '');
  const members: Member[] = [];
  for (const { instance } of children.sort((one, other) => place(one) - place(other)))
    members.push({ instance, depth }, ...(await below(source, instance, depth + 1)));
  return members;
}
