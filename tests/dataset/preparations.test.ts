import { describe, expect, test } from 'vitest';
import { preparations } from '../../src/dataset/preparations.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { facts, identityOf, oneRow, report, rowsOf, smallReport, type Cells, daysAsText } from '../report.ts';

/** The rows that a step leaves, by its id; `runs` is before the first. */
async function rowsAfter(engine: Engine, preparation: 'prepared' | 'reviewed', step: string) {
  const kept = await engine.query(
    `SELECT row FROM run_steps WHERE preparation = '${preparation}' AND step = '${step}' ORDER BY row`,
  );
  return kept.map(({ row }) => row);
}

const runs = facts('runs');
const key = (model: string) => model.toLowerCase();
const runsByName = Map.groupBy(runs, ({ model }) => identityOf(model!));

describe('counts on the table', () => {
  test('prepared: 4,576 runs, 4,529 without duplicates, 4,523 with a size', async () => {
    const engine = await report();
    const counts = await Promise.all(
      ['runs', 'first-of-duplicates', 'positive-sizes'].map(
        async (step) => (await rowsAfter(engine, 'prepared', step)).length,
      ),
    );
    expect(counts).toEqual([4576, 4529, 4523]);
  });

  test('prepared: 3,039 small, 1,291 medium and 193 large models', async () => {
    const inClass = (name: string) => `CAST(count(*) FILTER (size_class = '${name}') AS INTEGER) AS ${name}`;
    expect(
      await oneRow(`SELECT ${inClass('small')}, ${inClass('medium')}, ${inClass('large')} FROM prepared`),
    ).toEqual({ small: 3039, medium: 1291, large: 193 });
  });

  test('reviewed: one model per identity, 4,494 of them', async () => {
    const models = await (await report()).query('SELECT model FROM reviewed');
    const names = models.map(({ model }) => identityOf(String(model)));
    expect(names).toHaveLength(4494);
    expect(new Set(names)).toEqual(new Set(runsByName.keys()));
  });

  test('run_steps numbers the steps from 0, the runs, and ends with the models', async () => {
    const engine = await report();
    for (const { id, steps } of Object.values(preparations)) {
      const rows = await engine.query(
        `SELECT DISTINCT CAST(position AS INTEGER) AS position, step FROM run_steps WHERE preparation = '${id}' ORDER BY position`,
      );
      expect(rows).toEqual(
        ['runs', ...steps.map((step) => step.id)].map((step, position) => ({ position, step })),
      );
      const models = await engine.query(`SELECT row FROM ${id} ORDER BY row`);
      expect(await rowsAfter(engine, id, steps.at(-1)!.id)).toEqual(models.map(({ row }) => row));
    }
  });
});

