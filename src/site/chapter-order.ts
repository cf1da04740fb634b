interface Ordered {
  readonly id: string;
  readonly data: { readonly order: number };
}

/**
 * Sorts chapters by `order` of their front matter, ascending.
 *
 * @throws Error when two chapters have the same order
 */
export function inOrder<T extends Ordered>(entries: readonly T[]): T[] {
  const sorted = [...entries].sort((a, b) => a.data.order - b.data.order);
  for (const [index, entry] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.data.order === entry.data.order) {
      throw new Error(
        `Chapters ${[before.id, entry.id].sort().join(' and ')} both have order: ${entry.data.order} in their front matter. Give each its own place.`,
      );
    }
  }
  return sorted;
}
