import { expect, test } from 'vitest';
import { efficiencyLeverageFigure } from '../../src/figures/efficiency-leverage.ts';
import { leveredOf } from '../../src/statistics/named/efficiency-leverage.ts';
import { moeModels } from '../../src/statistics/named/moe-averages.ts';
import { estimatesOf, rowsOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';
import { median } from '../statistics/named/samples.ts';

test.each(editions)(
  'designs are medians of their models, and means the statistics on $preparation',
  async ({ query }) => {
    const rows = await drawnRows(efficiencyLeverageFigure, query);
    const estimates = await estimatesOf(query);
    const view = moeModels.reviewed_models;
    const { levered, below, above } = leveredOf(view.read(await rowsOf(query, view.sql)));
    const designs = Map.groupBy(
      levered,
      ({ row }) => `${row.parameters_b.toFixed(1)} of ${row.active_parameters_b}`,
    );
    for (const size of ['active', 'total'] as const) {
      const drawn = rows.filter((row) => row.layer === 'moe' && row.size === size);
      expect(drawn).toHaveLength(designs.size);
      for (const members of designs.values()) {
        const most = Math.max(...members.map(({ row }) => row.likes));
        const names = members.filter(({ row }) => row.likes === most).map(({ row }) => row.model);
        const dot = drawn.find(({ name }) => names.includes(String(name)))!;
        const ratios = members.map(
          ({ row, dense_b }) => dense_b / (size === 'active' ? row.active_parameters_b : row.parameters_b),
        );
        expect(dot.n).toBe(members.length);
        expect(dot.value).toBeCloseTo(median(ratios)!, 10);
      }
      const { value, low, high, n } = estimates[`leverage.${size}.mean`]!;
      expect(rows.find((row) => row.layer === 'mean' && row.size === size)).toMatchObject({
        value,
        low,
        high,
        n,
      });
    }
    expect(rows.slice(-2).map(({ layer, n }) => [layer, n])).toEqual([
      ['below', below],
      ['above', above],
    ]);
    expect(efficiencyLeverageFigure.n(rows)).toBe(levered.length + below + above);
  },
);

test('the takeaway, by hand', () => {
  const row = (size: string, value: number | null) => ({
    layer: 'mean',
    size,
    name: null,
    caution: null,
    share: null,
    value,
    low: value === null ? null : value / 2,
    high: value === null ? null : value * 2,
    n: 20,
  });
  expect(efficiencyLeverageFigure.takeaway([row('active', 1), row('total', 0.4)])).toBe(
    'In the geometric mean an MoE model scores like a dense model of 0.40 times (95 % interval 0.20 to 0.80) its total size, and of 1.00 times (95 % interval 0.50 to 2.00) its active size.',
  );
  expect(efficiencyLeverageFigure.takeaway([row('active', 1), row('total', null)])).toMatch(/^Too few/);
});
