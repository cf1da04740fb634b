import { linesOf } from './lines.ts';
import { tidySvg } from './tidy.ts';

/** What a drawing needs to stand by itself. */
export interface Standing {
  /** Keeps the ids of the drawing apart from those of another one. */
  name: string;
  /** What the drawing asks, drawn above it and its title. */
  question: string;
  /** What it finds, below the question. */
  takeaway: string;
  /** What it is of and from, line by line below the drawing. */
  provenance: readonly string[];
  /** Answers the colour of a variable of the page's style sheet, by its name with the two dashes. */
  colour(variable: string): string;
  /** A font to carry along, as a data address; none where the reader's fonts serve. */
  font?: string;
}

const family = 'Source Sans 3 Variable';
const fonts = `'${family}', 'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif`;
/** Paper around the drawing, in pixels: room for labels that a wider font sets longer. */
const margin = 20;
/** Paper between the drawing and what is said above and below it, in pixels. */
const gap = 16;

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A drawing of the page in colours instead of variables, with fonts to fall back on; `name` keeps its ids apart.
 * Throws for a variable without a colour.
 */
export function solidDrawing(svg: string, name: string, colour: Standing['colour']): string {
  const solid = (tag: string) =>
    tag
      .replaceAll(/var\((--[\w-]+)\)/g, (_, variable: string) => {
        const value = colour(variable);
        if (value === '') throw new Error(`the drawing asks for the colour ${variable}, which is none`);
        return value;
      })
      .replaceAll(/\bfont-family="[^"]*"/g, `font-family="${fonts}"`)
      .replaceAll(/\bfont-family='[^']*'/g, `font-family="${fonts}"`);
  // Inside tags only: a label may be any text.
  return tidySvg(svg, name).replaceAll(/<[^>]*>/g, solid);
}

/**
 * A drawing of the page as a file of its own, which says what it asks, finds and is from wherever it is put: on
 * paper, in colours instead of variables, with fonts to fall back on, a title and a description. Takes the drawing as the build made it or as the browser serialises it.
 * Throws for a variable without a colour.
 */
export function standaloneSvg(
  svg: string,
  { name, question, takeaway, provenance, colour, font }: Standing,
): string {
  const drawing = solidDrawing(svg, name, colour);
  const root = /^\s*<svg\b[^>]*>/.exec(drawing)?.[0] ?? '';
  const [, left, top, width, height] = /\bviewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(root)?.map(Number) ?? [];
  if (left === undefined || top === undefined || !width || !height)
    throw new Error('the drawing has no box to stand in');
  const [x, w] = [left - margin, width + 2 * margin];
  const above = [paragraph(question, asking, width), paragraph(takeaway, finding, width)];
  const below = provenance.map((line) => paragraph(line, noting, width));
  const y = top - margin - gap - heightOf(above);
  const h = height + 2 * (margin + gap) + heightOf(above) + heightOf(below);
  const face = font
    ? `<style>@font-face{font-family:'${family}';font-weight:200 900;src:url(${font}) format('woff2')}</style>`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${[x, y, w, h].join(' ')}">`,
    `<title>${escaped(question)}</title><desc>${escaped([takeaway, ...provenance].join(' '))}</desc>${face}`,
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour('--fig-paper')}"/>`,
    drawn(above, left, y + margin, colour),
    drawing
      .slice(root.length)
      .trimEnd()
      .replace(/<\/svg>$/, ''),
    drawn(below, left, top + height + gap, colour),
    '</svg>\n',
  ]
    .join('')
    .replaceAll(controls, '');
}

/** How a paragraph is set: pixels of a letter, weight, and the variable of its colour. */
interface Type {
  size: number;
  weight: number;
  ink: string;
}

const asking: Type = { size: 16, weight: 650, ink: '--fig-ink' };
const finding: Type = { size: 13, weight: 400, ink: '--fig-ink' };
const noting: Type = { size: 11, weight: 400, ink: '--fig-muted' };

interface Paragraph {
  lines: readonly string[];
  type: Type;
  /** Pixels from line to line. */
  leading: number;
}

const paragraph = (text: string, type: Type, width: number): Paragraph => ({
  lines: linesOf(text, width, type.size),
  type,
  leading: Math.round(1.35 * type.size),
});

const heightOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0);

/** Paragraphs under each other, the top of the first at `top`. */
function drawn(
  paragraphs: readonly Paragraph[],
  left: number,
  top: number,
  colour: Standing['colour'],
): string {
  let y = top;
  return paragraphs
    .flatMap(({ lines, type, leading }) =>
      lines.map((line) => {
        y += leading;
        return `<text x="${left}" y="${y - Math.round((leading - 0.7 * type.size) / 2)}" font-family="${fonts}" font-size="${type.size}" font-weight="${type.weight}" fill="${colour(type.ink)}">${escaped(line)}</text>`;
      }),
    )
    .join('');
}

// What XML cannot hold, should a name have it.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
