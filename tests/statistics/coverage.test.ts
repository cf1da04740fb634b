import { describe, expect, test } from 'vitest';
import { simulatedModels } from '../../bench/coverage/models.ts';
import { simulateCoverage, simulated, slices, worldsOf } from '../../bench/coverage/simulate.ts';
import { componentsOf, drawValues, totalOf } from '../../bench/coverage/world.ts';
import { report } from '../report.ts';
import { seededRandom } from '../../src/statistics/methods/random.ts';

const cells = ['A x', 'A x', 'A y', 'A y', 'B x', 'B x', 'B y', 'B y'].map((cell) => {
  const [organisation, lineage] = cell.split(' ') as [string, string];
  return { organisation, lineage };
});

describe('variance components', () => {
  test('of a balanced table, by hand', () => {
    // Squares within cells 8, of 4 degrees; within lineages 34 of 6, and within organisations 88 of 6, of which
    // effects of the other side are in 4.
    const components = componentsOf([1, 3, 5, 7, 2, 4, 10, 12], cells);
    expect(components.model).toBeCloseTo(2, 12);
    expect(components.organisation).toBeCloseTo((34 - 6 * 2) / 4, 12);
    expect(components.lineage).toBeCloseTo((88 - 6 * 2) / 4, 12);
  });

  test('are not below zero', () => {
    const components = componentsOf([1, 9, 1, 9, 1, 9, 1, 9], cells);
    expect(components).toEqual({ organisation: 0, lineage: 0, model: 32 });
  });

  test('are found again in draws, uneven clusters too', () => {
    const rows = Array.from({ length: 6000 }, (_, i) => ({
      organisation: `o${Math.floor(Math.sqrt(i * 11)) % 150}`,
      lineage: `l${(i * 7919) % 211}`,
    }));
    const given = { organisation: 4, lineage: 9, model: 1 };
    const values = drawValues(rows, given, seededRandom('components'));
    const found = componentsOf(values, rows);
    // The spread of a variance from 150 and from 211 effects is about a tenth of it.
    expect(found.model / given.model).toBeCloseTo(1, 1);
    expect(Math.abs(found.organisation / given.organisation - 1)).toBeLessThan(0.35);
    expect(Math.abs(found.lineage / given.lineage - 1)).toBeLessThan(0.3);
  });
});

describe('on the clusters of the table', async () => {
  const { models, results } = await simulatedModels(await report());
  const worlds = worldsOf(models, results);

  test('effects of lineages are the largest, and the line on size takes some of them', () => {
    expect(worlds.level.components.lineage).toBeGreaterThan(worlds.level.components.model);
    expect(totalOf(worlds.line.components)).toBeLessThan(totalOf(worlds.level.components));
    expect(worlds.line.slope).toBeGreaterThan(0);
  });

  test('120 draws: clustered intervals hold the truth, independent ones seldom', () => {
    const settings = {
      draws: 120,
      seed: 1,
      of: slices.filter(({ id }) => id === 'all'),
      statistics: simulated.filter(({ id }) => ['mean', 'median', 'slope'].includes(id)),
    };
    const rows = simulateCoverage(models, worlds, settings);
    expect(rows.map(({ statistic }) => statistic)).toEqual(['mean', 'median', 'slope']);
    for (const { statistic, clustered, independent } of rows) {
      expect([clustered.draws, independent.draws], statistic).toEqual([120, 120]);
      // Four standard errors of 120 draws below 93 %.
      expect(clustered.share, statistic).toBeGreaterThan(0.93 - 4 * Math.sqrt((0.93 * 0.07) / 120));
      expect(independent.share, statistic).toBeLessThan(0.5);
      expect(clustered.error).toBeCloseTo(Math.sqrt((clustered.share! * (1 - clustered.share!)) / 120), 12);
    }
    expect(simulateCoverage(models, worlds, { ...settings, draws: 5 })).toEqual(
      simulateCoverage(models, worlds, { ...settings, draws: 5 }),
    );
  });
});
