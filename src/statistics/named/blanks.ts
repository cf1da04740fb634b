import { countOf, select, sql, type Expression } from '../../dataset/select.ts';
import { runs } from '../../dataset/tables.ts';
import { recorded } from '../../dataset/recorded.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, family } from '../statistic.ts';

type Recorded = keyof typeof recorded;

/** The recorded columns that may be blank. */
const optional = (Object.keys(recorded) as Recorded[]).filter((name) => !recorded[name].required);

const query = select(runs, (columns) => ({
  rows: {
    ...(Object.fromEntries(optional.map((name) => [name, countOf(sql`${columns[name]} IS NULL`)])) as Record<
      Recorded,
      Expression<number>
    >),
    parameters_b: countOf(sql`${columns.parameters_b} <= 0`),
    whole_sizes: countOf(
      sql`${columns.parameters_b} > 0 AND ${columns.parameters_b} = round(${columns.parameters_b})`,
    ),
    adapters: countOf(sql`${columns.weight_type} = 'adapter'`),
    unmarked_merges: countOf(sql`${columns.type} = 'merge' AND NOT ${columns.merged}`),
    merge_suffixes: countOf(sql`${columns.base_model} LIKE '% (Merge)'`),
    base_removed: countOf(sql`${columns.base_model} = 'Removed'`),
    runs: countOf(),
  },
  orderBy: [],
}));

/** Faults that anyone can count in the runs: blank cells and sizes that were never counted. */
export const blanks = family({
  query,
  definitions: [
    ...optional.map((name) => fact(`blank.${name}`, `runs without ${name}`, units.runs)),
    fact('faults.size', 'runs with no size above zero', units.runs),
    fact('faults.whole_sizes', 'runs whose size is a whole number of billions', units.runs),
    fact('faults.adapters', 'runs that are adapters', units.runs),
    fact('faults.unmarked_merges', 'runs of the type merge without the merge tag', units.runs),
    fact('faults.base_removed', 'runs whose base model says “Removed”', units.runs),
    fact('faults.merge_suffixes', 'runs whose base model carries the suffix “(Merge)”', units.runs),
  ],
  derive(rows) {
    const [row] = rows;
    const of = (column: keyof NonNullable<typeof row>) => count(row?.[column] ?? 0);
    return {
      ...Object.fromEntries(optional.map((name) => [`blank.${name}`, of(name)])),
      'faults.size': of('parameters_b'),
      'faults.whole_sizes': of('whole_sizes'),
      'faults.adapters': of('adapters'),
      'faults.unmarked_merges': of('unmarked_merges'),
      'faults.base_removed': of('base_removed'),
      'faults.merge_suffixes': of('merge_suffixes'),
    };
  },
});
