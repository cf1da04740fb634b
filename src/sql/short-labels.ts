const begins = (signs: readonly string[], count: number) => signs.slice(0, count).join('').trimEnd();

/** Ways to cut a text to so many signs, each of which may make the same of different texts. */
const cuts: readonly ((signs: readonly string[], most: number) => string)[] = [
  (signs, most) => `${begins(signs, most - 1)}…`,
  (signs, most) => {
    const end = Math.ceil((most - 1) / 2);
    return `${begins(signs, most - 1 - end)}…${signs.slice(-end).join('').trimStart()}`;
  },
];

/**
 * A label of at most about `most` signs for each text, different for different texts: a long one is cut at its end,
 * or in its middle where that tells it apart, and numbered where nothing else does.
 */
export function shortLabels(texts: Iterable<string>, most: number): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const give = (text: string, label: string) => {
    labels.set(text, label);
    taken.add(label);
  };
  let left = [...new Set(texts)].map((text) => ({ text, signs: [...text] }));
  for (const { text, signs } of left) if (signs.length <= most) give(text, text);
  left = left.filter(({ text }) => !labels.has(text));
  for (const cut of cuts) {
    const made = left.map(({ signs }) => cut(signs, most));
    const counts = new Map<string, number>();
    for (const label of made) counts.set(label, (counts.get(label) ?? 0) + 1);
    const unique = new Map(
      left.flatMap(({ text }, index) => {
        const label = made[index]!;
        return counts.get(label) === 1 && !taken.has(label) ? [[text, label] as const] : [];
      }),
    );
    for (const [text, label] of unique) give(text, label);
    left = left.filter(({ text }) => !unique.has(text));
  }
  for (const { text, signs } of left) {
    let number = 1;
    let label: string;
    do label = `${cuts[0]!(signs, most)} (${number++})`;
    while (taken.has(label));
    give(text, label);
  }
  return labels;
}
