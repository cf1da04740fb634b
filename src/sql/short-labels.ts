const begins = (signs: readonly string[], count: number) => signs.slice(0, count).join('').trimEnd();

/** Ways to cut a text to so many signs, each of which may make the same of different texts; `alike` of them begin another text too. */
const cuts: readonly ((signs: readonly string[], most: number, alike: number) => string)[] = [
  (signs, most) => `${begins(signs, most - 1)}…`,
  (signs, most) => {
    const end = Math.ceil((most - 1) / 2);
    return `${begins(signs, most - 1 - end)}…${signs.slice(-end).join('').trimStart()}`;
  },
  (signs, most, alike) => {
    const start = Math.max(0, alike - Math.floor(most / 3));
    const rest = signs.slice(start);
    const room = Math.max(1, most - 2);
    return `${start > 0 ? '…' : ''}${begins(rest, room).trimStart()}${rest.length > room ? '…' : ''}`;
  },
];

/** With how many signs each text begins as another of them does. */
function alikeOf(texts: readonly (readonly string[])[]): number[] {
  const order = texts
    .map((_, index) => index)
    .sort((a, b) => (texts[a]!.join('') < texts[b]!.join('') ? -1 : 1));
  const alike = texts.map(() => 0);
  // In alphabetical order the nearest is a neighbour.
  for (let at = 1; at < order.length; at++) {
    const [one, other] = [order[at - 1]!, order[at]!];
    const differ = texts[one]!.findIndex((sign, index) => sign !== texts[other]![index]);
    const shared = differ < 0 ? texts[one]!.length : differ;
    alike[one] = Math.max(alike[one]!, shared);
    alike[other] = Math.max(alike[other]!, shared);
  }
  return alike;
}

/**
 * A label of at most about `most` signs for each text, different for different texts: a long one is cut at its end,
 * in its middle where that tells it apart, or on both sides of where it differs, and numbered where nothing else does.
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
    const alike = alikeOf(left.map(({ signs }) => signs));
    const made = left.map(({ signs }, index) => cut(signs, most, alike[index]!));
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
    do label = `${cuts[0]!(signs, most, 0)} (${number++})`;
    while (taken.has(label));
    give(text, label);
  }
  return labels;
}
