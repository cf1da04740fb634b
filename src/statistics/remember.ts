/**
 * Lets a derivation keep its answer for as long as the rows that it was computed from are kept: figures and
 * texts of one page often draw on the same family, whose rows a slice hands to both.
 */
export function remembered<R, T>(derive: (rows: readonly R[]) => T): (rows: readonly R[]) => T {
  const answers = new WeakMap<readonly R[], { answer: T }>();
  return (rows) => {
    let kept = answers.get(rows);
    if (!kept) {
      kept = { answer: derive(rows) };
      answers.set(rows, kept);
    }
    return kept.answer;
  };
}
