const faults: readonly [string, RegExp][] = [
  ['does not begin like a sentence', /^[^\p{Lu}\p{N}“]/u],
  ['does not end with a full stop', /[^.]$/u],
  ['is empty', /^\s*$/u],
  // A model may have such a word in its name.
  ['has a value that is none', /(?<![\w/-])(?:NaN|undefined|null|Infinity|true|false)(?![\w/-])|\[object/u],
  ['has stray white space', /^\s|\s$|\s\s|[\n\t]|\s[.,;:)]|\(\s/u],
  ['has a stray stop', /[.,;:][.,;:]/u],
  ['has a hyphen for a minus', /(?:^|[\s(])-\p{N}/u],
];

/** What is wrong with the form of a text of complete sentences; empty for one that is right. */
export function sentenceFaults(text: string): string[] {
  const found = faults.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault);
  const count = (character: string) => text.split(character).length;
  if (count('(') !== count(')') || count('“') !== count('”')) found.push('has an open bracket or quote');
  return found.map((fault) => `${fault}: ${text}`);
}
