import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { belowChildren, judgedByChildren, type AskedModel } from '../../src/cautions/below-children.ts';
import { cautionsFile } from '../../src/cautions/cautions.ts';
import { offPlane } from '../../src/statistics/named/off-plane.ts';
import { specialists } from '../../src/statistics/named/specialists.ts';
import { daysAsText, facts, report, rowsOf, smallReport } from '../report.ts';

const names = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'] as const;
const lines = facts('cautions');
const kinds = (kind: string) => lines.filter((line) => line.kind === kind);

test('the file is what the rules say of the data; npm run data:cautions writes it', async () => {
  const file = readFileSync(new URL('../../data/cautions.csv', import.meta.url), 'utf8');
  expect(file).toBe(await cautionsFile(await report()));
});

describe('the runs that call for a caution, from the file of runs alone', () => {
  const runs = facts('runs');

  test('partial: the accuracy on MMLU-Pro is no number of answers to all 12,032 questions', () => {
    const partial = runs.filter(({ mmlu_pro_raw }) => {
      const answers = Number(mmlu_pro_raw) * 12032;
      return Math.abs(answers - Math.round(answers)) > 0.001;
    });
    expect(partial).toHaveLength(4);
    expect(kinds('partial-run').map(({ evaluation }) => evaluation)).toEqual(
      expect.arrayContaining(partial.map(({ evaluation }) => evaluation)),
    );
    expect(kinds('partial-run')).toHaveLength(4);
  });

  test('flagged by the maintainers', () => {
    const flagged = runs.filter((run) => run.flagged === 'true');
    expect(kinds('flagged').map(({ model, evaluation }) => [model, evaluation])).toEqual(
      flagged.map(({ model, evaluation }) => [model, evaluation]),
    );
  });
});

/** Residuals of y on a plane over the columns, by elimination in the normal equations: another way than the report's. */
function residualsOf(y: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const full = [y.map(() => 1), ...columns];
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, each, i) => sum + each * b[i]!, 0);
  const system = full.map((a) => [...full.map((b) => dot(a, b)), dot(a, y)]);
  for (let pivot = 0; pivot < full.length; pivot++)
    for (let row = 0; row < full.length; row++) {
      if (row === pivot) continue;
      const factor = system[row]![pivot]! / system[pivot]![pivot]!;
      system[row] = system[row]!.map((each, i) => each - factor * system[pivot]![i]!);
    }
  const slopes = system.map((row, i) => row.at(-1)! / row[i]!);
  return y.map((each, i) => each - slopes.reduce((sum, slope, j) => sum + slope * full[j]![i]!, 0));
}

