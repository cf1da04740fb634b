import { renames } from '../../dataset/identity/renames.ts';
import { publication } from '../../publication/publication.ts';

/** The names of the reviewed models in the order of the dataset, then other names that they had, for those who look for one. */
export const GET = async () => {
  const { models } = (await publication()).reviewed;
  const names = models.map(({ model }) => String(model));
  const others = renames.flatMap(({ former, now }) => [former, now]).filter((name) => !names.includes(name));
  return new Response(`${JSON.stringify([...names, ...others])}\n`);
};
