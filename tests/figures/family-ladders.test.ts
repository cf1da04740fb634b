import { expect, test } from 'vitest';
import { familyLadders } from '../../src/figures/family-ladders.ts';
import { drawnRows, editions } from './draw.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';

type Drawn = Parameters<typeof familyLadders.takeaway>[0];

/** A few ladders by the names of their releases, as their makers published them. */
const published: readonly [family: string, stage: string, models: readonly string[]][] = [
  [
    'Pythia',
    'pretrained',
    ['160m', '410m', '1b', '1.4b', '2.8b', '6.9b', '12b'].map((size) => `EleutherAI/pythia-${size}`),
  ],
  [
    'Llama 3',
    'instruction-tuned',
    ['3.2-1B', '3.2-3B', '3.1-8B', '3.1-70B'].map((size) => `meta-llama/Llama-${size}-Instruct`),
  ],
  [
    'Qwen2.5',
    'pretrained',
    ['0.5B', '1.5B', '3B', '7B', '14B', '32B', '72B'].map((size) => `Qwen/Qwen2.5-${size}`),
  ],
  ['Gemma 2', 'instruction-tuned', ['2b', '9b', '27b'].map((size) => `google/gemma-2-${size}-it`)],
  ['Yi-1.5', 'instruction-tuned', ['6B', '9B', '34B'].map((size) => `01-ai/Yi-1.5-${size}-Chat`)],
  ['Falcon3', 'pretrained', ['1B', '3B', '7B', '10B'].map((size) => `tiiuae/Falcon3-${size}-Base`)],
];

test.each(editions)(
  'the rungs are the releases that were evaluated, by size, on $preparation',
  async (edition) => {
    const rows = await drawnRows(familyLadders, edition.query);
    const evaluated = await askOwn(
      edition.preparation,
      'SELECT model, b, OWN.average FROM OWN JOIN all_runs USING (row) WHERE official_provider ORDER BY row',
    );
    for (const [family, stage, models] of published) {
      // The preparation of the notebook keeps a model twice where its runs differ in recorded size; a rung is the first.
      const expected = models.map((model) => {
        const { b, average } = evaluated.find((each) => each.model === model)!;
        return { model, parameters_b: b, average };
      });
      const found = rows
        .filter((row) => row.family === family && row.stage === stage)
        .map(({ model, parameters_b, average }) => ({ model, parameters_b, average }));
      expect(found).toEqual(expected);
    }
  },
);

test('a step is the change from the size below; the smallest has none', async () => {
  const rows = await drawnRows(familyLadders, '');
  const ladders = Map.groupBy(rows, ({ family, stage }) => `${String(family)} ${String(stage)}`);
  expect(ladders.size).toBe(25);
  for (const rungs of ladders.values())
    rungs.forEach((rung, at) => {
      if (at === 0) expect([rung.change, rung.errors]).toEqual([null, null]);
      else {
        expect(rung.change).toBeCloseTo(Number(rung.average) - Number(rungs[at - 1]!.average), 9);
        expect(Math.sign(Number(rung.errors))).toBe(Math.sign(Number(rung.change)));
      }
    });
});

/** A ladder made by hand: a size four times the last, and how many standard errors each step is. */
const ladder = (family: string, averages: number[], errors: (number | null)[]): Drawn =>
  averages.map((average, at) => ({
    family,
    stage: 'instruction-tuned',
    model: `${family} ${at}`,
    parameters_b: 4 ** at,
    average,
    change: at === 0 ? null : average - averages[at - 1]!,
    errors: errors[at]!,
  }));

test('a last step that brings less than half of what a doubling brought before is counted, by hand', () => {
  // From 1 to 4 B is two doublings: 10 points each; from 4 to 16 B 4 points each, then 5, exactly half.
  expect(familyLadders.takeaway(ladder('Qwen2.5', [10, 30, 38], [null, 9, 4]))).toMatch(
    /^In 1 of 1 instruction-tuned/,
  );
  expect(familyLadders.takeaway(ladder('Qwen2.5', [10, 30, 40], [null, 9, 5]))).toMatch(
    /^In 0 of 1 instruction-tuned/,
  );
  expect(familyLadders.takeaway(ladder('Qwen2.5', [10, 30], [null, 9]))).toMatch(
    /^Of 1 step to the next size none lowers the average\.$/,
  );
  expect(familyLadders.takeaway(ladder('Qwen2.5', [10], [null]))).toBe(
    'No family has two sizes in this slice.',
  );
});

test('falls are counted, and those that the questions do not explain', () => {
  expect(familyLadders.takeaway(ladder('Qwen2.5', [30, 29, 20], [null, -0.9, -5]))).toContain(
    'Of 2 steps to the next size 2 lower the average, 1 of them by more than the questions explain.',
  );
  expect(familyLadders.takeaway(ladder('Qwen2.5', [30, 29], [null, -1.9]))).toContain(
    '1 lowers the average, none of them by more than the questions explain.',
  );
});

test('takeaway and text alternative on the whole table', async () => {
  const rows = await drawnRows(familyLadders, '');
  const alt = familyLadders.alt(rows);
  const qwen = rows.filter(({ family, stage }) => family === 'Qwen2.5' && stage === 'instruction-tuned');
  for (const row of [qwen[0]!, qwen.at(-1)!]) expect(alt).toContain(`${Number(row.average).toFixed(1)}`);
  const falls = rows.filter(({ change }) => change !== null && Number(change) < 0).length;
  expect(familyLadders.takeaway(rows)).toContain(`steps to the next size ${falls} lower the average`);
});

test('a model that stands twice at one size makes no infinite step', async () => {
  // On the preparation of the notebook SmolLM2-135M-Instruct has two rows of 0.135 billion parameters.
  const rows = await drawnRows(familyLadders, 'preparation=prepared&size=-0.361');
  expect(familyLadders.takeaway(rows)).not.toMatch(/Infinity|∞|NaN/);
});

test.each(['', 'type=pretrained&size=-1', 'family=qwen&size=1-8'])(
  'the steps of “%s” are those that the statistics count',
  async (query) => {
    const rows = await drawnRows(familyLadders, query);
    const estimates = await estimatesOf(query);
    const steps = rows.filter(({ change }) => change !== null);
    expect(steps.length).toBeGreaterThan(0);
    expect(estimates['ladders.steps']!.value).toBe(steps.length);
    expect(estimates['ladders.falls']!.value).toBe(steps.filter(({ change }) => Number(change) < 0).length);
  },
);
