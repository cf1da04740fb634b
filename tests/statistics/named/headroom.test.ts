import { expect, test } from 'vitest';
import { benchmarks } from '../../../src/dataset/benchmarks.ts';
import { pointsPerShare } from '../../../src/dataset/questions.ts';
import { bestsSoFar, headroom, type Judged } from '../../../src/statistics/named/headroom.ts';
import { normalCdf } from '../methods/normal-cdf.ts';
import { oneRow } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic } from './samples.ts';

/** Questions that would give the same error, by hand; GPQA asks 198 three times, 250 twice and 98 once. */
const questions = {
  ifeval: 541,
  bbh: 5761,
  math: 1324,
  gpqa: 1192 ** 2 / (198 * 9 + 250 * 4 + 98),
  musr: 756,
  mmlu_pro: 12032,
};

test.each(samples)('“$query”: bests, and what was left, by SQL', async (sample) => {
  for (const name of benchmarks) {
    const own = await oneRow(
      `WITH dated AS (SELECT row, CAST(submission_date AS DATE) AS day, ${name} AS score, ${name}_raw AS raw
           FROM ${modelsOf(sample)} WHERE submission_date IS NOT NULL AND caution IS NULL),
         last AS (SELECT day, score FROM dated ORDER BY score DESC, day, row LIMIT 1),
         before AS (SELECT dated.day, dated.score, dated.raw FROM dated, last WHERE dated.day < last.day
           ORDER BY dated.score DESC, dated.day, dated.row LIMIT 1)
       SELECT CAST((SELECT count(*) FROM dated) AS INTEGER) AS n, (SELECT score FROM last) AS best,
         (SELECT score FROM before) AS before, (SELECT raw FROM before) AS raw_before,
         CAST((SELECT count(*) FROM dated, last, before WHERE dated.day > before.day AND dated.day <= last.day) AS INTEGER) AS tries`,
    );
    const find = async (id: string) => {
      const found = await statistic(sample, `headroom.${name}.${id}`);
      expect(found.n).toBe(own.n);
      return found.value;
    };
    expectEqual(await find('best'), own.best, `best of ${name}`);
    expectEqual(await find('left'), 100 - Number(own.best), `left of ${name}`);
    const [best, before, rawBefore] = [own.best, own.before, own.raw_before].map(Number);
    expectEqual(await find('last_gain'), best! - before!, `gain of ${name}`);
    const error = Math.sqrt((rawBefore! * (1 - rawBefore!)) / questions[name]);
    // Its records are those of the score, and so is the rise: in points, over those of a standard error.
    const inPoints = (best! - before!) / (pointsPerShare[name] * error);
    expectEqual(await find('last_gain_errors'), inPoints, `errors of ${name}`);
    // The largest of as many errors stays below it in 95 of 100 cases.
    const chance = await find('errors_by_chance');
    expect(normalCdf(chance!) ** Number(own.tries)).toBeCloseTo(0.95, 6);
  }
});

const row = (day: string, musr: number, musr_raw: number) =>
  ({ organisation: 1, lineage: 1, model: `m${musr}`, day, musr, musr_raw }) as unknown as Judged;

test('bests by hand: the first of equals on a day, tries since the day of the best before', () => {
  const rows = [
    row('2024-06-09', 10, 0.4),
    row('2024-06-09', 10, 0.3),
    row('2024-06-10', 9, 0.4),
    row('2024-06-11', 12, 0.5),
    row('2024-06-11', 14, 0.6),
    row('2024-06-11', 13, 0.6),
    row('2024-06-12', 14, 0.7),
  ];
  expect(bestsSoFar(rows, 'musr')).toEqual([
    { day: '2024-06-09', model: 'm10', score: 10, raw: 0.4, tries: 2 },
    { day: '2024-06-11', model: 'm14', score: 14, raw: 0.6, tries: 4 },
  ]);
  expect(bestsSoFar([], 'musr')).toEqual([]);
  const estimates = headroom.derive(
    rows.map((each) => ({
      ...each,
      ...Object.fromEntries(
        benchmarks.flatMap((name) => [
          [name, each.musr],
          [`${name}_raw`, each.musr_raw],
        ]),
      ),
    })),
  );
  // The error of a raw 0.4 on 756 questions is 0.01782, each of which is 161.25 points, and 4 are 1.39 of it.
  expect(estimates['headroom.musr.last_gain']!.value).toBe(4);
  expect(estimates['headroom.musr.last_gain_errors']!.value).toBeCloseTo(
    4 / (Math.sqrt((200 ** 2 + 125 ** 2 + 150 ** 2) / 3) * Math.sqrt(0.24 / 756)),
    9,
  );
});

test('one day alone has a best and no rise', () => {
  const one = benchmarks.flatMap((name) => [
    [name, 5],
    [`${name}_raw`, 0.3],
  ]);
  const estimates = headroom.derive([{ ...row('2024-06-09', 5, 0.3), ...Object.fromEntries(one) }]);
  expect(estimates['headroom.gpqa.best']!.value).toBe(5);
  expect(estimates['headroom.gpqa.left']!.value).toBe(95);
  expect(estimates['headroom.gpqa.last_gain']!.value).toBeNull();
  expect(estimates['headroom.gpqa.errors_by_chance']!.value).toBeNull();
});
