import { describe, expect, test } from 'vitest';
import { askSlice } from '../../../src/slice/ask.ts';
import { wholeTable } from '../../../src/slice/slice.ts';
import { answerStatistics } from '../../../src/statistics/answer.ts';
import { carbonNoise, carbonNoiseRange } from '../../../src/statistics/carbon-label.ts';
import { estimatesOf, smallReport, type Cells } from '../../report.ts';
import { expectEqual, median, quantile, runsOf, samples, statistic, wholes } from './samples.ts';

type Line = Readonly<Record<string, string>>;

const benchmarks = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];
const name = ({ model }: Line) => model!.trim().toLowerCase();
const organisation = (line: Line) => name(line).split('/')[0]!;
const since = ({ submission_date }: Line) => submission_date! > '2025-02-07';
const isKnown = ({ architecture }: Line) => !['', '?', 'Unknown'].includes(architecture!);
const metered = ({ submission_date, co2_kg }: Line) => submission_date !== '' && Number(co2_kg) > 0;

const groups = (lines: readonly Line[], columns: (line: Line) => readonly unknown[]) => [
  ...Map.groupBy(lines, (line) => JSON.stringify(columns(line))).values(),
];
const distinct = (lines: readonly Line[], of: (line: Line) => string) => new Set(lines.map(of)).size;
/** The first line of each name, in the order of the dataset. */
const firsts = (lines: readonly Line[], of: (line: Line) => string) =>
  lines.filter((line, index) => lines.findIndex((other) => of(other) === of(line)) === index);

/** The middle ratio of carbon between two of a group, by logarithms. */
function middleFold(lines: readonly Line[]): number {
  const logs = lines.map(({ co2_kg }) => Math.log(Number(co2_kg)));
  const gaps: number[] = [];
  for (let i = 1; i < logs.length; i++)
    for (let j = 0; j < i; j++) gaps.push(Math.exp(Math.abs(logs[i]! - logs[j]!)));
  return median(gaps)!;
}

/** A run with the chat template and one without, of each model that has both. */
function askedBoth(lines: readonly Line[]): [Line, Line][] {
  return groups(lines, (line) => [name(line)]).flatMap((runs): [Line, Line][] => {
    const [asked, plain] = ['true', 'false'].map((form) =>
      runs.filter(({ chat_template }) => chat_template === form),
    );
    if (asked!.length === 0 || plain!.length === 0) return [];
    // No model of the table has more, so there is nothing to choose.
    expect([asked!.length, plain!.length]).toEqual([1, 1]);
    return [[asked![0]!, plain![0]!]];
  });
}

describe.each(samples)('“$query”', (sample) => {
  const expectQuantiles = async (id: string, values: readonly number[]) => {
    for (const [end, p] of [
      ['median', 0.5],
      ['p90', 0.9],
    ] as const) {
      const found = await statistic(sample, `${id}.${end}`);
      expectEqual(found.value, quantile(values, p), `${id}.${end}`);
      expect(found.n, id).toBe(values.length);
    }
  };

  test('runs of one commit in one form at several number formats', async () => {
    const repeats = groups(
      (await runsOf(sample)).filter(({ model_sha }) => model_sha !== ''),
      (line) => [name(line), line.model_sha, line.chat_template],
    ).filter((lines) => distinct(lines, ({ precision }) => precision!) > 1);
    expect((await statistic(sample, 'noise.same.models')).value).toBe(repeats.length);
    for (const score of ['average', ...benchmarks])
      await expectQuantiles(
        `noise.same.${score}`,
        repeats.map((lines) => {
          const sorted = lines.map((line) => Number(line[score])).toSorted((a, b) => a - b);
          return sorted.at(-1)! - sorted[0]!;
        }),
      );
  });

  test('models asked with the chat template and without', async () => {
    const pairs = askedBoth(await runsOf(sample));
    await expectQuantiles(
      'noise.template.average',
      pairs.map(([asked, plain]) => Math.abs(Number(asked.average) - Number(plain.average))),
    );
  });

  test('exact twins on one side of the step', async () => {
    const twins = groups((await runsOf(sample)).filter(metered), (line) => [
      since(line),
      line.architecture,
      ...benchmarks.map((each) => line[`${each}_raw`]),
    ])
      .map((lines) => firsts(lines, name))
      .filter((lines) => {
        const sizes = lines.map(({ parameters_b }) => Number(parameters_b));
        return lines.length > 1 && isKnown(lines[0]!) && Math.max(...sizes) <= 1.01 * Math.min(...sizes);
      });
    const counted = async (id: string) => (await statistic(sample, `noise.twins.${id}`)).value;
    expect(await counted('groups')).toBe(twins.length);
    expect(await counted('one_organisation.groups')).toBe(
      twins.filter((lines) => distinct(lines, organisation) === 1).length,
    );
    expect(await counted('since.groups')).toBe(twins.filter(([first]) => since(first!)).length);
    await expectQuantiles('noise.twins.co2_fold', twins.map(middleFold));
  });

  test('alike models of different organisations', async () => {
    // Of a model whose architecture is not known no other is known to be alike.
    const lines = (await runsOf(sample)).filter((line) => metered(line) && isKnown(line));
    const alike = groups(lines, (line) => [
      line.architecture,
      Number(line.parameters_b),
      line.precision,
      line.chat_template,
      since(line),
    ])
      .map((lines) => firsts(lines, organisation))
      .filter(([first, ...others]) => others.length > 0 && Number(first!.parameters_b) > 0);
    expect((await statistic(sample, 'noise.alike.groups')).value).toBe(alike.length);
    await expectQuantiles('noise.alike.co2_fold', alike.map(middleFold));
  });
});

