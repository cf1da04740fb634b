import { parse, ELEMENT_NODE, TEXT_NODE } from 'ultrahtml';
import type { Node } from 'ultrahtml';

/** What holds no sentences of a page, or such as are shown on demand. */
const without = new Set(['script', 'style', 'svg', 'table', 'template', 'nav', 'select', 'button', 'pre']);

/** What stands within a line of text; everything else begins a new one. */
const inline = new Set(
  'a abbr b bdi cite code data dfn em i kbd mark math mfrac mi mn mo mrow ms mspace msqrt mstyle msub msubsup msup mtext s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name: string) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? parseInt(hexadecimal as string, 16) : Number(decimal))
      : (entities[name] ?? whole),
  );

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences that a page says in its main part, in order, without those of tables and controls. */
export function sentencesOf(html: string): string[] {
  const start = html.indexOf('<main');
  const end = html.indexOf('</main>', start);
  let text = '';
  const visit = (node: Node): void => {
    if (node.type === TEXT_NODE) text += decoded(String(node.value)).replaceAll(/\s+/g, ' ');
    if (node.type === ELEMENT_NODE && (without.has(node.name) || 'popover' in node.attributes)) return;
    const breaks = node.type === ELEMENT_NODE && !inline.has(node.name);
    if (breaks) text += '\n';
    if ('children' in node) for (const child of node.children as Node[]) visit(child);
    if (breaks) text += '\n';
  };
  visit(parse(start < 0 ? html : html.slice(start, end < 0 ? undefined : end + '</main>'.length)) as Node);
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line.replaceAll(/\s+/g, ' ').trim())])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
}
