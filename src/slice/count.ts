import { condition, countOf, select, type Query } from '../dataset/select.ts';
import { preparationTables } from '../dataset/tables.ts';
import { predicateOf, preparationOf, type Slice } from './slice.ts';

/** Counts the models of a slice past its views, so that it can be asked while another slice is being answered. */
export const countQuery = (slice: Slice): Query<{ models: number }> =>
  select(preparationTables[preparationOf(slice)], () => ({
    rows: { models: countOf() },
    where: condition(predicateOf(slice)),
    orderBy: [],
  }));
