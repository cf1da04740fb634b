import type { APIRoute } from 'astro';
import { plots } from '../../figures/plots.ts';
import { compileChart } from '../../rendering/svg.ts';

interface Props {
  text: string;
}

/** The charts of the pages for taking the table apart, compiled for the browser. */
export const getStaticPaths = () =>
  Object.entries(plots).map(([id, spec]) => ({
    params: { file: `${id}.vega.json` },
    props: { text: JSON.stringify(compileChart(`plot ${id}`, spec)) } satisfies Props,
  }));

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
