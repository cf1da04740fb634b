import type { Benchmark } from '../benchmarks.ts';
import type { Cell, Run } from '../column.ts';
import { modelTypes } from '../model-types.ts';
import { recordedColumns, runKey } from '../recorded.ts';
import { readCell } from './cell.ts';
import type { Table } from './parquet.ts';
import type { Problem } from './problem.ts';
import { checkSchema } from './schema.ts';
import { floors, meanScore, normalise, tolerance } from './scores.ts';
import { linkColumn, markColumn, upstreamColumns } from './upstream.ts';

const upstreamName = new Map(recordedColumns.map(({ name, upstream }) => [name, upstream ?? name]));

/**
 * Turns the table of the Hub's file into runs and reports everything that is wrong with it: the columns
 * first, then row by row. The runs are fit to be written only where there is no problem.
 */
export function validate(table: Table): { runs: Run[]; problems: Problem[] } {
  const problems = checkSchema(table);
  const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
  // Values of a column of the wrong type say nothing that the column's own problem does not.
  const usable = new Map(
    upstreamColumns.flatMap(({ name, type }) =>
      typeOf.get(name) === type ? [[name, table.values.get(name) ?? []] as const] : [],
    ),
  );
  if (table.length === 0) {
    problems.push({
      column: runKey,
      upstream: upstreamName.get(runKey)!,
      rule: 'the file has no rows',
      right: 'one row per run',
    });
  }

  const runs: Run[] = [];
  const firstRow = new Map<Cell, number>();
  for (let index = 0; index < table.length; index++) {
    const row = index + 1;
    const run: Record<string, Cell> = { row };
    for (const column of recordedColumns) {
      const values = column.upstream === undefined ? undefined : usable.get(column.upstream);
      if (column.upstream === undefined || values === undefined) continue;
      const value = values[index];
      const reading = readCell(column, value);
      if ('value' in reading) run[column.name] = reading.value;
      else problems.push({ column: column.name, upstream: column.upstream, row, value, ...reading });
    }
    problems.push(
      ...checkScores(run, row),
      ...checkMark(run, row, usable.get(markColumn)?.[index]),
      ...checkLink(run, row, usable.get(linkColumn)?.[index]),
      ...checkKey(run, row, firstRow),
    );
    runs.push(run);
  }
  return { runs, problems };
}

function checkScores(run: Run, row: number): Problem[] {
  const expected: [string, number | null, string][] = (Object.entries(floors) as [Benchmark, number][]).map(
    ([benchmark, floor]) => {
      const raw = run[`${benchmark}_raw`];
      return [
        benchmark,
        typeof raw === 'number' ? normalise(raw, floor) : null,
        `the score does not follow from its raw value by max(0, (raw − ${floor}) / (1 − ${floor})) × 100`,
      ];
    },
  );
  expected.push(['average', meanScore(run), 'the average is not the mean of the six scores']);
  return expected.flatMap(([column, right, rule]) => {
    const value = run[column];
    if (typeof value !== 'number' || right === null || Math.abs(value - right) <= tolerance) return [];
    return [{ column, upstream: upstreamName.get(column)!, row, value, rule, right: String(right) }];
  });
}

function checkMark(run: Run, row: number, mark: unknown): Problem[] {
  const type = run['type'];
  if (mark === undefined || typeof type !== 'string') return [];
  const label = modelTypes[type as keyof typeof modelTypes];
  const right = label.slice(0, label.indexOf(' '));
  if (mark === right) return [];
  const rule = `the symbol contradicts the type of model, ${JSON.stringify(label)}`;
  return [{ upstream: markColumn, row, value: mark, rule, right }];
}

function checkLink(run: Run, row: number, link: unknown): Problem[] {
  const model = run['model'];
  if (link === undefined || typeof model !== 'string') return [];
  const right = `href="https://huggingface.co/${model}"`;
  if (typeof link === 'string' && link.includes(right)) return [];
  return [
    {
      upstream: linkColumn,
      row,
      value: link,
      rule: `the link does not lead to the model that "${upstreamName.get('model')}" names`,
      right: `a link with ${right}`,
    },
  ];
}

function checkKey(run: Run, row: number, firstRow: Map<Cell, number>): Problem[] {
  const key = run[runKey];
  if (key === undefined) return [];
  const first = firstRow.get(key);
  if (first === undefined) {
    firstRow.set(key, row);
    return [];
  }
  return [
    {
      column: runKey,
      upstream: upstreamName.get(runKey)!,
      row,
      value: key,
      rule: `the run is already in row ${first}`,
      right: 'a name that no other row has',
    },
  ];
}
