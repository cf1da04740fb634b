import { publication } from '../../publication/publication.ts';

/** The names of the reviewed models in the order of the dataset, for those who look for one. */
export const GET = async () => {
  const { models } = (await publication()).reviewed;
  return new Response(`${JSON.stringify(models.map(({ model }) => model))}\n`);
};
