import { expect, test } from 'vitest';
import { benchmarks, benchmarkTitles } from '../../src/dataset/benchmarks.ts';
import { headroomFigure } from '../../src/figures/headroom.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('bests and medians by SQL on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(headroomFigure, query);
  const dated = `(SELECT *, CAST(submission_date AS VARCHAR) AS day FROM ${preparation} WHERE submission_date IS NOT NULL AND caution IS NULL)`;
  for (const name of benchmarks) {
    const mine = rows.filter(({ benchmark }) => benchmark === benchmarkTitles[name]);
    const engine = await report();
    const bests = await engine.query(
      `WITH days AS (SELECT day, max(${name}) AS value FROM ${dated} GROUP BY day)
       SELECT day, model, value FROM days AS a JOIN ${dated} AS b USING (day)
       WHERE ${name} = value AND NOT EXISTS (SELECT 1 FROM days WHERE days.value >= a.value AND days.day < a.day)
       QUALIFY row_number() OVER (PARTITION BY day ORDER BY row) = 1
       ORDER BY day`,
    );
    expect(
      mine.filter(({ layer }) => layer === 'best').map(({ day, model, value }) => ({ day, model, value })),
    ).toEqual(bests);
    expect(mine.find(({ layer }) => layer === 'end')?.value).toBe(bests.at(-1)!.value);
    const medians = await engine.query(
      `SELECT left(day, 7) AS day, CASE WHEN count(*) >= 10 THEN quantile_cont(${name}, 0.5) END AS value, CAST(count(*) AS INTEGER) AS n
       FROM ${dated} GROUP BY 1 ORDER BY 1`,
    );
    const found = mine.filter(({ layer }) => layer === 'median');
    expect(found.map(({ day, n }) => [day, n])).toEqual(medians.map(({ day, n }) => [day, n]));
    found.forEach(({ value, low, high }, i) => {
      expect(Number(value)).toBeCloseTo(Number(medians[i]!.value), 9);
      if (low !== null) expect(Number(low) <= Number(value) && Number(value) <= Number(high)).toBe(true);
    });
  }
});

test('the sentence by hand', () => {
  const results = (value: number) =>
    Object.fromEntries(
      benchmarks.flatMap((name, i) => [
        [name, value + i],
        [`${name}_raw`, 0.5],
      ]),
    );
  const row = (day: string, value: number) => ({
    organisation: 1,
    lineage: 1,
    model: `m${value}`,
    day,
    ...results(value),
  });
  const rows = headroomFigure.derive([row('2024-06-09', 10), row('2024-08-01', 30), row('2024-09-01', 20)]);
  expect(headroomFigure.takeaway(rows)).toBe(
    'Of 100 points the best result is 35.0 on MMLU-Pro, reached in Aug 2024, and 30.0 on IFEval, reached in Aug 2024.',
  );
  expect(
    rows
      .filter(({ benchmark }) => benchmark === 'BBH')
      .map(({ layer, day, value, n }) => [layer, day, value, n]),
  ).toEqual([
    ['best', '2024-06-09', 11, null],
    ['best', '2024-08-01', 31, null],
    ['end', '2024-09-01', 31, 3],
    ['median', '2024-06', null, 1],
    ['median', '2024-08', null, 1],
    ['median', '2024-09', null, 1],
  ]);
  expect(headroomFigure.n(rows)).toBe(3);
  expect(headroomFigure.takeaway([])).toBe('No model has a day of submission.');
});
