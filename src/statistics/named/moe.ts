import { moeArchitectures } from '../../dataset/architectures.ts';
import { count } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';

const byArchitecture = `coalesce(architecture IN (${moeArchitectures.map((name) => `'${name}'`).join(', ')}), false)`;

/** Three ways to find MoE: the flag and the architecture over runs, and the review over models. */
export const moe: Family = {
  sql: `SELECT CAST(count(*) AS INTEGER) AS runs, CAST(count(*) FILTER (moe) AS INTEGER) AS flagged, CAST(count(*) FILTER (${byArchitecture}) AS INTEGER) AS architecture, CAST(count(*) FILTER (moe AND ${byArchitecture}) AS INTEGER) AS both, (SELECT CAST(count(*) AS INTEGER) FROM reviewed_models WHERE moe) AS reviewed FROM runs`,
  definitions: [
    fact('runs.count', 'runs', units.runs),
    fact('moe.flagged', 'runs that the flag marks as MoE', units.runs),
    fact('moe.architecture', 'runs with an MoE architecture', units.runs),
    fact('moe.both', 'runs with the flag and an MoE architecture', units.runs),
    fact('moe.reviewed', 'models that are MoE on review', units.models),
  ],
  derive(rows) {
    const [row] = rows;
    const of = (column: string) => count(Number(row?.[column] ?? 0));
    return {
      'runs.count': of('runs'),
      'moe.flagged': of('flagged'),
      'moe.architecture': of('architecture'),
      'moe.both': of('both'),
      'moe.reviewed': of('reviewed'),
    };
  },
};
