import { fixedFacts, type FixedFact } from './fixed-facts.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';
import { pointIn, prose, whole, type Passage } from './typed-numbers.ts';

/** Words that say how numbers lie to each other. The list is closed: a word that is not on it is not looked for. */
export const quantifiers: readonly string[] = [
  // How many of all.
  ...['most', 'mostly', 'majority', 'minority', 'nearly all', 'almost all', 'nearly every', 'almost every'],
  ...[
    'half',
    'third',
    'thirds',
    'quarter',
    'quarters',
    'tenth',
    'tenths',
    'few',
    'hardly',
    'nearly',
    'almost',
  ],
  ...['no', 'none', 'nothing', 'never', 'always', 'only'],
  // How many times.
  ...['twice', 'twofold', 'threefold', 'tenfold', 'double', 'doubles', 'doubled', 'halves', 'halved'],
  // Which way, and how far against another.
  ...['more', 'less', 'fewer', 'least', 'higher', 'highest', 'lower', 'lowest', 'larger', 'largest'],
  ...['smaller', 'smallest', 'bigger', 'biggest', 'greater', 'greatest', 'better', 'best', 'worse', 'worst'],
  ...['wider', 'widest', 'narrower', 'steeper', 'steepest', 'stronger', 'weaker', 'cheaper', 'farther'],
  ...['slower', 'faster', 'closer'],
  ...['rise', 'rises', 'rose', 'fall', 'falls', 'fell', 'grow', 'grows', 'grew', 'shrink', 'shrinks'],
  ...['climb', 'climbs', 'drop', 'drops', 'increase', 'increases', 'decrease', 'decreases', 'widens'],
  // Where in an order.
  ...['first'],
];

/** Stands in a text for a number that a <Stat> shows. */
const shown = '\uFFFC';

const word = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...quantifiers]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}-])`,
  'giu',
);
const clauseEnd = /(?:[.?!;,](?=\s|$)|[()])/u;

/** A word in a text, with its distance from the start. */
interface Found {
  word: string;
  index: number;
}

/**
 * The quantifying words of a passage that nothing stands behind: no test around them, no shown number in their clause
 * and no fixed fact. A clause ends at a stop, a comma, a semicolon or a bracket; a question asserts nothing.
 */
export function readWords(
  passage: Passage,
  facts: readonly FixedFact[],
): { used: FixedFact[]; left: Found[] } {
  const blank = (found: string) => '¤'.repeat(found.length);
  let rest = passage
    .map(({ text, within }) => (within === 'Stat' ? shown : within === 'Says' ? blank(text) : text))
    .join('');
  const used = facts
    .toSorted((a, b) => b.text.length - a.text.length)
    .filter(({ text }) => {
      const without = rest.replaceAll(whole(text), blank);
      const found = without !== rest;
      rest = without;
      return found;
    });
  const left: Found[] = [];
  let start = 0;
  for (const sentence of rest.split(/(?<=[.?!]\s)/u)) {
    let from = start;
    for (const clause of sentence.trimEnd().endsWith('?')
      ? []
      : sentence.split(new RegExp(`(?<=${clauseEnd.source})`, 'u'))) {
      if (!clause.includes(shown))
        for (const found of clause.matchAll(word)) left.push({ word: found[0], index: from + found.index });
      from += clause.length;
    }
    start += sentence.length;
  }
  return { used, left };
}

/** Words of a file that say how numbers lie without a test. */
export function quantifyingWords(file: ContentFile): Problem[] {
  return prose(file).flatMap((passage) =>
    readWords(passage, fixedFacts).left.map(({ word, index }) => ({
      file: file.path,
      ...pointIn(passage, index),
      message: `nothing tests the word “${word}”; put it into <Says that="…">, beside a <Stat> in its clause, or give the fact that it states in src/content-check/fixed-facts.ts`,
    })),
  );
}

/** Fixed facts that no text states, so that they have to go. */
export function unusedFacts(files: readonly ContentFile[]): FixedFact[] {
  const used = new Set(files.flatMap(prose).flatMap((passage) => readWords(passage, fixedFacts).used));
  return fixedFacts.filter((fact) => !used.has(fact));
}
