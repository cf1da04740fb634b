import { tidySvg } from './tidy.ts';

/** What a drawing needs to stand by itself. */
export interface Standing {
  /** Keeps the ids of the drawing apart from those of another one. */
  name: string;
  title: string;
  description: string;
  /** Answers the colour of a variable of the page's style sheet, by its name with the two dashes. */
  colour(variable: string): string;
  /** A font to carry along, as a data address; none where the reader's fonts serve. */
  font?: string;
}

const family = 'Source Sans 3 Variable';
const fonts = `'${family}', 'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif`;
/** Paper around the drawing, in pixels: room for labels that a wider font sets longer. */
const margin = 20;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A drawing of the page as a file of its own: on paper, in colours instead of variables, with fonts to fall
 * back on, a title and a description. Takes the drawing as the build made it or as the browser serialises it.
 * Throws for a variable without a colour.
 */
export function standaloneSvg(svg: string, { name, title, description, colour, font }: Standing): string {
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
  const drawing = tidySvg(svg, name).replaceAll(/<[^>]*>/g, solid);
  const root = /^\s*<svg\b[^>]*>/.exec(drawing)?.[0] ?? '';
  const [, left, top, width, height] = /\bviewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(root)?.map(Number) ?? [];
  if (left === undefined || top === undefined || !width || !height)
    throw new Error('the drawing has no box to stand in');
  const box = [left - margin, top - margin, width + 2 * margin, height + 2 * margin];
  const [x, y, w, h] = box;
  const face = font
    ? `<style>@font-face{font-family:'${family}';font-weight:200 900;src:url(${font}) format('woff2')}</style>`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${box.join(' ')}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>${face}`,
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour('--fig-paper')}"/>`,
    drawing.slice(root.length).trimEnd(),
    '\n',
  ]
    .join('')
    .replaceAll(controls, '');
}

// What XML cannot hold, should a name have it.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
