import type { Drawing } from '../figure.ts';

/** A day as a position from left to right, on an axis of months. */
export const acrossDays = (drawing: Drawing, field: string) => ({
  field,
  type: 'temporal' as const,
  scale: { type: 'utc' as const, nice: false },
  axis: {
    title: null,
    grid: false,
    tickCount: drawing === 'phone' ? 3 : 6,
    // The year stands under the first label and under each January.
    labelExpr:
      "utcmonth(datum.value) === 0 || datum.index === 0 ? [utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')] : [utcFormat(datum.value, '%b')]",
  },
});
