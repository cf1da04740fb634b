import { condition, countOf, select, type Query } from '../dataset/select.ts';
import { chosenModels } from '../dataset/chosen.ts';
import { preparationTables } from '../dataset/tables.ts';
import { withCurrentNames } from './former-names.ts';
import { chosenOf, predicateOf, preparationOf, type Slice } from './slice.ts';

/** All models of the preparation of a slice, under its choices. */
function modelsOf(slice: Slice) {
  const table = preparationTables[preparationOf(slice)];
  const chosen = chosenModels(chosenOf(slice));
  return chosen === null ? table : { ...table, name: `(${chosen}) AS models` };
}

/** Counts the models of a slice past its views, so that it can be asked while another slice is being answered. */
export const countQuery = (slice: Slice): Query<{ models: number }> =>
  select(modelsOf(slice), () => ({
    rows: { models: countOf() },
    where: condition(predicateOf(withCurrentNames(slice))),
    orderBy: [],
  }));
