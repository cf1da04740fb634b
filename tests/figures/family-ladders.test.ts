import { expect, test } from 'vitest';
import { familyLadders } from '../../src/figures/family-ladders.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

/** Sizes in the names of the releases, as their makers published them. */
const published = {
  'Qwen2.5': (size: string, tuned: boolean) => `Qwen/Qwen2.5-${size}${tuned ? '-Instruct' : ''}`,
  'Gemma 2': (size: string, tuned: boolean) => `google/gemma-2-${size}${tuned ? '-it' : ''}`,
  SmolLM2: (size: string, tuned: boolean) => `HuggingFaceTB/SmolLM2-${size}${tuned ? '-Instruct' : ''}`,
  Falcon3: (size: string, tuned: boolean) => `tiiuae/Falcon3-${size}-${tuned ? 'Instruct' : 'Base'}`,
};
const sizes: Record<keyof typeof published, string[]> = {
  'Qwen2.5': ['0.5B', '1.5B', '3B', '7B', '14B', '32B', '72B'],
  'Gemma 2': ['2b', '9b', '27b'],
  SmolLM2: ['135M', '360M', '1.7B'],
  Falcon3: ['1B', '3B', '7B', '10B'],
};
/** The sizes of Llama 3 are of two versions, so its models are listed. */
const llama: Record<string, string[]> = {
  pretrained: ['Llama-3.2-1B', 'Llama-3.2-3B', 'Llama-3.1-8B', 'Llama-3.1-70B'],
  'instruction-tuned': [
    'Llama-3.2-1B-Instruct',
    'Llama-3.2-3B-Instruct',
    'Llama-3.1-8B-Instruct',
    'Llama-3.1-70B-Instruct',
  ],
};
const stages = ['instruction-tuned', 'pretrained'] as const;

test.each(editions)(
  'the rungs are the releases of each family that were evaluated, by size, on $preparation',
  async (edition) => {
    const rows = await drawnRows(familyLadders, edition.query);
    const names = await askOwn(
      edition.preparation,
      'SELECT model, b, OWN.average FROM OWN JOIN all_runs USING (row) WHERE official_provider ORDER BY row',
    );
    // The seed's preparation keeps a model twice where its runs differ in recorded size; a rung is the first.
    const evaluated = (model: string) =>
      names
        .filter((each) => each.model === model)
        .slice(0, 1)
        .map(({ b, average }) => ({ model, parameters_b: b, average }));
    const expected = stages.flatMap((stage) => {
      const tuned = stage === 'instruction-tuned';
      const families = Object.keys(published) as (keyof typeof published)[];
      return [
        ...families.map(
          (family) => [family, sizes[family].map((size) => published[family](size, tuned))] as const,
        ),
        ['Llama 3', llama[stage]!.map((name) => `meta-llama/${name}`)] as const,
      ]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([family, models]) => models.flatMap(evaluated).map((each) => ({ family, stage, ...each })));
    });
    expect(
      rows.map(({ family, stage, model, parameters_b, average }) => ({
        family,
        stage,
        model,
        parameters_b,
        average,
      })),
    ).toEqual(expected);
  },
);

test('the largest of each ladder is its end', async () => {
  const rows = await drawnRows(familyLadders, '');
  const ladders = Map.groupBy(rows, ({ family, stage }) => `${String(family)} ${String(stage)}`);
  expect(ladders.size).toBe(10);
  for (const rungs of ladders.values())
    expect(rungs.map(({ end }) => end)).toEqual(rungs.map((_, at) => at === rungs.length - 1));
});

test('a step that brings less than half of what a doubling brought before is named, by hand', () => {
  const ladder = (family: string, ...averages: number[]) =>
    averages.map((average, at) => ({
      family,
      stage: 'instruction-tuned',
      model: `${family} ${at}`,
      parameters_b: 4 ** at,
      average,
    }));
  // From 1 to 4 B is two doublings: 10 points each; from 4 to 16 B 4 points each, then 5, exactly half.
  expect(familyLadders.takeaway(ladder('Qwen2.5', 10, 30, 38))).toContain(
    '1 of 1 instruction-tuned families: Qwen2.5 (4.0 against 10.0',
  );
  expect(familyLadders.takeaway(ladder('Qwen2.5', 10, 30, 40))).toMatch(/^In none of 1/);
  expect(familyLadders.takeaway(ladder('Qwen2.5', 10, 30))).toMatch(
    /^No instruction-tuned family has three sizes/,
  );
});

test('takeaway and text alternative on the whole table', async () => {
  const rows = await drawnRows(familyLadders, '');
  const alt = familyLadders.alt(rows);
  const qwen = rows.filter(({ family, stage }) => family === 'Qwen2.5' && stage === 'instruction-tuned');
  for (const row of [qwen[0]!, qwen.at(-1)!]) expect(alt).toContain(`${Number(row.average).toFixed(1)}`);
  const gain = (a: (typeof qwen)[number], b: (typeof qwen)[number]) =>
    (Number(b.average) - Number(a.average)) /
    (Math.log2(Number(b.parameters_b)) - Math.log2(Number(a.parameters_b)));
  const [last, before] = [gain(qwen.at(-2)!, qwen.at(-1)!), gain(qwen[0]!, qwen.at(-2)!)];
  expect(last).toBeLessThan(before / 2);
  expect(familyLadders.takeaway(rows)).toContain(
    `Qwen2.5 (${last.toFixed(1)} against ${before.toFixed(1)} points per doubling)`,
  );
});

test('a model that stands twice at one size makes no infinite step', async () => {
  // On the seed's preparation SmolLM2-135M-Instruct has two rows of 0.135 billion parameters.
  const rows = await drawnRows(familyLadders, 'preparation=prepared&size=-0.361');
  expect(familyLadders.takeaway(rows)).not.toMatch(/Infinity|∞|NaN/);
  const reversed = familyLadders.derive(
    rows.toReversed().toSorted((a, b) => Number(a.parameters_b) - Number(b.parameters_b)),
  );
  expect(familyLadders.takeaway(reversed)).not.toMatch(/Infinity|∞|NaN/);
});
