import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { palettePng } from './png.ts';
import { trueType } from './true-type.ts';

const find = createRequire(import.meta.url).resolve;

let ready: Promise<Uint8Array[]> | undefined;

/** Starts the renderer once; answers the fonts of the report's figures. The system's fonts are never asked, so that every machine draws the same. */
const start = () =>
  (ready ??= initWasm(readFileSync(find('@resvg/resvg-wasm/index_bg.wasm'))).then(() =>
    [400, 600].map((weight) =>
      trueType(
        readFileSync(find(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`)),
      ),
    ),
  ));

/** An opaque SVG as a PNG of a width in pixels; its texts are set in Source Sans 3. */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  const fontBuffers = await start();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
  });
  const picture = drawing.render();
  try {
    return palettePng(picture.pixels, picture.width, picture.height);
  } finally {
    picture.free();
    drawing.free();
  }
}
