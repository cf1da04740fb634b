import { describe, expect, test } from 'vitest';
import { changesOf, dataAnalyses, textOf } from '../../src/choices/analyses.ts';
import { embeddingsTwice } from '../../src/dataset/embeddings.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { facts, identityOf, report, rowsOf, sliceOf, smallReport, type Cells } from '../report.ts';

/** What some columns of the models hold under the choices of a query, over a table made by hand. */
async function modelsOf(query: string, columns: string, ...tables: Parameters<typeof smallReport>) {
  const ask = await askSlice(await smallReport(...tables), sliceOf(query));
  return ask(`SELECT ${columns} FROM models ORDER BY row`);
}

describe('which run stands for a model', () => {
  const runs: Cells[] = [
    { model: 'a/b', average: 30, chat_template: false, precision: 'bfloat16', submission_date: '2024-07-01' },
    { model: 'a/b', average: 20, chat_template: true, precision: 'float16', submission_date: '2024-08-01' },
    { model: 'a/b', average: 25, chat_template: false, precision: 'float16', submission_date: '2024-09-01' },
    { model: 'a/c', average: 10 },
  ];

  test.each([
    ['', 3],
    ['run=best', 1],
    ['run=chat', 2],
    ['run=bfloat16', 1],
  ])('“%s”: row %i, and the only one of another model', async (query, row) => {
    expect(await modelsOf(query, 'row', runs)).toEqual([{ row }, { row: 4 }]);
  });

  test('what is corrected of the model stays so at every run', async () => {
    const corrections = [{ model: 'a/b', column: 'parameters_b', value: '12', reason: 'x', source: 'y' }];
    expect(await modelsOf('run=best', 'parameters_b, size_class', runs, corrections)).toEqual([
      { parameters_b: 12, size_class: 'medium' },
      { parameters_b: 7, size_class: 'small' },
    ]);
  });

  test('over the table: the best run has the highest average of all runs of the model', async () => {
    const best = new Map<string, number>();
    for (const { model, average } of facts('runs')) {
      const id = identityOf(model!);
      best.set(id, Math.max(best.get(id) ?? 0, Number(average)));
    }
    const models = await rowsOf('run=best', 'SELECT identity, average FROM models ORDER BY row');
    expect(models).toHaveLength(best.size);
    for (const { identity, average } of models)
      expect(average, String(identity)).toBe(best.get(String(identity).toLowerCase()));
  });
});

describe('sizes', () => {
  const runs: Cells[] = [
    { model: 'a/corrected', parameters_b: 3 },
    { model: 'a/qwen', architecture: 'Qwen2ForCausalLM', parameters_b: 0.63 },
    { model: 'a/gemma', architecture: 'Gemma2ForCausalLM', parameters_b: 10.159 },
    { model: 'a/moe', parameters_b: 40, moe: true },
  ];
  const corrections = [
    { model: 'a/corrected', column: 'parameters_b', value: '41', reason: 'x', source: 'y' },
  ];
  const review = [{ model: 'a/moe', moe: true, active_parameters_b: 12, method: 'published' }];
  const sizes = async (query: string) =>
    (await modelsOf(query, 'parameters_b, active_parameters_b, size_class', runs, corrections, review)).map(
      (row) => Object.values(row),
    );

  test('reviewed, as recorded, and with an embedding matrix counted once', async () => {
    expect(await sizes('')).toEqual([
      [41, 41, 'large'],
      [0.63, 0.63, 'small'],
      [10.159, 10.159, 'medium'],
      [40, 12, 'medium'],
    ]);
    expect((await sizes('sizes=recorded'))[0]).toEqual([3, 3, 'small']);
    expect((await sizes('sizes=embeddings-once')).map(([total]) => total)).toEqual([41, 0.494, 9.242, 40]);
  });

  test('a matrix that is there twice is as large as its words times its width', () => {
    for (const { recorded, once, words, width } of embeddingsTwice)
      expect(Math.abs(recorded - once - (words * width) / 1e9), String(recorded)).toBeLessThan(0.0015);
  });

  test('each size of a matrix counted twice is that of models in the table, and so is the other', async () => {
    for (const { architecture, recorded, once } of embeddingsTwice) {
      const near = (size: number) =>
        facts('runs').filter(
          (run) => run.architecture === architecture && Math.abs(Number(run.parameters_b) - size) < 0.0015,
        ).length;
      expect([near(recorded) > 0, near(once) > 0], `${architecture} ${recorded}`).toEqual([true, true]);
    }
  });
});

test('carbon is halved before 8 February 2025 and stays as recorded since and without a day', async () => {
  const runs: Cells[] = [
    { model: 'a/before', co2_kg: 3, submission_date: '2025-02-07' },
    { model: 'a/since', co2_kg: 3, submission_date: '2025-02-08' },
    { model: 'a/undated', co2_kg: 3, submission_date: null },
  ];
  expect(await modelsOf('carbon=step-corrected', 'co2_kg', runs)).toEqual([
    { co2_kg: 1.5 },
    { co2_kg: 3 },
    { co2_kg: 3 },
  ]);
});

