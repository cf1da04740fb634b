import { describe, expect, test } from 'vitest';
import { facts, identityOf, report, rootOf, smallReport, type Cells } from '../report.ts';

async function pairsOf(runs: readonly Cells[], preparation = 'reviewed') {
  const engine = await smallReport(runs);
  return engine.query(
    `SELECT row, base_row FROM all_pairs WHERE preparation = '${preparation}' ORDER BY row`,
  );
}

describe('a base is another model in the table', () => {
  test('found by its name, case aside', async () => {
    expect(await pairsOf([{ model: 'a/base' }, { model: 'b/child', base_model: 'A/Base' }])).toEqual([
      { row: 2, base_row: 1 },
    ]);
  });

  test('the suffix “ (Merge)” is no part of its name', async () => {
    expect(await pairsOf([{ model: 'a/base' }, { model: 'b/child', base_model: 'a/base (Merge)' }])).toEqual([
      { row: 2, base_row: 1 },
    ]);
  });

  test('the suffix counts only at the end', async () => {
    expect(
      await pairsOf([{ model: 'a/base' }, { model: 'b/child', base_model: 'a/base (Merge)-v2' }]),
    ).toEqual([]);
  });

  test('a model is no base of itself, whatever the case or the suffix', async () => {
    expect(
      await pairsOf([
        { model: 'a/one', base_model: 'a/one' },
        { model: 'a/One', base_model: 'A/one (Merge)' },
      ]),
    ).toEqual([]);
  });

  test('a base that is not in the table, removed or blank makes no pair', async () => {
    expect(
      await pairsOf([
        { model: 'a/one', base_model: 'a/absent' },
        { model: 'a/two', base_model: 'Removed' },
        { model: 'a/three', base_model: null },
      ]),
    ).toEqual([]);
  });
});

describe('a pair', () => {
  const runsOfRoots: Cells[] = [
    { model: 'a/base', precision: 'bfloat16', submission_date: '2024-07-01' },
    { model: 'a/base', precision: 'float16', submission_date: '2024-08-01' },
    { model: 'c/half', precision: 'float16', submission_date: '2024-07-01' },
    { model: 'c/half', precision: 'bfloat16', submission_date: '2024-07-01' },
    { model: 'b/child', base_model: 'a/base' },
    { model: 'b/other', base_model: 'c/half' },
  ];

  test('takes the run of the root that the reviewed preparation keeps: the newest, then bfloat16', async () => {
    expect(await pairsOf(runsOfRoots)).toEqual([
      { row: 5, base_row: 2 },
      { row: 6, base_row: 4 },
    ]);
  });

  test('takes the run of the root that the notebook’s preparation keeps: the first', async () => {
    expect(await pairsOf(runsOfRoots, 'prepared')).toEqual([
      { row: 5, base_row: 1 },
      { row: 6, base_row: 3 },
    ]);
  });

  test('takes the first row of a root that a preparation holds in several', async () => {
    const runs: Cells[] = [
      { model: 'a/base', parameters_b: 7 },
      { model: 'a/base', parameters_b: 8 },
      { model: 'b/child', base_model: 'a/base' },
    ];
    expect(await pairsOf(runs, 'prepared')).toEqual([{ row: 3, base_row: 1 }]);
  });

  test('is made for every model with a root, and a child can be a root', async () => {
    const runs: Cells[] = [
      { model: 'a/base' },
      { model: 'b/child', base_model: 'a/base' },
      { model: 'b/child', base_model: 'a/base', precision: 'float16' },
      { model: 'c/grandchild', base_model: 'b/child' },
    ];
    for (const preparation of ['reviewed', 'prepared'])
      expect(await pairsOf(runs, preparation)).toEqual([
        { row: 2, base_row: 1 },
        { row: 4, base_row: 2 },
      ]);
  });

  test('holds child minus base in points, and the type of both', async () => {
    const engine = await smallReport([
      { model: 'a/base', type: 'pretrained', average: 20, ifeval: 10.5, math: 4, musr: 3 },
      { model: 'b/child', type: 'chat', base_model: 'a/base', average: 22.5, ifeval: 30, math: 1, musr: 3 },
    ]);
    const [pair] = await engine.query('SELECT * FROM all_pairs');
    expect(pair).toMatchObject({
      model: 'b/child',
      base_model: 'a/base',
      type: 'chat',
      base_type: 'pretrained',
      average_change: 2.5,
      ifeval_change: 19.5,
      math_change: -3,
      musr_change: 0,
    });
  });
});

describe('on the table', () => {
  const runs = facts('runs');
  const byIdentity = Map.groupBy(runs, ({ model }) => identityOf(model!));

  test.each(['reviewed', 'prepared'])(
    'the pairs of %s are those of the roots in identity.csv',
    async (id) => {
      const engine = await report();
      const kept = (await engine.query(`SELECT row FROM ${id} ORDER BY row`)).map(({ row }) => Number(row));
      const first = new Map<string, number>();
      for (const row of kept.toReversed()) first.set(identityOf(runs[row - 1]!.model!), row);
      const expected = kept.flatMap((row) => {
        const root = first.get(rootOf(runs[row - 1]!.model!));
        return root ? [{ row, base_row: root }] : [];
      });
      expect(
        await engine.query(`SELECT row, base_row FROM all_pairs WHERE preparation = '${id}' ORDER BY row`),
      ).toEqual(expected);
    },
  );

  test('563 of the 671 name their root as it is called, one a copy of it, 74 by a former name, 33 through a model between', () => {
    const names = new Set(runs.map(({ model }) => model!.toLowerCase()));
    const paired = runs.filter(({ model }) => byIdentity.has(rootOf(model!)));
    const named = ({ base_model }: Record<string, string>) =>
      base_model!.toLowerCase().replace(/ \(merge\)$/, '');
    const [plain, others] = [
      paired.filter((run) => names.has(named(run))),
      paired.filter((run) => !names.has(named(run))),
    ];
    expect([paired.length, plain.length]).toEqual([671, 564]);
    const otherwise = plain.filter((run) => rootOf(run.model!) !== named(run));
    // It names a copy; its root is the original.
    expect(otherwise.map(({ model }) => model)).toEqual(['HuggingFaceH4/zephyr-orpo-141b-A35b-v0.1']);
    const renamed = others.filter((run) => /^(?:meta-llama\/meta-llama-3\.1|ibm\/granite)/.test(named(run)));
    expect([renamed.length, others.length - renamed.length]).toEqual([74, 33]);
  });
});
