import { predicateOf, preparationOf, type Slice } from './slice.ts';

/**
 * One SELECT that counts the models of a slice past its views, so that it can be asked while another slice is
 * being answered.
 */
export function countSql(slice: Slice): string {
  const predicate = predicateOf(slice);
  const where = predicate === null ? '' : ` WHERE ${predicate}`;
  return `SELECT CAST(count(*) AS INTEGER) AS models FROM ${preparationOf(slice)}${where}`;
}
