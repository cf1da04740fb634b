import type { PreparationId } from '../dataset/grouping.ts';
import { quoted, type NamesField } from './kinds/names.ts';

/** The name of a column that is nearest to a text, case aside. */
export interface Nearest {
  name: string;
  /** Models that have the name. */
  models: number;
  /** Letters to insert, delete or replace; 0 where the column holds the text itself. */
  distance: number;
}

/** One SELECT that answers the `Nearest` to a text over all models of a preparation; of equals the most used. */
export function nearestSql({ column }: NamesField, text: string, preparation: PreparationId): string {
  const named = `SELECT min(${column}) AS name, CAST(count(*) AS INTEGER) AS models, CAST(levenshtein(lower(${column}), ${quoted(text.toLowerCase())}) AS INTEGER) AS distance FROM ${preparation} WHERE ${column} IS NOT NULL GROUP BY lower(${column})`;
  return `SELECT name, models, distance FROM (${named}) ORDER BY distance, models DESC, name LIMIT 1`;
}
