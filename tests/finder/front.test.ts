import { expect, test } from 'vitest';
import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import { comparedMarks } from '../../src/figures/plots/compared.ts';
import { candidatesOf } from '../../src/choose/candidates.ts';
import { licencesAsked } from '../../src/choose/licences.ts';
import { criteriaOf } from '../../src/choose/criteria.ts';
import { usualMachine } from '../../src/choose/memory.ts';
import { shortlistOf } from '../../src/choose/shortlist.ts';
import { mostModels } from '../../src/finder/address.ts';
import { fitting, frontOf, frontRows, tiesOf } from '../../src/finder/front.ts';
import { loadModelTable } from '../../src/finder/model-table.ts';
import { report } from '../report.ts';
import { tableModel } from './table-model.ts';

const model = (row: number, active_parameters_b: number | null, average: number) =>
  tableModel({ row, model: `o/m${row}`, active_parameters_b, average });

test('by hand: members in order of cost, after each what is as good within the noise', () => {
  const models = [
    model(0, 1, 10),
    model(1, 2, 20),
    model(2, 2, 19.5),
    model(3, 3, 15),
    model(4, 4, 20.3),
    model(5, null, 90),
    model(6, 2, 20),
    model(7, 0, 90),
  ];
  const { considered, members, close } = frontOf(models, 'active_parameters_b', 'average', 1);
  expect(considered).toBe(6);
  expect(members.map(({ model: { row }, member }) => [row, member])).toEqual([
    [0, true],
    [1, true],
    [2, false],
    [6, true],
    [4, true],
  ]);
  expect(close).toBe(1);
  const rows = frontRows(
    models,
    frontOf(models, 'active_parameters_b', 'average', 1),
    'active_parameters_b',
    'average',
    [models[3]!],
  );
  expect(rows.filter(({ layer }) => layer === 'front').map(({ x, y }) => [x, y])).toEqual([
    [1, 10],
    [2, 20],
    [2, 20],
    [4, 20.3],
  ]);
  expect(rows.filter(({ layer }) => layer === 'marked')).toMatchObject([{ model: 'o/m3', name: 'm3' }]);
  // Of names within 5 points of each other only that of the best stands, or of the model that is looked at.
  const names = (at: number) =>
    frontRows(
      models,
      frontOf(models, 'active_parameters_b', 'average', 1),
      'active_parameters_b',
      'average',
      [models[at]!],
    ).flatMap(({ layer, name }) => (name === null ? [] : [`${layer} ${name}`]));
  expect(names(3)).toEqual(['front m4', 'marked m3']);
  expect(names(2)).toEqual(['marked m2']);
  const cells = rows.filter(({ layer }) => layer === 'cell');
  expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(6);
});

test('a benchmark has the noise of its questions, by hand', () => {
  const scored = (row: number, size: number, gpqa_raw: number) => ({
    ...model(row, size, 0),
    gpqa_raw,
    gpqa: ((gpqa_raw - 0.25) / 0.75) * 100,
  });
  // Of 493 questions a share of 0.32 is 1.65 standard errors below 0.37, one of 0.31 is 1.99 below.
  const models = [
    scored(0, 4, 0.37),
    scored(1, 5, 0.36),
    scored(2, 4.5, 0.355),
    scored(3, 4, 0.32),
    scored(4, 4, 0.31),
  ];
  const { members } = frontOf(models, 'active_parameters_b', 'gpqa', 100);
  expect(members.map(({ model: { row }, member }) => [row, member])).toEqual([
    [0, true],
    [3, false],
  ]);
});

test('one model that is looked at is named; several have the letters and the marks of their order', () => {
  const models = [model(0, 1, 10), model(1, 2, 20), model(2, null, 30), model(3, 4, 15)];
  const marks = (marked: typeof models) =>
    frontRows(
      models,
      frontOf(models, 'active_parameters_b', 'average', 1),
      'active_parameters_b',
      'average',
      marked,
    )
      .filter(({ layer }) => layer === 'marked')
      .map(({ name, mark }) => [name, mark]);
  expect(marks([models[3]!])).toEqual([['m3', 'A']]);
  // The second has no size: the third keeps the letter that it has on the page.
  expect(marks([models[3]!, models[2]!, models[0]!])).toEqual([
    ['A', 'A'],
    ['C', 'C'],
  ]);
});

