/** The text of one entry of a BibLaTeX file, as it stands there; undefined where the key does not occur. */
export function entryText(bibliography: string, key: string): string | undefined {
  const start = new RegExp(`^@\\w+\\{${key},`, 'm').exec(bibliography)?.index;
  if (start === undefined) return undefined;
  // An entry of this file ends with a brace at the start of a line.
  const end = bibliography.indexOf('\n}', start);
  return bibliography.slice(start, end + 2);
}
