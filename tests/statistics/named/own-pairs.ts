import { facts, identityOf, report, rootOf } from '../../report.ts';
import { modelsOf, type Sample } from './samples.ts';

/** A run and the run of its base, as lines of runs.csv. */
export interface Pair {
  base: Record<string, string>;
  child: Record<string, string>;
}

const byName = Map.groupBy(facts('runs'), ({ model }) => identityOf(model!));

const types = new Map(
  facts('corrections').flatMap(({ model, column, value }) =>
    column === 'type' ? [[model!.toLowerCase(), value!]] : [],
  ),
);

/**
 * The children among the models of a sample, by the runs that their preparation keeps, each with its base, found by the roots of identity.csv; their types are
 * corrected where the sample is of the reviewed preparation.
 */
export async function pairsOf(sample: Sample): Promise<Pair[]> {
  const kept = await (await report()).query(`SELECT row FROM ${modelsOf(sample)}`);
  const rows = new Set(kept.map(({ row }) => String(row)));
  const children = facts('runs').filter(({ row }) => rows.has(row!));
  return children.flatMap((child) => {
    const bases = byName.get(rootOf(child.model!));
    if (!bases) return [];
    const base = bases.find(({ precision }) => precision === 'bfloat16') ?? bases[0]!;
    if (sample.preparation !== 'reviewed') return [{ child, base }];
    const typed = (run: Record<string, string>) => ({
      ...run,
      type: types.get(run.model!.toLowerCase()) ?? run.type!,
    });
    return [{ child: typed(child), base: typed(base) }];
  });
}

/** Child minus base on one score, in points. */
export const change = ({ child, base }: Pair, score = 'average'): number =>
  Number(child[score]) - Number(base[score]);
