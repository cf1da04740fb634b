import { describe, expect, test } from 'vitest';
import { scoreVsCo2 } from '../../src/figures/score-vs-co2.ts';
import { facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { layer } from './layer.ts';

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test.each([
    // Halved before 8 February 2025, and without those of no day.
    [
      'frontier',
      "CASE WHEN submission_date <= '2025-02-07' THEN co2 / 2 WHEN submission_date > '2025-02-07' THEN co2 END",
      'cost IS NOT NULL',
    ],
    ['recorded', 'co2', 'true'],
  ])('%s: every model that no other matches in both and beats in one', async (name, cost, where) => {
    const rows = await drawnRows(scoreVsCo2, query);
    const own = await askOwn(
      preparation,
      `WITH all_costs AS (SELECT OWN.row, OWN.b, OWN.average, ${cost} AS cost FROM OWN JOIN all_runs AS run USING (row)), m AS (SELECT * FROM all_costs WHERE ${where})
       SELECT run.model, m.b, m.cost, m.average, CAST(run.submission_date AS VARCHAR) AS day FROM m JOIN all_runs AS run USING (row)
       WHERE NOT EXISTS (SELECT 1 FROM m AS d WHERE d.cost <= m.cost AND d.average >= m.average
         AND (d.cost < m.cost OR d.average > m.average)) ORDER BY m.cost, m.row`,
    );
    expect(own.length).toBeGreaterThan(5);
    expect(
      layer(rows, name).map(({ model, parameters_b, x0, y0, submission_date }) => [
        model,
        parameters_b,
        x0,
        y0,
        submission_date,
      ]),
    ).toEqual(own.map(({ model, b, cost, average, day }) => [model, b, cost, average, day]));
    const told = name === 'frontier' ? `${own.length} of ` : `of the ${own.length} on the frontier of CO₂ as`;
    expect(scoreVsCo2.takeaway(rows)).toContain(told);
  });

  test('a member with a caution says so, and no other', async () => {
    const rows = await drawnRows(scoreVsCo2, query);
    const cautioned = ({ model, evaluation }: Record<string, string>) =>
      facts('cautions').some((line) => line.model === model && ['', evaluation].includes(line.evaluation));
    const members = rows.filter(({ layer }) => layer === 'frontier' || layer === 'recorded');
    expect(members.some(({ caution }) => caution !== null)).toBe(true);
    for (const { model, y0, caution } of members) {
      const run = facts('runs').find((each) => each.model === model && Number(each.average) === y0);
      expect(caution === null, String(model)).toBe(!cautioned(run!));
    }
  });

  test('a cell holds the models between its bounds', async () => {
    const cells = layer(await drawnRows(scoreVsCo2, query), 'cell');
    const own = await askOwn(
      preparation,
      `SELECT floor(log2(if(submission_date > '2025-02-07', co2, co2 / 2)) * 2) AS a, floor(OWN.average / 2.5) AS c, CAST(count(*) AS INTEGER) AS n
       FROM OWN JOIN all_runs AS run USING (row) WHERE submission_date IS NOT NULL GROUP BY ALL ORDER BY a, c`,
    );
    expect(cells.map(({ x0, x1, y0, y1, n }) => [x0, x1, y0, y1, n])).toEqual(
      own.map(({ a, c, n }) => [
        2 ** (Number(a) / 2),
        2 ** ((Number(a) + 1) / 2),
        2.5 * Number(c),
        2.5 * Number(c) + 2.5,
        n,
      ]),
    );
  });

  test('a few members are named, the best among them, and no two names collide', async () => {
    const rows = await drawnRows(scoreVsCo2, query);
    const members = layer(rows, 'frontier');
    const named = members.filter(({ name }) => name !== null);
    expect(named.length).toBeGreaterThan(3);
    expect(named.length).toBeLessThanOrEqual(6);
    expect(named.at(-1)).toBe(members.at(-1));
    const scores = named.map(({ y0 }) => Number(y0)).toSorted((a, b) => a - b);
    scores.slice(1).forEach((score, index) => expect(score - scores[index]!).toBeGreaterThanOrEqual(4.5));
    for (const { model } of named) expect(scoreVsCo2.alt(rows)).toContain(String(model));
  });
});

test('four models by hand: two on each frontier, one without a day, none named that stands too near', () => {
  const model = (row: number, co2_kg: number, corrected: number | null, average: number) => ({
    row,
    organisation: 'maker',
    lineage: `maker/${row}`,
    model: `maker/${row}`,
    submission_date: null,
    parameters_b: 7,
    co2_kg,
    co2_step_corrected_kg: corrected,
    average,
    caution: row === 2 ? 'flagged' : null,
  });
  const rows = scoreVsCo2.derive([
    model(1, 2, 1, 20),
    model(2, 2, 2, 22),
    model(3, 4, 4, 21),
    model(4, 1, null, 20),
  ]);
  const of = (name: string) =>
    layer(rows, name).map(({ model, name, x0, y0, caution }) => [model, name, x0, y0, caution]);
  expect(of('frontier')).toEqual([
    ['maker/1', null, 1, 20, null],
    ['maker/2', '2', 2, 22, 'flagged by the maintainers'],
  ]);
  expect(of('recorded')).toEqual([
    ['maker/4', null, 1, 20, null],
    ['maker/2', null, 2, 22, 'flagged by the maintainers'],
  ]);
  // The third is beaten at its carbon by a factor of 1.6 as well.
  expect(layer(rows, 'summary')).toMatchObject([{ n: 3, within: 2, x0: 0.25 }]);
  expect(scoreVsCo2.alt(rows)).toContain('maker/2 (caution: flagged by the maintainers)');
  expect(scoreVsCo2.takeaway(rows)).toMatch(/^Too few/);
});
