import type { Table } from './parquet.ts';
import type { Problem } from './problem.ts';
import { upstreamColumns } from './upstream.ts';

/** Columns that are missing, not known or of another type than in the final release. */
export function checkSchema(table: Pick<Table, 'columns'>): Problem[] {
  const found = new Map(table.columns.map(({ name, type }) => [name, type]));
  const known = new Set(upstreamColumns.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { name, column, type } of upstreamColumns) {
    const actual = found.get(name);
    if (actual === undefined) {
      problems.push({ column, upstream: name, rule: 'the column is missing', right: `a ${type} column` });
    } else if (actual !== type) {
      problems.push({
        column,
        upstream: name,
        value: actual,
        rule: 'the column has the wrong type',
        right: type,
      });
    }
  }
  for (const { name, type } of table.columns) {
    if (!known.has(name)) {
      problems.push({
        upstream: name,
        value: type,
        rule: 'the column is not known',
        right: `only the ${upstreamColumns.length} columns of the final release`,
      });
    }
  }
  return problems;
}