describe('reviewed on the table', () => {
  test('the run of every model is the newest, then the one at bfloat16, then the first', async () => {
    const day = ({ submission_date }: Record<string, string>) => submission_date!;
    const expected = [...runsByName.values()].map((same) => {
      const newest = same
        .map(day)
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        .at(-1);
      const candidates = same.filter((run) => day(run) === newest);
      const run = candidates.find(({ precision }) => precision === 'bfloat16') ?? candidates[0]!;
      return Number(run.row);
    });
    const models = await (await report()).query('SELECT row FROM reviewed ORDER BY row');
    expect(models.map(({ row }) => row)).toEqual(expected.sort((a, b) => a - b));
  });

  test('scores and carbon are the very numbers of the run', async () => {
    const columns = Object.keys(runs[0]!).filter((name) => /_raw$|^average$|^co2_kg$/.test(name));
    columns.push('ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro');
    expect(columns).toHaveLength(14);
    const models = await (await report()).query(`SELECT row, ${columns.join(', ')} FROM reviewed`);
    const changed = models.filter((model) => {
      const run = runs[Number(model.row) - 1]!;
      return columns.some((column) => !Object.is(model[column], Number(run[column])));
    });
    expect(changed).toEqual([]);
  });

  test('every size is above zero, and is the run’s unless a correction says otherwise', async () => {
    const corrected = new Map(
      facts('corrections')
        .filter(({ column }) => column === 'parameters_b')
        .map(({ model, value }) => [key(model!), Number(value)]),
    );
    const models = await (await report()).query('SELECT row, model, parameters_b, size_class FROM reviewed');
    const size = (row: unknown) => Number(runs[Number(row) - 1]!.parameters_b);
    const wrong = models.filter(
      ({ row, model, parameters_b }) => parameters_b !== (corrected.get(key(String(model))) ?? size(row)),
    );
    expect(wrong).toEqual([]);
    expect(models.filter(({ parameters_b }) => Number(parameters_b) <= 0)).toEqual([]);
  });

  test('the type is the run’s unless a correction says otherwise, in models and in pairs', async () => {
    const corrected = new Map(
      facts('corrections')
        .filter(({ column }) => column === 'type')
        .map(({ model, value }) => [key(model!), value]),
    );
    expect(corrected.size).toBeGreaterThan(70);
    const right = (row: unknown, types: ReadonlyMap<string, string | undefined>) => {
      const { model, type } = runs[Number(row) - 1]!;
      return types.get(key(model!)) ?? type;
    };
    const models = await (await report()).query('SELECT row, type FROM reviewed');
    expect(models.filter(({ row, type }) => type !== right(row, corrected))).toEqual([]);
    const pairs = await (await report()).query('SELECT * FROM all_pairs');
    const wrong = pairs.filter(
      (pair) =>
        pair.type !== right(pair.row, pair.preparation === 'reviewed' ? corrected : new Map()) ||
        pair.base_type !== right(pair.base_row, pair.preparation === 'reviewed' ? corrected : new Map()),
    );
    expect(wrong).toEqual([]);
    for (const [query, base] of [
      ['', 'pretrained'],
      ['preparation=prepared', 'fine-tuned'],
    ])
      expect(
        await rowsOf(
          query!,
          `SELECT DISTINCT base_type FROM pairs WHERE base_model = 'meta-llama/Llama-3.1-8B'`,
        ),
      ).toEqual([{ base_type: base }]);
  });

  test('where a size comes from', async () => {
    const engine = await smallReport(
      [
        { model: 'a/counted', parameters_b: 7.242 },
        { model: 'a/whole-7B', parameters_b: 7 },
        { model: 'a/elsewhere', parameters_b: 8 },
        { model: 'a/named-1.3b', parameters_b: 1.3 },
        { model: 'a/named-1.1B', parameters_b: 1.1 },
        { model: 'a/same-as-before', parameters_b: 1.1 },
        { model: 'b/same-1.1b', parameters_b: 1.1, architecture: 'QwenForCausalLM' },
        { model: 'a/three-1.345b', parameters_b: 1.345 },
        { model: 'a/corrected-9b', parameters_b: 9 },
        { model: 'a/none', parameters_b: 0 },
      ],
      [{ model: 'A/corrected-9B', column: 'parameters_b', value: '9.242' }],
    );
    const sources = async (preparation: string) =>
      Object.fromEntries(
        (await engine.query(`SELECT row, size_source FROM ${preparation} ORDER BY row`)).map(
          ({ row, size_source }) => [row, size_source],
        ),
      );
    const recorded = {
      1: 'weights',
      2: 'name',
      3: 'name',
      4: 'name',
      // Another model of the architecture has that size without saying it, so it was counted.
      5: 'weights',
      6: 'weights',
      7: 'name',
      8: 'weights',
    };
    expect(await sources('reviewed')).toEqual({ ...recorded, 9: 'correction', 10: null });
    expect(await sources('prepared')).toEqual({ ...recorded, 9: 'name' });
  });

  test('moe and active parameters are those of moe.csv; a model that is not in it is dense', async () => {
    const lines = new Map(facts('moe').map((line) => [key(line.model!), line]));
    const models = await (
      await report()
    ).query('SELECT model, parameters_b, moe, active_parameters_b FROM reviewed ORDER BY row');
    const expected = models.map(({ model, parameters_b }) => {
      const line = lines.get(key(String(model)));
      if (line?.moe !== 'true') return { model, moe: false, active_parameters_b: parameters_b };
      const active = line.active_parameters_b!;
      return { model, moe: true, active_parameters_b: active === '' ? null : Number(active) };
    });
    const found = models.map(({ model, moe, active_parameters_b }) => ({ model, moe, active_parameters_b }));
    expect(found).toEqual(expected);
    expect(models.filter(({ moe }) => moe)).toHaveLength(
      [...lines.values()].filter(({ moe }) => moe === 'true').length,
    );
  });
});

