import { type Estimate, symmetricEstimate } from './estimate.ts';
import { arithmeticMean, centred } from './moments.ts';
import { finiteNumbers, requireSameLength } from './numeric-input.ts';
import { studentCritical } from './student.ts';
import { sum, sumOver } from './sum.ts';

/**
 * Mean of `values` whose rows come in groups, in the unit of `values`, with the cluster-robust interval SE² =
 * G / (G − 1) · Σ_g (Σ_{i in g} (x_i − mean))² / n², Student with G − 1 degrees of freedom for G groups
 * (Liang and Zeger 1986 for a mean). n counts rows. groups[i] is the key of row i. No interval for a single
 * group. Throws a RangeError for arrays of different length or a value that is not finite.
 */
export function clusteredMean(values: ArrayLike<number>, groups: ArrayLike<string | number>): Estimate {
  requireSameLength('values', values, 'groups', groups);
  const numbers = finiteNumbers('values', values);
  const n = numbers.length;
  const deviations = new Map<string | number, number[]>();
  centred(numbers).forEach((deviation, i) => {
    const group = deviations.get(groups[i]!);
    if (group) group.push(deviation);
    else deviations.set(groups[i]!, [deviation]);
  });
  const totals = [...deviations.values()].map(sum);
  const count = totals.length;
  const halfWidth =
    count < 2
      ? null
      : (studentCritical(count - 1) *
          Math.sqrt((count / (count - 1)) * sumOver(count, (g) => totals[g]! ** 2))) /
        n;
  return symmetricEstimate(arithmeticMean(numbers), n, halfWidth);
}
