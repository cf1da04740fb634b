import { describe, expect, test } from 'vitest';
import { statisticIds } from '../../../src/statistics/statistics.ts';
import { estimatesOf, report } from '../../report.ts';
import { studentPoint } from '../../figures/student.ts';
import { modelsOf, statistic, wholes, type Sample } from './samples.ts';

/*
 * The clustered intervals a second time, by their definition: every organisation, every lineage and every group of
 * both is really left out, and the statistic is computed anew from the models that remain.
 */

interface Model {
  organisation: string;
  lineage: string;
  official: boolean;
  size: number | null;
  /** log₂ of the size. */
  doublings: number;
  type: string;
  average: number;
  co2: number;
}

async function modelsIn(sample: Sample): Promise<Model[]> {
  const rows = await (
    await report()
  ).query(
    `SELECT organisation, lineage, official_provider AS official, parameters_b AS size, type, average, co2_kg AS co2
     FROM ${modelsOf(sample)} ORDER BY row`,
  );
  const models = rows as unknown as Omit<Model, 'doublings'>[];
  return models.map((model) => ({ ...model, doublings: Math.log2(model.size ?? NaN) }));
}

/** The mean of what is said of models; every statistic here is computed thousands of times, so nothing is copied. */
function meanOf(models: readonly Model[], of: (model: Model) => number): number {
  let total = 0;
  for (const model of models) total += of(model);
  return total / models.length;
}

/** Slope and correlation of averages over doublings, by products about the means. */
function line(models: readonly Model[]) {
  const [mx, my] = [meanOf(models, ({ doublings }) => doublings), meanOf(models, average)];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const { doublings: x, average: y } of models) {
    sxx += (x - mx) ** 2;
    sxy += (x - mx) * (y - my);
    syy += (y - my) ** 2;
  }
  return { slope: sxy / sxx, r: sxy / Math.sqrt(sxx * syy) };
}

const average = (model: Model) => model.average;

/** Where a value lies to another: the share of it below. */
const below = (value: number, middle: number) => (value < middle ? 1 : value === middle ? 0.5 : 0);

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const effective = (groups: ReadonlyMap<string, readonly Model[]>, n: number) =>
  1 / sum([...groups.values()].map((members) => (members.length / n) ** 2));

/** The error of a statistic of models, and the degrees of freedom, by leaving groups out. */
function leftOut(models: readonly Model[], of: (kept: readonly Model[]) => number) {
  const whole = of(models);
  const organisations = Map.groupBy(models, ({ organisation }) => organisation);
  const lineages = Map.groupBy(models, ({ lineage }) => lineage);
  const both = Map.groupBy(models, ({ organisation, lineage }) => `${organisation} ${lineage}`);
  const variance = (groups: ReadonlyMap<string, readonly Model[]>) => {
    const groupOf = new Map([...groups.values()].flatMap((members, g) => members.map((model) => [model, g])));
    const own = models.map((model) => groupOf.get(model)!);
    const squares = [...groups.keys()].map(
      (_, g) => (of(models.filter((_, i) => own[i] !== g)) - whole) ** 2,
    );
    return ((groups.size - 1) / groups.size) * sum(squares);
  };
  const [o, l] = [variance(organisations), variance(lineages)];
  return {
    error: Math.sqrt(Math.max(o + l - variance(both), o, l)),
    freedom: Math.min(effective(organisations, models.length), effective(lineages, models.length)) - 1,
  };
}

const sized = (models: readonly Model[]) => models.filter(({ size }) => size !== null && size > 0);
const averages = (models: readonly Model[]) => models.map(average);