/** Share of a normal distribution above z, by adding up its density in small steps. */
function above(z: number): number {
  const step = 1e-4;
  let sum = 0;
  for (let at = z + step / 2; at < z + 8; at += step) sum += Math.exp((-at * at) / 2);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

test('off the plane: beyond the bar above on one benchmark and below on another, computed another way', async () => {
  const rows = await rowsOf('', `SELECT * ${daysAsText} FROM models ORDER BY row`);
  const raw = Object.fromEntries(names.map((name) => [name, rows.map((row) => Number(row[`${name}_raw`]))]));
  // The bar: what the largest of 6 n normal errors stays below 95 times in 100.
  let [low, high] = [3, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if ((1 - above(middle)) ** (6 * rows.length) < 0.95) low = middle;
    else high = middle;
  }
  const distances = names.map((name) => {
    const residuals = residualsOf(
      raw[name]!,
      names.filter((other) => other !== name).map((other) => raw[other]!),
    );
    const scatter = Math.sqrt(
      residuals.reduce((sum, each) => sum + each * each, 0) / (residuals.length - names.length),
    );
    return residuals.map((each) => each / scatter);
  });
  // Of the two bars the scatter's is the higher one for every model beyond it; the errors of the questions are small.
  const off = rows.filter(
    (_, i) => distances.some((each) => each[i]! > low) && distances.some((each) => each[i]! < -low),
  );
  const elsewhere = new Set(lines.filter(({ kind }) => kind !== 'off-plane').map(({ model }) => model));
  expect(off.length).toBeGreaterThan(5);
  expect(kinds('off-plane').map(({ model }) => model)).toEqual(
    expect.arrayContaining(off.map(({ model }) => model).filter((name) => !elsewhere.has(String(name)))),
  );
  expect(kinds('off-plane').length).toBe(off.filter(({ model }) => !elsewhere.has(String(model))).length);
  const worst = kinds('off-plane').find(({ model }) => model === 'qingy2024/Benchmaxx-Llama-3.2-1B-Instruct');
  const at = rows.findIndex(({ model }) => model === worst?.model);
  for (const i of [1, 5])
    expect(worst!.evidence).toContain(`(${Math.abs(distances[i]![at]!).toFixed(1)} standard deviations`);
});

test('a specialist, above on one benchmark alone, is not off the plane; nor is anyone among too few', async () => {
  const rows = specialists.query.read(await rowsOf('', specialists.query.sql));
  const off = new Set(offPlane(rows).map(({ row: { model } }) => model));
  expect(off).toContain('kavonalds/BunderMaxx-1010');
  expect(off).not.toContain('Qwen/Qwen2.5-Math-7B-Instruct');
  expect(offPlane(rows.slice(0, 40))).toEqual([]);
});

describe('far below its children', () => {
  test('is one chat model of six that can be asked, computed another way', async () => {
    const families = (
      await rowsOf(
        '',
        `WITH asked AS (SELECT * FROM models WHERE chat_template),
          children AS (SELECT DISTINCT old.model AS model, new.row AS child, new.organisation AS organisation,
            old.ifeval AS own, new.ifeval AS ifeval
            FROM asked AS old JOIN asked AS new ON old.identity IN (new.root, new.parent) WHERE old.type = 'chat')
        SELECT model, any_value(own) AS own,
          CAST(count(*) AS INTEGER) AS n, min(ifeval) AS low, median(ifeval) AS median
        FROM children GROUP BY model HAVING count(*) >= 5 AND count(DISTINCT organisation) >= 2
        ORDER BY any_value(own) / median(ifeval)`,
      )
    ).map(({ model, n, own, low, median }) => ({
      model,
      n,
      own: Number(own),
      low: Number(low),
      ratio: Number(own) / Number(median),
    }));
    expect(families).toHaveLength(6);
    expect(families[0]).toMatchObject({ model: 'microsoft/phi-4', n: 12 });
    expect(families[0]!.ratio).toBeLessThan(0.1);
    expect(families[0]!.own).toBeLessThan(families[0]!.low);
    // The next one stands where its children do.
    expect(families[1]!.ratio).toBeGreaterThan(0.99);
    expect(kinds('below-children').map(({ model, evaluation }) => [model, evaluation])).toEqual([
      ['microsoft/phi-4', 'microsoft_phi-4_bfloat16'],
    ]);
    expect(kinds('below-children')[0]!.evidence).toContain(
      `IFEval, ${families[0]!.own.toFixed(1)} points in the chat format; the 12 models`,
    );
  });

  const family = (own: Partial<AskedModel>, scores: readonly number[], organisations = 2): AskedModel[] => {
    const model = (row: number, of: Partial<AskedModel>): AskedModel => ({
      row,
      model: `m/${row}`,
      evaluation: `run ${row}`,
      identity: `m/${row}`,
      root: null,
      parent: null,
      organisation: 'm',
      type: 'chat',
      chat_template: true,
      ifeval: 0,
      ...of,
    });
    return [
      model(0, { identity: 'a/root', ...own }),
      ...scores.map((ifeval, i) =>
        model(i + 1, { root: 'a/root', organisation: `o${i % organisations}`, ifeval }),
      ),
    ];
  };
  const found = (rows: readonly AskedModel[]) => belowChildren(rows).map(({ row }) => row.identity);

  test('below each of five children of two organisations, and less than half of their median', () => {
    expect(found(family({ ifeval: 19 }, [20, 30, 40, 50, 60]))).toEqual(['a/root']);
    expect(found(family({ ifeval: 20 }, [20, 30, 40, 50, 60]))).toEqual([]);
    expect(found(family({ ifeval: 19 }, [30, 35, 38, 50, 60]))).toEqual([]);
    expect(found(family({ ifeval: 19 }, [20, 40, 50, 60]))).toEqual([]);
    expect(found(family({ ifeval: 19 }, [20, 30, 40, 50, 60], 1))).toEqual([]);
  });

  test('of chat models asked in the chat format, as their children', () => {
    expect(found(family({ ifeval: 1, type: 'pretrained' }, [20, 30, 40, 50, 60]))).toEqual([]);
    expect(found(family({ ifeval: 1, chat_template: false }, [20, 30, 40, 50, 60]))).toEqual([]);
    const [root, plain, ...others] = family({ ifeval: 1 }, [20, 30, 40, 50, 60]);
    expect(found([root!, { ...plain!, chat_template: false }, ...others])).toEqual([]);
  });

  test('a child is one by its root or its parent, and once where they are one', () => {
    const [root, ...children] = family({ ifeval: 1 }, [20, 30, 40, 50]);
    const both = { ...children[0]!, row: 9, parent: 'a/root' };
    const byParent = { ...children[0]!, row: 10, root: 'a/base', parent: 'a/root' };
    expect(judgedByChildren([root!, ...children, both])[0]!.children).toHaveLength(5);
    expect(judgedByChildren([root!, ...children, byParent])[0]!.children).toEqual([20, 20, 30, 40, 50]);
  });
});

test('a caution stands in the row of its run, or of every run and model', async () => {
  const engine = await smallReport(
    [
      { model: 'a/short', evaluation: 'one', precision: 'float16' },
      { model: 'A/Short', evaluation: 'two', submission_date: '2024-07-01' },
      { model: 'a/off', evaluation: 'three' },
      { model: 'a/off', evaluation: 'four', precision: 'float16' },
      { model: 'a/plain', evaluation: 'five' },
    ],
    [],
    [],
    [
      { model: 'a/short', evaluation: 'two', kind: 'partial-run' },
      { model: 'a/off', kind: 'off-plane' },
    ],
  );
  try {
    const of = async (table: string) =>
      (await engine.query(`SELECT caution FROM ${table} ORDER BY row`)).map(({ caution }) => caution);
    expect(await of('keyed_runs')).toEqual([null, 'partial-run', 'off-plane', 'off-plane', null]);
    // The first run is the newest, and it is whole.
    expect(await of('reviewed')).toEqual([null, 'off-plane', null]);
  } finally {
    await engine.close();
  }
});
