import type { PreparationId } from '../dataset/grouping.ts';
import { countOf, falling, integer, known, select, sql, text, type Query } from '../dataset/select.ts';
import { preparationTables } from '../dataset/tables.ts';
import type { NamesColumn } from './kinds/names.ts';

/** The name of a column that is nearest to a text, case aside. */
export interface Nearest {
  name: string;
  /** Models that have the name. */
  models: number;
  /** Letters to insert, delete or replace; 0 where the column holds the text itself. */
  distance: number;
}

/** Answers the `Nearest` to a text over all models of a preparation; of equals the most used. */
export function nearestQuery(column: NamesColumn, name: string, preparation: PreparationId): Query<Nearest> {
  const named = select(preparationTables[preparation], ({ [column]: each }) => ({
    rows: {
      name: known(text`min(${each})`),
      models: countOf(),
      distance: known(integer`levenshtein(lower(${each}), ${name.toLowerCase()})`),
    },
    where: sql`${each} IS NOT NULL`,
    groupBy: [sql`lower(${each})`],
    orderBy: [],
  }));
  return select(named, ({ name, models, distance }) => ({
    rows: { name, models, distance },
    orderBy: [distance, falling(models), name],
    limit: 1,
  }));
}
