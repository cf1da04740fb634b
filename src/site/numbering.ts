/**
 * Numbers things within one page: 1, 2, 3 … for each pair of a page and a kind. The page is any object that
 * lives as long as its rendering, so that the same page always gets the same numbers.
 */
export function numbering(): (page: object, kind: string) => number {
  const pages = new WeakMap<object, Map<string, number>>();
  return (page, kind) => {
    const counts = pages.get(page) ?? new Map<string, number>();
    pages.set(page, counts);
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
}
