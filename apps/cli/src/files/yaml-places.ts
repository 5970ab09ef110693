import type { Finding } from '@app/domain';
import { isAlias, isMap, isPair, isScalar, isSeq, type Alias, type Document, type Node } from 'yaml';

/** Where a value of the data stands in the file; of one that is missing, where its parent does. */
export type Locate = (path: NonNullable<Finding['path']>) => Finding['where'];

type PlaceOf = (offset: number) => { line: number; column: number };

/** Finds values in a YAML document. A map or list under a key is where the key is, a value where it begins. */
export function locateIn(document: Document.Parsed, placeOf: PlaceOf): Locate {
  // The document looks for the node of an alias by going through all of itself.
  const targets = new Map<Alias, unknown>();
  const targetOf = (alias: Alias): unknown => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  };
  return (path) => {
    let node: Node | null = document.contents;
    let offset = startOf(node);
    for (const key of path) {
      const next = childOf(isAlias(node) ? targetOf(node) : node, key);
      if (next === undefined) break;
      node = next.node;
      offset = (isScalar(node) ? startOf(node) : next.offset) ?? offset;
    }
    return offset === undefined ? undefined : placeOf(offset);
  };
}

function childOf(node: unknown, key: string | number): { node: Node | null; offset: number | undefined } | undefined {
  if (isSeq<Node>(node)) {
    const item = typeof key === 'number' ? node.items[key] : undefined;
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
  if (pair === undefined) return undefined;
  // Without a value (`email:`) it is where the key is.
  return { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}
