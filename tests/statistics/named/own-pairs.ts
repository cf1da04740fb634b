import { facts, identityOf, report, rootOf } from '../../report.ts';
import { modelsOf, type Sample } from './samples.ts';

/** A run and the run of its base, as lines of runs.csv. */
export interface Pair {
  base: Record<string, string>;
  child: Record<string, string>;
}

const runs = facts('runs');

const types = new Map(
  facts('corrections').flatMap(({ model, column, value }) =>
    column === 'type' ? [[model!.toLowerCase(), value!]] : [],
  ),
);

/**
 * The children among the models of a sample, each with its root, found by the roots of identity.csv, both by the
 * runs that the preparation keeps; their types are corrected where the sample is of the reviewed preparation.
 */
export async function pairsOf(sample: Sample): Promise<Pair[]> {
  const engine = await report();
  const rowsOf = async (table: string) =>
    (await engine.query(`SELECT row FROM ${table} ORDER BY row`)).map(({ row }) => runs[Number(row) - 1]!);
  const roots = Map.groupBy(await rowsOf(sample.preparation), ({ model }) => identityOf(model!));
  const prepared = (run: Record<string, string>) =>
    sample.preparation === 'reviewed'
      ? { ...run, type: types.get(run.model!.toLowerCase()) ?? run.type! }
      : { ...run, co2_kg: Number(run.co2_kg).toFixed(2) };
  return (await rowsOf(modelsOf(sample))).flatMap((child) => {
    const root = roots.get(rootOf(child.model!))?.[0];
    return root ? [{ child: prepared(child), base: prepared(root) }] : [];
  });
}

/** Child minus base on one score, in points. */
export const change = ({ child, base }: Pair, score = 'average'): number =>
  Number(child[score]) - Number(base[score]);
