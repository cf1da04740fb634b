import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { provenance } from '../../dataset/files/provenance.ts';
import type { FigureWords } from '../../rendering/figure-file.ts';
import { standaloneSvg } from '../../rendering/standalone.ts';

/** Pixels of the picture to a pixel of the drawing. */
const scale = 2;

/** The drawing that a figure shows, as a file of its own with its words in the colours of the theme shown. */
export function drawingShown(figure: HTMLElement, words: FigureWords, font?: string): string {
  const shown = [...figure.querySelectorAll<SVGSVGElement>('.figure-svg svg')].find(
    (svg) => svg.getClientRects().length > 0,
  );
  if (!shown) throw new Error('no chart is drawn');
  const style = getComputedStyle(figure);
  return standaloneSvg(new XMLSerializer().serializeToString(shown), {
    question: words.question,
    takeaway: words.takeaway,
    provenance: provenance(words),
    ...(font ? { font } : {}),
    name: figure.dataset.figure ?? 'figure',
    colour: (variable) => style.getPropertyValue(variable).trim(),
  });
}

/** The page's font as a data address: a picture loads nothing from elsewhere. Undefined where it cannot be had. */
async function fontAddress(): Promise<string | undefined> {
  try {
    const response = await fetch(sans);
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `data:font/woff2;base64,${btoa(text)}`;
  } catch {
    return undefined;
  }
}

/** The drawing that a figure shows as a picture, two pixels to one of the drawing. */
export async function pictureShown(figure: HTMLElement, words: FigureWords): Promise<Blob> {
  const svg = drawingShown(figure, words, await fontAddress());
  const image = new Image();
  // The page's policy lets pictures come from data addresses.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))),
      'image/png',
    ),
  );
}
