import { expect, test } from 'vitest';
import { findSmallChart, smallChartIds } from '../../src/figures/small-charts.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { compileChart } from '../../src/rendering/svg.ts';

test('every small chart is of a figure, draws estimates of one unit and compiles', () => {
  for (const id of smallChartIds) {
    const chart = findSmallChart(id)!;
    expect(chart.figure.id).toBe(id);
    const units = chart.statistics.map((each) => findStatistic(each)!.definition.unit.name);
    expect(new Set(units).size, id).toBe(units.length > 0 ? 1 : 0);
    expect(() => compileChart(id, chart.spec())).not.toThrow();
  }
  expect(findSmallChart('score-by-size')).toBeUndefined();
  expect(findSmallChart('toString')).toBeUndefined();
});

const estimate = (value: number | null, n: number) => ({
  value,
  low: value === null ? null : value - 1,
  high: value === null ? null : value + 1,
  n,
});

test('estimates are rows by label, with the least and the most models behind them', () => {
  const { show } = findSmallChart('moe-active-parameters')!;
  const estimates = { 'moe.gap.total.mean': estimate(-4, 71), 'moe.gap.active.mean': estimate(1.5, 1081) };
  expect(show(estimates, [])).toEqual({
    rows: [
      { label: 'same total size', value: -4, low: -5, high: -3, n: 71 },
      { label: 'same active size', value: 1.5, low: 0.5, high: 2.5, n: 1081 },
    ],
    alt: 'same total size: −4.0 (−5.0 to −3.0). same active size: 1.5 (0.5 to 2.5).',
    counted: '71 to 1,081 models.',
    few: null,
  });
});

test('estimates of as many models, of which there are too few', () => {
  const { show } = findSmallChart('moe-active-parameters')!;
  const estimates = { 'moe.gap.total.mean': estimate(null, 1), 'moe.gap.active.mean': estimate(2, 1) };
  expect(show(estimates, [])).toEqual({
    rows: [
      { label: 'same total size', value: null, low: null, high: null, n: 1 },
      { label: 'same active size', value: null, low: null, high: null, n: 1 },
    ],
    alt: 'same total size: too few. same active size: too few.',
    counted: '1 model.',
    few: null,
  });
});

test('a figure drawn small speaks as the figure does, and says where it has too few', () => {
  const { figure, show } = findSmallChart('co2-by-size')!;
  expect(show({}, [])).toEqual({
    rows: [],
    alt: `Too few: 0 models; it takes ${figure.minimum}.`,
    counted: '0 models.',
    few: `Too few: 0 models; it takes ${figure.minimum}.`,
  });
});

test('means with each root counted once say how many roots stand behind them', () => {
  const { statistics, show } = findSmallChart('benchmark-trade-off')!;
  expect(statistics.every((id) => id.includes('.by_base.'))).toBe(true);
  const estimates = Object.fromEntries(statistics.map((id, at) => [id, estimate(at, 58 + at)]));
  expect(show(estimates, []).counted).toBe(`58 to ${57 + statistics.length} roots.`);
});
