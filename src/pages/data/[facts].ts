import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';

/** The files of facts that are published as they stand in the repository. */
export const getStaticPaths = () =>
  ['runs.csv', 'corrections.csv', 'moe.csv', 'datapackage.json'].map((facts) => ({ params: { facts } }));

export const GET: APIRoute = async ({ params }) =>
  new Response((await readFile(join('data', params.facts ?? ''))) as BodyInit);
