import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import * as vega from 'vega';

interface TextItem {
  fontSize?: number;
  fontWeight?: number | string;
}

// Vega exports its text metrics, its types do not say so.
const metricsOfVega = (vega as unknown as { textMetrics: { width(item: TextItem, text: unknown): number } })
  .textMetrics;

// Static cuts of the variable face that the page ships; in the variable file the default is the lightest.
const cut = (weight: number) => `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;

/** Widths of characters of one weight, as a share of the font size. */
function readWidths(weight: number): (character: string) => number {
  const file = cut(weight);
  const font = fontkit.openSync(createRequire(import.meta.url).resolve(file));
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts; one font is needed`);
  const known = new Map<string, number>();
  return (character) => {
    let width = known.get(character);
    if (width === undefined) {
      width = font.glyphForCodePoint(character.codePointAt(0) ?? 32).advanceWidth / font.unitsPerEm;
      known.set(character, width);
    }
    return width;
  };
}

const isBold = ({ fontWeight }: TextItem) => fontWeight === 'bold' || Number(fontWeight) >= 600;

/**
 * Lets Vega measure text as the browser will set it, in regular or semibold. Without a canvas Vega guesses
 * widths far too large, which wastes the margin of every axis.
 */
export function measureLikeTheBrowser(): void {
  const [regular, semibold] = [readWidths(400), readWidths(600)];
  metricsOfVega.width = (item: TextItem, text: unknown) => {
    const widthOf = isBold(item) ? semibold : regular;
    return [...String(text)].reduce((sum, character) => sum + widthOf(character), 0) * (item.fontSize ?? 11);
  };
}
