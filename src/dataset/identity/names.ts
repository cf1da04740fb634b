/** The name that a model gives as its base, without the mark of a merge; null where it gives none. */
export function namedBase(text: string | null): string | null {
  if (text === null || text === 'Removed') return null;
  return text.replace(/ \(Merge\)$/, '').trim();
}

/** As names are compared: case and outer spaces aside. */
export const nameKey = (name: string): string => name.trim().toLowerCase();

/** A name without its organisation, in small letters, with one sign between its parts and a point in every version. */
export const plainName = (name: string): string =>
  nameKey(name)
    .replace(/^[^/]*\//, '')
    .replace(/[-_ ]+/g, '-')
    .replace(/(?<=[a-z]-?\d)-(?=\d(?:-|$))/g, '.')
    // "8b" and "8.0b" are one, and so are Llama3.1 and Llama-3.1.
    .replace(/(?<=[a-z]{2})-(?=\d)/g, '');

/**
 * Whether a name carries the whole plain name of another: with nothing before and after it that would make another
 * word or number of it.
 */
export function carries(name: string, other: string): boolean {
  const [whole, part] = [plainName(name), plainName(other)];
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole[at - 1] ?? '-', whole.slice(at + part.length)];
    if (!/[a-z0-9.]/.test(before) && !/^[a-z0-9]|^\.\d/.test(after)) return true;
  }
  return false;
}