describe('pairs', () => {
  const runs: Cells[] = [
    { model: 'a/root', average: 10, co2_kg: 4 },
    { model: 'a/instruct', base_model: 'a/root', average: 20 },
    { model: 'b/tune', base_model: 'a/root', average: 26, co2_kg: 2 },
    { model: 'b/other', base_model: 'a/root', average: 12 },
  ];
  const identity = [{ model: 'b/tune', parent: 'a/instruct' }];
  const pairsOf = async (query: string) => {
    const ask = await askSlice(await smallReport(runs, [], [], [], identity), sliceOf(query));
    return (
      await ask('SELECT model, base_model, average_change, co2_kg, base_co2_kg FROM pairs ORDER BY row')
    ).map((row) => Object.values(row));
  };

  test('with the root, and with the parent where it is known', async () => {
    expect((await pairsOf('')).map((row) => row.slice(0, 3))).toEqual([
      ['a/instruct', 'a/root', 10],
      ['b/tune', 'a/root', 16],
      ['b/other', 'a/root', 2],
    ]);
    expect((await pairsOf('pairs=parent')).map((row) => row.slice(0, 3))).toEqual([
      ['a/instruct', 'a/root', 10],
      ['b/tune', 'a/instruct', 6],
      ['b/other', 'a/root', 2],
    ]);
  });

  test('have the carbon that is chosen on both sides', async () => {
    expect((await pairsOf('carbon=step-corrected'))[1]!.slice(3)).toEqual([1, 2]);
  });

  test('over the table: the root stands at the run that is chosen of it', async () => {
    const chosen = await rowsOf('run=best', 'SELECT row, identity FROM models ORDER BY row');
    const runOf = new Map(chosen.map(({ row, identity }) => [identity, row]));
    const pairs = await rowsOf(
      'run=best',
      'SELECT base_row, root FROM pairs JOIN models USING (row) ORDER BY row',
    );
    expect(pairs.length).toBeGreaterThan(600);
    for (const { base_row, root } of pairs) expect(base_row).toBe(runOf.get(root!));
  });
});

test('every option has the columns of the tables as they are published', async () => {
  const described = ['models', 'runs', 'pairs', 'parent_pairs'].map(
    (view) => `SELECT '${view}' AS view, column_name, column_type FROM (DESCRIBE ${view})`,
  );
  const columns = (query: string) => rowsOf(query, described.join(' UNION ALL '));
  const options = dataAnalyses.filter((analysis) => changesOf(analysis) === 1).map(textOf);
  const usual = await columns('');
  expect(new Set(usual.map(({ view }) => view)).size).toBe(described.length);
  for (const text of [...options, 'run=best&carbon=step-corrected'])
    expect(await columns(text), text).toEqual(usual);
});

test('the preparation of the notebook leaves no choice', async () => {
  const query = 'preparation=prepared&run=best&sizes=embeddings-once&carbon=step-corrected&pairs=parent';
  for (const view of ['models', 'reviewed_models', 'runs', 'pairs']) {
    const rows = (of: string) =>
      rowsOf(of, `SELECT sum(co2_kg) AS co2, sum(average) AS average FROM ${view}`);
    expect(await rows(query), view).toEqual(await rows('preparation=prepared'));
  }
});

test('choices made at once are all made', async () => {
  const engine = await report();
  const [row] = await engine.query(
    `SELECT count(*)::INTEGER AS n FROM reviewed WHERE copy_of IS NULL AND caution IS NULL AND on_hub`,
  );
  expect(await rowsOf('copies=one&caution=none&hub=yes', 'SELECT row FROM models')).toHaveLength(
    Number(row!.n),
  );
});

test('assumed lineages are merged by size class, or split into models, and the others stay', async () => {
  const runs: Cells[] = [
    { model: 'a/one', parameters_b: 7 },
    { model: 'a/two', parameters_b: 3 },
    { model: 'b/large', parameters_b: 70 },
    { model: 'b/known', parameters_b: 7 },
  ];
  const identity = ['a/one', 'a/two', 'b/large'].map((model) => ({
    model,
    lineage: 'Shape',
    method: 'assumed',
  }));
  const engine = await smallReport(runs, [], [], [], identity);
  const lineages = async (as?: 'merged' | 'split') => {
    const ask = await askSlice(engine, sliceOf(''), as && { lineages: as });
    const rows = await ask('SELECT lineage FROM models ORDER BY row');
    return rows.map(({ lineage }) => lineage);
  };
  expect(await lineages()).toEqual(['Shape', 'Shape', 'Shape', 'b/known']);
  expect(await lineages('merged')).toEqual(['assumed, small', 'assumed, small', 'assumed, large', 'b/known']);
  expect(await lineages('split')).toEqual(['a/one', 'a/two', 'b/large', 'b/known']);
});