test('there is a mark for each model that can be compared, and no two are alike in anything', () => {
  expect(comparedMarks).toHaveLength(mostModels);
  for (const part of ['letter', 'shape', 'colour'] as const)
    expect(new Set(comparedMarks.map((mark) => mark[part])).size).toBe(mostModels);
});

test('behind the front of step-corrected carbon stands that of the recorded one, and a caution goes along', () => {
  const metered = (
    row: number,
    co2_kg: number,
    corrected: number | null,
    average: number,
    caution?: string,
  ) => ({
    ...model(row, 7, average),
    co2_kg,
    co2_step_corrected_kg: corrected,
    caution: caution ?? null,
  });
  const models = [
    metered(0, 2, 1, 20, 'flagged'),
    metered(1, 1.5, 1.5, 19),
    metered(2, 1, null, 10),
    metered(3, 3, 3, 30),
  ];
  const rowsBy = (cost: 'co2_step_corrected_kg' | 'co2_kg') =>
    frontRows(models, frontOf(models, cost, 'average', 1), cost, 'average', []);
  const places = (rows: ReturnType<typeof frontRows>, name: string) =>
    rows.filter(({ layer }) => layer === name).map(({ model, x, caution }) => [model, x, caution]);
  const rows = rowsBy('co2_step_corrected_kg');
  expect(places(rows, 'front')).toEqual([
    ['o/m0', 1, 'flagged by the maintainers'],
    ['o/m3', 3, null],
  ]);
  expect(places(rows, 'recorded')).toEqual([
    ['o/m2', 1, null],
    ['o/m1', 1.5, null],
    ['o/m0', 2, 'flagged by the maintainers'],
    ['o/m3', 3, null],
  ]);
  expect(places(rowsBy('co2_kg'), 'recorded')).toEqual([]);
});

test('none of no models', () => {
  expect(frontOf([], 'co2_kg', 'average', 1)).toEqual({ considered: 0, members: [], close: 0 });
});

test.each(['parameters_b', 'co2_step_corrected_kg', 'co2_kg'] as const)(
  'over %s the members are those that SQL finds',
  async (cost) => {
    const engine = await report();
    const { models } = await loadModelTable(engine, 'reviewed');
    const own = await engine.query(
      `SELECT row FROM reviewed AS a WHERE type = 'chat' AND ${cost} > 0 AND NOT EXISTS (SELECT 1 FROM reviewed AS b WHERE b.type = 'chat' AND b.${cost} > 0 AND b.${cost} <= a.${cost} AND b.average >= a.average AND (b.${cost} < a.${cost} OR b.average > a.average)) ORDER BY row`,
    );
    const members = frontOf(
      models.filter(({ type }) => type === 'chat'),
      cost,
      'average',
      0,
    ).members.filter(({ member }) => member);
    expect(members.map(({ model: { row } }) => row).sort((a, b) => a - b)).toEqual(own.map(({ row }) => row));
  },
);

const anyModel = { memory: null, bits: 4, licence: 'any', onHub: true, withoutCautioned: false } as const;

test('a memory keeps the models that fit at so many bits; none without a size', () => {
  // At 4 bits 13 billion parameters take 13 × 4 ÷ 8 × 1.2 = 7.8 GB, 14 billion 8.4 GB.
  const models = [13, 14, 0].map((parameters_b, row) => tableModel({ row, parameters_b }));
  const rows = (memory: number | null, bits: number) =>
    fitting(models, { ...anyModel, memory, bits }, models).map(({ row }) => row);
  expect(rows(8, 4)).toEqual([0]);
  expect(rows(8.4, 4)).toEqual([0, 1]);
  expect(rows(8.4, 8)).toEqual([]);
  expect(fitting(models, { ...anyModel, onHub: false }, models)).toBe(models);
});

test('models that are gone from the Hub are left out, unless they are asked for or no other is left', () => {
  const [there, gone] = [tableModel({ row: 1 }), tableModel({ row: 2, on_hub: false })];
  const all = [there, gone];
  expect(fitting(all, anyModel, all)).toEqual([there]);
  expect(fitting(all, { ...anyModel, onHub: false }, all)).toEqual([there, gone]);
  expect(fitting([gone], anyModel, all)).toEqual([gone]);
});

