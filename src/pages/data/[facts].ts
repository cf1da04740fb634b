import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { publishedDataPackage } from '../../dataset/datapackage.ts';
import { factTables } from '../../dataset/tables.ts';

/** The files of facts, published as they stand in the repository, and the package that describes them. */
export const getStaticPaths = () =>
  [...factTables.map(({ file }) => file!), 'datapackage.json'].map((facts) => ({ params: { facts } }));

export const GET: APIRoute = async ({ params: { facts = '' } }) => {
  const file = await readFile(join('data', facts));
  return new Response(facts === 'datapackage.json' ? publishedDataPackage(String(file)) : (file as BodyInit));
};
