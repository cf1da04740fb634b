import { describe, expect, test } from 'vitest';
import { report } from '../../report.ts';
import { studentPoint } from '../../figures/student.ts';
import { statistic, wholes, type Sample } from './samples.ts';

/** Releases by the names that their makers gave them: the sizes of a family, and what its tuned models are called. */
const releases: Record<
  string,
  { sizes: string[]; base?: (size: string) => string; tuned?: (size: string) => string }
> = {
  gpt_2: {
    sizes: ['gpt2', 'gpt2-medium', 'gpt2-large', 'gpt2-xl'],
    base: (size) => `openai-community/${size}`,
  },
  gpt_neo: { sizes: ['125m', '1.3B', '2.7B'], base: (size) => `EleutherAI/gpt-neo-${size}` },
  bloom: { sizes: ['560m', '1b1', '1b7', '3b', '7b1'], base: (size) => `bigscience/bloom-${size}` },
  pythia: {
    sizes: ['70m', '160m', '410m', '1b', '1.4b', '2.8b', '6.9b', '12b'],
    base: (size) => `EleutherAI/pythia-${size}`,
  },
  llama_2: {
    sizes: ['7b', '13b', '70b'],
    base: (size) => `meta-llama/Llama-2-${size}-hf`,
    tuned: (size) => `meta-llama/Llama-2-${size}-chat-hf`,
  },
  qwen1_5: {
    sizes: ['0.5B', '1.8B', '4B', '7B', '14B', '32B', '72B', '110B'],
    base: (size) => `Qwen/Qwen1.5-${size}`,
    tuned: (size) => `Qwen/Qwen1.5-${size}-Chat`,
  },
  yi_1_5: {
    sizes: ['6B', '9B', '34B'],
    base: (size) => `01-ai/Yi-1.5-${size}`,
    tuned: (size) => `01-ai/Yi-1.5-${size}-Chat`,
  },
  qwen2: {
    sizes: ['0.5B', '1.5B', '7B', '72B'],
    base: (size) => `Qwen/Qwen2-${size}`,
    tuned: (size) => `Qwen/Qwen2-${size}-Instruct`,
  },
  gemma_2: {
    sizes: ['2b', '9b', '27b'],
    base: (size) => `google/gemma-2-${size}`,
    tuned: (size) => `google/gemma-2-${size}-it`,
  },
  internlm2_5: { sizes: ['1_8b', '7b', '20b'], tuned: (size) => `internlm/internlm2_5-${size}-chat` },
  smollm: {
    sizes: ['135M', '360M', '1.7B'],
    base: (size) => `HuggingFaceTB/SmolLM-${size}`,
    tuned: (size) => `HuggingFaceTB/SmolLM-${size}-Instruct`,
  },
  llama_3: {
    sizes: ['3.2-1B', '3.2-3B', '3.1-8B', '3.1-70B'],
    base: (size) => `meta-llama/Llama-${size}`,
    tuned: (size) => `meta-llama/Llama-${size}-Instruct`,
  },
  qwen2_5: {
    sizes: ['0.5B', '1.5B', '3B', '7B', '14B', '32B', '72B'],
    base: (size) => `Qwen/Qwen2.5-${size}`,
    tuned: (size) => `Qwen/Qwen2.5-${size}-Instruct`,
  },
  smollm2: {
    sizes: ['135M', '360M', '1.7B'],
    base: (size) => `HuggingFaceTB/SmolLM2-${size}`,
    tuned: (size) => `HuggingFaceTB/SmolLM2-${size}-Instruct`,
  },
  falcon3: {
    sizes: ['1B', '3B', '7B', '10B'],
    base: (size) => `tiiuae/Falcon3-${size}-Base`,
    tuned: (size) => `tiiuae/Falcon3-${size}-Instruct`,
  },
};
const stages = { pretrained: 'base', tuned: 'tuned' } as const;
type Stage = keyof typeof stages;

interface Model {
  model: string;
  organisation: string;
  lineage: string;
  x: number;
  y: number;
  raw: number[];
}
interface Ladder {
  id: string;
  models: Model[];
}

const questions = [541, 5761, 1324, 1192 ** 2 / (198 * 9 + 250 * 4 + 98), 756, 12_032];

