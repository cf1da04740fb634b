import { expect, test } from 'vitest';
import { facts, oneRow } from '../../report.ts';
import {
  expectAggregates,
  expectEqual,
  expectReach,
  modelsOf,
  samples,
  statistic,
  wholes,
  type Sample,
} from './samples.ts';

const classes = {
  small: 'parameters_b > 1 AND parameters_b <= 9',
  medium: 'parameters_b > 9 AND parameters_b <= 40',
  large: 'parameters_b > 40',
};

/** Ratios of a class with its fences, as a table of SQL. */
const fenced = (sample: Sample, of: string) =>
  `(WITH r AS (SELECT co2_kg / parameters_b AS ratio FROM ${modelsOf(sample)} WHERE ${of}),
    q AS (SELECT quantile_cont(ratio, .25) AS a, quantile_cont(ratio, .75) AS b FROM r)
   SELECT ratio, ratio < a - 1.5 * (b - a) OR ratio > b + 1.5 * (b - a) AS beyond FROM r, q)`;

test.each(samples)(
  '“$query”: models beyond the fences of their class, and the mean without them',
  async (sample) => {
    let beyond = 0;
    for (const [size, of] of Object.entries(classes)) {
      const own = await oneRow(
        `SELECT CAST(count(*) FILTER (beyond) AS INTEGER) AS n, CAST(count(*) AS INTEGER) AS models,
         sum(ratio) FILTER (beyond) / sum(ratio) AS weight, avg(ratio) FILTER (NOT beyond) AS mean
       FROM ${fenced(sample, of)}`,
      );
      beyond += Number(own.n);
      expect((await statistic(sample, `co2_per_b.${size}.outliers.count`)).value).toBe(own.n);
      const share = await statistic(sample, `co2_per_b.${size}.outliers.share`);
      expectEqual(share.value, own.models === 0 ? null : Number(own.n) / Number(own.models), `${size} share`);
      const weight = (await statistic(sample, `co2_per_b.${size}.outliers.weight`)).value;
      expectEqual(weight, own.models === 0 ? null : Number(own.weight ?? 0), `${size} weight`);
      expectEqual(
        (await statistic(sample, `co2_per_b.${size}.mean_within_fences`)).value,
        own.mean,
        `${size} mean within`,
      );
    }
    expect((await statistic(sample, 'co2_per_b.outliers.count')).value).toBe(beyond);
  },
);

test.each(samples)('“$query”: rates of families beyond the fences of small models', async (sample) => {
  const kinds = {
    gemma2: `architecture LIKE 'Gemma2%'`,
    qwen: `architecture LIKE 'Qwen%'`,
    llama: `architecture LIKE 'Llama%' OR architecture LIKE 'Mllama%'`,
    mistral: `architecture LIKE 'Mistral%' OR architecture LIKE 'Mixtral%'`,
  };
  for (const [id, of] of Object.entries(kinds)) {
    const own = await oneRow(
      `WITH r AS (SELECT architecture, co2_kg / parameters_b AS ratio FROM ${modelsOf(sample)} WHERE ${classes.small}),
         q AS (SELECT quantile_cont(ratio, .25) AS a, quantile_cont(ratio, .75) AS b FROM r)
       SELECT CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (ratio < a - 1.5 * (b - a) OR ratio > b + 1.5 * (b - a)) AS INTEGER) AS beyond
       FROM r, q WHERE ${of}`,
    );
    const found = await statistic(sample, `co2_per_b.small.outliers.${id}.share`);
    expect(found.n, id).toBe(own.n);
    expectEqual(found.value, own.n === 0 ? null : Number(own.beyond) / Number(own.n), id);
  }
});

