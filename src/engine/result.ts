import type { Row, Value } from './engine.ts';

/** The SQL types that both engines hand to JavaScript alike. */
export const portableTypes: readonly string[] = ['INTEGER', 'DOUBLE', 'VARCHAR', 'BOOLEAN'];

/** A column of a result: its name and its type in SQL's spelling, such as `DECIMAL(18,2)`. */
export interface ResultColumn {
  name: string;
  type: string;
}

/**
 * Refuses a result whose columns would not come out the same from both engines. Throws an Error that names
 * the column when its type is not INTEGER, DOUBLE, VARCHAR or BOOLEAN, or when two columns share a name.
 */
export function checkColumns(columns: readonly ResultColumn[]): void {
  const seen = new Set<string>();
  for (const { name, type } of columns) {
    if (!portableTypes.includes(type)) {
      throw new Error(
        `Column "${name}" of the result is of type ${type}. Cast it to INTEGER, DOUBLE, VARCHAR or BOOLEAN, ` +
          `for example CAST(… AS DOUBLE) AS "${name}".`,
      );
    }
    if (seen.has(name)) {
      throw new Error(`Two columns of the result are called "${name}". Give one another name with AS.`);
    }
    seen.add(name);
  }
}

/**
 * Turns columns into row objects. `columns[c][r]` is the value of column `names[c]` in row r; every column
 * has `count` values.
 */
export function rowsFromColumns(
  names: readonly string[],
  columns: readonly (readonly Value[])[],
  count: number,
): Row[] {
  // Copies of one row have its shape from the start, and column after column all are filled alike.
  const blank: Row = {};
  for (const name of names) blank[name] = null;
  const rows = Array.from({ length: count }, (): Row => ({ ...blank }));
  names.forEach((name, index) => {
    const values = columns[index]!;
    for (let r = 0; r < count; r++) rows[r]![name] = values[r]!;
  });
  return rows;
}
