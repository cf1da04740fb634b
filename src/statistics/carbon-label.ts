import type { Clustered } from './methods/clusters.ts';
import { peerMedians } from './methods/peer-median.ts';

/** What the carbon of one group of exact twins in ten differs by, or more (noise.twins.co2_fold.p90, rounded). */
export const carbonNoise = 1.5;
/** What that factor is: a group stands for the median over its pairs. */
export const carbonNoiseMeaning =
  'the factor, rounded, that one group of exact twins in ten exceeds in the whole table';
/**
 * The ends of the 95 % interval of that factor were the groups of twins independent, to two digits. Clustered by
 * organisation and lineage it has none, because so few of either do not bound the factor from above.
 */
export const carbonNoiseRange = { low: 1.11, high: 2.13 } as const;
/** What the carbon of alike models of two organisations typically differs by (noise.alike.co2_fold.median, rounded). */
export const alikeFold = 1.25;
/** What the carbon of exact twins typically differs by (noise.twins.co2_fold.median, rounded). */
export const typicalFold = 1.03;
/** The ends of the 95 % interval of that, clustered by organisation and lineage, to two digits. */
export const typicalFoldRange = { low: 1, high: 1.11 } as const;

/**
 * Labels by carbon ÷ the median of the model's peers, each up to and with `upTo`. What alike models typically differ
 * by is about the same; beyond what nine in ten groups of twins differ by it is far less or far more.
 */
export const carbonLabels = [
  { id: 'a', letter: 'A', words: 'far less', upTo: 1 / carbonNoise },
  { id: 'b', letter: 'B', words: 'less', upTo: 1 / alikeFold },
  { id: 'c', letter: 'C', words: 'about the same', upTo: alikeFold },
  { id: 'd', letter: 'D', words: 'more', upTo: carbonNoise },
  { id: 'e', letter: 'E', words: 'far more', upTo: Infinity },
] as const;
export type CarbonLabel = (typeof carbonLabels)[number];

/** Peers: models of one architecture, at most a quarter larger or smaller by the same factor, more than ten of them. */
export const labelPeers = { factor: 1.25, fewest: 11 };

/** The label of carbon that is `fold` times the median of the peers. */
export const carbonLabelOf = (fold: number): CarbonLabel => carbonLabels.find(({ upTo }) => fold <= upTo)!;

/** Whether the label stays the same if the carbon is smaller or larger by a factor of `noise`. */
export const isSureLabel = (fold: number, noise: number): boolean =>
  carbonLabelOf(fold / noise) === carbonLabelOf(fold * noise);

/** What a label is made from; one without a size, a day of submission or carbon has none. */
export interface LabelledBy {
  architecture: string | null;
  parameters_b: number;
  co2_step_corrected_kg: number | null;
}

/** For each model its step-corrected carbon ÷ the median of its peers; null where there are too few, or no carbon. */
export function carbonFolds(rows: readonly LabelledBy[]): (number | null)[] {
  const folds = new Array<number | null>(rows.length).fill(null);
  const places = [...rows.keys()].filter((at) => {
    const { parameters_b, co2_step_corrected_kg: carbon } = rows[at]!;
    return parameters_b > 0 && carbon !== null && carbon > 0;
  });
  const carbon = places.map((at) => rows[at]!.co2_step_corrected_kg!);
  const medians = peerMedians(
    carbon,
    places.map((at) => rows[at]!.parameters_b),
    places.map((at) => rows[at]!.architecture),
    labelPeers,
  );
  medians.forEach((median, i) => {
    if (median !== null) folds[places[i]!] = carbon[i]! / median;
  });
  return folds;
}

/** The models that have a label, with the fold that it is read from. */
export const labelledOf = <R extends LabelledBy & Clustered>(
  rows: readonly R[],
): { members: readonly R[]; folds: readonly number[] } => {
  const folds = carbonFolds(rows);
  return {
    members: rows.filter((_, i) => folds[i] !== null),
    folds: folds.filter((fold) => fold !== null),
  };
};
