import { expect, test } from 'vitest';
import { bootstrapInterval } from '../methods/bootstrap.ts';
import { fitQuantileLine } from '../../../src/statistics/methods/quantile-line.ts';
import { report } from '../../report.ts';
import { modelsOf, samples, statistic, wholes, type Sample } from './samples.ts';

const lines = { p10: 0.1, median: 0.5, p90: 0.9 };

/** Doublings and average scores of a sample, past the views of a slice. */
async function columnsOf(sample: Sample): Promise<{ x: number[]; y: number[] }> {
  const rows = await (
    await report()
  ).query(
    `SELECT log2(parameters_b) AS x, average AS y FROM ${modelsOf(sample)} WHERE parameters_b > 0 ORDER BY row`,
  );
  return { x: rows.map((row) => Number(row.x)), y: rows.map((row) => Number(row.y)) };
}

/** The smallest check loss of a line of this slope: that of the intercept with tau of the points below it. */
function lossAt(slope: number, { x, y }: { x: number[]; y: number[] }, tau: number): number {
  const heights = Float64Array.from(y, (value, i) => value - slope * x[i]!).sort();
  const intercept = heights[Math.min(heights.length - 1, Math.floor(heights.length * tau))]!;
  return heights.reduce((sum, height) => {
    const above = height - intercept;
    return sum + above * (above < 0 ? tau - 1 : tau);
  }, 0);
}

/** The slope of the smallest loss by thirds: the loss is convex in the slope. */
function slopeByThirds(columns: { x: number[]; y: number[] }, tau: number): number {
  let [low, high] = [-40, 40];
  while (high - low > 1e-7) {
    const [first, second] = [low + (high - low) / 3, high - (high - low) / 3];
    if (lossAt(first, columns, tau) < lossAt(second, columns, tau)) high = second;
    else low = first;
  }
  return (low + high) / 2;
}

test.each(samples)('“$query”: no slope has a smaller check loss', async (sample) => {
  const columns = await columnsOf(sample);
  for (const [id, tau] of Object.entries(lines)) {
    const { value, n } = await statistic(sample, `scaling.points_per_doubling.${id}`);
    expect(n).toBe(columns.x.length);
    const best = slopeByThirds(columns, tau);
    expect(lossAt(value!, columns, tau), id).toBeLessThan(lossAt(best, columns, tau) * (1 + 1e-12));
    if (sample.where === null) expect(value, id).toBeCloseTo(best, 5);
  }
});

test.each(wholes)(
  '“$query”: resampling the models gives much the same intervals as independent models',
  async (sample) => {
    const { x, y } = await columnsOf(sample);
    for (const [id, tau] of Object.entries(lines)) {
      const { independent } = await statistic(sample, `scaling.points_per_doubling.${id}`);
      const { low, high } = independent!;
      const bootstrap = bootstrapInterval(
        x.length,
        (rows) =>
          fitQuantileLine(
            Array.from(rows, (row) => x[row]!),
            Array.from(rows, (row) => y[row]!),
            tau,
          )?.slope ?? null,
        { seed: id, resamples: 300 },
      );
      const slack = 0.15 * (high! - low!);
      expect(Math.abs(bootstrap.low! - low!), `${id}: ${bootstrap.low} and ${low}`).toBeLessThan(slack);
      expect(Math.abs(bootstrap.high! - high!), `${id}: ${bootstrap.high} and ${high}`).toBeLessThan(slack);
    }
  },
);
