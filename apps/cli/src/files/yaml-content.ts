import type { Text } from '@app/domain';
import { isAlias, isCollection, isMap, isScalar, isSeq, type Alias, type Document, type Node } from 'yaml';
import { deepestNesting, mostAliasedValues, mostAliases } from './limits';
import { yamlMessages } from './yaml-words';

export type ContentFinding = { message: Text; offset: number };

/** How many values a node stands for and how many levels it has, once its references are followed. */
type Extent = { values: number; levels: number };

/**
 * What must not be turned into data: keys given twice, references that lead to themselves, and references that multiply
 * (a “billion laughs”), found by counting without following them more than once.
 */
export function contentFindings(document: Document.Parsed): ContentFinding[] {
  const walk = new Walk();
  const { levels } = walk.extentOf(document.contents);
  // With references followed it may be deeper than it is written.
  if (levels > deepestNesting) walk.find(yamlMessages.tooDeep(deepestNesting), document.contents);
  return walk.findings;
}

class Walk {
  readonly findings: ContentFinding[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly extents = new Map<Node, Extent>();
  private readonly open = new Set<Node>();
  private aliases = 0;
  private aliasedValues = 0;
  private hasBomb = false;

  /** Goes through the document once, in its order: an anchor means the last node before that has its name. */
  extentOf(node: Node | null): Extent {
    if (isAlias(node)) return this.aliasExtent(node);
    if (node === null) return { values: 1, levels: 0 };
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    this.open.add(node);
    const parts = this.partsOf(node);
    this.open.delete(node);
    const extent = {
      values: parts.reduce((sum, { values }) => sum + values, 1),
      levels: isCollection(node) ? 1 + parts.reduce((most, { levels }) => Math.max(most, levels), 0) : 0,
    };
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) this.extents.set(node, extent);
    return extent;
  }

  private partsOf(node: Node): Extent[] {
    if (isSeq<Node>(node)) return node.items.map((item) => this.extentOf(item));
    if (!isMap<Node, Node | null>(node)) return [];
    const seen = new Set<string>();
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name !== undefined && seen.has(name)) this.find(yamlMessages.keyTwice(name), key);
      if (name !== undefined) seen.add(name);
      return [this.extentOf(key), this.extentOf(value)];
    });
  }

  private aliasExtent(alias: Alias): Extent {
    const target = this.anchors.get(alias.source);
    const nothing = { values: 1, levels: 0 };
    // One that leads nowhere is an error of syntax, found by the parser.
    if (target === undefined) return nothing;
    if (this.open.has(target)) {
      this.find(yamlMessages.circle(alias.source), alias);
      return nothing;
    }
    const extent = this.extents.get(target) ?? nothing;
    this.aliases += 1;
    this.aliasedValues += extent.values;
    const isTooMuch = this.aliases > mostAliases || this.aliasedValues > mostAliasedValues;
    if (isTooMuch && !this.hasBomb) {
      this.hasBomb = true;
      this.find(yamlMessages.bomb(), alias);
    }
    return extent;
  }

  find(message: Text, node: Node | null): void {
    this.findings.push({ message, offset: node?.range?.[0] ?? 0 });
  }
}