test.each(wholes)('“$query”: how many there are, whatever the preparation', async ({ query }) => {
  const estimates = await estimatesOf(query);
  const counts = ['models', 'same.models', 'twins.groups', 'alike.groups'].map(
    (id) => estimates[`noise.${id}`]!.value,
  );
  expect(counts).toEqual([79, 39, 40, 265]);
  expect(estimates['noise.template.average.median']!.n).toBe(25);
});

test('the factor that the frontier is held against is that of one group of twins in ten', async () => {
  const { value, low, high, independent, clusters } = (await estimatesOf(''))['noise.twins.co2_fold.p90']!;
  const rounded = (each: number | null, digits: number) => Number(each!.toFixed(digits));
  expect(rounded(value, 1)).toBe(carbonNoise);
  expect({ low: rounded(independent!.low, 2), high: rounded(independent!.high, 2) }).toEqual(
    carbonNoiseRange,
  );
  // Of 25 effective organisations and 15 lineages it is not bounded from above.
  expect([Math.round(clusters!.organisations), Math.round(clusters!.lineages)]).toEqual([25, 15]);
  expect([low, high]).toEqual([null, null]);
});

const answer = async (runs: readonly Cells[], id: string) =>
  (await answerStatistics(await askSlice(await smallReport(runs), wholeTable), [id]))[id]!;

const one = '1'.repeat(40);
const other = '2'.repeat(40);

test('same commit, same form, another number format: what else differs is no repeat, by hand', async () => {
  const run = { precision: 'bfloat16', model_sha: one, chat_template: true };
  const runs: Cells[] = [
    { ...run, model: 'a/repeat', average: 20 },
    { ...run, model: 'A/Repeat ', average: 24, precision: 'float16' },
    { ...run, model: 'b/commit', average: 10 },
    { ...run, model: 'b/commit', average: 40, precision: 'float16', model_sha: other },
    { ...run, model: 'c/form', average: 10 },
    { ...run, model: 'c/form', average: 40, precision: 'float16', chat_template: false },
    { ...run, model: 'd/again', average: 10 },
    { ...run, model: 'd/again', average: 40 },
    { ...run, model: 'e/unknown', average: 10, model_sha: null },
    { ...run, model: 'e/unknown', average: 40, model_sha: null, precision: 'float16' },
  ];
  expect(await answer(runs, 'noise.same.average.median')).toMatchObject({ value: 4, n: 1 });
  expect(await answer(runs, 'noise.models')).toMatchObject({ value: 4 });
  expect(await answer(runs, 'noise.template.average.median')).toMatchObject({ value: 30, n: 1 });
});

test('twins are two names on one side of the step, by hand', async () => {
  const before = { submission_date: '2025-02-07' };
  const [half, third] = [{ musr_raw: 0.5 }, { musr_raw: 0.25 }];
  const runs: Cells[] = [
    { model: 'a/x', co2_kg: 1, ...before },
    { model: 'a/x', co2_kg: 9, ...before },
    { model: 'b/x', co2_kg: 1.5, ...before },
    { model: 'c/x', co2_kg: 3, ...before },
    // The other side, no day, no carbon, and another last digit.
    { model: 'd/x', co2_kg: 8, submission_date: '2025-02-08' },
    { model: 'e/x', co2_kg: 8, submission_date: null },
    { model: 'f/x', co2_kg: 0, ...before },
    { model: 'g/x', co2_kg: 8, ...before, musr_raw: 0.9999999999999999 },
    // Of another architecture, or of none that is known.
    { model: 'h/x', co2_kg: 8, ...before, architecture: 'Qwen2ForCausalLM' },
    { model: 'i/x', co2_kg: 8, ...before, architecture: '?' },
    { model: 'j/x', co2_kg: 9, ...before, architecture: '?' },
    // Of unlike sizes, and of one that was rounded.
    ...['k', 'l'].map((of, i) => ({
      model: `${of}/x`,
      co2_kg: 8 + i,
      ...before,
      ...half,
      parameters_b: 7 + i,
    })),
    ...['m', 'n'].map((of, i) => ({
      model: `${of}/x`,
      co2_kg: 8 + 8 * i,
      ...before,
      ...third,
      parameters_b: 8 + 0.03 * i,
    })),
  ];
  // 1 to 1.5, 1 to 3 and 1.5 to 3: the ratios 1.5, 3 and 2; and 8 to 16.
  expect(await answer(runs, 'noise.twins.co2_fold.median')).toMatchObject({ value: 2, n: 2 });
});

test('alike models stand one for each organisation, each group with one vote, by hand', async () => {
  const big = { parameters_b: 70 };
  const runs: Cells[] = [
    { model: 'a/x', co2_kg: 1 },
    { model: 'A/y', co2_kg: 100 },
    { model: 'b/x', co2_kg: 4 },
    { model: 'c/x', co2_kg: 10, ...big },
    { model: 'd/x', co2_kg: 20, ...big },
    { model: 'e/x', co2_kg: 40, ...big },
    // Nothing is alike to these.
    { model: 'f/x', co2_kg: 9, parameters_b: 7.1 },
    { model: 'g/x', co2_kg: 9, precision: 'float16' },
    { model: 'h/x', co2_kg: 9, chat_template: false },
    { model: 'i/x', co2_kg: 9, architecture: 'Qwen2ForCausalLM' },
    { model: 'j/x', co2_kg: 9, submission_date: '2025-02-08' },
    // An architecture that is not known is none that they share.
    ...['?', 'Unknown', null].flatMap((architecture) =>
      ['k', 'l'].map((of) => ({ model: `${of}/${architecture}`, co2_kg: 9, architecture })),
    ),
  ];
  // One group at 4, and one at 2, the middle of 2, 2 and 4.
  expect(await answer(runs, 'noise.alike.co2_fold.median')).toMatchObject({ value: 3, n: 2 });
});
