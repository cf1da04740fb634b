import { findComponent } from '../components/props.ts';
import { attributesOf, isElement, startOf, textOf, type Node, type Point } from '../site/mdx.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';
import { pointIn } from './typed-numbers.ts';

/** What is wrong with a markup that is read without complaint: it shows something else than its author meant. */
export function markupProblems(file: ContentFile): Problem[] {
  const problems: Problem[] = [];
  const tell = (at: Point, message: string) => problems.push({ file: file.path, ...at, message });
  const notes = new Set<string>();
  let level = 1;

  const visit = (node: Node, parent?: Node): void => {
    const at = startOf(node);
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      const message = expressionMessage(node.value ?? '');
      if (message) tell(at, message);
    }
    const depth = headingDepth(node);
    if (depth !== undefined) {
      for (const message of headingMessages(node, depth, level)) tell(at, message);
      level = Math.max(depth, 2);
    }
    const place = placeMessage(node, parent);
    if (place) tell(at, place);
    if (node.type === 'footnoteReference') notes.add(node.identifier ?? '');
    if (node.type === 'image' && (node.alt ?? '').trim() === '')
      tell(
        at,
        'the image has no words for those who do not see it; write what it shows: ![what it shows](…)',
      );
    if (isElement(node) && node.name === 'img' && !attributesOf(node).has('alt'))
      tell(at, 'the image has no words for those who do not see it; write what it shows: alt="…"');
    if (node.type === 'text')
      for (const { index, message } of leftovers(node.value ?? '', parent))
        tell(pointIn([{ text: node.value ?? '', at }], index), message);
    for (const child of node.children ?? []) visit(child, node);
  };
  visit(file.root);

  for (const node of file.root.children ?? [])
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier ?? ''))
      tell(startOf(node), `no text refers to this footnote; write [^${node.identifier}] where it belongs`);
  return problems;
}

/** What is wrong with an expression; a comment is none, nor is a blank that keeps two elements apart. */
function expressionMessage(value: string): string | undefined {
  const code = value.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '').trim();
  if (code === '' || /^(["'`])\s+\1$/.test(code)) return undefined;
  const short = code.replaceAll(/\s+/g, ' ');
  return `{${short.length > 40 ? `${short.slice(0, 39)}…` : short}} would be computed, and the content computes nothing; write the words themselves, or \\{ for a brace`;
}

function headingDepth(node: Node): number | undefined {
  if (node.type === 'heading') return node.depth ?? 1;
  const tag = isElement(node) ? /^h([1-6])$/.exec(node.name) : null;
  return tag ? Number(tag[1]) : undefined;
}

function headingMessages(node: Node, depth: number, before: number): string[] {
  const signs = (count: number) => '#'.repeat(count);
  const messages: string[] = [];
  if (textOf(node).trim() === '') messages.push('a heading without words; write them, or leave it out');
  if (depth === 1)
    messages.push(
      `a heading of level 1 is the title of the page, which stands in the front matter; write ${signs(2)}`,
    );
  else if (depth > before + 1)
    messages.push(
      `the heading is of level ${depth} below one of level ${before}; write ${signs(before + 1)}`,
    );
  return messages;
}

/** Tags of HTML that a paragraph cannot hold. */
const blockTags = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);

function placeMessage(node: Node, parent: Node | undefined): string | undefined {
  if (!isElement(node)) return undefined;
  const place = findComponent(node.name)?.place;
  const standing = typeof place === 'function' ? place(attributesOf(node).has('display')) : place;
  const isInText = node.type === 'mdxJsxTextElement';
  if (isInText && (standing === 'block' || blockTags.has(node.name)))
    return `<${node.name}> stands within a paragraph, which cannot hold it; put it on lines of its own, with a blank line before and after`;
  const holdsParagraphs = parent?.type === 'root' || parent?.type === 'blockquote' || isBlock(parent);
  return !isInText && standing === 'inline' && holdsParagraphs
    ? `<${node.name}> stands alone and not within a sentence; write the sentence around it`
    : undefined;
}

const isBlock = (node: Node | undefined): boolean =>
  node !== undefined && isElement(node) && findComponent(node.name)?.place === 'block';

/** Signs of markup that are read as text, because what belongs to them is missing. */
const signs: readonly { pattern: RegExp; message(found: string): string; opens?: true }[] = [
  {
    pattern: /\/>|(?<![\w-])[\w-]+=(?=["'])/,
    message: (found) => `“${found}” is the rest of a tag that does not begin; write <Name … />`,
  },
  {
    pattern: /\]\(/,
    message: () => 'the link is not read as one; write [words](/page/) without blanks in the address',
  },
  {
    pattern: /\[\^[^\]\n]+\]/,
    message: (found) =>
      `the footnote ${found} is not defined; write ${found}: and its text in a line of its own`,
  },
  {
    pattern: /\[[^\]\n]+\]\[[^\]\n]*\]/,
    message: (found) =>
      `the link ${found} names an address that is not defined; write [words](/page/), or define it in a line of its own`,
  },
  { pattern: /\*\*/, message: () => 'the two stars are read as text; write **words** without blanks inside' },
  { pattern: /`/, message: () => 'the code does not end; write a second ` behind it' },
  {
    pattern: /^#{1,6}(?=[^\s#])/,
    message: (found) => `the heading is read as text; write a blank after ${found}`,
    opens: true,
  },
  {
    pattern: /^\|(?=.*\|\s*$)/m,
    message: () =>
      'the table is read as text; write a line of names, one of dashes as | --- | --- |, and the rows',
    opens: true,
  },
];

function leftovers(text: string, parent: Node | undefined): { index: number; message: string }[] {
  return signs.flatMap(({ pattern, message, opens }) => {
    if (opens && parent?.type !== 'paragraph') return [];
    const found = pattern.exec(text);
    return found ? [{ index: found.index, message: message(found[0]) }] : [];
  });
}
