import type { Estimate } from '../statistics/methods/estimate.ts';

/** How wide an interval is; null without one. */
const widthOf = ({ low, high }: Estimate): number | null =>
  low === null || high === null ? null : high - low;

/** The middle of the ratios of the widths of some intervals to others; null where there are none. */
export function medianWidening(
  intervals: readonly (readonly [published: Estimate, other: Estimate])[],
): number | null {
  const ratios = intervals
    .flatMap(([published, other]) => {
      const [before, after] = [widthOf(published), widthOf(other)];
      return before === null || after === null || before === 0 ? [] : [after / before];
    })
    .toSorted((a, b) => a - b);
  if (ratios.length === 0) return null;
  return (ratios[Math.floor((ratios.length - 1) / 2)]! + ratios[Math.ceil((ratios.length - 1) / 2)]!) / 2;
}
