import { recordedColumns } from '../../dataset/recorded.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';
import { remembered } from '../remember.ts';

const optional = recordedColumns.filter(({ required }) => !required).map(({ name }) => name);

/** Faults that anyone can count in the runs: blank cells and sizes that were never read. */
export const blanks: Family = {
  sql: `SELECT ${[
    ...optional.map((name) => `CAST(count(*) FILTER (${name} IS NULL) AS INTEGER) AS ${name}`),
    `CAST(count(*) FILTER (parameters_b <= 0) AS INTEGER) AS parameters_b`,
    `CAST(count(*) FILTER (weight_type = 'adapter') AS INTEGER) AS adapters`,
    `CAST(count(*) FILTER (type = 'merge' AND NOT merged) AS INTEGER) AS unmarked_merges`,
    `CAST(count(*) FILTER (base_model LIKE '% (Merge)') AS INTEGER) AS merge_suffixes`,
    `CAST(count(*) FILTER (base_model = 'Removed') AS INTEGER) AS base_removed`,
    `CAST(count(*) FILTER (architecture IS NULL OR architecture IN ('?', 'Unknown')) AS INTEGER) AS architecture_unknown`,
    `CAST(count(*) AS INTEGER) AS runs`,
  ].join(', ')} FROM runs`,
  definitions: [
    ...optional.map((name) => fact(`blank.${name}`, `runs without ${name}`, units.runs)),
    fact('faults.size', 'runs with no size above zero', units.runs),
    fact('faults.adapters', 'runs that are adapters', units.runs),
    fact('faults.unmarked_merges', 'runs of the type merge without the merge tag', units.runs),
    fact('faults.base_removed', 'runs whose base model says “Removed”', units.runs),
    fact('faults.architecture_unknown', 'runs whose architecture is blank, “?” or “Unknown”', units.runs),
    fact('faults.merge_suffixes', 'runs whose base model carries the suffix “(Merge)”', units.runs),
  ],
  derive: remembered((rows) => {
    const [row] = rows;
    const of = (column: string) => count(Number(row?.[column] ?? 0));
    return {
      ...Object.fromEntries(optional.map((name) => [`blank.${name}`, of(name)])),
      'faults.size': of('parameters_b'),
      'faults.adapters': of('adapters'),
      'faults.unmarked_merges': of('unmarked_merges'),
      'faults.base_removed': of('base_removed'),
      'faults.architecture_unknown': of('architecture_unknown'),
      'faults.merge_suffixes': of('merge_suffixes'),
    };
  }),
};
