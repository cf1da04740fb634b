import MiniSearch from 'minisearch';
import { kinds, type Entry, type Kind } from './entry.ts';

/** A text in small letters without accents, with subscripts as plain figures. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Words that say nothing of what is looked for. */
const small = new Set(
  'a an and are as at be by do does for from how in is it of on or that the to what with'.split(' '),
);

const termOf = (word: string): string | null => {
  const term = folded(word);
  return small.has(term) ? null : term;
};

/**
 * What was found: the places of each kind, best first, the words of the report that were meant, and the words looked
 * for that stand nowhere.
 */
export interface Found {
  places: ReadonlyMap<Kind, readonly Entry[]>;
  words: readonly string[];
  without: readonly string[];
}

/**
 * Makes a search over places. All words must be there; where no place has them all, some. A word may be the
 * beginning of a longer one, and one of five letters or more, without figures, may be misspelt.
 */
export function searchOver(entries: readonly Entry[]): (text: string) => Found {
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ['title', 'page', 'text'],
    processTerm: termOf,
    searchOptions: {
      boost: { title: 4, page: 1.5 },
      // Figures are no beginnings of longer ones, nor misspelt.
      prefix: (term) => !/^\d+$/.test(term),
      fuzzy: (term) => (term.length >= 5 && !/\d/.test(term) ? 0.2 : false),
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (text) => {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const all = index.search(text, { combineWith: 'AND' });
    const without = all.length > 0 ? [] : words.filter((word) => index.search(word).length === 0);
    const known = words.filter((word) => !without.includes(word)).join(' ');
    let results = without.length > 0 ? index.search(known, { combineWith: 'AND' }) : all;
    if (results.length === 0) results = index.search(known);
    // Equal scores in the order of the report, in every browser.
    results.sort((a, b) => b.score - a.score || (a.id as number) - (b.id as number));
    const places = new Map<Kind, Entry[]>();
    for (const kind of Object.keys(kinds) as Kind[]) {
      const found = results.map(({ id }) => entries[id as number]!).filter((entry) => entry.kind === kind);
      if (found.length > 0) places.set(kind, found);
    }
    return {
      places,
      words: [...new Set(results.flatMap(({ terms }) => terms))],
      without: results.length > 0 ? without : [],
    };
  };
}

/** Letters and figures of a name, in small letters: what is left of it whatever stands between them. */
const bare = (text: string) => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whether a text reads as the name of a model: it has a slash within, or a word of letters and figures. */
export const readsAsName = (text: string): boolean =>
  /\S\/\S/.test(text) || text.split(/\s+/).some((word) => /^(?=.*\d)(?=.*\p{L}).{4,}$/u.test(word));

/**
 * The names that hold every word of a text in any order, whatever stands between letters: first those whose part
 * after the slash begins with the first word, then the shorter ones, then in their order.
 */
export function findModels(names: readonly string[], text: string): string[] {
  const words = text
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return names
    .map((name, order) => ({
      name,
      order,
      small: bare(name),
      short: bare(name.slice(name.indexOf('/') + 1)),
    }))
    .filter(({ small }) => words.every((word) => small.includes(word)))
    .sort(
      (a, b) =>
        Number(b.short.startsWith(words[0]!)) - Number(a.short.startsWith(words[0]!)) ||
        a.short.length - b.short.length ||
        a.order - b.order,
    )
    .map(({ name }) => name);
}

/** A piece of a text, and whether it is one of the words looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Letters of a text that an excerpt shows. */
const excerptLength = 180;

/** The part of a text around the first of some folded words, in pieces, each beginning with such a word marked. */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const parts = text.split(/([\p{L}\p{N}₀-₉]+)/u);
  const isMarked = (part: string, index: number) => {
    const small = index % 2 === 1 ? folded(part) : '';
    return small !== '' && words.some((word) => small === word);
  };
  const first = Math.max(0, parts.findIndex(isMarked));
  let start = first;
  for (let length = 0; start > 0 && length < excerptLength / 3; start -= 1)
    length += parts[start - 1]!.length;
  const pieces: Piece[] = start > 0 ? [{ text: '… ', marked: false }] : [];
  let length = 0;
  let end = start;
  for (; end < parts.length && length < excerptLength; end += 1) {
    const part = parts[end]!;
    length += part.length;
    const marked = isMarked(part, end);
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.text += part;
    else pieces.push({ text: part, marked });
  }
  if (end < parts.length) pieces.push({ text: ' …', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
