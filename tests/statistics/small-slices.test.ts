import { describe, expect, test } from 'vitest';
import { formatEstimate } from '../../src/statistics/format.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { estimatesOf, idsAnswered, rowsOf } from '../report.ts';

/** The largest size that exactly so many reviewed models have, as a slice. */
async function sliceOfCount(models: number): Promise<string> {
  const [found] = await rowsOf(
    '',
    `SELECT parameters_b AS size FROM models GROUP BY parameters_b HAVING count(*) = ${models} AND count(DISTINCT average) = ${models} ORDER BY parameters_b DESC LIMIT 1`,
  );
  const size = Number(found!.size);
  return `size=${(size - 0.0005).toFixed(4)}-${size}`;
}

describe.each(['', '&preparation=prepared'])('no model%s', (also) => {
  const none = () => estimatesOf(`submitted=2030-01-01..${also}`);

  test('estimates have no value, facts are 0 or have none, and all rest on nothing', async () => {
    const estimates = await none();
    for (const id of Object.keys(estimates)) {
      const { value, n, low, high } = estimates[id]!;
      const allowed = findStatistic(id)!.definition.minimum > 0 ? [null] : [null, 0];
      expect(allowed, id).toContain(value);
      expect([n, low, high], id).toEqual([0, null, null]);
    }
  });

  test('counts are 0', async () => {
    const estimates = await none();
    const counts = [
      'models.count',
      'size.large.count',
      'pairs.count',
      'orgs.count',
      'moe.flagged',
      'noise.models',
    ];
    expect(counts.map((id) => estimates[id]!.value)).toEqual(counts.map(() => 0));
  });
});

test('one model: values and no interval', async () => {
  const query = await sliceOfCount(1);
  const [model] = await rowsOf(query, 'SELECT average, moe, official_provider FROM models');
  const estimates = await estimatesOf(query);
  expect(estimates['models.count']!.value).toBe(1);
  const provider = model!.official_provider ? 'official' : 'community';
  const single = { value: model!.average, n: 1, low: null, high: null };
  expect(estimates[`score.${provider}.mean`]).toMatchObject(single);
  expect(estimates[`score.${provider}.median`]).toMatchObject(single);
  expect(estimates['scaling.points_per_doubling']).toMatchObject({ value: null, n: 1 });
  expect(estimates['benchmarks.pc1_share']).toMatchObject({ value: null, n: 1 });
  expect(estimates['orgs.hhi']).toMatchObject({ value: 1, n: 1 });
  expect(estimates['orgs.gini']).toMatchObject({ value: 0, n: 1 });
});

test('two models of one size: a mean between them and no slope', async () => {
  const query = await sliceOfCount(2);
  const models = await rowsOf(query, 'SELECT average, parameters_b FROM models');
  const estimates = await estimatesOf(query);
  expect(estimates['models.count']!.value).toBe(2);
  const pooled =
    (Number(models[0]!.average) + Number(models[1]!.average)) / (2 * Number(models[0]!.parameters_b));
  expect(estimates['score_per_b.large.pooled']!.value).toBeCloseTo(pooled, 10);
  expect(estimates['score_per_b.large.mean']!.value).toBeCloseTo(pooled, 10);
  expect(estimates['scaling.points_per_doubling']).toMatchObject({ value: null, n: 2 });
  expect(estimates['scaling.r2']).toMatchObject({ value: null, n: 2 });
});

test.each([0, 1, 2])('%i models: every estimate is said to rest on too few', async (count) => {
  const query = count === 0 ? 'submitted=2030-01-01..' : await sliceOfCount(count);
  const estimates = await estimatesOf(query);
  const estimated = idsAnswered(query).filter((id) => findStatistic(id)!.definition.minimum > 0);
  const texts = estimated.map((id) => formatEstimate(estimates[id]!, findStatistic(id)!.definition));
  expect(new Set(texts)).toEqual(new Set(['too few']));
});
