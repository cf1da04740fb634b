import { countOf, integer, known, select, sql, Sql } from '../../dataset/select.ts';
import { runs } from '../../dataset/tables.ts';
import { moeArchitectures } from '../../dataset/architectures.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, family } from '../statistic.ts';

const reviewed = 'SELECT count(*) FROM reviewed_models WHERE moe';

const query = select(runs, ({ moe, architecture }) => {
  const byArchitecture = sql`coalesce(${architecture} IN (${moeArchitectures}), false)`;
  return {
    rows: {
      runs: countOf(),
      flagged: countOf(moe),
      architecture: countOf(byArchitecture),
      both: countOf(sql`${moe} AND ${byArchitecture}`),
      reviewed: known(integer`(${new Sql(reviewed)})`),
    },
    orderBy: [],
  };
});

/** Three ways to find MoE: the flag and the architecture over runs, and the review over models. */
export const moe = family({
  query,
  definitions: [
    fact('runs.count', 'runs', units.runs),
    fact('moe.flagged', 'runs that the flag marks as MoE', units.runs),
    fact('moe.architecture', 'runs with an MoE architecture', units.runs),
    fact('moe.both', 'runs with the flag and an MoE architecture', units.runs),
    fact('moe.reviewed', 'models that are MoE on review', units.models),
  ],
  derive(rows) {
    const [row] = rows;
    const of = (column: keyof NonNullable<typeof row>) => count(row?.[column] ?? 0);
    return {
      'runs.count': of('runs'),
      'moe.flagged': of('flagged'),
      'moe.architecture': of('architecture'),
      'moe.both': of('both'),
      'moe.reviewed': of('reviewed'),
    };
  },
});
