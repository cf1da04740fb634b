import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { standaloneSvg, type Standing } from '../../rendering/standalone.ts';

/** Pixels of the picture to a pixel of the drawing. */
const scale = 2;

/** A drawing on the page. */
interface Drawing {
  svg: SVGSVGElement;
  /** Keeps its ids apart from those of another one. */
  name: string;
}

/** What a drawing says of itself wherever it is put. */
export type DrawingWords = Pick<Standing, 'question' | 'takeaway' | 'provenance'>;

/** The drawing that a figure shows; throws where there is none. */
export function drawingShown(figure: HTMLElement): Drawing {
  // Of two slices the first has its chart in a panel.
  const svg = [...figure.querySelectorAll<SVGSVGElement>(':is(.figure-svg, .versus-panel) svg')].find(
    (each) => each.getClientRects().length > 0,
  );
  if (!svg) throw new Error('no chart is drawn');
  return { svg, name: figure.dataset.figure ?? 'figure' };
}

/** A drawing as a file of its own with its words, in the colours of the theme shown. */
export function drawingFile({ svg, name }: Drawing, words: DrawingWords, font?: string): string {
  const style = getComputedStyle(svg);
  return standaloneSvg(new XMLSerializer().serializeToString(svg), {
    ...words,
    ...(font ? { font } : {}),
    name,
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

/** A drawing as a picture with its words, two pixels to one of the drawing. */
export async function pictureFile(drawing: Drawing, words: DrawingWords): Promise<Blob> {
  const svg = drawingFile(drawing, words, await fontAddress());
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