/** The ladders of a stage, by the names above. */
async function laddersOf({ preparation }: Sample, stage: Stage): Promise<Ladder[]> {
  const rows = await (
    await report()
  ).query(
    `SELECT model, organisation, lineage, log2(parameters_b) AS x, average AS y,
       [ifeval_raw, bbh_raw, math_raw, gpqa_raw, musr_raw, mmlu_pro_raw]::VARCHAR AS raw
     FROM ${preparation} WHERE official_provider ORDER BY row`,
  );
  const first = new Map<string, Model>();
  for (const row of rows) {
    const model = { ...row, raw: JSON.parse(String(row.raw)) as number[] } as unknown as Model;
    if (!first.has(model.model)) first.set(model.model, model);
  }
  return Object.entries(releases).flatMap(([id, { sizes, ...called }]) => {
    const name = called[stages[stage]];
    const models = name ? sizes.flatMap((size) => first.get(name(size)) ?? []) : [];
    return models.length < 3 ? [] : [{ id, models: models.toSorted((a, b) => a.x - b.x) }];
  });
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Slope, squares of sizes and residuals of a ladder. */
function lineOf({ models }: Ladder) {
  const [mx, my] = [mean(models.map(({ x }) => x)), mean(models.map(({ y }) => y))];
  const sxx = sum(models.map(({ x }) => (x - mx) ** 2));
  const slope = sum(models.map(({ x, y }) => (x - mx) * (y - my))) / sxx;
  return {
    n: models.length,
    sxx,
    slope,
    at: (x: number) => my + slope * (x - mx),
    rss: sum(models.map(({ x, y }) => (y - my - slope * (x - mx)) ** 2)),
  };
}

/** The pooling by its definition, the spread found by halving. */
function poolOf(ladders: readonly Ladder[]) {
  const lines = ladders.filter(({ models }) => new Set(models.map(({ x }) => x)).size > 1).map(lineOf);
  const freedom = sum(lines.map(({ n }) => n - 2));
  const variance = sum(lines.map(({ rss }) => rss)) / freedom;
  const at = (between: number) => {
    const weights = lines.map(({ sxx }) => 1 / (between + variance / sxx));
    const common = sum(lines.map(({ slope }, j) => weights[j]! * slope)) / sum(weights);
    return {
      common,
      total: sum(weights),
      distance: sum(lines.map(({ slope }, j) => weights[j]! * (slope - common) ** 2)),
    };
  };
  let [low, high] = [0, 1000];
  for (let step = 0; step < 120; step++) {
    const middle = (low + high) / 2;
    if (at(middle).distance > lines.length - 1) low = middle;
    else high = middle;
  }
  const { common, total } = at(low);
  return { lines, freedom, variance, between: low, common, total };
}

/** The error of a number by really leaving out makers, lineages and both. */
function leftOut(ladders: readonly Ladder[], of: (kept: readonly Ladder[]) => number) {
  const models = ladders.flatMap((ladder) => ladder.models);
  const variance = (key: (model: Model) => string) => {
    const groups = new Set(models.map(key));
    const squares = [...groups].map((group) => {
      const kept = ladders.map((ladder) => ({
        ...ladder,
        models: ladder.models.filter((model) => key(model) !== group),
      }));
      return (of(kept) - of(ladders)) ** 2;
    });
    return ((groups.size - 1) / groups.size) * sum(squares);
  };
  const effective = (key: (model: Model) => string) =>
    1 / sum([...Map.groupBy(models, key).values()].map((members) => (members.length / models.length) ** 2));
  const [maker, lineage] = [(model: Model) => model.organisation, (model: Model) => model.lineage];
  const [o, l, b] = [maker, lineage, (model: Model) => `${maker(model)} ${lineage(model)}`].map(variance) as [
    number,
    number,
    number,
  ];
  return {
    error: Math.sqrt(Math.max(o + l - b, o, l)),
    freedom: Math.min(effective(maker), effective(lineage)) - 1,
  };
}

describe.each(wholes)('“$query”', (sample) => {
  test.each(Object.keys(stages) as Stage[])('slopes of %s families, a second time', async (stage) => {
    const ladders = await laddersOf(sample, stage);
    expect(ladders.length).toBe(stage === 'tuned' ? 11 : 14);
    const { lines, freedom, variance, between, common, total } = poolOf(ladders);
    expect((await statistic(sample, `ladders.${stage}.slope`)).value).toBeCloseTo(common, 7);
    expect((await statistic(sample, `ladders.${stage}.spread`)).value).toBeCloseTo(Math.sqrt(between), 6);
    const reach = studentPoint(freedom);
    for (const [at, { id }] of ladders.entries()) {
      const { slope, sxx, n } = lines[at]!;
      const own = await statistic(sample, `ladders.${stage}.${id}.own`);
      expect([own.value, own.n]).toEqual([expect.closeTo(slope, 7), n]);
      expect((own.high! - own.low!) / 2).toBeCloseTo(reach * Math.sqrt(variance / sxx), 3);
      const weight = between / (between + variance / sxx);
      const shrunk = await statistic(sample, `ladders.${stage}.${id}.shrunk`);
      expect(shrunk.value).toBeCloseTo(weight * slope + (1 - weight) * common, 6);
      const error = Math.sqrt((variance / sxx) * weight + (1 - weight) ** 2 / total);
      expect((shrunk.high! - shrunk.low!) / 2).toBeCloseTo(reach * error, 3);
    }
  });

  test('the common slope is clustered by maker and lineage', async () => {
    const ladders = await laddersOf(sample, 'tuned');
    const { error, freedom } = leftOut(ladders, (kept) => poolOf(kept).common);
    const { low, high } = await statistic(sample, 'ladders.tuned.slope');
    expect((high! - low!) / 2 / (studentPoint(freedom) * error)).toBeCloseTo(1, 1);
  });

  test('for independent models the common slope is left without one after the other', async () => {
    const ladders = await laddersOf(sample, 'tuned');
    const models = ladders.flatMap((ladder) => ladder.models);
    const { common } = poolOf(ladders);
    const shifts = models.map(
      (model) =>
        poolOf(
          ladders.map((ladder) => ({ ...ladder, models: ladder.models.filter((each) => each !== model) })),
        ).common - common,
    );
    const n = models.length;
    const error = Math.sqrt(((n - 1) / n) * sum(shifts.map((shift) => shift ** 2)));
    const { independent } = await statistic(sample, 'ladders.tuned.slope');
    expect((independent!.high! - independent!.low!) / 2).toBeCloseTo(studentPoint(n - 1) * error, 4);
    expect((independent!.high! + independent!.low!) / 2).toBeCloseTo(common, 6);
  });

  test('steps that fall, by the questions', async () => {
    const all = [...(await laddersOf(sample, 'pretrained')), ...(await laddersOf(sample, 'tuned'))];
    const steps = all.flatMap(({ models }) => models.slice(1).map((to, i) => [models[i]!, to] as const));
    const changes = steps.flatMap(([from, to]) =>
      questions.map((q, b) => {
        const [p, r] = [from.raw[b]!, to.raw[b]!];
        return p === r ? 0 : (r - p) / Math.sqrt((p * (1 - p) + r * (1 - r)) / q);
      }),
    );
    const value = async (id: string) => (await statistic(sample, id)).value;
    expect(await value('ladders.steps')).toBe(steps.length);
    expect(await value('ladders.falls')).toBe(steps.filter(([from, to]) => to.y < from.y).length);
    expect(await value('ladders.comparisons')).toBe(steps.length * 6);
    // Φ⁻¹ of 0.975 to the power of one over 474 is 3.88.
    expect(steps.length).toBe(79);
    expect(await value('ladders.benchmark_falls.corrected')).toBe(
      changes.filter((each) => each < -3.88).length,
    );
  });

  test('the largest of each family, foretold twice', async () => {
    const errors = (
      await Promise.all(
        (Object.keys(stages) as Stage[]).map(async (stage) => {
          const ladders = await laddersOf(sample, stage);
          return ladders.map((ladder) => {
            const [below, top] = [ladder.models.at(-2)!, ladder.models.at(-1)!];
            const own = lineOf({ ...ladder, models: ladder.models.slice(0, -1) }).at(top.x);
            const { common } = poolOf(ladders.filter((each) => each !== ladder));
            return [own - top.y, below.y + common * (top.x - below.x) - top.y].map(Math.abs) as [
              number,
              number,
            ];
          });
        }),
      )
    ).flat();
    const [own, borrowed] = [mean(errors.map(([each]) => each)), mean(errors.map(([, each]) => each))];
    expect((await statistic(sample, 'ladders.top.own_error')).value).toBeCloseTo(own, 6);
    expect((await statistic(sample, 'ladders.top.borrowed_error')).value).toBeCloseTo(borrowed, 6);
    const lead = await statistic(sample, 'ladders.top.lead');
    expect([lead.value, lead.n]).toEqual([expect.closeTo(borrowed - own, 6), errors.length]);
  });
});

test('a slice with one family has no slope in common, one with few sizes no family', async () => {
  const value = async (query: string, id: string) =>
    (await statistic({ query, preparation: 'reviewed', where: null }, id)).value;
  expect(await value('family=gemma', 'ladders.tuned.slope')).toBeNull();
  expect(await value('provider=community', 'ladders.steps')).toBe(0);
});
