import { expect, test } from 'vitest';
import { swissRound } from '../../src/figures/swiss-round.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)(
  'the players are the best averages, and their wins add up, on $preparation',
  async (edition) => {
    const rows = await drawnRows(swissRound, edition.query);
    const own = await (
      await report()
    ).query(
      `SELECT model, CAST(average AS DOUBLE) AS average FROM ${edition.preparation} ORDER BY average DESC, row LIMIT 300`,
    );
    expect(rows.map(({ model, average }) => ({ model, average }))).toEqual(own);
    const scores = rows.map(({ score }) => Number(score));
    // Each of six rounds has 150 matches, and each match one point.
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(900, 6);
    for (const { score, place_by_score } of rows)
      expect(place_by_score).toBe(1 + scores.filter((other) => other > Number(score)).length);
  },
);

test('by hand: the better of two that differ in everything has six wins', () => {
  const row = (model: string, share: number) => ({
    model,
    caution: null,
    average: 100 * share,
    ...Object.fromEntries(
      ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'].flatMap((name) => [
        [name, 100 * share],
        [`${name}_raw`, share],
      ]),
    ),
  });
  const rows = swissRound.derive([row('a/best', 0.9), row('a/other', 0.3)]);
  expect(rows.map(({ score, place, place_by_score }) => [score, place, place_by_score])).toEqual([
    [6, 1, 1],
    [0, 2, 2],
  ]);
  expect(swissRound.takeaway(rows)).toBe(
    'The model with the best average has rank 1 in the tournament, and no other moves.',
  );
});
