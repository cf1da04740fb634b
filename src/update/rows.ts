import type { Cell, Run } from '../dataset/column.ts';
import { runKey } from '../dataset/recorded.ts';
import type { Part } from '../meaning/words.ts';

/** The rows in which two tables of runs differ, told apart by the name of the run. */
export interface RowChanges {
  added: readonly Run[];
  removed: readonly Run[];
  /** By column, in the order of the table, the runs whose value is another. */
  changed: ReadonlyMap<string, readonly { run: string; before: Cell; after: Cell }[]>;
  /** How many runs have another value in some column. */
  runs: number;
}

/** How the rows of a table changed. The number of a row is its place and no value. */
export function changedRows(before: readonly Run[], after: readonly Run[]): RowChanges {
  const key = (run: Run) => String(run[runKey]);
  const [was, is] = [before, after].map((runs) => new Map(runs.map((run) => [key(run), run])));
  const changed = new Map<string, { run: string; before: Cell; after: Cell }[]>();
  const names = Object.keys(after[0] ?? before[0] ?? {}).filter((name) => name !== 'row' && name !== runKey);
  let runs = 0;
  for (const [run, row] of is!) {
    const old = was!.get(run);
    const other = old ? names.filter((name) => old[name] !== row[name]) : [];
    if (other.length > 0) runs++;
    for (const name of other)
      changed.set(name, [...(changed.get(name) ?? []), { run, before: old![name]!, after: row[name]! }]);
  }
  return {
    added: after.filter((run) => !was!.has(key(run))),
    removed: before.filter((run) => !is!.has(key(run))),
    changed: new Map(names.flatMap((name) => (changed.has(name) ? [[name, changed.get(name)!]] : []))),
    runs,
  };
}

const examples = 3;
const written = (cell: Cell): string => (cell === null ? 'blank' : String(cell));

/** The changed rows in words: those that came and went by name, the others by column with a few examples. */
export const partsOfRows = ({ added, removed, changed }: RowChanges): Part[] => [
  { heading: 'Rows that come', lines: added.map((run) => ({ text: String(run[runKey]), below: [] })) },
  { heading: 'Rows that go', lines: removed.map((run) => ({ text: String(run[runKey]), below: [] })) },
  {
    heading: 'Columns with other values',
    lines: [...changed].map(([name, runs]) => ({
      text: `${name}: ${runs.length === 1 ? 'one run' : `${runs.length} runs`}`,
      below: runs
        .slice(0, examples)
        .map(({ run, before, after }) => `${run}: ${written(before)} → ${written(after)}`),
    })),
  },
];
