import { expect, test } from 'vitest';
import { moeGaps } from '../../../src/statistics/named/moe-gaps.ts';
import { facts, report, ordinaryModel } from '../../report.ts';
import {
  expectAggregates,
  expectEqual,
  mean,
  median,
  modelsOf,
  samples,
  statistic,
  wholes,
  type Sample,
} from './samples.ts';

const groups = {
  'score_per_b.moe': ['average', 'parameters_b', 'moe AND parameters_b > 1'],
  'score_per_b.dense': ['average', 'parameters_b', 'NOT moe AND parameters_b > 1'],
  'score_per_kg.moe': ['average', 'co2_kg', 'moe'],
  'score_per_kg.official': ['average', 'co2_kg', 'NOT moe AND official_provider'],
  'score_per_kg.community': ['average', 'co2_kg', 'NOT moe AND NOT official_provider'],
} as const;

test.each(samples)('“$query”: score per parameter and per carbon of MoE and dense models', async (sample) => {
  for (const [id, [top, bottom, of]] of Object.entries(groups))
    await expectAggregates(sample, {
      [`${id}.mean`]: { value: `avg(${top} / ${bottom})`, of },
      [`${id}.median`]: { value: `quantile_cont(${top} / ${bottom}, 0.5)`, of },
      [`${id}.pooled`]: { value: `sum(${top}) FILTER (${of}) / sum(${bottom})`, of },
    });
});

test('active sizes of the reviewed models, from the list of the review itself', async () => {
  const listed = facts('moe').filter(({ moe }) => moe === 'true');
  const known = listed.filter(({ active_parameters_b: active }) => active !== '');
  const [reviewed, prepared] = wholes as [Sample, Sample];
  expect((await statistic(reviewed, 'moe.active_known.count')).value).toBe(known.length);
  expect((await statistic(reviewed, 'moe.active_unknown.count')).value).toBe(listed.length - known.length);
  expectEqual(
    (await statistic(reviewed, 'moe.active_known.share')).value,
    known.length / listed.length,
    'share known',
  );
  expect((await statistic(prepared, 'moe.active_known.count')).value).toBe(0);
  expect((await statistic(prepared, 'moe.active_known.share')).value).toBe(0);
  const fractions = (
    await (
      await report()
    ).query(
      `SELECT active_parameters_b / parameters_b AS fraction FROM reviewed WHERE moe AND active_parameters_b IS NOT NULL`,
    )
  ).map(({ fraction }) => Number(fraction));
  expectEqual((await statistic(reviewed, 'moe.active_fraction.median')).value, median(fractions), 'fraction');
  expect((await statistic(reviewed, 'moe.all_active.count')).value).toBe(
    fractions.filter((fraction) => fraction >= 0.99).length,
  );
});

interface Model {
  moe: boolean;
  official: boolean;
  total: number;
  active: number | null;
  /** Days from an arbitrary one to the upload; NaN where that is not known. */
  day: number;
  average: number;
  co2: number;
}

async function modelsIn(sample: Sample): Promise<Model[]> {
  const rows = await (
    await report()
  ).query(
    `SELECT moe, official_provider AS official, parameters_b AS total, active_parameters_b AS active,
       CAST(upload_date AS VARCHAR) AS upload, average, co2_kg AS co2 FROM ${modelsOf(sample)}`,
  );
  return rows.map(({ upload, ...model }) => ({
    ...(model as unknown as Omit<Model, 'day'>),
    day: upload === null ? NaN : Number(new Date(String(upload))) / 864e5,
  }));
}

/** Each MoE model's value less the median of its peers, from the definition, with its provider. */
function gaps(
  models: readonly Model[],
  size: 'total' | 'active',
  value: (model: Model) => number,
  { factor, days }: { factor: number; days: number },
) {
  return models
    .filter((each) => each.moe && each[size] !== null)
    .flatMap((each) => {
      const peers = models
        .filter((other) => !other.moe)
        .filter((other) => days === Infinity || Math.abs(other.day - each.day) <= days)
        .map((other) => ({ distance: other.total / each[size]! - 1, value: value(other) }))
        .filter(({ distance }) => distance <= factor - 1 + 1e-9 && distance >= 1 / factor - 1 - 1e-9);
      const sides = [
        peers.filter(({ distance }) => distance <= 0),
        peers.filter(({ distance }) => distance >= 0),
      ];
      if (peers.length < 10 || sides.some((side) => side.length < 3)) return [];
      const gap = value(each) - median(peers.map((peer) => peer.value))!;
      return [{ gap, official: each.official }];
    });
}

const average = (model: Model) => model.average;
const logCo2 = (model: Model) => Math.log(model.co2);
const halfYear = { factor: 1.25, days: 183 };

test.each(wholes)('“$query”: MoE models against dense peers, from the definition', async (sample) => {
  for (const size of ['total', 'active'] as const) {
    // Active sizes are known on review only.
    const models = await modelsIn(size === 'active' ? wholes[0]! : sample);
    const found = gaps(models, size, average, halfYear);
    const values = found.map(({ gap }) => gap);
    expect(values.length).toBeGreaterThan(40);
    const estimate = await statistic(sample, `moe.gap.${size}.mean`);
    expect(estimate.n).toBe(values.length);
    expectEqual(estimate.value, mean(values), `${size} mean`);
    expectEqual((await statistic(sample, `moe.gap.${size}.median`)).value, median(values), `${size} median`);
    for (const [id, official] of [
      ['official', true],
      ['community', false],
    ] as const) {
      const part = found.filter((each) => each.official === official).map(({ gap }) => gap);
      expectEqual((await statistic(sample, `moe.gap.${size}.${id}.mean`)).value, mean(part), `${size} ${id}`);
    }
    const anyAge = gaps(models, size, average, { ...halfYear, days: Infinity }).map(({ gap }) => gap);
    for (const [id, factor] of [
      ['narrow', 1.1],
      ['wide', 1.5],
    ] as const) {
      const other = gaps(models, size, average, { ...halfYear, factor }).map(({ gap }) => gap);
      expectEqual(
        (await statistic(sample, `moe.gap.${size}.${id}.mean`)).value,
        mean(other),
        `${size} ${id}`,
      );
    }
    expectEqual(
      (await statistic(sample, `moe.gap.${size}.any_age.mean`)).value,
      mean(anyAge),
      `${size} any age`,
    );
    const carbon = gaps(models, size, logCo2, halfYear).map(({ gap }) => gap);
    expectEqual(
      (await statistic(sample, `moe.co2_fold.${size}`)).value,
      Math.exp(mean(carbon)!),
      `${size} fold`,
    );
  }
});

test('without dense models, or without MoE models, there is nothing to compare', () => {
  for (const family of moeGaps)
    for (const rows of [[], [{ ...ordinaryModel, moe: true, average: 1 }]])
      for (const { value, n } of Object.values(family.derive(rows))) {
        expect(value).toBeNull();
        expect(n).toBe(0);
      }
});
