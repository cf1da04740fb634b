import { linesOf } from './lines.ts';
import { escaped, solidDrawing } from './standalone.ts';

/** Width and height of a card in pixels, as previews of links show it. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What a card says. */
export interface Card {
  /** What the figure asks, as its title. */
  question: string;
  /** What it finds; as much of it is shown as there is room for. */
  takeaway: string;
  /** Title of the report, above. */
  report: string;
}

/** Pixels from the edge, and of the column of words. */
const edge = 56;
const column = 360;

interface Type {
  size: number;
  bold?: boolean;
  ink: string;
  /** Most lines; the last ends in dots where there are more. */
  most?: number;
}

/** Lines of words under each other from `y`, and where the next may begin. */
function words(text: string, y: number, { size, bold, ink, most = 8 }: Type) {
  const leading = Math.round(1.2 * size);
  const all = linesOf(text, column, size);
  const lines =
    all.length > most ? [...all.slice(0, most - 1), `${all[most - 1]!.replace(/[.,;:]?$/, '')} …`] : all;
  const family = bold ? 'Source Sans 3 SemiBold' : 'Source Sans 3';
  const drawn = lines.map(
    (line, index) =>
      `<text x="${edge}" y="${y + size + index * leading}" font-family="'${family}'" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${ink}">${escaped(line)}</text>`,
  );
  return { drawn: drawn.join(''), end: y + lines.length * leading };
}

/** Texts with lowered figures, as in CO₂, which the font has not, as smaller ones below the line. */
const lowered = (svg: string): string =>
  svg.replaceAll(/>[^<]*[₀-₉][^<]*</g, (text) =>
    text.replaceAll(
      /[₀-₉]/g,
      (figure) => `<tspan baseline-shift="sub" font-size="70%">${figure.charCodeAt(0) - 0x2080}</tspan>`,
    ),
  );

/**
 * The picture that stands for a page where a link to it is shown: what a figure asks and finds beside its drawing, as
 * SVG in the colours of the light theme. Throws where the drawing has no box to stand in.
 */
export function cardSvg(
  { question, takeaway, report }: Card,
  drawing: string,
  colour: (name: string) => string,
): string {
  const svg = solidDrawing(drawing, 'card', colour);
  const root = /^\s*<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = /\bviewBox="([^"]+)"/.exec(root)?.[1];
  if (box === undefined) throw new Error('the drawing has no box to stand in');
  const left = 2 * edge + column - 24;
  const place = `x="${left}" y="${edge}" width="${cardSize.width - left - 40}" height="${cardSize.height - 2 * edge}"`;
  const above = words(report, edge - 8, { size: 24, bold: true, ink: colour('--accent') });
  const middle = words(question, above.end + 28, {
    size: question.length > 60 ? 34 : 42,
    bold: true,
    ink: colour('--ink'),
    most: 7,
  });
  const room = Math.floor((cardSize.height - edge / 2 - middle.end - 20) / 30);
  const below = words(takeaway, middle.end + 20, {
    size: 25,
    ink: colour('--muted'),
    most: Math.min(room, 6),
  });
  const card = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${colour('--paper')}"/>`,
    `<rect width="12" height="${cardSize.height}" fill="${colour('--accent')}"/>`,
    above.drawn,
    middle.drawn,
    below.drawn,
    `<svg ${place} viewBox="${box}">`,
    svg.slice(root.length),
    '</svg>',
  ].join('');
  return lowered(card);
}