describe.each(wholes)('“$query”', (sample) => {
  const symmetric: Record<
    string,
    { among: (models: Model[]) => Model[]; of: (kept: readonly Model[]) => number }
  > = {
    'score.official.mean': {
      among: (models) => models.filter(({ official }) => official),
      of: (kept) => meanOf(kept, average),
    },
    'scaling.points_per_doubling': { among: sized, of: (kept) => line(kept).slope },
    'score_per_b.large.pooled': {
      among: (models) => sized(models).filter(({ size }) => size! > 40),
      of: (kept) => meanOf(kept, average) / meanOf(kept, ({ size }) => size!),
    },
  };

  test.each(Object.keys(symmetric))('%s', async (id) => {
    const { among, of } = symmetric[id]!;
    const models = among(await modelsIn(sample));
    const { error, freedom } = leftOut(models, of);
    const { value, low, high } = await statistic(sample, id);
    // The expansion of Student's point is right to some five digits from 20 degrees of freedom on.
    expect((high! - low!) / 2 / (studentPoint(freedom) * error)).toBeCloseTo(1, 4);
    expect((high! + low!) / 2).toBeCloseTo(value!, 9);
  });

  test('scaling.r2, on the scale of Fisher’s z', async () => {
    const models = sized(await modelsIn(sample));
    const { error, freedom } = leftOut(models, (kept) => Math.atanh(line(kept).r));
    const { value, low, high } = await statistic(sample, 'scaling.r2');
    const z = (r2: number) => Math.atanh(Math.sqrt(r2));
    expect((z(high!) - z(low!)) / 2 / (studentPoint(freedom) * error)).toBeCloseTo(1, 4);
    expect((z(high!) + z(low!)) / 2).toBeCloseTo(z(value!), 9);
  });

  test('score.official.median, by the share below it', async () => {
    const models = (await modelsIn(sample)).filter(({ official }) => official);
    const sorted = averages(models).toSorted((a, b) => a - b);
    const n = sorted.length;
    const middle = (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2;
    const { error, freedom } = leftOut(models, (kept) =>
      meanOf(kept, (model) => below(model.average, middle)),
    );
    const rank = Math.floor(n * (0.5 - studentPoint(freedom) * error));
    const { low, high } = await statistic(sample, 'score.official.median');
    expect([low, high]).toEqual([sorted[rank - 1], sorted[n - rank]]);
  });

  test('provider.official.tuned_share: Wilson’s interval at the rows that the error leaves', async () => {
    const models = (await modelsIn(sample)).filter(({ official }) => official);
    const tuned = (model: Model) => Number(['fine-tuned', 'chat', 'merge'].includes(model.type));
    const { error, freedom } = leftOut(models, (kept) => meanOf(kept, tuned));
    const p = meanOf(models, tuned);
    const z = 1.959963984540054;
    const rows = Math.min(models.length, (p * (1 - p)) / error ** 2) * (z / studentPoint(freedom)) ** 2;
    const centre = (p + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows);
    const half = (z / (1 + z ** 2 / rows)) * Math.sqrt((p * (1 - p)) / rows + z ** 2 / (4 * rows ** 2));
    const { low, high } = await statistic(sample, 'provider.official.tuned_share');
    expect([low, high]).toEqual([expect.closeTo(centre - half, 4), expect.closeTo(centre + half, 4)]);
  });

  test('provider.difference.score.mean: a cluster with models on both sides counts once', async () => {
    const models = await modelsIn(sample);
    const side = (kept: readonly Model[], official: boolean) =>
      meanOf(
        kept.filter((model) => model.official === official),
        average,
      );
    const { error } = leftOut(models, (kept) => side(kept, false) - side(kept, true));
    const freedom = Math.min(
      ...[true, false].map(
        (side) =>
          leftOut(
            models.filter(({ official }) => official === side),
            () => 0,
          ).freedom,
      ),
    );
    const { value, low, high } = await statistic(sample, 'provider.difference.score.mean');
    expect((high! - low!) / 2 / (studentPoint(freedom) * error)).toBeCloseTo(1, 4);
    expect((high! + low!) / 2).toBeCloseTo(value!, 9);
  });

  test('score.difference.small.median: shares below the medians, each over the density that its interval implies', async () => {
    const small = (await modelsIn(sample)).filter(({ size }) => size !== null && size > 0 && size <= 9);
    const sides = [false, true].map((side) => small.filter(({ official }) => official === side));
    const pulls = await Promise.all(
      ['community', 'official'].map(async (side, at) => {
        const { value, low, high } = await statistic(sample, `score.${side}.small.median`);
        const within = (model: Model) => Number(model.average >= low! && model.average <= high!);
        const density = meanOf(sides[at]!, within) / (high! - low!);
        return (kept: readonly Model[]) => -meanOf(kept, (model) => below(model.average, value!)) / density;
      }),
    );
    const { error } = leftOut(small, (kept) => {
      const [community, official] = [false, true].map((side, at) =>
        pulls[at]!(kept.filter((model) => model.official === side)),
      );
      return community! - official!;
    });
    const freedom = Math.min(...sides.map((side) => leftOut(side, () => 0).freedom));
    const { value, low, high } = await statistic(sample, 'score.difference.small.median');
    expect((high! - low!) / 2 / (studentPoint(freedom) * error)).toBeCloseTo(1, 4);
    expect((high! + low!) / 2).toBeCloseTo(value!, 9);
  });

  test('the clusters are those of the table', async () => {
    const models = await modelsIn(sample);
    const { clusters } = await statistic(sample, 'benchmarks.pc1_share');
    const by = (key: 'organisation' | 'lineage') =>
      effective(
        Map.groupBy(models, (model) => model[key]),
        models.length,
      );
    expect(clusters).toEqual({
      organisations: expect.closeTo(by('organisation'), 8),
      lineages: expect.closeTo(by('lineage'), 8),
    });
  });
});

test('every interval is clustered, but of what is over repeated runs, single families or tables made by chance', async () => {
  const estimates = await estimatesOf('');
  const bare = statisticIds.filter((id) => {
    const { low, clusters } = estimates[id]!;
    return low !== null && clusters === undefined;
  });
  expect(
    bare.filter((id) => !/^(?:noise|format)\.|^ladders\..*\.(?:own|shrunk)$|\.records_by_chance$/.test(id)),
  ).toEqual([]);
});
