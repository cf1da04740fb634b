import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { lightColour } from '../../publication/light-colours.ts';
import { iconSizes, iconSvg } from '../../rendering/icon.ts';
import { rasterise } from '../../rendering/raster.ts';

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { size: String(size) } }));

/** The icon of the report for what shows no SVG. */
export const GET: APIRoute<never, { size: string }> = async ({ params: { size } }) => {
  const svg = iconSvg(readFileSync('public/favicon.svg', 'utf8'), lightColour);
  return new Response(Buffer.from(await rasterise(svg, Number(size))));
};
