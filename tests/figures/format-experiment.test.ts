import { expect, test } from 'vitest';
import { formatExperiment } from '../../src/figures/format-experiment.ts';
import { estimatesOf, facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const titles = {
  average: 'Average',
  ifeval: 'IFEval',
  bbh: 'BBH',
  math: 'MATH',
  gpqa: 'GPQA',
  musr: 'MuSR',
  mmlu_pro: 'MMLU-Pro',
};

/** Both runs of every model that was asked both ways: no model of the table has more. */
const pairs = [...Map.groupBy(facts('runs'), ({ model }) => model!.trim().toLowerCase()).values()]
  .filter((runs) => new Set(runs.map(({ chat_template }) => chat_template)).size === 2)
  .map((runs) => {
    expect(runs).toHaveLength(2);
    return runs.toSorted((a, b) => Number(b.chat_template === 'true') - Number(a.chat_template === 'true'));
  });

test.each(editions)(
  'a dot for every model and score, filled at one commit: $preparation',
  async ({ query }) => {
    const rows = await drawnRows(formatExperiment, query);
    expect(formatExperiment.n(rows)).toBe(pairs.length);
    for (const [name, title] of Object.entries(titles)) {
      const dots = rows.filter(({ layer, score }) => layer === 'dot' && score === title);
      expect(dots).toHaveLength(pairs.length);
      for (const [asked, plain] of pairs) {
        const dot = dots.find(({ model }) => model === asked!.model)!;
        expect(Number(dot.change)).toBeCloseTo(Number(asked![name]) - Number(plain![name]), 9);
        expect(dot.commit).toBe(asked!.model_sha === plain!.model_sha ? 'one commit' : 'two commits');
      }
    }
  },
);

test.each(editions)(
  'means and noise are the statistics of the same name: $preparation',
  async ({ query }) => {
    const rows = await drawnRows(formatExperiment, query);
    const estimates = await estimatesOf(query);
    for (const [name, title] of Object.entries(titles)) {
      const of = (layer: string, pairsOf: string | null) =>
        rows.find((row) => row.layer === layer && row.score === title && row.pairs === pairsOf)!;
      for (const [id, group] of [
        ['format', 'one commit'],
        ['format.all', 'all'],
      ]) {
        const { value, low, high, n } = estimates[`${id}.${name}.mean`]!;
        const p = estimates[`${id}.${name}.p`]!.value;
        expect(of('mean', group!)).toMatchObject({ mean: value, low, high, n, p });
      }
      const band = estimates[`noise.same.${name}.p90`]!;
      const { noise, low: from, high: to } = of('noise', null);
      expect([noise, from, to]).toEqual([band.value, band.low, band.high]);
    }
  },
);

test('the takeaway names what Holm’s procedure over the seven p sets apart from chance, and the text alternative gives all', async () => {
  const rows = await drawnRows(formatExperiment, '');
  const takeaway = formatExperiment.takeaway(rows);
  const alt = formatExperiment.alt(rows);
  for (const [name, title] of Object.entries(titles)) {
    const { value, low, high } = (await estimatesOf(''))[`format.${name}.mean`]!;
    const written = Math.abs(value!).toFixed(1);
    expect(alt).toContain(written);
    // p of 0.0001 and 0.006 pass 0.05 ÷ 7 and ÷ 6; the average, 0.0103, fails at ÷ 5, and GPQA, 0.0125, behind it,
    // though the interval of each lies apart from zero.
    if (name !== 'average')
      expect(takeaway.includes(`${title} by `), name).toBe(name === 'ifeval' || name === 'musr');
    if (name === 'gpqa') expect(low! < 0 && high! < 0).toBe(true);
  }
  expect(takeaway).toContain('The grey band of the average reaches 1.9 (1.3 to 6.9) points');
  expect(alt).toContain('over 15 at one commit');
  expect(alt).toContain('over all 25');
});

test('a slice with too few models at one commit says so and draws no mean of them', async () => {
  const rows = await drawnRows(formatExperiment, 'family=llama&provider=community');
  const means = rows.filter(({ layer, pairs: of }) => layer === 'mean' && of === 'one commit');
  expect(means).toHaveLength(7);
  for (const { mean, low, high, p, n } of means) {
    expect(Number(n)).toBeLessThan(10);
    expect([mean, low, high, p]).toEqual([null, null, null, null]);
  }
  expect(formatExperiment.takeaway(rows)).toBe(
    'Too few models were run both ways at one commit; it takes 10.',
  );
});
