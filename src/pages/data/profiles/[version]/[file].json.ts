import type { APIRoute, GetStaticPaths } from 'astro';
import { profiles } from '../../../../publication/profiles.ts';

export const getStaticPaths = (async () => {
  const { version, files } = await profiles();
  return files.map((text, file) => ({ params: { version, file: String(file) }, props: { text } }));
}) satisfies GetStaticPaths;

/** What the model finder says of some of the reviewed models: read by its page when one of them is chosen. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
