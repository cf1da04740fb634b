import { describe, expect, test } from 'vitest';
import { scoreVsCo2 } from '../../src/figures/score-vs-co2.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';
import { layer } from './running-check.ts';

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test('the frontier is every model that no other matches in both and beats in one', async () => {
    const rows = await drawnRows(scoreVsCo2, query);
    const own = await askOwn(
      preparation,
      `SELECT run.model, OWN.b, OWN.co2, OWN.average, CAST(run.submission_date AS VARCHAR) AS day FROM OWN JOIN all_runs AS run USING (row)
       WHERE NOT EXISTS (SELECT 1 FROM OWN AS d WHERE d.co2 <= OWN.co2 AND d.average >= OWN.average
         AND (d.co2 < OWN.co2 OR d.average > OWN.average)) ORDER BY OWN.co2, OWN.row`,
    );
    expect(own.length).toBeGreaterThan(5);
    expect(
      layer(rows, 'frontier').map(({ model, parameters_b, x0, y0, submission_date, since }) => [
        model,
        parameters_b,
        x0,
        y0,
        submission_date,
        since,
      ]),
    ).toEqual(
      own.map(({ model, b, co2, average, day }) => [
        model,
        b,
        co2,
        average,
        day,
        day !== null && String(day) >= '2025-02-08',
      ]),
    );
    expect(scoreVsCo2.takeaway(rows)).toContain(`${own.length} of `);
  });

  test('a cell holds the models between its bounds', async () => {
    const cells = layer(await drawnRows(scoreVsCo2, query), 'cell');
    const own = await askOwn(
      preparation,
      `SELECT floor(log2(co2) * 2) AS a, floor(average / 2.5) AS c, CAST(count(*) AS INTEGER) AS n
       FROM OWN GROUP BY ALL ORDER BY a, c`,
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

test('three models by hand: two on the frontier, none named that stands too near', () => {
  const model = (row: number, co2_kg: number, average: number) => ({
    row,
    organisation: 'house',
    lineage: `house/${row}`,
    model: `house/${row}`,
    since: row === 2,
    submission_date: null,
    parameters_b: 7,
    co2_kg,
    average,
  });
  const rows = scoreVsCo2.derive([model(1, 1, 20), model(2, 2, 22), model(3, 4, 21)]);
  expect(layer(rows, 'frontier').map(({ name, x0, y0, since }) => [name, x0, y0, since])).toEqual([
    [null, 1, 20, false],
    ['2', 2, 22, true],
  ]);
  // The third is beaten at half its carbon as well.
  expect(layer(rows, 'summary')).toMatchObject([{ n: 3, within: 2, x0: 0.25 }]);
  expect(scoreVsCo2.takeaway(rows)).toMatch(/^Too few/);
});
