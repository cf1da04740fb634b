import { describe, expect, test } from 'vitest';
import { benchmarkDistributions } from '../../src/figures/benchmark-distributions.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

const raw = {
  IFEval: 'ifeval_raw',
  BBH: 'bbh_raw',
  'MATH level 5': 'math_raw',
  GPQA: 'gpqa_raw',
  MuSR: 'musr_raw',
  'MMLU-Pro': 'mmlu_pro_raw',
} as const;
type Title = keyof typeof raw;
const titles = Object.keys(raw) as Title[];

/** Chance of guessing where all questions of a benchmark have the same number of choices: four and ten. */
const floors: Partial<Record<Title, number>> = { GPQA: 1 / 4, 'MMLU-Pro': 1 / 10 };

describe.each(editions)('on $preparation', ({ preparation, query }) => {
  test.each(titles)('%s: bins of a fortieth, median and floor', async (title) => {
    const rows = (await drawnRows(benchmarkDistributions, query)).filter(
      ({ benchmark }) => benchmark === title,
    );
    // One for a right answer to every question belongs to the last bin.
    const own = await askOwn(
      preparation,
      `SELECT least(floor(${raw[title]} / 0.025::DOUBLE), 39) AS bin, CAST(count(*) AS INTEGER) AS n
       FROM OWN JOIN all_runs USING (row) GROUP BY bin ORDER BY bin`,
    );
    const bins = rows.filter(({ layer }) => layer === 'bin');
    expect(bins.map(({ x0, n }) => [Math.round(Number(x0) * 40), n])).toEqual(
      own.map(({ bin, n }) => [bin, n]),
    );
    for (const { x0, x1 } of bins) expect(Number(x1) - Number(x0)).toBeCloseTo(1 / 40, 12);

    const [middle] = await askOwn(
      preparation,
      `SELECT median(${raw[title]}) AS at, CAST(count(*) AS INTEGER) AS n FROM OWN JOIN all_runs USING (row)`,
    );
    const [median, ...others] = rows.filter(({ layer }) => layer === 'median');
    expect(others).toEqual([]);
    expect(Number(median?.at)).toBeCloseTo(Number(middle?.at), 12);
    expect(median?.n).toBe(middle?.n);
    expect(rows.filter(({ layer }) => layer === 'floor').map(({ at }) => at)).toEqual(
      floors[title] === undefined ? [] : [floors[title]],
    );
  });

  test('the text alternative has the six medians, the takeaway the highest and the lowest', async () => {
    const rows = await drawnRows(benchmarkDistributions, query);
    const medians = new Map<Title, number>();
    for (const title of titles) {
      const [own] = await askOwn(
        preparation,
        `SELECT median(${raw[title]}) AS at FROM OWN JOIN all_runs USING (row)`,
      );
      medians.set(title, Number(own?.at));
    }
    for (const [title, at] of medians)
      expect(benchmarkDistributions.alt(rows)).toContain(`${title}: median ${at.toFixed(2)}`);
    const sorted = titles.toSorted((a, b) => medians.get(b)! - medians.get(a)!);
    expect(benchmarkDistributions.takeaway(rows)).toMatch(
      new RegExp(`highest raw result on ${sorted[0]} .*lowest on ${sorted.at(-1)} `),
    );
  });
});