test.each(wholes)('“$query”: the difference of the means of small and medium models', async (sample) => {
  const part = (size: 'small' | 'medium', where: string) =>
    `(SELECT avg(ratio) AS mean, var_samp(ratio) / count(*) AS squared FROM ${fenced(sample, classes[size])} WHERE ${where})`;
  for (const [id, where] of [
    ['co2_per_b.difference.small_medium.mean', 'true'],
    ['co2_per_b.difference.mean_within_fences', 'NOT beyond'],
  ] as const) {
    const own = await oneRow(
      `SELECT s.mean - m.mean AS value, sqrt(s.squared + m.squared) AS error FROM ${part('small', where)} s, ${part('medium', where)} m`,
    );
    const found = await statistic(sample, id);
    expectEqual(found.value, own.value, id);
    expectReach(found, own.error, id);
  }
});

test.each(samples)('“$query”: elasticities by band of size', async (sample) => {
  const slope = 'regr_slope(ln(co2_kg), ln(parameters_b))';
  for (const [id, of] of Object.entries({
    small: 'parameters_b <= 9',
    over_9b: 'parameters_b > 9',
    large: 'parameters_b > 40',
  })) {
    const own = await oneRow(
      `SELECT CAST(${slope} AS DOUBLE) AS value, CAST(count(*) AS INTEGER) AS n,
         quantile_cont(parameters_b, 0.95) >= 2 * quantile_cont(parameters_b, 0.05) AS differ
       FROM ${modelsOf(sample)} WHERE ${of}`,
    );
    if (Number(own.n) < 3) continue;
    const found = await statistic(sample, `co2.elasticity.${id}`);
    expect(found.n).toBe(own.n);
    expectEqual(found.value, own.differ ? own.value : null, id);
  }
});

const nearBreak = `parameters_b > 7 AND parameters_b <= 9 AND submission_date >= '2024-11-08'`;

