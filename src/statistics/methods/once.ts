/** A value that is computed when it is first asked for. */
export function once<T>(compute: () => T): () => T {
  let found: { value: T } | undefined;
  return () => (found ??= { value: compute() }).value;
}
