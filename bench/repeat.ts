/**
 * Repeats a measurement `times` times, fewer where that would take longer than `seconds`: a slow machine then
 * has fewer values and the table says how many. At least one.
 */
export async function repeat<T>(
  times: number,
  seconds: number,
  measure: (index: number) => Promise<T>,
): Promise<T[]> {
  const start = performance.now();
  const values: T[] = [];
  for (let index = 0; index < times; index++) {
    const spent = (performance.now() - start) / 1000;
    if (index > 0 && spent + spent / index > seconds) break;
    values.push(await measure(index));
  }
  return values;
}
