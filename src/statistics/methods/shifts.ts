import type { Clustered, Grouping } from './clusters.ts';
import type { Estimate } from './estimate.ts';

/**
 * How far leaving out each group of a partition of its rows moves a statistic, in its unit: NaN where it does not
 * survive the loss of the group, 0 for a group without rows.
 */
export type Shifts = (grouping: Grouping) => Float64Array;

/** The rows of an estimate, and how far groups of them move it. */
export interface Told {
  rows: readonly Clustered[];
  shifts: Shifts;
}

let told: WeakMap<Estimate, () => Told> | undefined;

/**
 * Lets an estimate tell how far groups of its rows move it, where that is asked for: it takes the rows along, so that
 * nothing is kept otherwise.
 */
export function telling(estimate: Estimate, rows: readonly Clustered[], shifts: () => Shifts): Estimate {
  told?.set(estimate, () => ({ rows, shifts: shifts() }));
  return estimate;
}

/** Lets `to`, which is `from` in another form or on another scale, tell what `from` tells. */
export function retelling(from: Estimate, to: Estimate, scale?: (value: number) => number): Estimate {
  const known = told?.get(from);
  const { value } = from;
  if (!known || value === null) return to;
  told!.set(to, () => {
    const { rows, shifts } = known();
    if (!scale) return { rows, shifts };
    const at = scale(value);
    return { rows, shifts: (grouping) => shifts(grouping).map((shift) => scale(value + shift) - at) };
  });
  return to;
}

/**
 * What `compute` answers, and a look-up of what the estimates that it made tell; undefined for an estimate that is no
 * function of rows in clusters, or was not made by it.
 */
export function askingShifts<T>(compute: () => T): [T, (estimate: Estimate) => Told | undefined] {
  const before = told;
  const asked = (told = new WeakMap());
  try {
    return [compute(), (estimate) => asked.get(estimate)?.()];
  } finally {
    told = before;
  }
}

/** Shifts to the first order from how far each row pulls a statistic, the pulls adding up to 0. */
export const shiftsOfPulls =
  (pull: Float64Array): Shifts =>
  ({ of, count }) => {
    const [total, share] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < pull.length; i++) {
      total[of[i]!]! += pull[i]!;
      share[of[i]!]! += 1 / pull.length;
    }
    return total.map((each, g) => (share[g]! > 1 - 1e-12 ? NaN : each / (1 - share[g]!)));
  };