test.each(samples)('“$query”: carbon before and since 8 February 2025', async (sample) => {
  await expectAggregates(sample, {
    'co2.break.early.median': {
      value: 'quantile_cont(co2_kg, 0.5)',
      of: `parameters_b > 7 AND parameters_b <= 9 AND submission_date < '2024-11-08'`,
    },
    'co2.break.before.median': {
      value: 'quantile_cont(co2_kg, 0.5)',
      of: `${nearBreak} AND submission_date <= '2025-02-07'`,
    },
    'co2.break.since.median': {
      value: 'quantile_cont(co2_kg, 0.5)',
      of: `${nearBreak} AND submission_date > '2025-02-07'`,
    },
  });
  const own = await oneRow(
    `SELECT CAST(exp(avg(ln(co2_kg)) FILTER (submission_date <= '2025-02-07') - avg(ln(co2_kg)) FILTER (submission_date > '2025-02-07')) AS DOUBLE) AS fold FROM ${modelsOf(sample)} WHERE ${nearBreak}`,
  );
  const { value } = await statistic(sample, 'co2.break.fold');
  if (own.fold === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(Number(own.fold), 9);
});

test.each(samples)('“$query”: shares submitted since 8 February 2025', async (sample) => {
  const size = { ...classes, small: 'parameters_b <= 9' };
  await expectAggregates(
    sample,
    Object.fromEntries(
      Object.entries(size).map(([id, of]) => [
        `co2.break.${id}.share_since`,
        {
          value: `avg(CASE WHEN submission_date > '2025-02-07' THEN 1.0 ELSE 0.0 END)`,
          of: `${of} AND submission_date IS NOT NULL`,
        },
      ]),
    ),
  );
});

test('the break of the whole table is sharp: days before it and after it do not overlap', () => {
  // Medians by day of runs of 7 to 9 B, from the table of facts itself, on the days that have ten or more.
  const byDay = new Map<string, number[]>();
  for (const run of facts('runs')) {
    const day = run.submission_date!;
    const size = Number(run.parameters_b);
    if (day < '2025-01-25' || day > '2025-03-13' || size <= 7 || size > 9) continue;
    byDay.set(day, [...(byDay.get(day) ?? []), Number(run.co2_kg)]);
  }
  const medians = [...byDay]
    .filter(([, values]) => values.length >= 10)
    .map(([day, values]) => ({
      day,
      median: values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!,
    }));
  const before = medians.filter(({ day }) => day < '2025-02-08');
  const since = medians.filter(({ day }) => day >= '2025-02-08');
  expect(before.length).toBeGreaterThan(5);
  expect(since.length).toBeGreaterThan(5);
  expect(Math.min(...before.map(({ median }) => median))).toBeGreaterThan(
    1.5 * Math.max(...since.map(({ median }) => median)),
  );
});

test.each(samples)('“$query”: the frontiers of score against carbon', async (sample) => {
  const on = (of: string, cost: string, row: string) =>
    `NOT EXISTS (SELECT 1 FROM ${of} AS d WHERE d.row <> ${row}.row AND d.co2 <= ${cost} AND d.average >= ${row}.average AND (d.co2 < ${cost} OR d.average > ${row}.average))`;
  const own = await oneRow(
    `WITH m AS (SELECT row, average, co2_kg AS co2, submission_date > '2025-02-07' AS since FROM ${modelsOf(sample)} WHERE co2_kg > 0),
       even AS (SELECT row, average, if(since, co2, co2 / 2) AS co2 FROM m WHERE since IS NOT NULL),
       recorded AS (SELECT * FROM m WHERE ${on('m', 'm.co2', 'm')}),
       corrected AS (SELECT * FROM even WHERE ${on('even', 'even.co2', 'even')})
     SELECT CAST((SELECT count(*) FROM corrected) AS INTEGER) AS members,
       CAST((SELECT count(*) FROM recorded) AS INTEGER) AS recorded,
       CAST((SELECT count(*) FROM recorded WHERE since) AS INTEGER) AS since,
       CAST((SELECT count(*) FROM recorded JOIN corrected USING (row)) AS INTEGER) AS kept,
       CAST((SELECT count(*) FROM even WHERE ${on('even', 'even.co2 / 1.5', 'even')}) AS INTEGER) AS near,
       CAST((SELECT count(*) FROM even) AS INTEGER) AS n,
       (SELECT min(co2) FROM even WHERE average = (SELECT max(average) FROM even)) AS best,
       (SELECT min(co2) FROM even WHERE average >= 0.9 * (SELECT max(average) FROM even)) AS nearly`,
  );
  const found = async (id: string) => statistic(sample, `carbon_frontier.${id}.count`);
  const members = await statistic(sample, 'carbon_frontier.count');
  expect(members).toMatchObject({ value: own.members, n: own.members });
  expect((await found('recorded')).value).toBe(own.recorded);
  expect((await found('since_break')).value).toBe(own.since);
  expect((await found('kept')).value).toBe(own.kept);
  expect((await found('within_noise')).value).toBe(own.near);
  for (const [id, value] of [
    ['best', own.best],
    ['nine_tenths', own.nearly],
  ] as const)
    expect(await statistic(sample, `carbon_frontier.${id}.kg`)).toMatchObject({ value, n: own.n });
  const share = await statistic(sample, 'carbon_frontier.within_noise.share');
  expectEqual(share.value, own.n === 0 ? null : Number(own.near) / Number(own.n), 'share within noise');
});

test.each(samples)('“$query”: the median cost of one evaluation at three sizes', async (sample) => {
  for (const [id, from, upTo] of [
    ['near_4b', 3.5, 4.5],
    ['near_14b', 13, 16],
    ['near_70b', 65, 75],
  ] as const) {
    const own = await oneRow(
      `SELECT median(if(submission_date > '2025-02-07', co2_kg, co2_kg / 2)) AS value, CAST(count(*) AS INTEGER) AS n
       FROM ${modelsOf(sample)} WHERE parameters_b BETWEEN ${from} AND ${upTo} AND submission_date IS NOT NULL`,
    );
    const found = await statistic(sample, `co2.${id}.median`);
    expectEqual(found.value, own.value, id);
    expect(found.n).toBe(own.n);
  }
});