describe('prepared on the table', () => {
  test('sizes are rounded to three decimals and carbon to two', async () => {
    const patched = [
      'DeepMount00/Llama-3.1-8b-Ita',
      'JungZoona/T3Q-Qwen2.5-14B-Instruct-1M-e3',
      'allenai/OLMo-1.7-7B-hf',
      'internlm/internlm2-7b',
    ];
    const models = await (await report()).query('SELECT row, model, parameters_b, co2_kg FROM prepared');
    const rounded = (value: unknown, of: string | undefined, digits: number) =>
      Number(Number(value).toFixed(digits)) === value &&
      Math.abs(Number(value) - Number(of)) <= 0.5 * 10 ** -digits + 1e-12;
    const off = models.filter(({ row, model, parameters_b, co2_kg }) => {
      const run = runs[Number(row) - 1]!;
      const sizeFits = rounded(parameters_b, run.parameters_b, 3) || patched.includes(String(model));
      return !sizeFits || !rounded(co2_kg, run.co2_kg, 2);
    });
    expect(off).toEqual([]);
  });

  test('four sizes are set by hand', async () => {
    const models = await (
      await report()
    ).query(
      `SELECT model, parameters_b FROM prepared WHERE model IN ('DeepMount00/Llama-3.1-8b-Ita', 'JungZoona/T3Q-Qwen2.5-14B-Instruct-1M-e3', 'allenai/OLMo-1.7-7B-hf', 'internlm/internlm2-7b') ORDER BY model, row`,
    );
    const sizes = new Map(models.map(({ model, parameters_b }) => [model, parameters_b]));
    expect(sizes.get('JungZoona/T3Q-Qwen2.5-14B-Instruct-1M-e3')).toBe(14);
    expect(sizes.get('allenai/OLMo-1.7-7B-hf')).toBe(7);
    expect(sizes.get('internlm/internlm2-7b')).toBe(7);
    expect(sizes.get('DeepMount00/Llama-3.1-8b-Ita')).toBe(8);
  });

  test('moe is the flag of the run', async () => {
    const models = await (
      await report()
    ).query('SELECT row, moe, parameters_b, active_parameters_b FROM prepared');
    const wrong = models.filter(({ row, moe, parameters_b, active_parameters_b }) => {
      const flag = runs[Number(row) - 1]!.moe === 'true';
      return moe !== flag || active_parameters_b !== (flag ? null : parameters_b);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the rules of prepared on a table by hand', () => {
  const table: Cells[] = [
    { model: 'a/one', parameters_b: 7.0001, co2_kg: 1.234 }, // 1: first of its duplicates
    { model: 'A/One', parameters_b: 7.0004, co2_kg: 2 }, // 2: same name, case aside, same rounded size
    { model: ' a/one ', parameters_b: 7, co2_kg: 3 }, // 3: same name, spaces aside
    { model: 'a/one', parameters_b: 7, type: 'merge' }, // 4: another type stays
    { model: 'a/one', parameters_b: 7.002 }, // 5: another size stays
    { model: 'b/none', parameters_b: 0 }, // 6: no size
    { model: 'b/unread', parameters_b: -1 }, // 7: size never read
    { model: 'allenai/OLMo-1.7-7B-hf', parameters_b: 0 }, // 8: size set by hand
    { model: 'b/experts', parameters_b: 46.7, moe: true }, // 9: MoE by its flag
    { model: 'b/tiny', parameters_b: 0.0004 }, // 10: rounds to no size
  ];

  test('what survives each step', async () => {
    const engine = await smallReport(table);
    const after = (step: string) => rowsAfter(engine, 'prepared', step);
    expect(await after('round')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await after('first-of-duplicates')).toEqual([1, 4, 5, 6, 7, 8, 9, 10]);
    expect(await after('patch-four-sizes')).toEqual([1, 4, 5, 6, 7, 8, 9, 10]);
    expect(await after('positive-sizes')).toEqual([1, 4, 5, 8, 9]);
    expect(await after('group')).toEqual([1, 4, 5, 8, 9]);
  });

  test('what the models say', async () => {
    const engine = await smallReport(table);
    const models = await engine.query(
      'SELECT row, parameters_b, co2_kg, moe, active_parameters_b FROM prepared WHERE row IN (1, 8, 9) ORDER BY row',
    );
    expect(models).toEqual([
      { row: 1, parameters_b: 7, co2_kg: 1.23, moe: false, active_parameters_b: 7 },
      { row: 8, parameters_b: 7, co2_kg: 1, moe: false, active_parameters_b: 7 },
      { row: 9, parameters_b: 46.7, co2_kg: 1, moe: true, active_parameters_b: null },
    ]);
  });
});

describe('the rules of reviewed on a table by hand', () => {
  const survivors = async (runs: readonly Cells[]) =>
    rowsAfter(await smallReport(runs), 'reviewed', 'newest-run');

  test('the newest submission stays, whatever its precision', async () => {
    expect(
      await survivors([
        { model: 'a/one', submission_date: '2024-08-01', precision: 'bfloat16' },
        { model: 'A/ONE', submission_date: '2024-08-02', precision: 'float16' },
        { model: 'a/one', submission_date: '2024-07-31', precision: 'bfloat16' },
      ]),
    ).toEqual([2]);
  });

  test('on one day the run at bfloat16 stays, wherever it stands', async () => {
    expect(
      await survivors([
        { model: 'a/one', precision: 'float16' },
        { model: 'a/one', precision: 'bfloat16' },
        { model: 'a/one', precision: '4bit' },
      ]),
    ).toEqual([2]);
  });

  test('on one day at one precision the first of the dataset stays', async () => {
    expect(await survivors([{ model: 'a/one' }, { model: 'a/one' }])).toEqual([1]);
  });

  test('a run without a day of submission is the oldest', async () => {
    expect(
      await survivors([
        { model: 'a/one', submission_date: null, precision: 'bfloat16' },
        { model: 'a/one', submission_date: '2024-06-08', precision: 'float16' },
        { model: 'b/two', submission_date: null },
      ]),
    ).toEqual([2, 3]);
  });

  test('no model is dropped for its size, and sizes and carbon are not rounded', async () => {
    const engine = await smallReport([
      { model: 'a/none', parameters_b: 0 },
      { model: 'a/fine', parameters_b: 7.24156, co2_kg: 1.23456 },
    ]);
    expect(await engine.query('SELECT row, parameters_b, co2_kg FROM reviewed ORDER BY row')).toEqual([
      { row: 1, parameters_b: 0, co2_kg: 1 },
      { row: 2, parameters_b: 7.24156, co2_kg: 1.23456 },
    ]);
  });

  test('a correction counts for its model, under any of its names, and for its column only', async () => {
    const engine = await smallReport(
      [
        { model: 'A/adapter', parameters_b: 14.483, submission_date: '2024-06-30' },
        { model: 'a/Adapter', parameters_b: 14.483 },
        { model: 'b/right', parameters_b: 7 },
      ],
      [
        { model: 'A/adapter', column: 'parameters_b', value: '7.242' },
        { model: 'b/right', column: 'license', value: '3' },
      ],
    );
    expect(await engine.query('SELECT row, parameters_b, size_class FROM reviewed ORDER BY row')).toEqual([
      { row: 2, parameters_b: 7.242, size_class: 'small' },
      { row: 3, parameters_b: 7, size_class: 'small' },
    ]);
  });

  test('the review of MoE beats the flag; active parameters are blank where they are not known', async () => {
    const engine = await smallReport(
      [
        { model: 'a/known', parameters_b: 46.7 },
        { model: 'a/unknown', parameters_b: 20 },
        { model: 'a/dense', parameters_b: 7, moe: true },
        { model: 'a/unreviewed', parameters_b: 8, moe: true },
      ],
      [],
      [
        { model: 'a/known', moe: true, experts: 8, experts_per_token: 2, active_parameters_b: 12.9 },
        { model: 'a/unknown', moe: true, method: 'unknown' },
        { model: 'a/dense', moe: false },
      ],
    );
    expect(await engine.query('SELECT row, moe, active_parameters_b FROM reviewed ORDER BY row')).toEqual([
      { row: 1, moe: true, active_parameters_b: 12.9 },
      { row: 2, moe: true, active_parameters_b: null },
      { row: 3, moe: false, active_parameters_b: 7 },
      { row: 4, moe: false, active_parameters_b: 8 },
    ]);
  });
});

test('both preparations have the same columns', async () => {
  const engine = await report();
  const columns = async (table: string) =>
    Object.keys((await engine.query(`SELECT * ${daysAsText} FROM ${table} LIMIT 1`))[0]!);
  expect(await columns('prepared')).toEqual(await columns('reviewed'));
});
