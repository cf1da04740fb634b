import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedCandidates } from '../../../publication/candidates.ts';

export const getStaticPaths = (async () => {
  const { version, text } = await publishedCandidates();
  return [{ params: { version }, props: { text } }];
}) satisfies GetStaticPaths;

/** The models that a reader can choose from: read by the page of the choice when its criteria are changed. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
