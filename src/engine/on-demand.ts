/**
 * Makes what sees to it that the tables on demand that a text of SQL names are there before it is run: the answer is
 * a promise while one is still to come, else undefined. `add` is asked once a table, and again after it failed. A
 * name in a string or a comment counts as well, which costs a download and nothing else.
 */
export function createOnDemand(
  names: readonly string[],
  add: (name: string) => Promise<void>,
): (text: string) => Promise<unknown> | undefined {
  const there = new Set<string>();
  const coming = new Map<string, Promise<void>>();
  const patterns = names.map((name) => [name, new RegExp(`\\b${name}\\b`, 'i')] as const);
  const bring = (name: string): Promise<void> => {
    let brought = coming.get(name);
    if (!brought) {
      brought = add(name)
        .then(() => void there.add(name))
        .finally(() => coming.delete(name));
      coming.set(name, brought);
    }
    return brought;
  };
  return (text) => {
    const wanted = patterns.filter(([name, pattern]) => !there.has(name) && pattern.test(text));
    return wanted.length === 0 ? undefined : Promise.all(wanted.map(([name]) => bring(name)));
  };
}
