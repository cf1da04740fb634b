/** Marks that stand clear of each other above and below the line of their strip. */
const clear = 7;

/**
 * How far each value stands above or below the line of its strip, from −½ to ½: values that fall into one cell of
 * the given width are stacked about the line in their order, so that a strip of dots shows how many there are.
 */
export function stackOffsets(values: readonly number[], step: number): number[] {
  const cellOf = (value: number) => Math.floor(value / step);
  const counts = new Map<number, number>();
  const places = values.map((value) => {
    const place = counts.get(cellOf(value)) ?? 0;
    counts.set(cellOf(value), place + 1);
    return place;
  });
  const most = Math.max(clear, ...counts.values());
  return values.map((value, index) => (places[index]! - (counts.get(cellOf(value))! - 1) / 2) / (most - 1));
}
