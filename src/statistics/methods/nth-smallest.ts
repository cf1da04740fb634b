/**
 * The value that has `rank` others before it in ascending order, 0 for the least, by Hoare's selection (1961,
 * doi:10.1145/366622.366647). It leaves `values`, none of them NaN, in another order.
 */
export function nthSmallest(values: Float64Array, rank: number): number {
  let [first, last] = [0, values.length - 1];
  while (first < last) {
    const pivot = values[(first + last) >> 1]!;
    let [up, down] = [first, last];
    while (up <= down) {
      while (values[up]! < pivot) up++;
      while (values[down]! > pivot) down--;
      if (up > down) break;
      const swapped = values[up]!;
      values[up++] = values[down]!;
      values[down--] = swapped;
    }
    // What lies between the two ends is the pivot.
    if (rank <= down) last = down;
    else if (rank >= up) first = up;
    else break;
  }
  return values[rank]!;
}
