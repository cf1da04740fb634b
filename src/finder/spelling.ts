/** What stands before a letter of a name: nothing, the turn from a number to its unit or its decimals, or a gap. */
type Edge = 0 | 1 | 2;

/** A name as it is searched: its letters and digits alone, small, and what stood before each of them, and at the end. */
export interface Spelling {
  letters: string;
  edges: readonly Edge[];
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && /\p{N}/u.test(letter);

function edgeBetween(before: string, gap: string, after: string): Edge {
  const numbers = isDigit(before) && isDigit(after);
  if (gap !== '') return numbers && /^[._]$/.test(gap) ? 1 : 2;
  if (isDigit(before)) return numbers ? 0 : 1;
  if (isDigit(after)) return 2;
  // Small before large: OpenHermes.
  return before === before.toLowerCase() && after !== after.toLowerCase() ? 2 : 0;
}

/** Takes a name, or a word that is searched for, apart. */
export function spellingOf(text: string): Spelling {
  const edges: Edge[] = [];
  let letters = '';
  let [before, gap] = ['', ''];
  for (const letter of text.normalize('NFKC')) {
    if (!/[\p{L}\p{N}]/u.test(letter)) {
      gap += letter;
      continue;
    }
    const small = letter.toLowerCase();
    edges.push(before === '' ? 2 : edgeBetween(before, gap, letter));
    // A large letter may have several small ones.
    for (let more = 1; more < small.length; more += 1) edges.push(0);
    letters += small;
    [before, gap] = [letter, ''];
  }
  return { letters, edges: [...edges, 2] };
}

/**
 * The words of a text: parted by anything but a point or a line below between two digits, as in 2.5 and 3_1, and where
 * a number follows more than one letter, as in phi4.
 */
export const wordsOf = (text: string): Spelling[] =>
  text
    .normalize('NFKC')
    .split(/(?:[^\p{L}\p{N}._]|(?<!\p{N})[._]|[._](?!\p{N}))+|(?<=\p{L}{2})(?=\p{N})/u)
    .filter((word) => word !== '')
    .map(spellingOf);

/** How well a word is found: within something else, at the beginning of a word, or as a whole one. */
export type Fit = 1 | 2 | 3;

/** How a word stands in a name at a place where its letters do; undefined where it would cut a number. */
function fitAt(name: Spelling, word: Spelling, at: number): Fit | undefined {
  const { letters, edges } = name;
  const end = at + word.letters.length;
  const cuts = (place: number) =>
    edges[place] === 0 && isDigit(letters[place - 1]) && isDigit(letters[place]);
  if (cuts(at)) return undefined;
  let joined = false;
  for (let place = 1; place < word.letters.length; place += 1) {
    if (!isDigit(word.letters[place - 1]) || !isDigit(word.letters[place])) continue;
    const [asked, has] = [word.edges[place]! > 0, edges[at + place]! > 0];
    // 1.5 is not 15; that 31 may be meant for 3.1 is allowed.
    if (asked && !has) return undefined;
    joined ||= has && !asked;
  }
  if (edges[at] !== 2 || cuts(end)) return 1;
  return edges[end] === 2 && !joined ? 3 : 2;
}

/** Words by which different makers call the same kind of tune. */
const alike: readonly string[] = ['chat', 'instruct', 'it'];

interface Found {
  fit: Fit;
  from: number;
  to: number;
}

function* placesOf(name: Spelling, word: Spelling, wholeOnly = false): Generator<Found> {
  for (
    let at = name.letters.indexOf(word.letters);
    at >= 0;
    at = name.letters.indexOf(word.letters, at + 1)
  ) {
    const fit = fitAt(name, word, at);
    if (fit === undefined || (wholeOnly && fit < 3)) continue;
    yield { fit: wholeOnly ? 2 : fit, from: at, to: at + word.letters.length };
  }
}

const isNumber = ({ letters }: Spelling): boolean => /^\p{N}+$/u.test(letters);

/**
 * How well the words of a text are found in a name, in any order, none upon another: as the worst of them is, and no
 * better than as a beginning where a number stands elsewhere than behind the word that it follows, as a version does.
 * undefined where one is not found.
 */
export function fitOf(name: Spelling, words: readonly Spelling[]): Fit | undefined {
  // Most names lack a word, and of those nothing else need be looked at.
  if (words.some(({ letters }) => !alike.includes(letters) && !name.letters.includes(letters)))
    return undefined;
  const taken: Found[] = [];
  let worst: Fit = 3;
  for (const word of [...words].sort((a, b) => b.letters.length - a.letters.length)) {
    const others = alike.includes(word.letters) ? alike.filter((each) => each !== word.letters) : [];
    const before = isNumber(word) ? words[words.indexOf(word) - 1]?.letters : undefined;
    const follows = ({ from }: Found) => before === undefined || name.letters.slice(0, from).endsWith(before);
    const worth = (found: Found) => found.fit + (follows(found) ? 1 / 2 : 0);
    const best = [
      ...placesOf(name, word),
      ...others.flatMap((each) => [...placesOf(name, spellingOf(each), true)]),
    ]
      .filter(({ from, to }) => taken.every((each) => to <= each.from || from >= each.to))
      .reduce<Found | undefined>(
        (found, each) => (found && worth(found) >= worth(each) ? found : each),
        undefined,
      );
    if (!best) return undefined;
    taken.push(best);
    const fit = best.fit === 3 && !follows(best) ? 2 : best.fit;
    if (fit < worst) worst = fit;
  }
  return worst;
}
