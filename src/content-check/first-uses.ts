import { attribute, isElement, startOf, type Node } from '../site/mdx.ts';
import { listOf } from '../site/front-matter.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';
import { pointIn } from './typed-numbers.ts';

/** A term of the glossary, and the words that a reader meets it by. */
interface Listed {
  id: string;
  words: readonly string[];
}

/** The terms that are to be marked where a text first uses them: those whose entry lists `words`. */
export const listedTerms = (files: readonly ContentFile[]): Listed[] =>
  files
    .filter(({ kind }) => kind === 'concept')
    .map(({ slug, frontMatter }) => ({ id: slug, words: listOf(frontMatter.get('words')?.value) }))
    .filter(({ words }) => words.length > 0);

/** Where a term is not marked: in a link, in a heading or the words that lead a paragraph, in code, and in tested words. */
const isApart = (node: Node): boolean =>
  node.type === 'link' ||
  node.type === 'heading' ||
  node.type === 'strong' ||
  node.type === 'inlineCode' ||
  (isElement(node) && ['Says', 'a'].includes(node.name));

/** Everything that counts of a text, in reading order: its marks and its words. */
function* usesIn(node: Node): Generator<{ mark: string } | { text: Node }> {
  if (isElement(node) && node.name === 'Term') {
    yield { mark: attribute(node, 'id') ?? '' };
    return;
  }
  if (isApart(node)) return;
  if (node.type === 'text') yield { text: node };
  for (const child of node.children ?? []) yield* usesIn(child);
}

const bounded = (words: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${[...words].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}-])`,
    'iu',
  );

/** Terms that a text uses before it marks them. */
export function firstUses(file: ContentFile, terms: readonly Listed[]): Problem[] {
  const uses = [...usesIn(file.root)];
  return terms.flatMap(({ id, words }): Problem[] => {
    const pattern = bounded(words);
    for (const use of uses) {
      if ('mark' in use) {
        if (use.mark === id) return [];
        continue;
      }
      const text = use.text.value ?? '';
      const found = pattern.exec(text);
      if (found)
        return [
          {
            file: file.path,
            ...pointIn([{ text, at: startOf(use.text) }], found.index),
            message: `“${found[0]}” stands here for the first time; mark it: <Term id="${id}">${found[0]}</Term>`,
          },
        ];
    }
    return [];
  });
}
