/** A page of what is left of a list: in the order of its keys, so that it goes on where it was even when items come and go. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: Item[]; next: string | null } {
  const keyed = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => cursor === undefined || key > cursor)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = keyed.slice(0, limit);
  return {
    items: page.map(({ item }) => item),
    next: keyed.length > limit ? (page.at(-1)?.key ?? null) : null,
  };
}
