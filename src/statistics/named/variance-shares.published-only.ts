import { betweenShare } from '../methods/between-share.ts';
import type { Clustered } from '../methods/clusters.ts';
import type { Estimate } from '../methods/estimate.ts';
import { explainedShares, residualsOf, type Explaining } from '../methods/explained-shares.ts';
import { numbersOf } from '../statistic.ts';

/** A model as its score is explained. */
interface ExplainedModel extends Clustered {
  architecture: string | null;
  /** Month of submission, and whether on or after the change of carbon. */
  month: string;
  since: boolean;
  type: string;
  parameters_b: number;
  chat_template: boolean;
  official_provider: boolean;
  average: number;
}

/** Fewest models of an architecture of its own; rarer ones are one class. */
const fewestOfArchitecture = 20;

/** Every statistic of variance shares, the shares of the groups in the order of their ids. */
export function varianceShareEstimates(
  rows: readonly ExplainedModel[],
  ids: readonly string[],
): Record<string, Estimate> {
  const members = Map.groupBy(rows, ({ architecture }) => architecture);
  const classes = (of: (row: ExplainedModel) => string): Explaining => ({ classes: rows.map(of) });
  const columns: Record<string, Explaining> = {
    architecture: classes(({ architecture }) =>
      architecture !== null && members.get(architecture)!.length >= fewestOfArchitecture
        ? architecture
        : 'rare',
    ),
    month: classes(({ month, since }) => `${month} ${since}`),
    type: classes(({ type }) => type),
    size: { numbers: numbersOf(rows, 'parameters_b').map(Math.log2) },
    template: classes(({ chat_template }) => String(chat_template)),
    official: classes(({ official_provider }) => String(official_provider)),
  };
  const groups = ids.map((id) => columns[id]!);
  const average = numbersOf(rows, 'average');
  const shares = explainedShares(groups, average, rows);
  return {
    ...Object.fromEntries(ids.map((id, place) => [`variance_shares.${id}`, shares[place]!])),
    'variance_shares.all': shares.at(-1)!,
    'variance_shares.organisation': betweenShare(residualsOf(groups, average), average, rows),
  };
}
