import { knownNamesOf, nameColumnsOf } from '../../finder/known-names.ts';
import type { TableModel } from '../../finder/model-table.ts';
import { publication } from '../../publication/publication.ts';

/** The reviewed models in the order of the dataset, as they are offered to those who search for one. */
export const GET = async () => {
  const { models } = (await publication()).reviewed;
  return new Response(`${JSON.stringify(nameColumnsOf(knownNamesOf(models as readonly TableModel[])))}\n`);
};
