import { distance } from 'fastest-levenshtein';

/** Most names that are offered at once. */
export const mostNames = 20;

/** Pages of the Hub that are no organisation's. */
const sections = new Set([
  'collections',
  'datasets',
  'docs',
  'models',
  'papers',
  'search',
  'spaces',
  'tasks',
]);

const hosts = new Set(['huggingface.co', 'www.huggingface.co', 'hf.co']);

/**
 * The name of a model in what a reader typed or pasted: the address of its page on the Hub, or of a file under
 * it, gives organisation and model, a search of the Hub what it searches for; anything else is taken as it is,
 * without the spaces around it.
 */
export function nameIn(text: string): string {
  const trimmed = text.trim();
  const address = /^(?:https?:\/\/)?([^/\s]+)\/(.+)$/i.exec(trimmed);
  if (!address || !hosts.has(address[1]!.toLowerCase())) return trimmed;
  const parts = address[2]!
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  if (sections.has(parts[0]?.toLowerCase() ?? ''))
    return new URLSearchParams(/\?([^#]*)/.exec(address[2]!)?.[1]).get('search')?.trim() || trimmed;
  const wanted = parts.slice(0, 2);
  try {
    return wanted.map(decodeURIComponent).join('/');
  } catch {
    return wanted.join('/');
  }
}

/** Rank of a match: a name that is the text, one that starts with it, one whose part after the slash does, any other. */
function rankOf(name: string, text: string): number {
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  return name.slice(name.indexOf('/') + 1).startsWith(text) ? 2 : 3;
}

/**
 * The names that hold every word of the text, case aside: the name itself first, then those that start with the
 * text, then those whose part after the slash does, then the rest; in each those with the shortest part after
 * the slash first, which leads from a model to what is made of it, then in alphabetical order.
 */
export function searchNames(names: readonly string[], text: string): string[] {
  const searched = nameIn(text).toLowerCase();
  const words = searched.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  return names
    .map((name) => ({ name, small: name.toLowerCase() }))
    .filter(({ small }) => words.every((word) => small.includes(word)))
    .map((each) => ({
      ...each,
      rank: rankOf(each.small, searched),
      length: each.small.length - each.small.indexOf('/'),
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank || a.length - b.length || (a.small < b.small ? -1 : a.small > b.small ? 1 : 0),
    )
    .map(({ name }) => name);
}

/** Part of a text's letters that may differ in the name nearest to it; a name that differs in more is another. */
const mostDiffering = 1 / 3;

/**
 * The name nearest to a text, case aside; of equals the first. A text without a slash is held against the part
 * of each name after its slash, because the organisation is what old short names lack. null where no name is near.
 */
export function nearestName(names: readonly string[], text: string): string | null {
  const searched = nameIn(text).toLowerCase().slice(0, 100);
  const isShort = !searched.includes('/');
  let [best, least]: [string | null, number] = [null, Math.floor(searched.length * mostDiffering) + 1];
  for (const name of names) {
    const held = (isShort ? name.slice(name.indexOf('/') + 1) : name).toLowerCase();
    if (Math.abs(held.length - searched.length) >= least) continue;
    const found = distance(held, searched);
    if (found < least) [best, least] = [name, found];
  }
  return best;
}
