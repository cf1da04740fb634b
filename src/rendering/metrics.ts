import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import * as vega from 'vega';

const file = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

interface TextItem {
  fontSize?: number;
  fontWeight?: number | string;
}

// Vega exports its text metrics, its types do not say so.
const metricsOfVega = (vega as unknown as { textMetrics: { width(item: TextItem, text: unknown): number } })
  .textMetrics;

/** Widths of characters in thousandths of the font size, from the font that the page ships. */
function readWidths(): (character: string) => number {
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

/**
 * Lets Vega measure text as the browser will set it. Without a canvas Vega guesses widths far too large,
 * which wastes the margin of every axis.
 */
export function measureLikeTheBrowser(): void {
  const widthOf = readWidths();
  metricsOfVega.width = (item: TextItem, text: unknown) => {
    const size = item.fontSize ?? 11;
    // Semibold runs about 4 % wider than regular in this face.
    const bold = Number(item.fontWeight) >= 600 || item.fontWeight === 'bold' ? 1.04 : 1;
    return [...String(text)].reduce((sum, character) => sum + widthOf(character), 0) * size * bold;
  };
}