test('what cannot be told from the best: its copies are no others, and each gain has its own error', () => {
  const raw = { ifeval_raw: 0.5, mmlu_pro_raw: 0.5 };
  const models = [
    tableModel({ row: 1, model: 'o/best', average: 20, ifeval: 50, mmlu_pro: 50, ...raw }),
    tableModel({ row: 2, model: 'o/copy', copy_of: 'o/best', average: 20, ifeval: 50, mmlu_pro: 50, ...raw }),
    tableModel({ row: 3, model: 'o/near', average: 19, ifeval: 45, mmlu_pro: 45, ...raw }),
  ];
  const others = (gain: 'average' | 'ifeval' | 'mmlu_pro') =>
    tiesOf(models, gain)!.others.map(({ model: { model: name } }) => name);
  expect(tiesOf(models, 'average')).toMatchObject({ best: { model: 'o/best' }, compared: 1 });
  expect(others('average')).toEqual(['o/near']);
  // 5 points are 1.16 standard errors of a difference over 541 prompts, and more than 6 over 12,032 questions.
  expect(others('ifeval')).toEqual(['o/near']);
  expect(others('mmlu_pro')).toEqual([]);
  expect(tiesOf([], 'average')).toBeUndefined();
});

test('under the same constraints it is what the page of a machine answers', async () => {
  const { models } = await loadModelTable(await report(), 'reviewed');
  const candidates = candidatesOf(models);
  const there = models.filter(({ on_hub }) => on_hub);
  const counts = licencesAsked.map((licence) => {
    const criteria = { ...criteriaOf(usualMachine), licence };
    const { groups, fits, lead } = shortlistOf(candidates, criteria);
    const ties = tiesOf(fitting(there, criteria, models), 'average')!;
    const { best, others, compared } = ties;
    expect([ties.lead?.test, ties.lead?.first.model.model]).toEqual([
      lead?.test,
      lead?.first.candidate.model,
    ]);
    expect(others.map(({ rests }) => rests?.test)).toEqual(
      groups[0]!.slice(1).map(({ rests }) => rests?.test),
    );
    expect([best.model, ...others.map(({ model: { model: name } }) => name)]).toEqual(
      groups[0]!.map(({ candidate }) => candidate.model),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(compared).toBe(fits - 1);
    return fits;
  });
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(new Set(counts).size).toBe(licencesAsked.length);
});

test('models with a caution are left out where that is asked for', () => {
  const models = [tableModel({ row: 1 }), tableModel({ row: 2, caution: 'flagged' })];
  expect(fitting(models, anyModel, models)).toEqual(models);
  expect(fitting(models, { ...anyModel, withoutCautioned: true }, models)).toEqual([models[0]]);
});

test('a copy stands with its original, and counts as no other', () => {
  const models = [
    { ...model(0, 2, 20), copy_of: 'o/m1' },
    model(1, 2, 20),
    { ...model(2, 1, 9.5), copy_of: 'o/gone' },
    { ...model(3, 1, 10), copy_of: null },
  ];
  const { considered, members, close } = frontOf(models, 'active_parameters_b', 'average', 1);
  expect(considered).toBe(3);
  expect(close).toBe(1);
  expect(
    members.map(({ model: { row }, member, copies }) => [row, member, copies.map((each) => each.row)]),
  ).toEqual([
    [3, true, []],
    [2, false, []],
    [1, true, [0]],
  ]);
});

test('what a model rests on is marked where all six tests are weighed', () => {
  const raws = {
    ifeval_raw: 0.5,
    bbh_raw: 0.5,
    math_raw: 0.5,
    gpqa_raw: 0.5,
    musr_raw: 0.5,
    mmlu_pro_raw: 0.5,
  };
  const scored = (row: number, musr: number, other: number) =>
    tableModel({
      ...raws,
      ...byBenchmark(() => other),
      row,
      model: `o/m${row}`,
      musr,
      average: (5 * other + musr) / 6,
    });
  // Without MuSR the second is 6 points behind, with it level.
  const models = [scored(1, 50, 50), scored(2, 79, 44)];
  const marked = tiesOf(models, 'average')!;
  expect(marked.others[0]!.rests).toEqual({ test: 'musr', behind: 6 });
  expect(tiesOf(models, 'musr')!.others.every(({ rests }) => rests === undefined)).toBe(true);
});
