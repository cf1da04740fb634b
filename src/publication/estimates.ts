import type { Row } from '../engine/engine.ts';
import type { PreparationId } from '../dataset/grouping.ts';
import type { Model } from '../dataset/tables.ts';
import { modelEstimates, type ModelEstimates } from '../statistics/model-estimates.ts';
import { contentKey, keep, kept } from './cache.ts';
import type { Publication } from './publication.ts';

const found = new WeakMap<readonly Row[], readonly ModelEstimates[]>();

/** Computes what is published of each of some models, or takes it from the cache where it was computed of the same. */
function compute(models: readonly Model[]): readonly ModelEstimates[] {
  const key = contentKey(
    [process.version, models],
    ['src/dataset', 'src/statistics', 'src/publication/estimates.ts'],
  );
  const known = kept<readonly ModelEstimates[]>('estimates', key);
  if (known) return known;
  const computed = modelEstimates(models);
  keep('estimates', key, computed);
  return computed;
}

/** What is published of each model of a preparation, in the order of its models; computed once. */
export function estimatesOf(publication: Publication, preparation: PreparationId): readonly ModelEstimates[] {
  const { models } = publication[preparation];
  let estimates = found.get(models);
  if (!estimates) {
    estimates = compute(models as readonly Model[]);
    found.set(models, estimates);
  }
  return estimates;
}

/** The rows of the table `estimates`, by preparation and row. */
export const estimateRows = (publication: Publication): Row[] =>
  (Object.keys(publication) as PreparationId[]).toSorted().flatMap((preparation) =>
    estimatesOf(publication, preparation).map((of, at) => ({
      preparation,
      row: publication[preparation].models[at]!.row!,
      ...of,
    })),
  );
